import { constantValue } from '../polynomial.ts';
import { rational, type Rational } from '../rational.ts';
import { variablesOf, type Quotient } from './quotient.ts';

/** Real and imaginary part of a number of the form p + qi with rational p and q. */
export function gaussian(q: Quotient): { readonly re: Rational; readonly im: Rational } | undefined {
  const names = variablesOf(q);
  if (names.length !== 1 || names[0] !== '#i' || !constantValue(q.denominator)) return undefined;
  const part = (exponent: number) =>
    q.numerator.terms.find((term) => term.exponents[0] === exponent)?.coefficient ?? rational(0);
  return { re: part(0), im: part(1) };
}
