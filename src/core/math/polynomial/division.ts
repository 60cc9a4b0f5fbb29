import {
  addPolynomials,
  coefficientsIn,
  constantValue,
  degree,
  fromCoefficients,
  isZeroPolynomial,
  multiplyPolynomials,
  negatePolynomial,
  scalePolynomial,
  subtractPolynomials,
  univariateCoefficients,
  univariatePolynomial,
  zeroPolynomial,
  type Polynomial,
} from '../polynomial.ts';
import { isZero, minus, one, over, times, zero, type Rational } from '../rational.ts';

export interface Division {
  readonly quotient: Polynomial;
  readonly remainder: Polynomial;
}

/** a / b where b divides a, in any number of variables; undefined where it doesn't. RangeError where b is 0. */
export function divideExactly(a: Polynomial, b: Polynomial): Polynomial | undefined {
  if (isZeroPolynomial(b)) throw new RangeError('division by the zero polynomial');
  if (isZeroPolynomial(a)) return zeroPolynomial;
  const constant = constantValue(b);
  if (constant !== undefined) return scalePolynomial(a, over(one, constant));
  const variable = b.variables.find((name) => !a.variables.includes(name));
  if (variable !== undefined) return undefined;
  const division = divideWithRemainder(a, b, b.variables[0] ?? '');
  return division && isZeroPolynomial(division.remainder) ? division.quotient : undefined;
}

/**
 * Long division in one variable. Undefined where a coefficient of the quotient would not be a polynomial in the other
 * variables; with a divisor in this variable alone it always works.
 */
export function divideWithRemainder(a: Polynomial, b: Polynomial, variable: string): Division | undefined {
  const [denseA, denseB] = [univariateCoefficients(a, variable), univariateCoefficients(b, variable)];
  if (denseA && denseB) {
    const { quotient, remainder } = divideDense(denseA, denseB);
    return {
      quotient: univariatePolynomial(variable, quotient),
      remainder: univariatePolynomial(variable, remainder),
    };
  }
  const divisor = coefficientsIn(b, variable);
  const leading = divisor.at(-1) ?? zeroPolynomial;
  if (isZeroPolynomial(leading)) throw new RangeError('division by the zero polynomial');
  const rest = [...coefficientsIn(a, variable)];
  const quotient: Polynomial[] = [];
  for (let shift = rest.length - divisor.length; shift >= 0; shift -= 1) {
    const top = rest[shift + divisor.length - 1] ?? zeroPolynomial;
    const factor = divideExactly(top, leading);
    if (factor === undefined) return undefined;
    quotient[shift] = factor;
    if (isZeroPolynomial(factor)) continue;
    divisor.forEach((coefficient, index) => {
      const product = multiplyPolynomials(coefficient, factor);
      rest[index + shift] = subtractPolynomials(rest[index + shift] ?? zeroPolynomial, product);
    });
  }
  return { quotient: fromCoefficients(variable, quotient), remainder: fromCoefficients(variable, rest) };
}

/** Long division of ascending coefficients; the divisor may have zeros on top but must not be 0. */
export function divideDense(
  a: readonly Rational[],
  b: readonly Rational[],
): { readonly quotient: readonly Rational[]; readonly remainder: readonly Rational[] } {
  const divisor = trimmed(b);
  const leading = divisor.at(-1);
  if (leading === undefined) throw new RangeError('division by the zero polynomial');
  const rest = [...a];
  const quotient: Rational[] = [];
  for (let shift = rest.length - divisor.length; shift >= 0; shift -= 1) {
    const factor = over(rest[shift + divisor.length - 1] ?? zero, leading);
    quotient[shift] = factor;
    if (isZero(factor)) continue;
    divisor.forEach((coefficient, index) => {
      rest[index + shift] = minus(rest[index + shift] ?? zero, times(coefficient, factor));
    });
  }
  return { quotient, remainder: trimmed(rest) };
}

function trimmed(coefficients: readonly Rational[]): readonly Rational[] {
  let length = coefficients.length;
  while (length > 0 && isZero(coefficients[length - 1] ?? zero)) length -= 1;
  return coefficients.slice(0, length);
}

/** lc(b)^(deg a - deg b + 1) · a modulo b, which needs no division of coefficients. */
export function pseudoRemainder(a: Polynomial, b: Polynomial, variable: string): Polynomial {
  const divisor = coefficientsIn(b, variable);
  const leading = divisor.at(-1) ?? zeroPolynomial;
  let rest = [...coefficientsIn(a, variable)];
  let owed = rest.length - divisor.length + 1;
  while (rest.length >= divisor.length && owed > 0) {
    const top = rest.at(-1) ?? zeroPolynomial;
    const shift = rest.length - divisor.length;
    rest = rest.slice(0, -1).map((coefficient, index) => {
      const scaled = multiplyPolynomials(coefficient, leading);
      const taken = index >= shift ? divisor[index - shift] : undefined;
      return taken ? addPolynomials(scaled, negatePolynomial(multiplyPolynomials(taken, top))) : scaled;
    });
    owed -= 1;
    while (rest.length > 0 && isZeroPolynomial(rest.at(-1) ?? zeroPolynomial)) rest.pop();
  }
  const remainder = fromCoefficients(variable, rest);
  let result = remainder;
  for (; owed > 0; owed -= 1) result = multiplyPolynomials(result, leading);
  return degree(b, variable) === 0 ? zeroPolynomial : result;
}
