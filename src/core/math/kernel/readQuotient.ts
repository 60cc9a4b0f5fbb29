import type { Expr } from '../expr.ts';
import { differentiate } from '../differentiate.ts';
import { substitute } from '../tree.ts';
import { num } from '../build.ts';
import { isInteger, numeratorOf, rational } from '../rational.ts';
import { applyFunction, factorialOf, opaqueCall, piQuotient } from './functions.ts';
import { absoluteValue, exponential, imaginary, raise, rationalPower } from './powers.ts';
import { constantQuotient, oneQuotient, rationalOf, variableQuotient, type Quotient } from './quotient.ts';
import { NotANumber, type KernelSpace } from './space.ts';

/** The longest Σ or Π that is written out. */
const maximumTermsWrittenOut = 200;

/**
 * An expression in normal form over the kernels of the space.
 * Throws Undefined (a denominator is zero), NotANumber, TooLarge.
 */
export function readQuotient(space: KernelSpace, expr: Expr): Quotient {
  const read = (child: Expr) => readQuotient(space, child);
  switch (expr.kind) {
    case 'number':
      return constantQuotient(expr.value);
    case 'symbol':
      return variableQuotient(expr.name);
    case 'constant':
      if (expr.name === 'pi') return piQuotient(space);
      if (expr.name === 'e') return exponential(space, oneQuotient);
      if (expr.name === 'i') return imaginary(space);
      throw new NotANumber();
    case 'add':
      return space.add(...expr.terms.map(read));
    case 'negate':
      return space.negate(read(expr.operand));
    case 'multiply':
      return space.multiply(...expr.factors.map(read));
    case 'divide':
      return space.divide(read(expr.numerator), read(expr.denominator));
    case 'power':
      return readPower(space, expr.base, expr.exponent);
    case 'root': {
      const index = expr.index === undefined ? rational(2) : rationalOf(read(expr.index));
      const radicand = read(expr.radicand);
      if (index && isInteger(index) && numeratorOf(index) > 0n) {
        return rationalPower(space, radicand, rational(1n, index.n));
      }
      return raise(space, radicand, space.invert(read(expr.index ?? num(2))));
    }
    case 'abs':
      return absoluteValue(space, read(expr.operand));
    case 'factorial':
      return factorialOf(space, read(expr.operand));
    case 'call':
      if (expr.primes) return opaqueCall(space, expr.name, expr.args.map(read), expr.primes);
      return applyFunction(space, expr.name, expr.args.map(read));
    case 'derivative': {
      let body: Expr | undefined = expr.body;
      for (let order = 0; body && order < expr.order; order += 1) body = differentiate(body, expr.variable);
      if (body === undefined) throw new NotANumber();
      return read(body);
    }
    case 'bigOperator':
      return writtenOut(space, expr);
    case 'quantity':
      if (expr.unit === '°')
        return space.multiply(read(expr.value), piQuotient(space), constantQuotient(rational(1, 180)));
      return space.multiply(read(expr.value), unitKernel(space, expr.unit));
    default:
      throw new NotANumber();
  }
}

function readPower(space: KernelSpace, base: Expr, exponent: Expr): Quotient {
  if (base.kind === 'constant' && base.name === 'e') return exponential(space, readQuotient(space, exponent));
  return raise(space, readQuotient(space, base), readQuotient(space, exponent));
}

function unitKernel(space: KernelSpace, unit: string): Quotient {
  const expr: Expr = { kind: 'quantity', value: num(1), unit };
  return space.define({ name: `#unit(${unit})`, expr, isNonnegative: true });
}

function writtenOut(space: KernelSpace, expr: Extract<Expr, { readonly kind: 'bigOperator' }>): Quotient {
  const [lower, upper] = [rationalOf(readQuotient(space, expr.lower)), rationalOf(readQuotient(space, expr.upper))];
  if (!lower || !upper || !isInteger(lower) || !isInteger(upper)) throw new NotANumber();
  const [from, to] = [numeratorOf(lower), numeratorOf(upper)];
  if (to - from >= BigInt(maximumTermsWrittenOut)) throw new NotANumber();
  let result = expr.operator === 'sum' ? constantQuotient(0) : oneQuotient;
  for (let k = from; k <= to; k += 1n) {
    const term = readQuotient(space, substitute(expr.body, { [expr.variable]: num(k) }));
    result = expr.operator === 'sum' ? space.add(result, term) : space.multiply(result, term);
  }
  return result;
}
