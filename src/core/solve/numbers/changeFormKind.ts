import { decimal, divide, equals, multiplyWithDot, num, power } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { gcd } from '../../math/integers.ts';
import { isInteger, isZero, over, powerOf, rational, times, type Rational } from '../../math/rational.ts';
import type { Answer, Claim, Derivation, Move } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import { decimalPlaces } from './chainPiece.ts';
import { mixedTex } from './evaluateKind.ts';
import { valuesOf } from './integerValues.ts';
import { hasFiniteDecimal } from './numberTable.ts';
import { leadingPlace } from './roundKind.ts';
import { answerOf, confirmed, math, numberExpr, stuck, tex, way } from './write.ts';

type Form = 'fraction' | 'mixed' | 'decimal' | 'percent' | 'scientific';

export const changeFormKind: Kind = {
  id: 'change-form',
  tasks: ['changeForm'],
  ways: (task, work) => {
    if (task.kind !== 'changeForm') return [];
    const found = valuesOf([task.value], work);
    const value = found?.values[0];
    if (found === undefined || value === undefined) return [];
    return [way('change-form', 'place value', () => derive(task.value, value, task.to, found.opening))];
  },
};

function derive(expr: Expr, value: Rational, to: Form, opening: readonly Move[]): Derivation {
  const source = opening.length > 0 ? numberExpr(value, 'decimal') : expr;
  const derivation = {
    fraction: toFraction,
    mixed: toMixed,
    decimal: toDecimal,
    percent: toPercent,
    scientific: toScientific,
  }[to](source, value);
  return derivation.type === 'solved' ? { ...derivation, moves: [...opening, ...derivation.moves] } : derivation;
}

function same(left: Expr, right: Expr): Claim {
  return { type: 'equal', left, right };
}

function toFraction(expr: Expr, value: Rational): Derivation {
  const answer = answerOf(
    num(value),
    confirmed(
      times(value, rational(value.d)).equals(rational(value.s * value.n)),
      `$${value.d.toString()}$ times the number is $${(value.s * value.n).toString()}$.`,
    ),
  );
  if (!hasFiniteDecimal(value) || isInteger(value)) {
    return {
      type: 'solved',
      moves: [
        {
          text: `As a fraction in lowest terms this is ${math(num(value))}.`,
          latex: `${tex(expr)} = ${tex(num(value))}`,
          why: 'Both are the same number.',
          rule: 'change-form',
          claim: same(expr, num(value)),
        },
      ],
      answer,
    };
  }
  const places = decimalPlaces(value);
  const bottom = 10n ** BigInt(places);
  const top = times(value, rational(bottom));
  const unreduced = divide(num(top), num(bottom));
  const common = gcd(top.n, bottom);
  const write: Move = {
    text: `The last digit of ${math(expr)} stands for ${places === 1 ? 'tenths' : `parts of $${bottom.toString()}$`}, so write the number over $${bottom.toString()}$.`,
    latex: `${tex(expr)} = ${tex(unreduced)}`,
    why: 'The places after the point count tenths, hundredths and so on.',
    rule: 'place-value',
    claim: same(expr, unreduced),
  };
  const reduce: Move = {
    text: `Divide top and bottom by their common factor $${common.toString()}$.`,
    latex: `${tex(unreduced)} = ${tex(num(value))}`,
    why: 'The value of a fraction does not change.',
    rule: 'reduce-fraction',
    claim: same(unreduced, num(value)),
  };
  return { type: 'solved', moves: common === 1n ? [write] : [write, reduce], answer };
}

function toMixed(expr: Expr, value: Rational): Derivation {
  if (isInteger(value)) return toFraction(expr, value);
  const [whole, rest] = [value.n / value.d, value.n % value.d];
  const sign = value.s < 0n ? '-' : '';
  const text =
    whole === 0n
      ? `${sign}${rest.toString()}/${value.d.toString()}`
      : `${sign}${whole.toString()} ${rest.toString()}/${value.d.toString()}`;
  const latex = whole === 0n ? tex(num(value)) : mixedTex(value);
  const statement = equals(num(value.n), {
    kind: 'add',
    terms: [multiplyWithDot(num(whole), num(value.d)), num(rest)],
  });
  const answer: Answer = {
    text,
    latex,
    value: num(value),
    verdict: confirmed(
      whole * value.d + rest === value.n,
      `$${whole.toString()} \\cdot ${value.d.toString()} + ${rest.toString()} = ${value.n.toString()}$.`,
    ),
  };
  const move: Move = {
    text:
      whole === 0n
        ? `The fraction is less than one, so there is no whole part: it stays $${latex}$.`
        : `$${value.d.toString()}$ goes into $${value.n.toString()}$ $${whole.toString()}$ times, and $${rest.toString()}$ is left over.${sign === '' ? '' : ' The minus sign stays.'}`,
    latex: `${tex(expr)} = ${latex}`,
    why: 'The quotient counts the wholes, the remainder the pieces that are left.',
    rule: 'mixed-number',
    claim: { type: 'all', claims: [{ type: 'holds', statement }, same(expr, num(value))] },
  };
  return { type: 'solved', moves: [move], answer };
}

function toDecimal(expr: Expr, value: Rational): Derivation {
  if (hasFiniteDecimal(value)) {
    const result = decimal(value);
    const places = decimalPlaces(value);
    const scale = 10n ** BigInt(places);
    const answer = answerOf(
      result,
      confirmed((value.n * scale) % value.d === 0n, `Moved by ${places.toString()} places it is a whole number.`),
    );
    const extend = scale / value.d;
    const text = isInteger(value)
      ? 'This is a whole number.'
      : value.d > 1n && extend > 1n && scale % value.d === 0n
        ? `Extend the fraction by $${extend.toString()}$, so that the denominator becomes $${scale.toString()}$.`
        : 'Read the fraction as decimal places.';
    const middle =
      isInteger(value) || extend === 1n ? '' : `${tex(divide(num(times(value, rational(scale))), num(scale)))} = `;
    return {
      type: 'solved',
      moves: [
        {
          text,
          latex: `${tex(expr)} = ${middle}${tex(result)}`,
          why: 'Tenths, hundredths and so on are the decimal places.',
          rule: 'change-form',
          claim: same(expr, result),
        },
      ],
      answer,
    };
  }
  return recurring(expr, value);
}

/** Long division: the remainders repeat, and the digits with them. */
function recurring(expr: Expr, value: Rational): Derivation {
  const seen = new Map<bigint, number>();
  let [rest, digits] = [value.n % value.d, ''];
  while (!seen.has(rest) && digits.length < 5000) {
    seen.set(rest, digits.length);
    digits += ((rest * 10n) / value.d).toString();
    rest = (rest * 10n) % value.d;
  }
  const start = seen.get(rest);
  if (start === undefined) return stuck('too-large', 'The period of this decimal is longer than I write out.');
  const [fixed, period] = [digits.slice(0, start), digits.slice(start)];
  const whole = `${value.s < 0n ? '-' : ''}${(value.n / value.d).toString()}`;
  const nines = 10n ** BigInt(period.length) - 1n;
  const back = over(
    rational(BigInt(`${fixed}${period}`) - BigInt(fixed === '' ? '0' : fixed)),
    rational(nines * 10n ** BigInt(fixed.length)),
  );
  const verdict = confirmed(
    times(rational(1n), back).equals(rational(value.n % value.d, value.d)),
    'Turned back into a fraction by the formula for recurring decimals, it is the same number.',
  );
  const latex = `${whole}.${fixed}\\overline{${period}}`;
  const move: Move = {
    text: `Divide $${value.n.toString()}$ by $${value.d.toString()}$ digit by digit. After ${digits.length.toString()} decimal ${digits.length === 1 ? 'place' : 'places'} a remainder comes back, so the digits $${period}$ repeat for ever.`,
    latex: `${tex(expr)} = ${latex}`,
    why: 'There are only finitely many remainders, so one of them must return, and everything after it with it.',
    rule: 'recurring-decimal',
    claim: { type: 'decided', verdict },
  };
  return {
    type: 'solved',
    moves: [move],
    answer: { text: `${whole}.${fixed}(${period})`, latex, value: num(value), verdict },
  };
}

function toPercent(expr: Expr, value: Rational): Derivation {
  const percent = times(value, rational(100n));
  const shown = numberExpr(percent, 'decimal');
  const answer = answerOf(
    shown,
    confirmed(over(percent, rational(100n)).equals(value), 'Divided by $100$ it is the same number.'),
  );
  const move: Move = {
    text: `Multiply by $100$ to count in hundredths: $${tex(expr)} \\cdot 100 = ${tex(shown)}$.`,
    latex: `${tex(expr)} = ${tex(shown)}\\%`,
    why: 'Percent means hundredths.',
    rule: 'percent-meaning',
    claim: same(expr, divide(num(percent), num(100))),
  };
  return {
    type: 'solved',
    moves: [move],
    answer: { ...answer, text: `${answer.text}%`, latex: `${answer.latex}\\%`, value: num(value) },
  };
}

function toScientific(expr: Expr, value: Rational): Derivation {
  if (isZero(value) || !hasFiniteDecimal(value))
    return stuck(
      'unsupported',
      'Only a number with finitely many digits, and not zero, can be written exactly in scientific notation.',
    );
  const place = leadingPlace(value);
  const mantissa = over(value, powerOf(rational(10n), place));
  const exponent = power(num(10), num(place));
  const product = multiplyWithDot(decimal(mantissa), exponent);
  const answer: Answer = {
    text: `${tex(decimal(mantissa))}*10^${place < 0 ? `(${place.toString()})` : place.toString()}`,
    latex: `${tex(decimal(mantissa))} \\cdot 10^{${place.toString()}}`,
    value: product,
    verdict: confirmed(
      times(mantissa, powerOf(rational(10n), place)).equals(value),
      'Multiplied out it is the number again.',
    ),
  };
  const direction = place > 0 ? 'left' : 'right';
  const count = Math.abs(place);
  const move: Move = {
    text:
      place === 0
        ? 'The number is between $1$ and $10$ already, so the power of ten is $10^0$.'
        : `Move the decimal point ${count.toString()} ${count === 1 ? 'place' : 'places'} to the ${direction}, behind the first digit that is not $0$; the power $10^{${place.toString()}}$ makes up for it.`,
    latex: `${tex(expr)} = ${answer.latex}`,
    why: 'Multiplying by a power of ten only moves the decimal point.',
    rule: 'scientific-notation',
    claim: same(expr, product),
  };
  return { type: 'solved', moves: [move], answer };
}
