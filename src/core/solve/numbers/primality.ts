import { factorInteger, isPrime, isPrimeProved, isqrt, modPow, primesBelow } from '../../math/integers.ts';
import type { Verdict } from '../../session/step.ts';
import type { ExactWork } from '../exactWork.ts';
import { recomputed } from './write.ts';

/** Below this all primes up to the square root can be tried in a blink. */
export const trialLimit = 10n ** 13n;

export type Trial =
  | { readonly type: 'divisor'; readonly divisor: bigint }
  | { readonly type: 'prime'; readonly bound: bigint; readonly tried: number };

/** Tries the primes in order. `value` is at least 2 and below `trialLimit`. */
export function trialDivision(value: bigint, work: ExactWork): Trial {
  const bound = isqrt(value);
  const number = Number(value);
  const primes = primesUpTo(Number(bound));
  let tried = 0;
  for (const prime of primes) {
    if (prime > Number(bound)) break;
    if (number % prime === 0) return { type: 'divisor', divisor: BigInt(prime) };
    tried += 1;
    if (tried % 65536 === 0) work.check();
  }
  return { type: 'prime', bound, tried };
}

let sieve: { readonly limit: number; readonly primes: readonly number[] } = { limit: 0, primes: [] };

function primesUpTo(bound: number): readonly number[] {
  if (bound >= sieve.limit) {
    const limit = Math.max(50_000, bound + 1);
    sieve = { limit, primes: primesBelow(limit) };
  }
  return sieve.primes;
}

/** The smallest prime divisor where trial division or Pollard's rho finds one; undefined for a prime or a hard composite. */
export function someDivisor(value: bigint, work: ExactWork): bigint | undefined {
  const { factors } = factorInteger(value, work, 300_000);
  const [first] = factors;
  return first === undefined || first.prime === value ? undefined : first.prime;
}

/**
 * A proof of primality from the factors of n − 1 (Pocklington 1914): with n − 1 = F·R, F > √n, and for every prime q of F
 * a base a with a^(n−1) ≡ 1 and gcd(a^((n−1)/q) − 1, n) = 1. Undefined where n − 1 doesn't fall apart far enough.
 */
export function pocklington(value: bigint, work: ExactWork): { readonly base: bigint } | undefined {
  if (value < 3n || value % 2n === 0n) return undefined;
  const { factors } = factorInteger(value - 1n, work, 100_000);
  const known = factors.filter(({ prime }) => isPrimeProved(prime));
  const part = known.reduce((product, { prime, exponent }) => product * prime ** BigInt(exponent), 1n);
  if (part * part <= value) return undefined;
  for (let base = 2n; base < 60n; base += 1n) {
    if (modPow(base, value - 1n, value) !== 1n) return undefined;
    if (known.every(({ prime }) => coprime(modPow(base, (value - 1n) / prime, value) - 1n, value))) return { base };
  }
  return undefined;
}

function coprime(a: bigint, b: bigint): boolean {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 1n;
}

/** A second opinion that a number is prime, by other theorems than trial division. */
export function primeVerdict(value: bigint, work: ExactWork): Verdict {
  const shown = value.toString();
  if (!isPrime(value))
    return {
      kind: 'invalid',
      how: 'recomputed',
      relation: 'different',
      evidence: `A Miller–Rabin test shows that ${shown} is not prime.`,
    };
  const certificate = value > 1_000_000n ? pocklington(value, work) : undefined;
  if (certificate !== undefined)
    return recomputed(
      `Pocklington's theorem with base $${certificate.base.toString()}$, from the prime factors of $${(value - 1n).toString()}$, proves that $${shown}$ is prime.`,
    );
  if (isPrimeProved(value))
    return recomputed(
      `The Miller–Rabin test with the first thirteen primes, which decides numbers of this size, confirms that $${shown}$ is prime.`,
    );
  return {
    kind: 'valid',
    how: 'recomputed',
    relation: 'equal',
    evidence: `The Baillie–PSW test holds for $${shown}$; no composite number that passes it is known.`,
  };
}

/** A divisor multiplied back. */
export function compositeVerdict(value: bigint, divisor: bigint): Verdict {
  const other = value / divisor;
  return divisor > 1n && other > 1n && divisor * other === value
    ? recomputed(`Multiplied back: $${divisor.toString()} \\cdot ${other.toString()} = ${value.toString()}$.`)
    : { kind: 'invalid', how: 'recomputed', relation: 'different' };
}
