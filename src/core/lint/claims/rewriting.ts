import { toRationalFunction } from '../../math/rationalFunction.ts';
import { isConstantPolynomial, subtractPolynomials, multiplyPolynomials } from '../../math/polynomial.ts';
import type { Expr } from '../../math/expr.ts';
import { contains, freeSymbols } from '../../math/tree.ts';
import type { Link } from './link.ts';
import { isOneSlipApart } from './oneSlip.ts';
import type { ReadPart } from './readPart.ts';
import type { Facts } from './scope.ts';

/**
 * True where both sides of an equals sign are meant to be the same for all values of their letters: a rewriting. Nothing
 * that was said before may hold the letters down, and the sides have to look like forms of one thing.
 */
export function isRewritingLink({ left, right, cues, links, isContinued }: Link, facts: Facts): boolean {
  if (isDifferentiated(left, right, facts)) return true;
  if (left.expr.kind === 'symbol' || right.expr.kind === 'symbol' || left.isLiteral || right.isLiteral) return false;
  const letters = new Set([...left.letters, ...right.letters]);
  if (letters.size !== left.letters.length || letters.size !== right.letters.length) return false;
  if ([...letters].some((name) => facts.constrained.has(name) || facts.values.has(name))) return false;
  if ([...letters].some((name) => rootNames.test(name))) return false;
  // Quaternions don't commute.
  if (letters.has('i') && (letters.has('j') || letters.has('k'))) return false;
  const isChain = links >= 2 || isContinued;
  if (!isChain && !cues.isRewriting) return false;
  return (
    isCalculation(left.expr) &&
    (looksAlike(left.expr, right.expr) || isOneSlipApart(left.expr, right.expr, [...letters]))
  );
}

/**
 * Roots of unity and the golden ratio go by these names: powers of them come down without a word. e may be
 * the neutral element.
 */
const rootNames = /^(?:omega|zeta|phi|xi|epsilon|e$)(?:_|$)/;

/** d/dx x³ = 3x², ∫ 2x dx = x² + C: the operation on the left is worked out, and its only letter is free. */
function isDifferentiated(left: ReadPart, right: ReadPart, facts: Facts): boolean {
  const { expr } = left;
  const isOperation = (expr.kind === 'derivative' && !expr.isPartial) || (expr.kind === 'integral' && !expr.lower);
  if (!isOperation) return false;
  const { variable, body } = expr;
  const isAlone = (letters: readonly string[]): boolean => letters.every((name) => name === variable);
  const others = expr.kind === 'integral' ? right.letters.filter((name) => !/^[CcKk]$/.test(name)) : right.letters;
  if (!isAlone(freeSymbols(body)) || !others.includes(variable) || !isAlone(others)) return false;
  if (facts.constrained.has(variable) || facts.values.has(variable)) return false;
  const isKnown = (part: Expr): boolean =>
    !contains(part, (node) => node.kind === 'derivative' || node.kind === 'integral');
  return isKnown(body) && isKnown(right.expr) && right.expr.kind !== 'relation';
}

/** 2x = 4y is a condition; a rewriting begins with something to be worked out. */
function isCalculation(expr: Expr): boolean {
  return contains(
    expr,
    (node) => node.kind === 'add' || node.kind === 'divide' || node.kind === 'power' || node.kind === 'multiply',
  );
}

/** Most terms of the difference, multiplied out, cancel: one slip is far from two unrelated sides. */
function looksAlike(left: Expr, right: Expr): boolean {
  const [a, b] = [toRationalFunction(left), toRationalFunction(right)];
  if (a === undefined || b === undefined) return false;
  if (isConstantPolynomial(a.denominator) && isConstantPolynomial(b.denominator)) {
    const size = Math.max(a.numerator.terms.length, b.numerator.terms.length);
    const difference = subtractPolynomials(
      multiplyPolynomials(a.numerator, b.denominator),
      multiplyPolynomials(b.numerator, a.denominator),
    );
    return difference.terms.length <= Math.max(1, size / 2);
  }
  const difference = subtractPolynomials(
    multiplyPolynomials(a.numerator, b.denominator),
    multiplyPolynomials(b.numerator, a.denominator),
  );
  return difference.terms.length <= 1;
}
