import { equals, multiply, multiplyWithDot, negate, num, power, subtract, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { isInteger, isZero, negated, over, powerOf, times, zero, type Rational } from '../../math/rational.ts';
import { substitute } from '../../math/tree.ts';
import type { Claim, Derivation, Move } from '../derivation.ts';
import { answerOf, confirmed, decided, math, numberExpr, tex, type NumberStyle } from './write.ts';

/** The quotient of all neighbours; undefined where it isn't constant or a term is 0. Three terms at least. */
function commonRatio(terms: readonly Rational[]): Rational | undefined {
  const [first, second] = terms;
  if (first === undefined || second === undefined || terms.length < 3 || terms.some(isZero)) return undefined;
  const ratio = over(second, first);
  if (ratio.n === 1n && ratio.d === 1n && ratio.s > 0n) return undefined;
  return terms.slice(1).every((term, index) => times(terms[index] ?? zero, ratio).equals(term)) ? ratio : undefined;
}

function ratioMove(terms: readonly Rational[], ratio: Rational, style: NumberStyle): Move {
  const show = (value: Rational) => tex(numberExpr(value, style));
  const lines = terms
    .slice(1, 4)
    .map((term, index) => `${show(term)} \\div ${wrapped(show(terms[index] ?? zero))} = ${show(ratio)}`);
  return {
    text: `Divide each term by the one before: the quotient is always ${math(numberExpr(ratio, style))}.`,
    latex: lines.join(',\\quad '),
    why: 'A constant quotient means that the sequence grows by multiplying.',
    rule: 'common-ratio',
    claim: decided(
      terms.slice(1).every((term, index) => times(terms[index] ?? zero, ratio).equals(term)),
      'Each term times the quotient gives the next one.',
    ),
  };
}

function wrapped(source: string): string {
  return source.startsWith('-') ? `(${source})` : source;
}

export function geometricNext(
  terms: readonly Rational[],
  opening: readonly Move[],
  style: NumberStyle,
): Derivation | undefined {
  const ratio = commonRatio(terms);
  if (ratio === undefined) return undefined;
  const last = terms.at(-1) ?? zero;
  const next = times(last, ratio);
  const [first = zero] = terms;
  const verdict = confirmed(
    times(first, powerOf(ratio, terms.length)).equals(next),
    `From the first term, ${terms.length.toString()} multiplications lead to the same number.`,
  );
  const show = (value: Rational) => tex(numberExpr(value, style));
  const multiplied = multiplyWithDot(numberExpr(last, style), numberExpr(ratio, style));
  return {
    type: 'solved',
    moves: [
      ...opening,
      ratioMove(terms, ratio, style),
      {
        text: `Multiply the last term by ${math(numberExpr(ratio, style))} once more.`,
        latex: `${show(last)} \\cdot ${wrapped(show(ratio))} = ${show(next)}`,
        why: 'The sequence goes on in the same way.',
        rule: 'common-ratio',
        claim: { type: 'equal', left: multiplied, right: numberExpr(next, style) },
      },
    ],
    answer: answerOf(numberExpr(next, style), verdict),
  };
}

export function geometricGeneral(
  terms: readonly Rational[],
  opening: readonly Move[],
  style: NumberStyle,
  index: string,
): Derivation | undefined {
  const ratio = commonRatio(terms);
  if (ratio === undefined) return undefined;
  const [first = zero] = terms;
  const base: Expr = isInteger(ratio) && ratio.s > 0n ? num(ratio) : numberExpr(ratio, style);
  const raised = power(base, subtract(sym(index), num(1)));
  const size = first.s < 0n ? negated(first) : first;
  const product = size.n === 1n && size.d === 1n ? raised : multiply(numberExpr(size, style), raised);
  const formula = first.s < 0n ? negate(product) : product;
  const reproduces = terms.every((term, place) => times(first, powerOf(ratio, place)).equals(term));
  const verdict = confirmed(
    reproduces,
    `Put in $${index} = 1, \\dots, ${terms.length.toString()}$, the formula gives all the terms.`,
  );
  const checks: Claim = {
    type: 'all',
    claims: terms.slice(0, 6).map((term, place): Claim => ({
      type: 'holds',
      statement: equals(substitute(formula, { [index]: num(place + 1) }), num(term)),
    })),
  };
  return {
    type: 'solved',
    moves: [
      ...opening,
      ratioMove(terms, ratio, style),
      {
        text: `The first term is ${math(numberExpr(first, style))}, and each of the $${index} - 1$ steps to the term number $${index}$ multiplies by ${math(numberExpr(ratio, style))}.`,
        latex: `a_{${index}} = ${tex(formula)}`,
        why: 'Repeated multiplication by the same number is a power.',
        rule: 'common-ratio',
        claim: checks,
      },
    ],
    answer: answerOf(formula, verdict),
  };
}
