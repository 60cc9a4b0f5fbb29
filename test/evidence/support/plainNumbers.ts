import type { Expr } from '../../../src/core/math/expr.ts';
import type { Claim } from '../../../src/core/solve/derivation.ts';

/**
 * Arithmetic in double precision and nothing else, so that what a checker says can be held against a route of its own.
 * Undefined for what it does not know.
 */
export function numberOf(expr: Expr, values: Readonly<Record<string, number>>): number | undefined {
  const of = (part: Expr): number => numberOf(part, values) ?? NaN;
  const result = ((): number => {
    switch (expr.kind) {
      case 'number':
        return (Number(expr.value.s) * Number(expr.value.n)) / Number(expr.value.d);
      case 'symbol':
        return values[expr.name] ?? NaN;
      case 'constant':
        return expr.name === 'pi' ? Math.PI : expr.name === 'e' ? Math.E : NaN;
      case 'add':
        return expr.terms.reduce((sum, term) => sum + of(term), 0);
      case 'negate':
        return -of(expr.operand);
      case 'multiply':
        return expr.factors.reduce((product, factor) => product * of(factor), 1);
      case 'divide':
        return of(expr.numerator) / of(expr.denominator);
      case 'power':
        return of(expr.base) ** of(expr.exponent);
      case 'root':
        return rootOf(of(expr.radicand), expr.index === undefined ? 2 : of(expr.index));
      case 'abs':
        return Math.abs(of(expr.operand));
      case 'factorial':
        return factorialOf(of(expr.operand));
      case 'quantity':
        return expr.unit === '°' ? (of(expr.value) * Math.PI) / 180 : NaN;
      case 'call':
        return call(expr.name, expr.args.map(of));
      default:
        return NaN;
    }
  })();
  return Number.isFinite(result) ? result : undefined;
}

function rootOf(value: number, index: number): number {
  return value < 0 && index % 2 === 1 ? -((-value) ** (1 / index)) : value ** (1 / index);
}

function factorialOf(value: number): number {
  if (!Number.isInteger(value) || value < 0 || value > 170) return NaN;
  let product = 1;
  for (let factor = 2; factor <= value; factor += 1) product *= factor;
  return product;
}

function call(name: string, args: readonly number[]): number {
  const [x = NaN, y] = args;
  switch (name) {
    case 'sin':
      return Math.sin(x);
    case 'cos':
      return Math.cos(x);
    case 'tan':
      return Math.tan(x);
    case 'cot':
      return 1 / Math.tan(x);
    case 'sec':
      return 1 / Math.cos(x);
    case 'csc':
      return 1 / Math.sin(x);
    case 'asin':
      return Math.asin(x);
    case 'acos':
      return Math.acos(x);
    case 'atan':
      return Math.atan(x);
    case 'exp':
      return Math.exp(x);
    case 'ln':
      return Math.log(x);
    case 'log':
      return Math.log(x) / Math.log(y ?? 10);
    case 'floor':
      return Math.floor(x);
    case 'ceil':
      return Math.ceil(x);
    case 'gcd':
      return args.reduce((a, b) => gcd(Math.abs(a), Math.abs(b)));
    case 'lcm':
      return args.reduce((a, b) => (a * b) / gcd(a, b));
    case 'binomial':
      return factorialOf(x) / factorialOf(y ?? NaN) / factorialOf(x - (y ?? NaN));
    default:
      return NaN;
  }
}

function gcd(a: number, b: number): number {
  return Number.isInteger(a) && Number.isInteger(b) ? (b === 0 ? a : gcd(b, a % b)) : NaN;
}

/** Whether a claim holds, at some points where it has letters; undefined where these numbers don't say. */
export function holdsInNumbers(claim: Claim): boolean | undefined {
  if (claim.type === 'equal') return everywhere([claim.left, claim.right], ['=']);
  if (claim.type !== 'holds' || claim.statement.kind !== 'relation') return undefined;
  return everywhere(claim.statement.operands, claim.statement.operators);
}

const points = [0.731, 1.618, 2.236, 3.317];

function everywhere(operands: readonly Expr[], operators: readonly string[]): boolean | undefined {
  const letters = new Map<string, number>();
  let decided = 0;
  for (const point of points) {
    const values = new Proxy<Record<string, number>>(
      {},
      {
        get: (_, name) => {
          const key = String(name);
          if (!letters.has(key)) letters.set(key, letters.size);
          return point + (letters.get(key) ?? 0) * 0.3713;
        },
      },
    );
    const numbers = operands.map((operand) => numberOf(operand, values));
    if (numbers.some((number) => number === undefined)) continue;
    decided += 1;
    for (const [index, operator] of operators.entries()) {
      if (!relates(numbers[index] ?? NaN, operator, numbers[index + 1] ?? NaN)) return false;
    }
    if (letters.size === 0) break;
  }
  return decided === 0 ? undefined : true;
}

function relates(left: number, operator: string, right: number): boolean {
  const isEqual = Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right));
  switch (operator) {
    case '=':
      return isEqual;
    case '!=':
      return !isEqual;
    case '<':
      return left < right && !isEqual;
    case '<=':
      return left < right || isEqual;
    case '>':
      return left > right && !isEqual;
    case '>=':
      return left > right || isEqual;
    default:
      // Roughly equal: to a thousandth.
      return Math.abs(left - right) <= 1e-3 * Math.max(Math.abs(left), Math.abs(right));
  }
}
