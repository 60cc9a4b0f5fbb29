import type { Expr } from './expr.ts';
import { toDouble } from './rational.ts';

/** Values of letters, by name. */
export type Environment = Readonly<Record<string, number>>;

/** Values of letters in the order that `compile` was given. */
export type CompiledExpr = (values: readonly number[]) => number;

/** The value as a double; NaN outside the domain and for what has no real value (letters without one too). */
export function evaluate(expr: Expr, environment: Environment = {}): number {
  const names = Object.keys(environment);
  return compile(expr, names)(names.map((name) => environment[name] ?? NaN));
}

/**
 * The expression as nested closures over doubles. Expressions are partial functions: outside of the domain they are NaN.
 * Roots are real: (-8)^(1/3) is -2 where the exponent is written as a fraction with an odd denominator.
 */
export function compile(expr: Expr, names: readonly string[]): CompiledExpr {
  const below = (child: Expr) => compile(child, names);
  switch (expr.kind) {
    case 'number':
      return always(toDouble(expr.value));
    case 'constant':
      return always(expr.name === 'pi' ? Math.PI : expr.name === 'e' ? Math.E : NaN);
    case 'symbol': {
      const index = names.indexOf(expr.name);
      return index < 0 ? always(NaN) : (values) => values[index] ?? NaN;
    }
    case 'negate': {
      const operand = below(expr.operand);
      return (values) => -operand(values);
    }
    case 'add': {
      const terms = expr.terms.map(below);
      return (values) => terms.reduce((sum, term) => sum + term(values), 0);
    }
    case 'multiply': {
      const factors = expr.factors.map(below);
      return (values) => factors.reduce((product, factor) => product * factor(values), 1);
    }
    case 'divide': {
      const [top, bottom] = [below(expr.numerator), below(expr.denominator)];
      return (values) => quotient(top(values), bottom(values));
    }
    case 'power': {
      const [base, exponent] = [below(expr.base), below(expr.exponent)];
      const index = oddDenominator(expr.exponent);
      return (values) => realPower(base(values), exponent(values), index);
    }
    case 'root': {
      const radicand = below(expr.radicand);
      if (expr.index === undefined) return (values) => Math.sqrt(radicand(values));
      const index = below(expr.index);
      return (values) => realRoot(radicand(values), index(values));
    }
    case 'abs': {
      const operand = below(expr.operand);
      return (values) => Math.abs(operand(values));
    }
    case 'factorial': {
      const operand = below(expr.operand);
      return (values) => factorial(operand(values));
    }
    case 'call': {
      if (expr.primes) return always(NaN);
      const args = expr.args.map(below);
      const [first, second] = args;
      if (first && args.length === 1) {
        const unary = unaryFunctions[expr.name];
        return unary ? (values) => unary(first(values)) : variadic(expr.name, args);
      }
      if (expr.name === 'log' && first && second) return (values) => quotient(ln(first(values)), ln(second(values)));
      return variadic(expr.name, args);
    }
    case 'bigOperator':
      return bigOperator(expr, names);
    case 'quantity': {
      const value = below(expr.value);
      return expr.unit === '°' ? (values) => (value(values) * Math.PI) / 180 : always(NaN);
    }
    case 'piecewise': {
      const branches = expr.branches.map((branch) => ({
        value: below(branch.value),
        holds: branch.condition ? compileCondition(branch.condition, names) : () => true,
      }));
      return (values) => branches.find((branch) => branch.holds(values) === true)?.value(values) ?? NaN;
    }
    default:
      return always(NaN);
  }
}

/** Whether a relation (or a conjunction, disjunction, negation of such) holds at a point; undefined outside of its domain. */
export function compileCondition(
  expr: Expr,
  names: readonly string[],
): (values: readonly number[]) => boolean | undefined {
  switch (expr.kind) {
    case 'relation': {
      const operands = expr.operands.map((operand) => compile(operand, names));
      return (values) => {
        const numbers = operands.map((operand) => operand(values));
        if (numbers.some(Number.isNaN)) return undefined;
        return expr.operators.every((operator, index) =>
          compare(numbers[index] ?? NaN, operator, numbers[index + 1] ?? NaN),
        );
      };
    }
    case 'and':
    case 'or': {
      const items = expr.items.map((item) => compileCondition(item, names));
      const isAnd = expr.kind === 'and';
      return (values) => {
        const found = items.map((item) => item(values));
        if (found.includes(!isAnd)) return !isAnd;
        return found.includes(undefined) ? undefined : isAnd;
      };
    }
    case 'not': {
      const operand = compileCondition(expr.operand, names);
      return (values) => {
        const found = operand(values);
        return found === undefined ? undefined : !found;
      };
    }
    default:
      return () => undefined;
  }
}

function compare(left: number, operator: string, right: number): boolean {
  switch (operator) {
    case '=':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return false;
  }
}

const always =
  (value: number): CompiledExpr =>
  () =>
    value;

const ln = (x: number): number => (x > 0 ? Math.log(x) : NaN);
const quotient = (a: number, b: number): number => (b === 0 ? NaN : a / b);

/** Poles of double arguments are never hit exactly: tan(π/2) is taken as undefined where the cosine is below rounding. */
const nearZero = 1e-15;
const tan = (x: number): number => (Math.abs(Math.cos(x)) < nearZero ? NaN : Math.tan(x));
const overSine = (x: number, top: number): number => (Math.abs(Math.sin(x)) < nearZero ? NaN : top / Math.sin(x));

const unaryFunctions: Readonly<Record<string, ((x: number) => number) | undefined>> = {
  exp: Math.exp,
  ln,
  log: (x) => (x > 0 ? Math.log10(x) : NaN),
  sqrt: Math.sqrt,
  cbrt: Math.cbrt,
  sin: Math.sin,
  cos: Math.cos,
  tan,
  cot: (x) => overSine(x, Math.cos(x)),
  sec: (x) => (Math.abs(Math.cos(x)) < nearZero ? NaN : 1 / Math.cos(x)),
  csc: (x) => overSine(x, 1),
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  acot: (x) => Math.PI / 2 - Math.atan(x),
  asec: (x) => Math.acos(1 / x),
  acsc: (x) => Math.asin(1 / x),
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  coth: (x) => quotient(1, Math.tanh(x)),
  sech: (x) => 1 / Math.cosh(x),
  csch: (x) => quotient(1, Math.sinh(x)),
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: (x) => (Math.abs(x) < 1 ? Math.atanh(x) : NaN),
  acoth: (x) => (Math.abs(x) > 1 ? Math.atanh(1 / x) : NaN),
  floor: Math.floor,
  ceil: Math.ceil,
  round: (x) => Math.floor(x + 0.5),
  sign: Math.sign,
  abs: Math.abs,
};

function variadic(name: string, args: readonly CompiledExpr[]): CompiledExpr {
  switch (name) {
    case 'min':
      return (values) => Math.min(...args.map((arg) => arg(values)));
    case 'max':
      return (values) => Math.max(...args.map((arg) => arg(values)));
    case 'mod':
      return (values) => {
        const [a = NaN, b = NaN] = args.map((arg) => arg(values));
        return b === 0 ? NaN : a - b * Math.floor(a / b);
      };
    case 'gcd':
    case 'lcm':
      return (values) => {
        const numbers = args.map((arg) => Math.abs(arg(values)));
        if (!numbers.every(Number.isSafeInteger)) return NaN;
        return numbers.reduce((a, b) =>
          name === 'gcd' ? divisor(a, b) : a === 0 || b === 0 ? 0 : (a / divisor(a, b)) * b,
        );
      };
    case 'binomial':
      return (values) => {
        const [n = NaN, k = NaN] = args.map((arg) => arg(values));
        return factorial(n) / (factorial(k) * factorial(n - k));
      };
    default:
      return always(NaN);
  }
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function factorial(n: number): number {
  if (!Number.isInteger(n) || n < 0) return NaN;
  let product = 1;
  for (let factor = 2; factor <= n && product < Infinity; factor += 1) product *= factor;
  return product;
}

/** The odd denominator of an exponent that is written as a fraction of integers in lowest terms; 0 for others. */
function oddDenominator(exponent: Expr): number {
  if (exponent.kind === 'negate') return oddDenominator(exponent.operand);
  if (exponent.kind !== 'divide') return 0;
  const { numerator, denominator } = exponent;
  const top = numerator.kind === 'negate' ? numerator.operand : numerator;
  if (top.kind !== 'number' || denominator.kind !== 'number') return 0;
  const ratio = top.value.div(denominator.value);
  return ratio.d % 2n === 1n ? Number(ratio.d) : 0;
}

function realPower(base: number, exponent: number, odd: number): number {
  if (base === 0) return exponent > 0 ? 0 : NaN;
  if (base < 0 && odd > 1) {
    const size = (-base) ** exponent;
    return Math.round(exponent * odd) % 2 === 0 ? size : -size;
  }
  return base ** exponent;
}

function realRoot(radicand: number, index: number): number {
  if (index === 3) return Math.cbrt(radicand);
  if (index === 0) return NaN;
  if (radicand < 0 && Number.isInteger(index) && index % 2 !== 0) return -((-radicand) ** (1 / index));
  return realPower(radicand, 1 / index, 0);
}

function bigOperator(expr: Extract<Expr, { readonly kind: 'bigOperator' }>, names: readonly string[]): CompiledExpr {
  const [lower, upper] = [compile(expr.lower, names), compile(expr.upper, names)];
  const outer = names.map((name) => (name === expr.variable ? undefined : name));
  const body = compile(expr.body, [expr.variable, ...outer.map((name) => name ?? '')]);
  return (values) => {
    const [from, to] = [lower(values), upper(values)];
    if (!Number.isInteger(from) || !Number.isInteger(to) || to - from > 10_000) return NaN;
    let result = expr.operator === 'sum' ? 0 : 1;
    for (let k = from; k <= to; k += 1) {
      const term = body([k, ...values]);
      result = expr.operator === 'sum' ? result + term : result * term;
    }
    return result;
  };
}
