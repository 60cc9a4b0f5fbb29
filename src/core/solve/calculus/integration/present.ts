import { abs, add, call, divide, multiply, negate, num, power, sqrt } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { isInteger, negated, numeratorOf, over, rational, times, type Rational } from '../../../math/rational.ts';
import { hasSymbol, mapExpr, sameExpr } from '../../../math/tree.ts';
import { numberOf, tidy } from '../tidy.ts';
import { isSurelyPositive, productOf, productToExpr } from './forms.ts';

/** As it is written on the board: no negative powers, one root instead of two, half powers instead of powers of roots. */
export function present(expr: Expr): Expr {
  return mapExpr(expr, (node) => {
    switch (node.kind) {
      case 'power':
        return logarithmInExponent(node.base, node.exponent) ?? presentPower(node.base, node.exponent);
      case 'multiply':
        return presentProduct(node.factors);
      case 'divide':
        return presentFraction(node.numerator, node.denominator);
      case 'add':
        return presentSum(node.terms);
      case 'call':
        return node.name === 'ln' && node.args[0] !== undefined ? presentLogarithm(node.args[0]) : node;
      default:
        return node;
    }
  });
}

function presentLogarithm(inside: Expr): Expr {
  const u = inside.kind === 'abs' && isSurelyPositive(inside.operand) ? inside.operand : inside;
  if (u.kind === 'call' && u.name === 'exp' && u.args[0] !== undefined) return u.args[0];
  if (u.kind === 'power' && u.base.kind === 'constant' && u.base.name === 'e') return u.exponent;
  return call('ln', u);
}

/** e^(ln u) is u. */
function logarithmInExponent(base: Expr, exponent: Expr): Expr | undefined {
  const isE = base.kind === 'constant' && base.name === 'e';
  return isE && exponent.kind === 'call' && exponent.name === 'ln' ? exponent.args[0] : undefined;
}

/** Of two terms the positive one stands first. */
function presentSum(terms: readonly Expr[]): Expr {
  const [first, second] = terms;
  if (first === undefined || second === undefined || terms.length !== 2) return add(...terms);
  return first.kind === 'negate' && second.kind !== 'negate' ? add(second, first) : add(...terms);
}

function presentPower(base: Expr, exponent: Expr): Expr {
  const n = numberOf(exponent);
  if (n === undefined) return power(base, exponent);
  if (n.s < 0n) return divide(num(1), presentPower(base, num(negated(n))));
  if (base.kind === 'root' && base.index === undefined && isInteger(n)) {
    const half = over(n, rational(2));
    return numeratorOf(n) === 1n
      ? base
      : isInteger(half)
        ? powerOf(base.radicand, half)
        : power(base.radicand, num(half));
  }
  if (
    base.kind === 'multiply' &&
    isInteger(n) &&
    base.factors.every(
      (factor) => numberOf(factor) !== undefined || factor.kind === 'symbol' || factor.kind === 'power',
    )
  )
    return tidy(multiply(...base.factors.map((factor) => presentPower(factor, exponent))));
  if (base.kind === 'power') {
    const inner = numberOf(base.exponent);
    if (inner !== undefined && isInteger(inner) && isInteger(n)) return power(base.base, num(times(inner, n)));
  }
  if (n.n === 1n && n.d === 2n) return sqrt(base);
  return powerOf(base, n);
}

function powerOf(base: Expr, n: Rational): Expr {
  return isInteger(n) && numeratorOf(n) === 1n ? base : power(base, num(n));
}

/** Fractions in letters inside a product become one fraction; roots of numbers are multiplied. */
function presentProduct(factors: readonly Expr[]): Expr {
  const flat = factors.flatMap((factor) => (factor.kind === 'multiply' ? factor.factors : [factor]));
  const isLetterFraction = (factor: Expr): boolean => factor.kind === 'divide' && numberOf(factor) === undefined;
  if (!flat.some(isLetterFraction)) return multiply(...joinRoots(flat));
  const above = flat.map((factor) => (factor.kind === 'divide' ? factor.numerator : factor));
  const below = flat.flatMap((factor) => (factor.kind === 'divide' ? [factor.denominator] : []));
  return tidyFraction(above, below);
}

function presentFraction(numerator: Expr, denominator: Expr): Expr {
  const plain = divide(numerator, denominator);
  if (numberOf(plain) !== undefined) return plain;
  const [a, b] = numerator.kind === 'divide' ? [numerator.numerator, numerator.denominator] : [numerator, undefined];
  const [c, d] =
    denominator.kind === 'divide' ? [denominator.numerator, denominator.denominator] : [denominator, undefined];
  return tidyFraction([a, ...(d === undefined ? [] : [d])], [c, ...(b === undefined ? [] : [b])]);
}

function tidyFraction(above: readonly Expr[], below: readonly Expr[]): Expr {
  const flat = (part: readonly Expr[]): readonly Expr[] =>
    part.flatMap((factor) => (factor.kind === 'multiply' ? factor.factors : [factor]));
  const [top, bottom] = withoutSharedRoot(flat(above), flat(below));
  return tidy(divide(multiply(...joinRoots(top)), multiply(...joinRoots(bottom))));
}

/** A/√A is √A. */
function withoutSharedRoot(
  above: readonly Expr[],
  below: readonly Expr[],
): readonly [readonly Expr[], readonly Expr[]] {
  for (const factor of below) {
    if (factor.kind !== 'root' || factor.index !== undefined || numberOf(factor.radicand) !== undefined) continue;
    const whole = above.find((other) => sameExpr(other, factor.radicand));
    if (whole === undefined) continue;
    return [above.map((other) => (other === whole ? factor : other)), below.filter((other) => other !== factor)];
  }
  return [above, below];
}

/** √2·√3 is √6. */
function joinRoots(factors: readonly Expr[]): readonly Expr[] {
  const isNumericRoot = (factor: Expr): boolean =>
    factor.kind === 'root' && factor.index === undefined && numberOf(factor.radicand) !== undefined;
  const roots = factors.filter(isNumericRoot);
  if (roots.length < 2) return factors;
  const radicand = roots.reduce<Rational>(
    (product, factor) =>
      times(product, (factor.kind === 'root' ? numberOf(factor.radicand) : undefined) ?? rational(1)),
    rational(1),
  );
  return [...factors.filter((factor) => !isNumericRoot(factor)), sqrt(num(radicand))];
}

/** An antiderivative as an answer: constants multiplied into sums, terms without the variable left to the constant C. */
export function presentAnswer(expr: Expr, x: string): Expr {
  const terms = spread(present(tidy(expr)), x).filter((term) => hasSymbol(term, x));
  return terms.length === 0 ? present(expr) : present(tidy(add(...terms)));
}

/** The terms of a sum, also of one that is multiplied by something free of x. */
function spread(expr: Expr, x: string): readonly Expr[] {
  switch (expr.kind) {
    case 'add':
      return expr.terms.flatMap((term) => spread(term, x));
    case 'negate':
      return spread(expr.operand, x).map(negate);
    case 'multiply': {
      const sums = expr.factors.filter((factor) => hasSymbol(factor, x));
      const [sum] = sums;
      if (sum === undefined || sums.length > 1) return [expr];
      const inner = spread(sum, x);
      if (inner.length === 0 || (inner.length === 1 && inner[0] === sum)) return [expr];
      const rest = expr.factors.filter((factor) => factor !== sum);
      return inner.map((term) => tidy(multiply(...rest, term)));
    }
    case 'divide': {
      if (hasSymbol(expr.denominator, x)) return [expr];
      const { numerator } = expr;
      if (numerator.kind === 'add' && numerator.terms.some((term) => term.kind === 'symbol')) return [expr];
      const inner = spread(numerator, x);
      return inner.length === 1 && inner[0] === numerator
        ? [expr]
        : inner.map((term) => tidy(divide(term, expr.denominator)));
    }
    case 'call':
      return expr.name === 'ln' && expr.args[0]?.kind === 'abs' ? [plainLogarithm(expr.args[0].operand, x)] : [expr];
    default:
      return [expr];
  }
}

/** ln|c·g^n| is n·ln|g| and a constant, which is left out. */
function plainLogarithm(inside: Expr, x: string): Expr {
  const { parts } = productOf(inside, x);
  const [part, second] = parts;
  const n = part === undefined ? undefined : numberOf(part.exponent);
  if (part === undefined || second !== undefined || n === undefined) {
    const rest = productToExpr({ constant: num(1), parts });
    return parts.length === 0 ? call('ln', abs(inside)) : call('ln', abs(rest));
  }
  return tidy(multiply(num(n), call('ln', abs(part.base))));
}
