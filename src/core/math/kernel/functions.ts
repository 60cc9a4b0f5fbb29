import { call, divide, pi } from '../build.ts';
import type { Expr } from '../expr.ts';
import { gcd, lcm, modulo } from '../integers.ts';
import { isConstantPolynomial, leadingRational, scalePolynomial, type Polynomial } from '../polynomial.ts';
import {
  absolute,
  compareRationals,
  floorOf,
  isInteger,
  isZero,
  minus,
  negated,
  numeratorOf,
  over,
  plus,
  rational,
  signOf,
  times,
  zero,
  type Rational,
} from '../rational.ts';
import { TooLarge } from '../tooLarge.ts';
import { exactCosine, exactSine } from './exactTrig.ts';
import { exponential, imaginary, logarithm, rationalPower, readRadical } from './powers.ts';
import {
  constantQuotient,
  isZeroQuotient,
  keyOf,
  oneQuotient,
  polynomialQuotient,
  rationalOf,
  variablesOf,
  type Quotient,
} from './quotient.ts';
import { termsOf, type Kernel, type KernelSpace } from './space.ts';
import { quotientToExpr } from './toExpr.ts';

/** A function of the author's language applied to arguments in normal form; unknown ones become kernels. */
export function applyFunction(space: KernelSpace, name: string, args: readonly Quotient[]): Quotient {
  const [u, v] = args;
  if (u === undefined) return opaqueCall(space, name, args);
  if (args.length === 1) {
    const unary = applyUnary(space, name, u);
    if (unary) return unary;
  }
  if (name === 'log' && v !== undefined && args.length === 2) {
    return space.divide(logarithm(space, u), logarithm(space, v));
  }
  const values = args.map(rationalOf).filter((value) => value !== undefined);
  const exact = values.length === args.length ? ofRationals(name, values) : undefined;
  return exact ? constantQuotient(exact) : opaqueCall(space, name, args);
}

function applyUnary(space: KernelSpace, name: string, u: Quotient): Quotient | undefined {
  switch (name) {
    case 'exp':
      return exponential(space, u);
    case 'ln':
      return logarithm(space, u);
    case 'log':
      return space.divide(logarithm(space, u), logarithm(space, constantQuotient(10)));
    case 'sqrt':
      return rationalPower(space, u, rational(1, 2));
    case 'cbrt':
      return rationalPower(space, u, rational(1, 3));
    case 'sin':
    case 'cos':
      return circular(space, name, u);
    case 'sinh':
    case 'cosh':
      return hyperbolic(space, name, u);
    default:
      break;
  }
  const [top, bottom] = quotientFunctions[name] ?? [];
  if (top !== undefined && bottom !== undefined) {
    const numerator = top === '1' ? oneQuotient : applyFunction(space, top, [u]);
    return space.divide(numerator, applyFunction(space, bottom, [u]));
  }
  const known = knownInverses(space, name, u);
  if (known) return known;
  if (oddFunctions.has(name) && leadingRational(u.numerator).s < 0n && !isZeroQuotient(u)) {
    return space.negate(opaqueCall(space, name, [space.negate(u)]));
  }
  if (name === 'sign' && space.isNonnegative(u) && !isZeroQuotient(u)) return oneQuotient;
  return undefined;
}

const quotientFunctions: Readonly<Record<string, readonly [string, string]>> = {
  tan: ['sin', 'cos'],
  cot: ['cos', 'sin'],
  sec: ['1', 'cos'],
  csc: ['1', 'sin'],
  tanh: ['sinh', 'cosh'],
  coth: ['cosh', 'sinh'],
  sech: ['1', 'cosh'],
  csch: ['1', 'sinh'],
};

const oddFunctions: ReadonlySet<string> = new Set(['asin', 'atan', 'asinh', 'atanh', 'sign']);

function circular(space: KernelSpace, name: 'sin' | 'cos', u: Quotient): Quotient {
  const turns = turnsOf(u);
  const exact = turns && (name === 'sin' ? exactSine(turns) : exactCosine(turns));
  if (exact) return readRadical(space, exact);
  if (space.isExponentialForm) {
    const i = imaginary(space);
    const [forth, back] = [
      exponential(space, space.multiply(i, u)),
      exponential(space, space.multiply(i, space.negate(u))),
    ];
    return name === 'cos'
      ? space.scale(space.add(forth, back), rational(1, 2))
      : space.divide(space.subtract(forth, back), space.scale(i, rational(2)));
  }
  const parts = splitAngle(space, u);
  if (parts) {
    const { sine, cosine, rest } = parts;
    const [s, c] = [circular(space, 'sin', rest), circular(space, 'cos', rest)];
    return name === 'sin'
      ? space.add(space.multiply(sine, c), space.multiply(cosine, s))
      : space.subtract(space.multiply(cosine, c), space.multiply(sine, s));
  }
  const isFlipped = leadingRational(u.numerator).s < 0n;
  const angle = isFlipped ? space.negate(u) : u;
  const expr = quotientToExpr(angle, space.kernels);
  const cosine = space.define({ name: `#cos(${keyOf(angle)})`, expr: call('cos', expr), isNonnegative: false });
  if (name === 'cos') return cosine;
  const sine = space.define({
    name: `#sin(${keyOf(angle)})`,
    expr: call('sin', expr),
    isNonnegative: false,
    rule: { degree: 2, value: space.subtract(oneQuotient, space.multiply(cosine, cosine)) },
  });
  return isFlipped ? space.negate(sine) : sine;
}

/** A part of an angle whose sine and cosine are known: a multiple of π from the table, or ±asin v, ±atan v. */
function splitAngle(
  space: KernelSpace,
  u: Quotient,
): { readonly sine: Quotient; readonly cosine: Quotient; readonly rest: Quotient } | undefined {
  if (!isConstantPolynomial(u.denominator)) return undefined;
  for (const { coefficient, monomial } of termsOf(u)) {
    const part = polynomialQuotient(scalePolynomial(monomial, over(coefficient, leadingRational(u.denominator))));
    const rest = space.subtract(u, part);
    const turns = turnsOf(part);
    const [sine, cosine] = turns ? [exactSine(turns), exactCosine(turns)] : [];
    if (sine && cosine) return { sine: readRadical(space, sine), cosine: readRadical(space, cosine), rest };
    const [name] = monomial.variables;
    const arc = monomial.variables.length === 1 && name !== undefined ? space.kernels.get(name)?.arc : undefined;
    if (!arc || coefficient.n !== 1n || coefficient.d !== 1n) continue;
    const square = space.multiply(arc.of, arc.of);
    const root = (q: Quotient) => rationalPower(space, q, rational(1, 2));
    const one = oneQuotient;
    const cos = arc.name === 'asin' ? root(space.subtract(one, square)) : space.invert(root(space.add(one, square)));
    const sin = arc.name === 'asin' ? arc.of : space.multiply(arc.of, cos);
    return { sine: coefficient.s < 0n ? space.negate(sin) : sin, cosine: cos, rest };
  }
  return undefined;
}

/** u / π where that is rational. */
function turnsOf(u: Quotient): Rational | undefined {
  if (isZeroQuotient(u)) return zero;
  const [term] = u.numerator.terms;
  const isPi = u.numerator.terms.length === 1 && u.numerator.variables.join() === '#pi' && term?.exponents[0] === 1;
  return isPi && isConstantPolynomial(u.denominator)
    ? over(term.coefficient, leadingRational(u.denominator))
    : undefined;
}

function hyperbolic(space: KernelSpace, name: 'sinh' | 'cosh', u: Quotient): Quotient {
  const [forth, back] = [exponential(space, u), exponential(space, space.negate(u))];
  const sum = name === 'cosh' ? space.add(forth, back) : space.subtract(forth, back);
  return space.scale(sum, rational(1, 2));
}

export function piQuotient(space: KernelSpace): Quotient {
  return space.define({ name: '#pi', expr: pi, isNonnegative: true });
}

/** Angles whose sine, cosine or tangent is in the table. */
function knownInverses(space: KernelSpace, name: string, u: Quotient): Quotient | undefined {
  if (name === 'acos') {
    const angle = knownInverses(space, 'asin', u);
    return space.subtract(space.scale(piQuotient(space), rational(1, 2)), angle ?? arcKernel(space, u));
  }
  if (name !== 'asin' && name !== 'atan') return undefined;
  if (!variablesOf(u).every((variable) => variable.startsWith('#root('))) return undefined;
  const key = keyOf(u);
  const isNegative = leadingRational(u.numerator).s < 0n;
  const wanted = isNegative ? keyOf(space.negate(u)) : key;
  for (let k = 0; k <= 30; k += 1) {
    const turns = rational(k, 60);
    const [sine, cosine] = [exactSine(turns), exactCosine(turns)];
    if (!sine || !cosine || (name === 'atan' && k === 30)) continue;
    const value = readRadical(space, name === 'asin' ? sine : divide(sine, cosine));
    if (keyOf(value) === wanted) return space.scale(piQuotient(space), isNegative ? negated(turns) : turns);
  }
  return undefined;
}

function arcKernel(space: KernelSpace, u: Quotient): Quotient {
  const isNegative = leadingRational(u.numerator).s < 0n;
  const kernel = opaqueCall(space, 'asin', [isNegative ? space.negate(u) : u]);
  return isNegative ? space.negate(kernel) : kernel;
}

export function opaqueCall(space: KernelSpace, name: string, args: readonly Quotient[], primes = 0): Quotient {
  const exprs = args.map((arg) => quotientToExpr(arg, space.kernels));
  const expr: Expr = { kind: 'call', name, args: exprs, ...(primes > 0 && { primes }) };
  const key = `#${name}${"'".repeat(primes)}(${args.map(keyOf).join('; ')})`;
  const [of] = args;
  const arc = (name === 'asin' || name === 'atan') && of ? { name, of } : undefined;
  return space.define({ name: key, expr, isNonnegative: false, ...(arc && { arc }) } as Kernel);
}

/** n! of a constant, or m!·(m+1)…(m+c) so that factorials a few apart meet. */
export function factorialOf(space: KernelSpace, u: Quotient): Quotient {
  const value = rationalOf(u);
  if (value && isInteger(value) && value.s >= 0n) {
    const product = factorialInteger(value.n);
    return constantQuotient(product);
  }
  const shift = integerTerm(u.numerator);
  if (!isConstantPolynomial(u.denominator) || shift === undefined || shift === 0 || Math.abs(shift) > 50) {
    return opaqueCall(space, 'factorial', [u]);
  }
  const base = space.subtract(u, constantQuotient(shift));
  let product = opaqueCall(space, 'factorial', [base]);
  for (let k = 1; k <= shift; k += 1) product = space.multiply(product, space.add(base, constantQuotient(k)));
  for (let k = 0; k > shift; k -= 1) product = space.divide(product, space.add(base, constantQuotient(k)));
  return product;
}

function integerTerm(p: Polynomial): number | undefined {
  const last = p.terms.at(-1);
  if (!last || last.exponents.some((exponent) => exponent > 0)) return 0;
  return isInteger(last.coefficient) && last.coefficient.n <= 50n ? Number(numeratorOf(last.coefficient)) : undefined;
}

function factorialInteger(n: bigint): bigint {
  if (n > 5000n) throw new TooLarge('factorial');
  let product = 1n;
  for (let factor = 2n; factor <= n; factor += 1n) product *= factor;
  return product;
}

function ofRationals(name: string, values: readonly Rational[]): Rational | undefined {
  const [u = zero, v] = values;
  const integers = values.every(isInteger) ? values.map(numeratorOf) : undefined;
  switch (name) {
    case 'floor':
      return rational(floorOf(u));
    case 'ceil':
      return rational(-floorOf(negated(u)));
    case 'round':
      return rational(floorOf(plus(u, rational(1, 2))));
    case 'sign':
      return rational(signOf(u));
    case 'abs':
      return absolute(u);
    case 'min':
      return values.reduce((a, b) => (compareRationals(b, a) < 0 ? b : a));
    case 'max':
      return values.reduce((a, b) => (compareRationals(b, a) > 0 ? b : a));
    case 'gcd':
      return integers && rational(gcd(...integers));
    case 'lcm':
      return integers && rational(lcm(...integers));
    case 'mod':
      if (!v || isZero(v)) return undefined;
      if (integers?.[0] !== undefined && integers[1] !== undefined && integers[1] > 0n) {
        return rational(modulo(integers[0], integers[1]));
      }
      return minus(u, times(v, rational(floorOf(over(u, v)))));
    case 'binomial':
      return integers?.[0] !== undefined && integers[1] !== undefined ? binomial(integers[0], integers[1]) : undefined;
    default:
      return undefined;
  }
}

function binomial(n: bigint, k: bigint): Rational | undefined {
  if (n < 0n || k < 0n) return undefined;
  if (k > n) return zero;
  const size = k > n - k ? n - k : k;
  if (size > 5000n || n > 1_000_000n) throw new TooLarge('binomial');
  let result = 1n;
  for (let step = 1n; step <= size; step += 1n) result = (result * (n - size + step)) / step;
  return rational(result);
}
