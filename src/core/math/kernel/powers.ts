import { abs, divide, e, i, multiply, num, power, root } from '../build.ts';
import type { Expr } from '../expr.ts';
import { factorInteger } from '../integers.ts';
import { isConstantPolynomial, leadingRational, onePolynomial, type Polynomial } from '../polynomial.ts';
import { contentOf, primitivePart } from '../polynomial/gcd.ts';
import { squareFreeFactors } from '../polynomial/squareFree.ts';
import { absolute, isInteger, isZero, numeratorOf, over, rational, times, type Rational } from '../rational.ts';
import { maximumBits, TooLarge } from '../tooLarge.ts';
import { unlimitedWork } from '../../solve/exactWork.ts';
import { gaussian } from './gaussian.ts';
import { cyclotomicRule } from './cyclotomic.ts';
import { denested } from './denest.ts';
import { exactCosine, exactSine } from './exactTrig.ts';
import {
  constantQuotient,
  isZeroQuotient,
  keyOf,
  oneQuotient,
  polynomialQuotient,
  rationalOf,
  variableQuotient,
  variablesOf,
  zeroQuotient,
  type Quotient,
} from './quotient.ts';
import { termsOf, Undefined, type Kernel, type KernelSpace } from './space.ts';
import { quotientToExpr } from './toExpr.ts';

/** base^exponent in normal form. */
export function raise(space: KernelSpace, base: Quotient, exponent: Quotient): Quotient {
  const constant = rationalOf(exponent);
  if (constant) return rationalPower(space, base, constant);
  if (isZeroQuotient(base)) throw new Undefined();
  if (rationalOf(base)?.equals(1)) return oneQuotient;
  if (variablesOf({ ...exponent, numerator: onePolynomial }).some((name) => space.kernels.get(name)?.logarithmOf)) {
    // b^(ln u / ln b): the logarithms cancel once the power is written to the base e.
    const natural = space.multiply(exponent, logarithm(space, base));
    if (isConstantPolynomial(natural.denominator)) return exponential(space, natural);
  }
  const split = positiveParts(space, base);
  if (split === undefined) return genericPower(space, base, exponent);
  return space.multiply(...split.map((part) => positivePower(space, part, exponent)));
}

/** A positive number's primes, a positive letter, e^w, or undefined where the base isn't a product of such. */
type PositivePart =
  | { readonly type: 'prime'; readonly prime: bigint; readonly power: bigint }
  | { readonly type: 'exponential'; readonly exponent: Quotient; readonly power: bigint }
  | { readonly type: 'variable'; readonly name: string; readonly power: bigint };

function positiveParts(space: KernelSpace, base: Quotient): readonly PositivePart[] | undefined {
  const parts: PositivePart[] = [];
  for (const [p, sign] of [
    [base.numerator, 1n],
    [base.denominator, -1n],
  ] as const) {
    const [term] = p.terms;
    if (p.terms.length !== 1 || !term || term.coefficient.s < 0n) return undefined;
    for (const [value, direction] of [
      [term.coefficient.n, sign],
      [term.coefficient.d, -sign],
    ] as const) {
      for (const { prime, exponent } of primesOf(value)) {
        parts.push({ type: 'prime', prime, power: direction * BigInt(exponent) });
      }
    }
    for (const [index, name] of p.variables.entries()) {
      const power = sign * BigInt(term.exponents[index] ?? 0);
      if (power === 0n) continue;
      if (!space.isNonnegativeVariable(name)) return undefined;
      const exponent = space.kernels.get(name)?.exponent;
      parts.push(exponent ? { type: 'exponential', exponent, power } : { type: 'variable', name, power });
    }
  }
  return parts;
}

/** Prime powers, with what could not be factored as one more "prime". */
function primesOf(value: bigint): readonly { readonly prime: bigint; readonly exponent: number }[] {
  const { factors, rest } = factorInteger(value, unlimitedWork, 50_000);
  return rest === 1n ? factors : [...factors, { prime: rest, exponent: 1 }];
}

function positivePower(space: KernelSpace, part: PositivePart, exponent: Quotient): Quotient {
  const scaled = space.scale(exponent, rational(part.power));
  switch (part.type) {
    case 'exponential':
      return exponential(space, space.multiply(scaled, part.exponent));
    case 'prime':
      return powerByTerms(space, constantQuotient(part.prime), scaled);
    case 'variable':
      return powerByTerms(space, variableQuotient(part.name), scaled);
  }
}

function genericPower(space: KernelSpace, base: Quotient, exponent: Quotient): Quotient {
  return powerByTerms(space, base, exponent);
}

/** base^(Σ c·m) = Π (base^m)^c, one family for each base and monomial. */
function powerByTerms(space: KernelSpace, base: Quotient, exponent: Quotient): Quotient {
  const baseExpr = quotientToExpr(base, space.kernels);
  const value = rationalOf(base);
  const isNonnegative = value !== undefined ? value.s > 0n : space.isNonnegative(base);
  const factors = splitExponent(exponent).map(({ coefficient, unit }) => {
    if (unit === undefined) return rationalPower(space, base, coefficient);
    const unitExpr = quotientToExpr(unit, space.kernels);
    const family = `#(${keyOf(base)})^(${keyOf(unit)})`;
    return space.familyPower(family, numeratorOf(coefficient), coefficient.d, (index) => ({
      name: `${family}^1/${index}`,
      expr: power(baseExpr, scaledExpr(unitExpr, index)),
      isNonnegative,
      family,
      power: { base, exponent: space.scale(unit, rational(1, index)) },
    }));
  });
  return space.multiply(...factors);
}

/** e^w in normal form. */
export function exponential(space: KernelSpace, w: Quotient): Quotient {
  const factors = splitExponent(w).map(({ coefficient, unit }) => {
    const log = unit && logarithmIn(space, unit);
    if (log) return raise(space, log.inside, space.scale(log.rest, coefficient));
    const turn = unit && keyOf(unit) === '#i*#pi' ? rootOfUnity(space, coefficient) : undefined;
    return turn ?? exponentialKernel(space, coefficient, unit ?? oneQuotient);
  });
  return space.multiply(...factors);
}

/** Beyond this the rule of a root of unity costs more than it tells. */
const largestCyclotomicIndex = 60;

function exponentialKernel(space: KernelSpace, coefficient: Rational, unit: Quotient): Quotient {
  const family = `#exp(${keyOf(unit)})`;
  const unitExpr = quotientToExpr(unit, space.kernels);
  const isTurn = keyOf(unit) === '#i*#pi';
  return space.familyPower(family, numeratorOf(coefficient), coefficient.d, (index) => ({
    name: `${family}^1/${index}`,
    ...(isTurn && index <= largestCyclotomicIndex && { rule: cyclotomicRule(`${family}^1/${index}`, 2 * index) }),
    expr: index === 1 && rationalOf(unit)?.equals(1) ? e : power(e, scaledExpr(unitExpr, index)),
    isNonnegative: space.isReal(unit),
    family,
    exponent: space.isReal(unit) ? space.scale(unit, rational(1, index)) : undefined,
  }));
}

/** e^(iπr) where the cosine and sine of πr are known. */
function rootOfUnity(space: KernelSpace, turns: Rational): Quotient | undefined {
  const [cosine, sine] = [exactCosine(turns), exactSine(turns)];
  if (!cosine || !sine) return undefined;
  return space.add(readRadical(space, cosine), space.multiply(imaginary(space), readRadical(space, sine)));
}

/** Reads the sums, products and roots of numbers of the exact table. */
export function readRadical(space: KernelSpace, expr: Expr): Quotient {
  switch (expr.kind) {
    case 'number':
      return constantQuotient(expr.value);
    case 'negate':
      return space.negate(readRadical(space, expr.operand));
    case 'add':
      return space.add(...expr.terms.map((term) => readRadical(space, term)));
    case 'multiply':
      return space.multiply(...expr.factors.map((factor) => readRadical(space, factor)));
    case 'divide':
      return space.divide(readRadical(space, expr.numerator), readRadical(space, expr.denominator));
    case 'root':
      return rationalPower(space, readRadical(space, expr.radicand), rational(1, 2));
    default:
      throw new RangeError(`no radical: ${expr.kind}`);
  }
}

export function imaginary(space: KernelSpace): Quotient {
  return space.define({
    name: '#i',
    expr: i,
    isNonnegative: false,
    rule: { degree: 2, value: constantQuotient(-1) },
  });
}

function scaledExpr(unit: Expr, index: number): Expr {
  return index === 1 ? unit : multiply(divide(num(1), num(index)), unit);
}

/** The terms of an exponent: its constant has no unit. Over a denominator with letters it stays one piece. */
function splitExponent(
  exponent: Quotient,
): readonly { readonly coefficient: Rational; readonly unit: Quotient | undefined }[] {
  if (!isConstantPolynomial(exponent.denominator)) {
    const content = contentOf(exponent.numerator);
    return [{ coefficient: content, unit: { ...exponent, numerator: primitivePart(exponent.numerator) } }];
  }
  return termsOf(exponent).map(({ coefficient, monomial }) => ({
    coefficient,
    unit: isConstantPolynomial(monomial) ? undefined : polynomialQuotient(monomial),
  }));
}

/** unit = rest · ln(inside), where it is so. */
function logarithmIn(
  space: KernelSpace,
  unit: Quotient,
): { readonly inside: Quotient; readonly rest: Quotient } | undefined {
  const [term] = unit.numerator.terms;
  if (!term || unit.numerator.terms.length !== 1) return undefined;
  for (const [index, name] of unit.numerator.variables.entries()) {
    const inside = space.kernels.get(name)?.logarithmOf;
    if (!inside || term.exponents[index] !== 1) continue;
    return { inside, rest: space.divide(unit, variableQuotient(name)) };
  }
  return undefined;
}

/** base^r for a rational r; the real root of a negative number where the index is odd. */
export function rationalPower(space: KernelSpace, base: Quotient, r: Rational): Quotient {
  if (isInteger(r)) {
    if (r.n === 0n) {
      if (isZeroQuotient(base)) throw new Undefined();
      return oneQuotient;
    }
    if (r.n > BigInt(maximumBits)) {
      const value = rationalOf(base);
      if (value?.n === 1n && value.d === 1n) return constantQuotient(value.s < 0n && r.n % 2n === 1n ? -1n : 1n);
      throw new TooLarge('power');
    }
    return space.power(base, Number(numeratorOf(r)));
  }
  if (isZeroQuotient(base)) {
    if (r.s < 0n) throw new Undefined();
    return zeroQuotient;
  }
  const split = positiveParts(space, base);
  if (split) return space.multiply(...split.map((part) => fractionalPower(space, part, r)));
  const sum = r.d === 2n ? denested(space, base) : undefined;
  if (sum) return rationalPower(space, readRadical(space, sum), rational(numeratorOf(r)));
  return rootOfGeneral(space, base, r);
}

function fractionalPower(space: KernelSpace, part: PositivePart, r: Rational): Quotient {
  const total = times(r, rational(part.power));
  if (part.type === 'exponential') return exponential(space, space.scale(part.exponent, total));
  const base = part.type === 'prime' ? constantQuotient(part.prime) : variableQuotient(part.name);
  if (isInteger(total)) return rationalPower(space, base, total);
  // A root of a root is one root: (x^(1/5))^(1/7) is x^(1/35), for x ≥ 0.
  const rule = part.type === 'prime' ? undefined : space.kernels.get(part.name)?.rule;
  if (rule && space.isNonnegative(rule.value))
    return rationalPower(space, rule.value, over(total, rational(rule.degree)));
  return rootKernel(space, base, total);
}

/** base^r as a power of one kernel; the base is no power itself. */
function rootKernel(space: KernelSpace, base: Quotient, r: Rational): Quotient {
  const family = `#root(${keyOf(base)})`;
  const baseExpr = quotientToExpr(base, space.kernels);
  const isNonnegative = space.isNonnegative(base);
  return space.familyPower(family, numeratorOf(r), r.d, (index) => ({
    name: `${family}^1/${index}`,
    expr: index === 2 ? { kind: 'root', radicand: baseExpr } : root(baseExpr, num(index)),
    isNonnegative: isNonnegative || index % 2 === 0,
    family,
    rule: { degree: index, value: base },
  }));
}

/** A base that may be negative: powers that come out come out with their absolute value where the index is even. */
function rootOfGeneral(space: KernelSpace, base: Quotient, r: Rational): Quotient {
  const index = r.d;
  const isEven = index % 2n === 0n;
  const content = contentOf(base.numerator);
  const isNegative = content.s < 0n;
  if (isConstantPolynomial(base.numerator) && isConstantPolynomial(base.denominator)) {
    const size = rationalPower(space, constantQuotient(absolute(content)), r);
    if (!isEven) return numeratorOf(r) % 2n === 0n ? size : space.negate(size);
    if (index === 2n) return space.multiply(space.power(imaginary(space), Number(numeratorOf(r) % 4n)), size);
    return rootKernel(space, base, r);
  }
  const outside: Quotient[] = [rationalPower(space, constantQuotient(absolute(content)), r)];
  let inside: Quotient = oneQuotient;
  const above = squareFreeFactors(primitivePart(base.numerator)).factors.map((factor) => ({ ...factor, sign: 1n }));
  const below = squareFreeFactors(base.denominator).factors.map((factor) => ({ ...factor, sign: -1n }));
  const factors = [...above, ...below];
  // Where only one factor can change the sign, it is not negative wherever the root is defined: √(x³) is x√x.
  const odd = factors.filter(({ multiplicity }) => multiplicity % 2 === 1);
  const known = !isNegative && odd.length === 1 ? odd[0] : undefined;
  for (const factor of factors) {
    const { polynomial, sign } = factor;
    const body = polynomialQuotient(polynomial);
    const [whole, rest] = [BigInt(factor.multiplicity) / index, BigInt(factor.multiplicity) % index];
    const size = isEven && whole % 2n === 1n && factor !== known ? absoluteValue(space, body) : body;
    if (whole > 0n) outside.push(space.power(size, Number(sign * whole * numeratorOf(r))));
    if (rest > 0n) inside = space.multiply(inside, space.power(body, Number(sign * rest)));
  }
  if (isNegative && !isEven && numeratorOf(r) % 2n !== 0n) outside.push(constantQuotient(-1));
  if (isNegative && isEven) inside = space.negate(inside);
  if (rationalOf(inside)?.equals(1)) return space.multiply(...outside);
  if (isConstantPolynomial(inside.numerator) && isConstantPolynomial(inside.denominator)) {
    return space.multiply(...outside, rationalPower(space, inside, r));
  }
  const parts = positiveParts(space, inside);
  const root = parts
    ? space.multiply(...parts.map((part) => fractionalPower(space, part, r)))
    : rootKernel(space, inside, r);
  return space.multiply(...outside, root);
}

/** |q| for real letters. */
export function absoluteValue(space: KernelSpace, q: Quotient): Quotient {
  const value = rationalOf(q);
  if (value) return constantQuotient(absolute(value));
  if (space.isNonnegative(q)) return q;
  if (space.isNonnegative(space.negate(q))) return space.negate(q);
  const complex = gaussian(q);
  if (complex) {
    const square = times(complex.re, complex.re).add(times(complex.im, complex.im));
    return rationalPower(space, constantQuotient(square), rational(1, 2));
  }
  const content = contentOf(q.numerator);
  const factors: Quotient[] = [constantQuotient(absolute(content))];
  for (const [p, sign] of [
    [primitivePart(q.numerator), 1],
    [q.denominator, -1],
  ] as const) {
    for (const { polynomial, multiplicity } of squareFreeFactors(p).factors) {
      factors.push(space.power(absoluteKernel(space, polynomial), sign * multiplicity));
    }
  }
  return space.multiply(...factors);
}

function absoluteKernel(space: KernelSpace, p: Polynomial): Quotient {
  const q = polynomialQuotient(leadingRational(p).s < 0n ? primitivePart(p) : p);
  if (space.isNonnegative(q)) return q;
  return space.define({
    name: `#abs(${keyOf(q)})`,
    expr: abs(quotientToExpr(q, space.kernels)),
    isNonnegative: true,
    rule: space.isReal(q) ? { degree: 2, value: space.multiply(q, q) } : undefined,
  });
}

/** ln q in normal form: products of positive parts come apart, of others only through their absolute value. */
export function logarithm(space: KernelSpace, q: Quotient): Quotient {
  const value = rationalOf(q);
  if (value && (isZero(value) || value.s < 0n)) return opaqueLogarithm(space, q);
  const parts = positiveParts(space, q);
  if (parts) {
    const terms = parts.map((part) => {
      const factor = rational(part.power);
      if (part.type === 'exponential') return space.scale(part.exponent, factor);
      const base = part.type === 'prime' ? constantQuotient(part.prime) : variableQuotient(part.name);
      return space.scale(logarithmOfPart(space, base), factor);
    });
    return space.add(...terms);
  }
  const squareFree = [
    ...squareFreeFactors(primitivePart(q.numerator)).factors,
    ...squareFreeFactors(q.denominator).factors.map((factor) => ({ ...factor, multiplicity: -factor.multiplicity })),
  ];
  const content = contentOf(q.numerator);
  const [only] = squareFree;
  if (squareFree.length === 1 && only && content.s > 0n) {
    const isOdd = only.multiplicity % 2 !== 0;
    const inner = polynomialQuotient(only.polynomial);
    const body = isOdd ? inner : absoluteValue(space, inner);
    const log = space.scale(logarithmOfPart(space, body), rational(only.multiplicity));
    return space.add(log, logarithm(space, constantQuotient(content)));
  }
  return opaqueLogarithm(space, q);
}

/** The logarithm of a base that is no power: of √u half of that of u, of anything else a kernel. */
function logarithmOfPart(space: KernelSpace, q: Quotient): Quotient {
  const [name] = variablesOf(q);
  const kernel: Kernel | undefined = name === undefined ? undefined : space.kernels.get(name);
  const isAlone = name !== undefined && keyOf(q) === name;
  if (isAlone && kernel?.power && kernel.isNonnegative) {
    return space.multiply(kernel.power.exponent, logarithm(space, kernel.power.base));
  }
  if (isAlone && kernel?.rule && kernel.family?.startsWith('#root(')) {
    return space.scale(logarithm(space, kernel.rule.value), rational(1, kernel.rule.degree));
  }
  return opaqueLogarithm(space, q);
}

function opaqueLogarithm(space: KernelSpace, q: Quotient): Quotient {
  if (rationalOf(q)?.equals(1)) return zeroQuotient;
  const expr: Expr = { kind: 'call', name: 'ln', args: [quotientToExpr(q, space.kernels)] };
  const value = rationalOf(q);
  const isNonnegative = value !== undefined && value.compare(1) >= 0;
  return space.define({ name: `#ln(${keyOf(q)})`, expr, isNonnegative, logarithmOf: q });
}
