import { add, divide, multiply, negate, num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { toText } from '../../math/print/toText.ts';
import type { Rational } from '../../math/rational.ts';
import { over, zero } from '../../math/rational.ts';
import { children, freeSymbols, sizeOf } from '../../math/tree.ts';

/** A product or quotient laid out flat; the sign of each factor stays with it as it was written. */
export interface ProductView {
  readonly top: readonly Expr[];
  readonly bottom: readonly Expr[];
  /** How many minus signs were written. */
  readonly minuses: number;
}

export function productView(expr: Expr): ProductView {
  switch (expr.kind) {
    case 'negate': {
      const inner = productView(expr.operand);
      return { ...inner, minuses: inner.minuses + 1 };
    }
    case 'multiply': {
      const views = expr.factors.map(productView);
      return {
        top: views.flatMap((view) => view.top),
        bottom: views.flatMap((view) => view.bottom),
        minuses: views.reduce((sum, view) => sum + view.minuses, 0),
      };
    }
    case 'divide': {
      const [above, below] = [productView(expr.numerator), productView(expr.denominator)];
      return {
        top: [...above.top, ...below.bottom],
        bottom: [...above.bottom, ...below.top],
        minuses: above.minuses + below.minuses,
      };
    }
    default:
      return { top: [expr], bottom: [], minuses: 0 };
  }
}

/** The value of a product view, with the sign that it should have. */
export function fromProduct(top: readonly Expr[], bottom: readonly Expr[], minuses = 0): Expr {
  const above = multiply(...top);
  const size = bottom.length === 0 ? above : divide(above, multiply(...bottom));
  return minuses % 2 === 1 ? negate(size) : size;
}

/** The terms of a sum; the expression itself where it is none. */
export function termsOf(expr: Expr): readonly Expr[] {
  return expr.kind === 'add' ? expr.terms : [expr];
}

export function without<Item>(items: readonly Item[], index: number): readonly Item[] {
  return items.filter((_, position) => position !== index);
}

export function replaced<Item>(items: readonly Item[], index: number, item: Item): readonly Item[] {
  return items.map((old, position) => (position === index ? item : old));
}

export function isSum(expr: Expr): expr is Extract<Expr, { readonly kind: 'add' }> {
  return expr.kind === 'add';
}

/** True for what holds no letter, no constant and nothing but the four operations and powers. */
export function isNumeric(expr: Expr): boolean {
  switch (expr.kind) {
    case 'number':
      return true;
    case 'add':
    case 'negate':
    case 'multiply':
    case 'divide':
    case 'power':
    case 'root':
      return children(expr).every(isNumeric);
    default:
      return false;
  }
}

/** A number as it is written: 3, -3, 2.5. */
export function isLiteral(expr: Expr): boolean {
  return expr.kind === 'number' || (expr.kind === 'negate' && isLiteral(expr.operand));
}

/** A number or a fraction of two, with any signs. */
export function isPlainNumber(expr: Expr): boolean {
  if (expr.kind === 'divide') return isLiteral(expr.numerator) && isLiteral(expr.denominator);
  return expr.kind === 'negate' ? isPlainNumber(expr.operand) : expr.kind === 'number';
}

/** The exact value of arithmetic with rationals; undefined for other things, and for what is too large. */
export function rationalValue(expr: Expr): Rational | undefined {
  if (freeSymbols(expr).length > 0 || sizeOf(expr) > 60) return undefined;
  const polynomial = toPolynomial(expr);
  if (!polynomial || polynomial.variables.length > 0) return undefined;
  return polynomial.terms[0]?.coefficient ?? zero;
}

/** coefficient · rest, the rest being the same for like terms. */
export interface Monomial {
  readonly coefficient: Rational;
  /** '' for a number. */
  readonly key: string;
  readonly rest: Expr;
}

/** Undefined for a term that is a sum, or zero. */
export function monomialOf(term: Expr): Monomial | undefined {
  const view = productView(term);
  const numbersAbove = view.top.filter(isNumeric);
  const numbersBelow = view.bottom.filter(isNumeric);
  const above = view.top.filter((factor) => !isNumeric(factor));
  const below = view.bottom.filter((factor) => !isNumeric(factor));
  if ([...above, ...below].some(isSum)) return undefined;
  const [p, q] = [rationalValue(fromProduct(numbersAbove, [], view.minuses)), rationalValue(multiply(...numbersBelow))];
  if (!p || !q || q.n === 0n) return undefined;
  const name = (factors: readonly Expr[]): string => factors.map(toText).sort().join('*');
  const key = above.length + below.length === 0 ? '' : `${name(above)}/${name(below)}`;
  return { coefficient: over(p, q), key, rest: fromProduct(above, below) };
}

/** Terms of a sum that can be collected, two at least, with what they add up to left undone. */
export interface LikeTerms {
  readonly members: readonly Expr[];
  readonly rest: Expr;
  readonly isNumber: boolean;
  /** The other terms of the sum. */
  readonly others: readonly Expr[];
}

export function likeTerms(sum: Expr): readonly LikeTerms[] {
  if (sum.kind !== 'add') return [];
  const monomials = sum.terms.map(monomialOf);
  const keys = [...new Set(monomials.flatMap((monomial) => (monomial ? [monomial.key] : [])))];
  return keys.flatMap((key) => {
    const isMember = (_: Expr, index: number): boolean => monomials[index]?.key === key;
    const members = sum.terms.filter(isMember);
    const rest = monomials.find((monomial) => monomial?.key === key)?.rest ?? num(1);
    if (members.length < 2) return [];
    const others = sum.terms.filter((term, index) => !isMember(term, index));
    return [{ members, rest, isNumber: key === '', others }];
  });
}

/** `part` within `others`, as a sum. */
export function sumWith(others: readonly Expr[], part: Expr): Expr {
  return add(...others, part);
}

export function opposite(expr: Expr): Expr {
  return expr.kind === 'negate' ? expr.operand : negate(expr);
}
