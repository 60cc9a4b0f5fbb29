import type { Expr, ExprOf, RelationOperator } from './expr.ts';
import { isInteger, negated, numeratorOf, rational, type Rational } from './rational.ts';

/**
 * Constructors of expressions for code that derives. They keep the invariants of the tree (a number is never negative
 * and never a plain fraction) and flatten sums into sums and products into products; they simplify nothing else.
 */

/** An exact number: an integer, `negate` of one, or `divide` of two. A `number` argument must be an integer (RangeError from BigInt else). */
export function num(value: Rational | bigint | number): Expr {
  const exact = typeof value === 'object' ? value : rational(value);
  if (exact.s < 0n) return { kind: 'negate', operand: num(negated(exact)) };
  if (isInteger(exact)) return integerLiteral(numeratorOf(exact));
  return divide(integerLiteral(exact.n), integerLiteral(exact.d));
}

/** A number written with a decimal point where the value has a finite decimal expansion; else as `num`. */
export function decimal(value: Rational): Expr {
  if (value.s < 0n) return negate(decimal(negated(value)));
  if (isInteger(value)) return num(value);
  let [denominator, places] = [value.d, 0];
  for (const prime of [10n, 5n, 2n]) {
    while (denominator % prime === 0n) [denominator, places] = [denominator / prime, places + 1];
  }
  if (denominator !== 1n) return num(value);
  const digits = ((value.n * 10n ** BigInt(places)) / value.d).toString().padStart(places + 1, '0');
  return {
    kind: 'number',
    value,
    notation: 'decimal',
    text: `${digits.slice(0, -places)}.${digits.slice(-places)}`,
  };
}

function integerLiteral(value: bigint): Expr {
  return { kind: 'number', value: rational(value), notation: 'integer', text: value.toString() };
}

export function sym(name: string): ExprOf<'symbol'> {
  return { kind: 'symbol', name };
}

export const pi: Expr = { kind: 'constant', name: 'pi' };
export const e: Expr = { kind: 'constant', name: 'e' };
export const i: Expr = { kind: 'constant', name: 'i' };
export const infinity: Expr = { kind: 'constant', name: 'infinity' };
export const emptySet: Expr = { kind: 'emptySet' };
export const hole: Expr = { kind: 'hole' };

/** No terms give 0, one term gives itself; terms that are sums are spliced in. */
export function add(...terms: readonly Expr[]): Expr {
  const flat = terms.flatMap((term) => (term.kind === 'add' ? term.terms : [term]));
  return flat.length === 0 ? num(0) : flat.length === 1 && flat[0] ? flat[0] : { kind: 'add', terms: flat };
}

/** `a - b` is add[a, negate b]; a number with a minus sign keeps it: `a - (-3)`. */
export function subtract(left: Expr, right: Expr): Expr {
  return add(left, negate(right));
}

export function negate(operand: Expr): Expr {
  return { kind: 'negate', operand };
}

/** No factors give 1, one factor gives itself; factors that are products are spliced in. The sign is chosen by the printer. */
export function multiply(...factors: readonly Expr[]): Expr {
  return product(factors, 'implicit');
}

/** As `multiply`, printed with a raised dot between all factors. */
export function multiplyWithDot(...factors: readonly Expr[]): Expr {
  return product(factors, 'dot');
}

/** As `multiply`, printed with × between all factors. */
export function multiplyWithTimes(...factors: readonly Expr[]): Expr {
  return product(factors, 'times');
}

function product(factors: readonly Expr[], sign: ExprOf<'multiply'>['sign']): Expr {
  const flat = factors.flatMap((factor) => (factor.kind === 'multiply' ? factor.factors : [factor]));
  return flat.length === 0
    ? num(1)
    : flat.length === 1 && flat[0]
      ? flat[0]
      : { kind: 'multiply', factors: flat, sign };
}

/** A fraction; nothing is reduced. */
export function divide(numerator: Expr, denominator: Expr): Expr {
  return { kind: 'divide', numerator, denominator, style: 'fraction' };
}

export function power(base: Expr, exponent: Expr): Expr {
  return { kind: 'power', base, exponent };
}

export function sqrt(radicand: Expr): Expr {
  return { kind: 'root', radicand };
}

export function root(radicand: Expr, index: Expr): Expr {
  return { kind: 'root', radicand, index };
}

export function abs(operand: Expr): Expr {
  return { kind: 'abs', operand };
}

export function factorial(operand: Expr): Expr {
  return { kind: 'factorial', operand };
}

export function plusMinus(operand: Expr): Expr {
  return { kind: 'plusMinus', operand, isMinusPlus: false };
}

/** A function applied to arguments: call('sin', x), call('log', x, num(2)). */
export function call(name: string, ...args: readonly Expr[]): Expr {
  return { kind: 'call', name, args };
}

export function equals(left: Expr, right: Expr): ExprOf<'relation'> {
  return relation(left, '=', right);
}

export function relation(left: Expr, operator: RelationOperator, right: Expr): ExprOf<'relation'> {
  return { kind: 'relation', operands: [left, right], operators: [operator] };
}

/** a = b = c … */
export function chain(first: Expr, ...rest: readonly (readonly [RelationOperator, Expr])[]): ExprOf<'relation'> {
  return {
    kind: 'relation',
    operands: [first, ...rest.map(([, operand]) => operand)],
    operators: rest.map(([operator]) => operator),
  };
}

/** One item gives itself; items that are disjunctions are spliced in. */
export function or(...items: readonly Expr[]): Expr {
  const flat = items.flatMap((item) => (item.kind === 'or' ? item.items : [item]));
  return flat.length === 1 && flat[0] ? flat[0] : { kind: 'or', items: flat };
}

/** One item gives itself; items that are conjunctions are spliced in. */
export function and(...items: readonly Expr[]): Expr {
  const flat = items.flatMap((item) => (item.kind === 'and' ? item.items : [item]));
  return flat.length === 1 && flat[0] ? flat[0] : { kind: 'and', items: flat };
}

export function not(operand: Expr): Expr {
  return { kind: 'not', operand };
}

export function tuple(...items: readonly Expr[]): Expr {
  return { kind: 'tuple', items };
}

export function set(...items: readonly Expr[]): Expr {
  return { kind: 'set', items };
}

/** `brackets`: '[]' closed, '()' open, '[)' and '(]' half open. */
export function interval(lower: Expr, upper: Expr, brackets: '[]' | '()' | '[)' | '(]'): Expr {
  return {
    kind: 'interval',
    lower,
    upper,
    isLowerClosed: brackets.startsWith('['),
    isUpperClosed: brackets.endsWith(']'),
  };
}

/** No items give the empty set, one item gives itself. */
export function union(...items: readonly Expr[]): Expr {
  return items.length === 0 ? emptySet : items.length === 1 && items[0] ? items[0] : { kind: 'union', items };
}

export function matrix(...rows: readonly (readonly Expr[])[]): Expr {
  return { kind: 'matrix', rows };
}

export function quantity(value: Expr, unit: string): Expr {
  return { kind: 'quantity', value, unit };
}

export function derivative(body: Expr, variable: string, order = 1): Expr {
  return { kind: 'derivative', body, variable, order, isPartial: false };
}

/** Without bounds where `bounds` is absent. */
export function integral(body: Expr, variable: string, bounds?: readonly [Expr, Expr]): Expr {
  return bounds === undefined
    ? { kind: 'integral', body, variable }
    : { kind: 'integral', body, variable, lower: bounds[0], upper: bounds[1] };
}

export function limit(body: Expr, variable: string, target: Expr, side?: 'left' | 'right'): Expr {
  return { kind: 'limit', body, variable, target, ...(side && { side }) };
}

export function sum(body: Expr, variable: string, lower: Expr, upper: Expr): Expr {
  return { kind: 'bigOperator', operator: 'sum', body, variable, lower, upper };
}
