import {
  constantPolynomial,
  onePolynomial,
  variablePolynomial,
  zeroPolynomial,
  type Polynomial,
} from '../polynomial.ts';
import { constantValue, isZeroPolynomial } from '../polynomial.ts';
import { fractionText, over, type Rational } from '../rational.ts';

/** numerator / denominator; the denominator is never the zero polynomial. */
export interface Quotient {
  readonly numerator: Polynomial;
  readonly denominator: Polynomial;
}

export const zeroQuotient: Quotient = { numerator: zeroPolynomial, denominator: onePolynomial };
export const oneQuotient: Quotient = { numerator: onePolynomial, denominator: onePolynomial };

export function polynomialQuotient(numerator: Polynomial): Quotient {
  return { numerator, denominator: onePolynomial };
}

export function constantQuotient(value: Rational | bigint | number): Quotient {
  return polynomialQuotient(constantPolynomial(value));
}

export function variableQuotient(name: string, exponent = 1): Quotient {
  return polynomialQuotient(variablePolynomial(name, exponent));
}

export function isZeroQuotient(q: Quotient): boolean {
  return isZeroPolynomial(q.numerator);
}

/** The value of a quotient without letters and kernels. */
export function rationalOf(q: Quotient): Rational | undefined {
  const [top, bottom] = [constantValue(q.numerator), constantValue(q.denominator)];
  return top && bottom && over(top, bottom);
}

export function variablesOf(q: Quotient): readonly string[] {
  return [...new Set([...q.numerator.variables, ...q.denominator.variables])];
}

/** The same text for the same quotient; a part of the names of kernels. */
export function keyOf(q: Quotient): string {
  const [top, bottom] = [polynomialKey(q.numerator), polynomialKey(q.denominator)];
  return bottom === '1' ? top : `(${top})/(${bottom})`;
}

function polynomialKey(p: Polynomial): string {
  const terms = p.terms.map(({ exponents, coefficient }) => {
    const powers = p.variables.flatMap((name, index) => {
      const exponent = exponents[index] ?? 0;
      return exponent === 0 ? [] : exponent === 1 ? [name] : [`${name}^${exponent}`];
    });
    const factor = fractionText(coefficient);
    return powers.length === 0 ? factor : factor === '1' ? powers.join('*') : `${factor}*${powers.join('*')}`;
  });
  return terms.length === 0 ? '0' : terms.join(' + ');
}

export function isConstantQuotient(q: Quotient): boolean {
  return variablesOf(q).length === 0;
}
