import { add, divide, multiply, num, pi, power, subtract, sym } from '../math/build.ts';
import { domainConditions } from '../math/domain.ts';
import type { Expr } from '../math/expr.ts';
import { readQuotient } from '../math/kernel/readQuotient.ts';
import { KernelSpace, NotANumber, Undefined, type Kernel } from '../math/kernel/space.ts';
import { quotientToExpr } from '../math/kernel/toExpr.ts';
import type { Polynomial } from '../math/polynomial.ts';
import { toPolynomial } from '../math/polynomial/toPolynomial.ts';
import { approximateRoot, realRoots } from '../math/realRoots.ts';
import { lcm } from '../math/integers.ts';
import type { Rational } from '../math/rational.ts';
import { TooLarge } from '../math/tooLarge.ts';
import { contains, freeSymbols, mapExpr } from '../math/tree.ts';
import type { ExactWork } from '../solve/exactWork.ts';
import { solutionCells } from './onLine.ts';
import { satisfiesWith } from './putBack.ts';
import { differenceOf, type Statement } from './statement.ts';
import { countOfTriangle, triangleOf } from './systems.ts';

export type SolutionCount =
  /** So many real solutions, exactly. */
  | { readonly type: 'finite'; readonly count: number }
  /** So many in each half-open interval of this length. */
  | { readonly type: 'periodic'; readonly count: number; readonly period: Expr }
  | { readonly type: 'infinite' };

/** The number of real solutions, where it can be known exactly. */
export function countSolutions(
  statement: Statement,
  unknowns: readonly string[],
  work: ExactWork,
): SolutionCount | undefined {
  const [unknown] = unknowns;
  if (unknowns.length !== 1 || unknown === undefined) {
    const triangle = triangleOf(statement, { unknowns, work });
    const count = triangle && countOfTriangle(triangle, work);
    return count === undefined ? undefined : { type: 'finite', count };
  }
  const cells = solutionCells(statement, unknown, work);
  if (cells)
    return cells.every(({ isPoint }) => isPoint) ? { type: 'finite', count: cells.length } : { type: 'infinite' };
  try {
    return countByKernel(statement, unknown, work) ?? countByAngle(statement, unknown, work);
  } catch (error) {
    if (error instanceof Undefined || error instanceof NotANumber || error instanceof TooLarge) return undefined;
    throw error;
  }
}

/** The equation is a polynomial in one kernel, b^(ax+c) or ln(ax+b), that takes each of its values once. */
function countByKernel(statement: Statement, unknown: string, work: ExactWork): SolutionCount | undefined {
  if (statement.type !== 'relation' || statement.operator !== '=') return undefined;
  const difference = differenceOf(statement);
  const space = new KernelSpace();
  const q = readQuotient(space, difference);
  const names = [...new Set([...q.numerator.variables, ...q.denominator.variables])];
  const [name] = names;
  const kernel = name === undefined ? undefined : space.kernels.get(name);
  if (names.length !== 1 || name === undefined || !kernel) return undefined;
  const range = rangeOf(kernel, unknown);
  if (range === undefined) return undefined;
  const domain = domainConditions(difference);
  if (range === 'reals') {
    // The logarithm of the kernel must be the only thing that asks for a domain, so that all of its values occur.
    if (
      domain.some(({ type, expr }) => type !== 'positive' || !isLinear(expr, unknown)) ||
      !haveSameArgument(domain, unknown)
    )
      return undefined;
  } else if (domain.some(({ expr }) => freeSymbols(expr).includes(unknown))) return undefined;
  const roots = realRoots(q.numerator, work);
  const count = range === 'reals' ? roots.length : roots.filter((root) => approximateRoot(root) > 0).length;
  return { type: 'finite', count };
}

function haveSameArgument(domain: readonly { readonly expr: Expr }[], unknown: string): boolean {
  const texts = domain.map(({ expr }) => {
    const p = toPolynomial(expr);
    return p === undefined
      ? unknown
      : JSON.stringify(p.terms.map((term) => [term.exponents, term.coefficient.toFraction()]));
  });
  return new Set(texts).size <= 1;
}

function rangeOf({ expr }: Kernel, unknown: string): 'positive' | 'reals' | undefined {
  if (expr.kind === 'power' && (expr.base.kind === 'number' || expr.base.kind === 'constant')) {
    return isLinear(expr.exponent, unknown) ? 'positive' : undefined;
  }
  if (expr.kind !== 'call' || expr.name !== 'ln' || !expr.args[0]) return undefined;
  return isLinear(expr.args[0], unknown) ? 'reals' : undefined;
}

function isLinear(expr: Expr, unknown: string): boolean {
  const p = toPolynomial(expr);
  return p?.variables.length === 1 && p.variables[0] === unknown && p.terms[0]?.exponents[0] === 1;
}

/**
 * Everything depends on sines and cosines of rational multiples of the unknown: with t = tan(x/2q) the equation is one of
 * rational functions, and each t stands for one x of a period; x/2q = π/2, where t has no value, is looked at by itself.
 */
function countByAngle(statement: Statement, unknown: string, work: ExactWork): SolutionCount | undefined {
  if (statement.type !== 'relation') return undefined;
  const angles = anglesOf(statement.left, unknown).concat(anglesOf(statement.right, unknown));
  if (angles.length === 0 || angles.some((angle) => angle === undefined)) return undefined;
  const q = Number(lcm(...angles.map((angle) => angle?.d ?? 1n)));
  const [left, right] = [inTangent(statement.left, unknown, q), inTangent(statement.right, unknown, q)];
  if (
    !left ||
    !right ||
    freeSymbols(left)
      .concat(freeSymbols(right))
      .some((name) => name !== tangent)
  )
    return undefined;
  const cells = solutionCells({ ...statement, left, right }, tangent, work);
  if (!cells?.every(({ isPoint }) => isPoint)) return undefined;
  const opposite = satisfiesWith(statement, new Map([[unknown, multiply(num(q), pi)]]));
  if (opposite !== 'yes' && opposite !== 'no' && opposite !== 'undefined') return undefined;
  return { type: 'periodic', count: cells.length + (opposite === 'yes' ? 1 : 0), period: multiply(num(2 * q), pi) };
}

const tangent = 't_half';
const circular = new Set(['sin', 'cos', 'tan', 'cot', 'sec', 'csc']);

/** The factors of the unknown in all angles; undefined for an angle that is no rational multiple of it. */
function anglesOf(expr: Expr, unknown: string): readonly (Rational | undefined)[] {
  const found: (Rational | undefined)[] = [];
  contains(expr, (node) => {
    if (node.kind === 'call' && circular.has(node.name) && freeSymbols(node).includes(unknown)) {
      const p: Polynomial | undefined = node.args[0] && toPolynomial(node.args[0]);
      const [term] = p?.terms ?? [];
      found.push(
        p?.terms.length === 1 && p.variables.length === 1 && term?.exponents[0] === 1 ? term.coefficient : undefined,
      );
    }
    return false;
  });
  return found;
}

/** Sines and cosines of kx/q as rational functions of t = tan(x/2q). */
function inTangent(expr: Expr, unknown: string, q: number): Expr | undefined {
  const t = sym(tangent);
  const below = add(num(1), power(t, num(2)));
  const [sine, cosine] = [divide(multiply(num(2), t), below), divide(subtract(num(1), power(t, num(2))), below)];
  const impossible: Expr[] = [];
  const replaced = mapExpr(expr, (node) => {
    if (node.kind !== 'call' || !circular.has(node.name)) return node;
    const p = node.args[0] && toPolynomial(node.args[0]);
    const factor = p?.terms[0]?.coefficient.mul(q);
    if (!p || factor?.d !== 1n || !p.variables.includes(unknown)) {
      if (freeSymbols(node).includes(unknown)) impossible.push(node);
      return node;
    }
    const k = Number(factor.n);
    if (k > 12) impossible.push(node);
    const [s, c] = multipleAngle(sine, cosine, Math.min(k, 12));
    const signed = factor.s < 0n ? multiply(num(-1), s) : s;
    return circularValue(node.name, signed, c);
  });
  return impossible.length === 0 && !freeSymbols(replaced).includes(unknown) ? replaced : undefined;
}

function multipleAngle(sine: Expr, cosine: Expr, k: number): readonly [Expr, Expr] {
  let [s, c]: [Expr, Expr] = [sine, cosine];
  for (let step = 1; step < k; step += 1) {
    const next: [Expr, Expr] = [
      add(multiply(s, cosine), multiply(c, sine)),
      subtract(multiply(c, cosine), multiply(s, sine)),
    ];
    [s, c] = [simplified(next[0]), simplified(next[1])];
  }
  return [s, c];
}

function simplified(expr: Expr): Expr {
  const space = new KernelSpace();
  return quotientToExpr(readQuotient(space, expr), space.kernels);
}

function circularValue(name: string, s: Expr, c: Expr): Expr {
  switch (name) {
    case 'sin':
      return s;
    case 'cos':
      return c;
    case 'tan':
      return divide(s, c);
    case 'cot':
      return divide(c, s);
    case 'sec':
      return divide(num(1), c);
    default:
      return divide(num(1), s);
  }
}
