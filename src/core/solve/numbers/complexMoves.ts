import { divide, i, multiply, multiplyWithDot, negate, num, power, sqrt, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { degree } from '../../math/polynomial.ts';
import { mapExpr, sameExpr } from '../../math/tree.ts';
import type { Move } from '../derivation.ts';
import { exactForm, hasImaginary } from './exactForm.ts';
import { equalClaim, equality } from './piece.ts';
import { math, tex } from './write.ts';

/** Not in any text: stands for i while brackets are multiplied out. */
const letter = 'i';

/** Works out a number with i in it: sums and products like those of letters, with i² = −1; quotients by the conjugate. */
export function complexMoves(expr: Expr): readonly Move[] | undefined {
  const moves: Move[] = [];
  let current = expr;
  const roots = mapExpr(current, negativeRoot);
  if (!sameExpr(roots, current)) {
    moves.push({
      text: 'Write the root of a negative number with $i$: $\\sqrt{-a} = i\\sqrt{a}$.',
      latex: `${tex(current)} = ${tex(roots)}`,
      why: 'The square of i is −1, so the minus sign under the root comes out as i.',
      rule: 'imaginary-unit',
      claim: equalClaim(current, roots),
    });
    current = roots;
  }
  const result = exactForm(expr);
  if (result === undefined) return undefined;
  if (current.kind === 'divide' && hasImaginary(current.denominator))
    return [...moves, ...byConjugate(current, result)];
  if (sameExpr(current, result)) return moves;
  return [...moves, ...multipliedOut(current, result)];
}

function negativeRoot(node: Expr): Expr {
  if (node.kind !== 'root' || node.index !== undefined || node.radicand.kind !== 'negate') return node;
  const outside = exactForm(sqrt(node.radicand.operand));
  if (outside === undefined) return node;
  return outside.kind === 'number' && outside.value.equals(1) ? i : multiply(outside, i);
}

/** Powers of i as those of a letter first, then i² = −1. */
function multipliedOut(expr: Expr, result: Expr): readonly Move[] {
  const lettered = mapExpr(expr, (node) => (node.kind === 'constant' && node.name === 'i' ? sym(letter) : node));
  const polynomial = toPolynomial(lettered);
  const replace: Omit<Move, 'latex' | 'claim' | 'text'> = {
    why: 'The imaginary unit is defined by this equation.',
    rule: 'imaginary-unit',
  };
  const high = polynomial === undefined ? 0 : degree(polynomial, letter);
  const alone = onlyMove(expr, result, polynomial === undefined ? undefined : high);
  if (alone !== undefined || polynomial === undefined) return alone === undefined ? [] : [alone];
  const descending = mapExpr(polynomialToExpr(polynomial, { variable: letter }), (node) =>
    node.kind === 'symbol' && node.name === letter ? i : node,
  );
  const spread = descending.kind === 'add' ? { ...descending, terms: descending.terms.toReversed() } : descending;
  const isSpread = sameExpr(spread, expr);
  const opening: Move = {
    text: 'Multiply out, treating $i$ like a letter.',
    latex: equality(expr, spread),
    why: 'The rules for brackets hold for complex numbers too.',
    rule: 'multiply-complex',
    claim: equalClaim(expr, spread),
  };
  const powers = Array.from({ length: high - 1 }, (_, index) => index + 2).map((exponent) => {
    const raised = power(i, num(exponent));
    return `$${equality(raised, exactForm(raised) ?? raised)}$`;
  });
  const closing: Move = {
    ...replace,
    text: `Put in ${powers.slice(0, 4).join(', ')} and collect.`,
    latex: isSpread ? equality(expr, result) : `= ${tex(result)}`,
    claim: equalClaim(isSpread ? expr : spread, result),
  };
  return isSpread ? [closing] : [opening, closing];
}

/** Where nothing has to be multiplied out: a power of i alone, a sum, the absolute value. */
function onlyMove(expr: Expr, result: Expr, high: number | undefined): Move | undefined {
  const latex = equality(expr, result);
  const claim = equalClaim(expr, result);
  if (expr.kind === 'power' && expr.base.kind === 'constant' && expr.exponent.kind === 'number') {
    const exponent = Number(expr.exponent.value.n);
    const [fours, rest] = [Math.floor(exponent / 4), exponent % 4];
    const text =
      exponent < 4
        ? `Put in $i^2 = -1$: $${latex}$.`
        : `Since $i^4 = 1$ and $${exponent.toString()} = 4 \\cdot ${fours.toString()} + ${rest.toString()}$, only $i^{${rest.toString()}}$ is left: $${latex}$.`;
    return { text, latex, why: 'The powers of i repeat after four.', rule: 'imaginary-unit', claim };
  }
  if (expr.kind === 'abs') {
    const inside = exactForm(expr.operand) ?? expr.operand;
    return {
      text: `The absolute value of ${math(inside)} is its distance from $0$ in the plane: square the real and the imaginary part, add, and take the root.`,
      latex,
      why: 'Real and imaginary part are the legs of a right triangle.',
      rule: 'imaginary-unit',
      claim,
    };
  }
  if (high !== undefined && high >= 2 && high <= 12) return undefined;
  return {
    text:
      high !== undefined && high < 2
        ? 'Put the real parts together, and the multiples of $i$ together.'
        : 'Work it out with $i^2 = -1$, and put the real parts together and the multiples of $i$ together.',
    latex,
    why: 'A complex number is a real part plus a multiple of i, and each is added on its own.',
    rule: 'imaginary-unit',
    claim,
  };
}

/** (a + bi)/(c + di): top and bottom times c − di. */
function byConjugate(expr: Extract<Expr, { kind: 'divide' }>, result: Expr): readonly Move[] {
  const bottom = exactForm(expr.denominator) ?? expr.denominator;
  const conjugate = exactForm(
    mapExpr(bottom, (node) => (node.kind === 'constant' && node.name === 'i' ? negate(i) : node)),
  );
  const above = conjugate && exactForm(multiply(expr.numerator, conjugate));
  const below = conjugate && exactForm(multiply(bottom, conjugate));
  if (conjugate === undefined || above === undefined || below === undefined) return [];
  const widened = divide(multiplyWithDot(expr.numerator, conjugate), multiplyWithDot(expr.denominator, conjugate));
  const fraction = divide(above, below);
  const widen: Move = {
    text: `Multiply top and bottom by ${math(conjugate)}, the conjugate of the denominator ${math(bottom)}.`,
    latex: equality(expr, widened),
    why: 'A complex number times its conjugate is real, so i disappears from the denominator.',
    rule: 'conjugate',
    claim: equalClaim(expr, widened),
  };
  const work: Move = {
    text: `Multiply out with $i^2 = -1$: the top is ${math(above)} and the bottom ${math(below)}.`,
    latex: sameExpr(fraction, result) ? `= ${tex(result)}` : `= ${tex(fraction)} = ${tex(result)}`,
    why: 'Above, every term meets every term; below, only the squares are left.',
    rule: 'multiply-complex',
    claim: { type: 'all', claims: [equalClaim(widened, fraction), equalClaim(fraction, result)] },
  };
  return [widen, work];
}
