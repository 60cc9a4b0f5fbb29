import { univariatePolynomial } from '../polynomial.ts';
import { rational } from '../rational.ts';
import { polynomialQuotient, type Quotient } from './quotient.ts';

/** A primitive n-th root of unity is a root of the cyclotomic polynomial: its top power in terms of the lower ones. */
export function cyclotomicRule(name: string, n: number): { readonly degree: number; readonly value: Quotient } {
  const phi = cyclotomic(n);
  const degree = phi.length - 1;
  const lower = phi.slice(0, degree).map((value) => rational(-value));
  return { degree, value: polynomialQuotient(univariatePolynomial(name, lower)) };
}

/** Ascending integer coefficients of the n-th cyclotomic polynomial: xⁿ - 1 divided by those of the proper divisors. */
function cyclotomic(n: number): readonly bigint[] {
  let rest: bigint[] = Array.from({ length: n + 1 }, (_, k) => (k === n ? 1n : k === 0 ? -1n : 0n));
  for (let divisor = 1; divisor < n; divisor += 1) {
    if (n % divisor !== 0) continue;
    const phi = cyclotomic(divisor);
    const quotient: bigint[] = [];
    for (let shift = rest.length - phi.length; shift >= 0; shift -= 1) {
      const factor = rest[shift + phi.length - 1] ?? 0n;
      quotient[shift] = factor;
      phi.forEach((value, k) => {
        rest[shift + k] = (rest[shift + k] ?? 0n) - factor * value;
      });
    }
    rest = quotient;
  }
  return rest;
}
