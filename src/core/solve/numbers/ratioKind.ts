import { divide, multiplyWithDot, num, tuple } from '../../math/build.ts';
import { gcd, lcm } from '../../math/integers.ts';
import {
  isInteger,
  isZero,
  numeratorOf,
  over,
  plus,
  rational,
  times,
  zero,
  type Rational,
} from '../../math/rational.ts';
import type { Claim, Derivation, Move } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import { valuesOf } from './integerValues.ts';
import { confirmed, listWords, numberExpr, stuck, tex, way } from './write.ts';
import { hasFiniteDecimal } from './numberTable.ts';

export const ratioKind: Kind = {
  id: 'ratio',
  tasks: ['ratio'],
  ways: (task, work) => {
    if (task.kind !== 'ratio') return [];
    const found = valuesOf(task.parts, work);
    const share = task.share === undefined ? undefined : valuesOf([task.share], work)?.values[0];
    if (found === undefined || found.values.length < 2 || (task.share !== undefined && share === undefined)) return [];
    const { values, opening } = found;
    return [
      way('ratio', 'common factors', () =>
        share === undefined ? simplified(values, opening) : shared(values, share, opening),
      ),
    ];
  },
};

function show(value: Rational): string {
  return tex(numberExpr(value, hasFiniteDecimal(value) ? 'decimal' : 'fraction'));
}

function ratioTex(values: readonly Rational[]): string {
  return values.map(show).join(' : ');
}

/** Equal ratios have equal quotients, part by part against the first. */
function sameRatio(a: readonly Rational[], b: readonly Rational[]): boolean {
  const [x = zero, y = zero] = [a[0], b[0]];
  return a.every((value, index) => times(value, y).equals(times(b[index] ?? zero, x)));
}

function claimOf(a: readonly Rational[], b: readonly Rational[]): Claim {
  return { type: 'decided', verdict: confirmed(sameRatio(a, b), 'Multiplied crosswise, both ratios agree.') };
}

function simplified(values: readonly Rational[], opening: readonly Move[]): Derivation {
  if (values.every(isZero)) return stuck('nothing-to-do', 'A ratio of zeros has no simplest form.');
  const moves: Move[] = [...opening];
  let current = values;
  if (!values.every(isInteger)) {
    const factor = rational(lcm(...values.map((value) => value.d)));
    const whole = values.map((value) => times(value, factor));
    moves.push({
      text: `Multiply all parts by $${show(factor)}$, so that only whole numbers are left.`,
      latex: `${ratioTex(current)} = ${ratioTex(whole)}`,
      why: 'A ratio stays the same when all its parts are multiplied by the same number.',
      rule: 'ratio',
      claim: claimOf(current, whole),
    });
    current = whole;
  }
  const common = gcd(...current.map(numeratorOf));
  if (common > 1n) {
    const reduced = current.map((value) => over(value, rational(common)));
    moves.push({
      text: `All parts share the factor $${common.toString()}$. Divide each of them by it.`,
      latex: `${ratioTex(current)} = ${ratioTex(reduced)}`,
      why: 'A ratio stays the same when all its parts are divided by the same number.',
      rule: 'ratio',
      claim: claimOf(current, reduced),
    });
    current = reduced;
  } else if (moves.length === opening.length) {
    moves.push({
      text: `The parts ${listWords(current.map((value) => `$${show(value)}$`))} have no common factor, so the ratio is in its simplest form.`,
      latex: ratioTex(current),
      rule: 'ratio',
      claim: claimOf(values, current),
    });
  }
  const verdict = confirmed(
    sameRatio(values, current) && gcd(...current.map(numeratorOf)) === 1n,
    'Multiplied crosswise it is the same ratio, and its parts have no common factor.',
  );
  return {
    type: 'solved',
    moves,
    answer: {
      text: current.map((value) => value.toFraction()).join(':'),
      latex: ratioTex(current),
      value: tuple(...current.map((value) => num(value))),
      verdict,
    },
  };
}

function shared(parts: readonly Rational[], amount: Rational, opening: readonly Move[]): Derivation {
  const total = parts.reduce(plus, zero);
  if (isZero(total) || parts.some((part) => part.s < 0n))
    return stuck('nothing-to-do', 'An amount can only be shared in a ratio of positive parts.');
  const one = over(amount, total);
  const shares = parts.map((part) => times(part, one));
  const verdict = confirmed(
    shares.reduce(plus, zero).equals(amount) && sameRatio(parts, shares),
    `The shares add up to $${show(amount)}$ and stand in the ratio $${ratioTex(parts)}$.`,
  );
  return {
    type: 'solved',
    moves: [
      ...opening,
      {
        text: `Count the equal parts: $${parts.map(show).join(' + ')} = ${show(total)}$. One part is $${show(amount)} \\div ${show(total)} = ${show(one)}$.`,
        latex: `${show(amount)} \\div ${show(total)} = ${show(one)}`,
        why: 'The whole amount is made of that many equal parts.',
        rule: 'share-in-ratio',
        claim: { type: 'equal', left: divide(num(amount), num(total)), right: num(one) },
      },
      {
        text: `Give each share its number of parts.`,
        latex: parts
          .map((part, index) => `${show(part)} \\cdot ${show(one)} = ${show(shares[index] ?? zero)}`)
          .join(',\\quad '),
        why: 'A share of several parts is that many times one part.',
        rule: 'share-in-ratio',
        claim: {
          type: 'all',
          claims: parts.map((part, index) => ({
            type: 'equal',
            left: multiplyWithDot(num(part), num(one)),
            right: num(shares[index] ?? zero),
          })),
        },
      },
    ],
    answer: {
      text: shares.map((share) => (hasFiniteDecimal(share) ? share.toString() : share.toFraction())).join(', '),
      latex: shares.map(show).join(',\\; '),
      value: tuple(...shares.map((share) => numberExpr(share, 'decimal'))),
      verdict,
    },
  };
}
