import { decimal, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { univariateCoefficients, univariatePolynomial, type Polynomial } from '../../math/polynomial.ts';
import { floorOf, minus, numeratorOf, plus, rational, times, type Rational } from '../../math/rational.ts';
import { toRationalFunction } from '../../math/rationalFunction.ts';
import { countRealRoots, realRoots, refineRoot, signAt } from '../../math/realRoots.ts';
import type { Verdict } from '../../session/step.ts';
import type { ExactWork } from '../exactWork.ts';
import type { Board } from './board.ts';
import { polynomialExpr, type Coefficients } from './coefficients.ts';
import type { Root, Setting, Solutions } from './outcome.ts';
import { rationalCoefficients } from './quadraticForm.ts';
import { solutionsLine } from './solutionsLine.ts';
import { rationalOf } from './tidy.ts';
import { sidesOf } from './tidySides.ts';
import { math } from './words.ts';

/** Digits after the point of a value that has no closed form here. */
const places = 6;

/** The real roots of an irreducible polynomial of degree 3 or more, as decimals with certified digits. Writes on the board. */
export function numericRoots(board: Board, items: Coefficients, setting: Setting): Solutions | undefined {
  const exact = rationalCoefficients(items);
  if (exact === undefined) return undefined;
  const { unknown } = setting;
  const polynomial = univariatePolynomial('x', exact);
  const roots: Root[] = realRoots(polynomial, setting.work).map((root) => {
    const fine = refineRoot(root, 4 * places + 24);
    return { value: decimal(rounded(fine.lower)), places };
  });
  const left = polynomialExpr(items, unknown);
  if (roots.length === 0) return { type: 'none', note: `${math(left)} has no real zero.` };
  const evidence = roots
    .map((root) => signChange(polynomial, rationalOf(root.value) ?? rational(0), unknown))
    .join(' ');
  const line = solutionsLine(unknown, roots);
  board.remark({
    text: `${math(left)} has no rational zeros, and I know no simpler form for its zeros. Enclose them: the signs change between numbers that differ by less than $10^{-${places.toString()}}$.`,
    latex: toTex(line),
    why: 'A polynomial changes its sign only at a zero, so a change of sign encloses one as closely as one likes; all digits shown are certain but for the last one, which is rounded.',
    rule: 'enclose-roots',
    claim: { type: 'decided', verdict: { kind: 'valid', how: 'certified', evidence } },
  });
  return { type: 'roots', roots };
}

/** To the nearest multiple of 10^−places. */
function rounded(value: Rational): Rational {
  const scale = rational(10n ** BigInt(places));
  return rational(floorOf(plus(times(value, scale), rational(1, 2))), numeratorOf(scale));
}

/** Half a unit of the last place. */
const margin = rational(1n, 2n * 10n ** BigInt(places));

function changesSign(polynomial: Polynomial, value: Rational): boolean {
  const whole = wholeCoefficients(polynomial);
  return signAt(whole, minus(value, margin)) * signAt(whole, plus(value, margin)) <= 0;
}

function signChange(polynomial: Polynomial, value: Rational, unknown: string): string {
  return changesSign(polynomial, value)
    ? `The sign changes within half a unit of the last place of $${toTex(sym(unknown))} \\approx ${toTex(decimal(value))}$.`
    : '';
}

function wholeCoefficients(polynomial: Polynomial): readonly bigint[] {
  const exact = univariateCoefficients(polynomial) ?? [];
  const multiple = exact.reduce((product, item) => product * item.d, 1n);
  return exact.map((item) => numeratorOf(times(item, rational(multiple))));
}

/**
 * Checks a list of roots of which some are decimals: exact ones are zeros, decimals enclose a change of sign, and a count of
 * the real zeros shows that none is missing.
 */
export function verifyDecimals(line: Expr, unknown: string, roots: readonly Root[], work: ExactWork): Verdict {
  const unknownVerdict: Verdict = { kind: 'unknown', how: 'none' };
  if (line.kind !== 'relation' || line.operators.join() !== '=') return unknownVerdict;
  const [left, right] = sidesOf(line);
  const value = toRationalFunction({ kind: 'add', terms: [left, { kind: 'negate', operand: right }] });
  if (value?.numerator.variables.join() !== unknown || value.denominator.variables.length > 0) return unknownVerdict;
  const polynomial = value.numerator;
  const whole = wholeCoefficients(polynomial);
  for (const root of roots) {
    const exact = rationalOf(root.value);
    if (root.places !== undefined) {
      if (exact === undefined || !changesSign(polynomial, exact))
        return { kind: 'invalid', how: 'certified', evidence: `There is no change of sign at ${math(root.value)}.` };
    } else if (exact === undefined || signAt(whole, exact) !== 0) return unknownVerdict;
  }
  if (countRealRoots(polynomial, work) !== roots.length) return unknownVerdict;
  return {
    kind: 'valid',
    how: 'certified',
    relation: 'equivalent',
    evidence: `A change of sign encloses each of the ${roots.length.toString()} real zeros, and there are no more.`,
  };
}
