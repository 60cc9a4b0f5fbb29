import { abs, multiply, num, power, root, sqrt, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { factorPolynomial } from '../../math/factorPolynomial.ts';
import { splitPower } from '../../math/integers.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { productOf, scalePolynomial, type Polynomial } from '../../math/polynomial.ts';
import { isInteger, numeratorOf, rational } from '../../math/rational.ts';
import { contains, mapExpr } from '../../math/tree.ts';
import type { Lines } from './lines.ts';
import { constantOf } from './monomial.ts';

/** Roots with letters below the sign: products of roots become one root, powers come out. Each is a move of the whole line. */
export function simplifyRoots(lines: Lines, positive: ReadonlySet<string>): void {
  if (!contains(lines.line, isRoot)) return;
  lines.write(mapExpr(lines.line, joinRoots), {
    text: 'Write the product of roots as one root.',
    rule: 'join-roots',
    why: 'The root of a product is the product of the roots, wherever the roots exist.',
  });
  const taken: { readonly from: Expr; readonly to: Expr }[] = [];
  const to = mapExpr(lines.line, (node) => {
    const simpler = node.kind === 'root' ? takeOut(node, positive) : undefined;
    if (simpler === undefined) return node;
    taken.push({ from: node, to: simpler });
    return simpler;
  });
  const said = taken.map((pair) => lines.math({ kind: 'relation', operands: [pair.from, pair.to], operators: ['='] }));
  lines.write(to, {
    text: `Take the powers out of the root: ${said.join(', ')}.`,
    rule: 'take-out-of-root',
    why: 'A factor that is a full power of the root’s index can stand in front of the root.',
  });
}

function isRoot(node: Expr): boolean {
  return node.kind === 'root';
}

/** √a·√b·c → c·√(ab) within one product, for roots of the same index. */
function joinRoots(node: Expr): Expr {
  if (node.kind === 'power' && node.base.kind === 'root') {
    const exponent = constantOf(node.exponent);
    const index = indexOf(node.base);
    if (exponent !== undefined && index !== undefined && isInteger(exponent) && exponent.s > 0n) {
      return withIndex(collected(power(node.base.radicand, node.exponent)), index);
    }
    return node;
  }
  if (node.kind !== 'multiply') return node;
  const byIndex = new Map<number, Expr[]>();
  const others: Expr[] = [];
  for (const factor of node.factors) {
    const index = factor.kind === 'root' ? indexOf(factor) : undefined;
    if (factor.kind !== 'root' || index === undefined) others.push(factor);
    else byIndex.set(index, [...(byIndex.get(index) ?? []), factor.radicand]);
  }
  if (![...byIndex.values()].some((radicands) => radicands.length > 1)) return node;
  const joined = [...byIndex].map(([index, radicands]) => withIndex(collected(multiply(...radicands)), index));
  return multiply(...others, ...joined);
}

function collected(expr: Expr): Expr {
  const polynomial = toPolynomial(expr);
  return polynomial === undefined ? expr : polynomialToExpr(polynomial);
}

/** Letters that can't be negative where the expression has a value: below an even root alone, in an odd power. */
export function lettersBelowEvenRoots(expr: Expr): readonly string[] {
  const found = new Set<string>();
  mapExpr(expr, (node) => {
    const index = node.kind === 'root' ? indexOf(node) : undefined;
    const radicand = node.kind === 'root' ? toPolynomial(node.radicand) : undefined;
    const [term] = radicand?.terms ?? [];
    const [letter] = radicand?.variables ?? [];
    if (
      index !== undefined &&
      index % 2 === 0 &&
      radicand?.terms.length === 1 &&
      radicand.variables.length === 1 &&
      term !== undefined &&
      letter !== undefined &&
      term.coefficient.s > 0n &&
      (term.exponents[0] ?? 0) % 2 === 1
    )
      found.add(letter);
    return node;
  });
  return [...found];
}

function indexOf(expr: Extract<Expr, { kind: 'root' }>): number | undefined {
  if (expr.index === undefined) return 2;
  const value = constantOf(expr.index);
  return value !== undefined && isInteger(value) && value.s > 0n && value.n >= 2n && value.n <= 1000n
    ? Number(value.n)
    : undefined;
}

function withIndex(radicand: Expr, index: number): Expr {
  return index === 2 ? sqrt(radicand) : root(radicand, num(index));
}

/** What stands in front of the root and what stays below it; undefined where nothing comes out. */
function takeOut(node: Extract<Expr, { kind: 'root' }>, positive: ReadonlySet<string>): Expr | undefined {
  const index = indexOf(node);
  const radicand = toPolynomial(node.radicand);
  if (index === undefined || radicand === undefined || radicand.terms.length === 0) return undefined;
  const { content, factors } = factorPolynomial(radicand);
  if (!isInteger(content) || (content.s < 0n && index % 2 === 0)) return undefined;
  const numbers = splitPower(numeratorOf(content), index);
  const outside: Expr[] = numbers.outside === 1n ? [] : [num(numbers.outside)];
  const inside: Polynomial[] = [];
  for (const { polynomial, multiplicity } of factors) {
    const times = Math.floor(multiplicity / index);
    inside.push(...Array.from({ length: multiplicity % index }, () => polynomial));
    if (times > 0) outside.push(outsideFactor(polynomial, times, index, positive));
  }
  if (outside.length === 0) return undefined;
  const rest = scalePolynomial(productOf(inside), rational(numbers.inside));
  const isOne = rest.variables.length === 0 && numbers.inside === 1n;
  return multiply(...outside, ...(isOne ? [] : [withIndex(polynomialToExpr(rest), index)]));
}

/** √(x²) is |x|; an even power of it, or a letter that is positive, needs no bars. */
function outsideFactor(factor: Polynomial, times: number, index: number, positive: ReadonlySet<string>): Expr {
  const [letter] = factor.variables;
  const isLetter = factor.terms.length === 1 && factor.variables.length === 1 && letter !== undefined;
  const plain = isLetter ? sym(letter) : polynomialToExpr(factor);
  const needsBars = index % 2 === 0 && times % 2 === 1 && !(isLetter && positive.has(letter));
  const base = needsBars ? abs(plain) : plain;
  return times === 1 ? base : power(base, num(times));
}
