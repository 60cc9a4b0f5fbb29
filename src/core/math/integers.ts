import { unlimitedWork, type ExactWork } from '../solve/exactWork.ts';

export function absoluteInteger(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Never negative; gcd(0, 0) is 0. */
export function gcd(...values: readonly bigint[]): bigint {
  let result = 0n;
  for (const value of values) {
    let [a, b] = [result, absoluteInteger(value)];
    while (b !== 0n) [a, b] = [b, a % b];
    result = a;
    if (result === 1n) break;
  }
  return result;
}

/** Never negative; 0 where one of the values is 0; lcm() is 1. */
export function lcm(...values: readonly bigint[]): bigint {
  let result = 1n;
  for (const value of values) {
    if (value === 0n) return 0n;
    result = (result / gcd(result, value)) * absoluteInteger(value);
  }
  return result;
}

/** The remainder in 0 … modulus-1, also of negative values. */
export function modulo(value: bigint, modulus: bigint): bigint {
  const remainder = value % modulus;
  return remainder < 0n ? remainder + modulus : remainder;
}

/** base^exponent mod modulus for exponent ≥ 0 and modulus ≥ 1. */
export function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus;
  let square = modulo(base, modulus);
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** x with value·x ≡ 1 (mod modulus), or undefined where they share a factor. */
export function modInverse(value: bigint, modulus: bigint): bigint | undefined {
  let [a, b, x, y] = [modulo(value, modulus), modulus, 1n, 0n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b, x, y] = [b, a - quotient * b, y, x - quotient * y];
  }
  return a === 1n ? modulo(x, modulus) : undefined;
}

/** The greatest r with r² ≤ value, for value ≥ 0. */
export function isqrt(value: bigint): bigint {
  return floorRoot(value, 2);
}

/** The greatest r with r^index ≤ value, for value ≥ 0 and index ≥ 1 (Newton from above). */
export function floorRoot(value: bigint, index: number): bigint {
  if (value < 0n) throw new RangeError('root of a negative integer');
  if (index === 1 || value < 2n) return value;
  const bits = value.toString(2).length;
  if (index >= bits) return 1n;
  const [k, k1] = [BigInt(index), BigInt(index - 1)];
  let guess = 1n << BigInt(Math.floor((bits - 1) / index) + 1);
  for (;;) {
    const next = (k1 * guess + value / guess ** k1) / k;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** The exact integer root, of a negative value too where the index is odd; undefined where there is none. */
export function integerRoot(value: bigint, index: number): bigint | undefined {
  if (value < 0n) {
    if (index % 2 === 0) return undefined;
    const positive = integerRoot(-value, index);
    return positive === undefined ? undefined : -positive;
  }
  const root = floorRoot(value, index);
  return root ** BigInt(index) === value ? root : undefined;
}

const smallPrimes: readonly bigint[] = primesBelow(1000).map(BigInt);

/** The primes below `limit`, by the sieve of Eratosthenes. */
export function primesBelow(limit: number): readonly number[] {
  const isComposite = new Uint8Array(Math.max(limit, 2));
  const primes: number[] = [];
  for (let candidate = 2; candidate < limit; candidate += 1) {
    if (isComposite[candidate]) continue;
    primes.push(candidate);
    for (let multiple = candidate * candidate; multiple < limit; multiple += candidate) isComposite[multiple] = 1;
  }
  return primes;
}

/** Below this the first thirteen primes as Miller–Rabin bases decide (Sorenson and Webster, 2015). */
const decidedByThirteenBases = 3_317_044_064_679_887_385_961_981n;

/**
 * Deterministic below 3.3·10^24. Above, Baillie–PSW with the same bases on top: no composite is known to pass, and none
 * was found in any search, but it is not a proof; see `isPrimeProved`.
 */
export function isPrime(value: bigint): boolean {
  if (value < 2n) return false;
  for (const prime of smallPrimes) {
    if (value === prime) return true;
    if (value % prime === 0n) return false;
  }
  if (value < 1_000_000n) return true;
  for (const base of smallPrimes.slice(0, 13)) if (!isStrongProbablePrime(value, base)) return false;
  return value < decidedByThirteenBases || isStrongLucasProbablePrime(value);
}

/** True where `isPrime` is a proof for numbers of this size. */
export function isPrimeProved(value: bigint): boolean {
  return value < decidedByThirteenBases;
}

function isStrongProbablePrime(value: bigint, base: bigint): boolean {
  let [odd, twos] = [value - 1n, 0];
  while ((odd & 1n) === 0n) [odd, twos] = [odd >> 1n, twos + 1];
  let power = modPow(base, odd, value);
  if (power === 1n || power === value - 1n) return true;
  for (let round = 1; round < twos; round += 1) {
    power = (power * power) % value;
    if (power === value - 1n) return true;
  }
  return false;
}

/** The Jacobi symbol (a/n) for odd n > 0. */
export function jacobi(a: bigint, n: bigint): -1 | 0 | 1 {
  let [top, bottom, sign] = [modulo(a, n), n, 1];
  while (top !== 0n) {
    while ((top & 1n) === 0n) {
      top >>= 1n;
      if (bottom % 8n === 3n || bottom % 8n === 5n) sign = -sign;
    }
    [top, bottom] = [bottom, top];
    if (top % 4n === 3n && bottom % 4n === 3n) sign = -sign;
    top %= bottom;
  }
  return bottom !== 1n ? 0 : sign === 1 ? 1 : -1;
}

/** With Selfridge's parameters (method A), as Baillie–PSW asks. */
function isStrongLucasProbablePrime(n: bigint): boolean {
  if (isqrt(n) ** 2n === n) return false;
  let d = 5n;
  while (jacobi(d, n) !== -1) d = d > 0n ? -(d + 2n) : -d + 2n;
  const q = modulo((1n - d) / 4n, n);
  let [odd, twos] = [n + 1n, 0];
  while ((odd & 1n) === 0n) [odd, twos] = [odd >> 1n, twos + 1];
  const half = (value: bigint) => modulo((value & 1n) === 0n ? value >> 1n : (value + n) >> 1n, n);
  let [u, v, power] = [1n, 1n, q];
  for (const bit of odd.toString(2).slice(1)) {
    [u, v, power] = [(u * v) % n, modulo(v * v - 2n * power, n), (power * power) % n];
    if (bit === '1') [u, v, power] = [half(u + v), half(d * u + v), (power * q) % n];
  }
  if (u === 0n || v === 0n) return true;
  for (let round = 1; round < twos; round += 1) {
    [v, power] = [modulo(v * v - 2n * power, n), (power * power) % n];
    if (v === 0n) return true;
  }
  return false;
}

export interface PrimePower {
  readonly prime: bigint;
  readonly exponent: number;
}

export interface Factorization {
  /** Ascending. Their product times `rest` is the absolute value of the integer. */
  readonly factors: readonly PrimePower[];
  /** 1 where the factorisation is complete; else a composite that did not fall within the limit of steps. */
  readonly rest: bigint;
}

/**
 * Prime factors of |value| (0 and 1 have none) by trial division, then Pollard's rho in Brent's form.
 * @param maxSteps of rho for one factor; the default finds prime factors up to about 12 digits, and all of 64-bit numbers.
 */
export function factorInteger(value: bigint, work: ExactWork = unlimitedWork, maxSteps = 2_000_000): Factorization {
  const counts = new Map<bigint, number>();
  const count = (prime: bigint) => counts.set(prime, (counts.get(prime) ?? 0) + 1);
  let left = absoluteInteger(value);
  if (left < 2n) return { factors: [], rest: 1n };
  for (const prime of smallPrimes) {
    while (left % prime === 0n) {
      count(prime);
      left /= prime;
    }
    if (prime * prime > left) break;
  }
  let rest = 1n;
  const pending = left > 1n ? [left] : [];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (isPrime(next)) {
      count(next);
      continue;
    }
    const divisor = properDivisor(next, work, maxSteps);
    if (divisor === undefined) rest *= next;
    else pending.push(divisor, next / divisor);
  }
  const factors = [...counts].map(([prime, exponent]) => ({ prime, exponent }));
  return { factors: factors.sort((a, b) => (a.prime < b.prime ? -1 : 1)), rest };
}

function properDivisor(n: bigint, work: ExactWork, maxSteps: number): bigint | undefined {
  for (let index = 2; index <= 7; index += 1) {
    const root = integerRoot(n, index);
    if (root !== undefined) return root;
  }
  for (let constant = 1n; constant <= 3n; constant += 1n) {
    const found = brentRho(n, constant, work, maxSteps);
    if (found === 'limit') return undefined;
    if (found !== n) return found;
  }
  return undefined;
}

/** R. P. Brent, An improved Monte Carlo factorization algorithm (1980). Gives `n` where the cycle closed without a factor. */
function brentRho(n: bigint, constant: bigint, work: ExactWork, maxSteps: number): bigint | 'limit' {
  const batch = 128;
  let [y, divisor, product] = [2n, 1n, 1n];
  let [x, saved] = [y, y];
  let steps = 0;
  for (let length = 1; divisor === 1n; length *= 2) {
    x = y;
    for (let k = 0; k < length; k += 1) y = (y * y + constant) % n;
    for (let done = 0; done < length && divisor === 1n; done += batch) {
      saved = y;
      const end = Math.min(batch, length - done);
      for (let k = 0; k < end; k += 1) {
        y = (y * y + constant) % n;
        product = (product * absoluteInteger(x - y)) % n;
      }
      divisor = gcd(product, n);
      work.check();
    }
    steps += 2 * length;
    if (divisor === 1n && steps > maxSteps) return 'limit';
  }
  if (divisor !== n) return divisor;
  do {
    saved = (saved * saved + constant) % n;
    divisor = gcd(absoluteInteger(x - saved), n);
  } while (divisor === 1n);
  return divisor;
}

/** All positive divisors in ascending order, or undefined where there are more than `limit` or factoring failed. */
export function divisors(
  value: bigint,
  limit = 10_000,
  work: ExactWork = unlimitedWork,
): readonly bigint[] | undefined {
  const { factors, rest } = factorInteger(value, work);
  if (value === 0n || rest !== 1n) return undefined;
  let found = [1n];
  for (const { prime, exponent } of factors) {
    if (found.length * (exponent + 1) > limit) return undefined;
    const powers = Array.from({ length: exponent + 1 }, (_, k) => prime ** BigInt(k));
    found = found.flatMap((divisor) => powers.map((power) => divisor * power));
  }
  return found.sort((a, b) => (a < b ? -1 : 1));
}

/**
 * |value| = outside^index · inside, with `inside` free of index-th powers as far as its factors were found
 * (72 = 6²·2). For value 0 both are 0 and 1.
 */
export function splitPower(value: bigint, index: number): { readonly outside: bigint; readonly inside: bigint } {
  if (value === 0n) return { outside: 0n, inside: 1n };
  const exact = integerRoot(absoluteInteger(value), index);
  if (exact !== undefined) return { outside: exact, inside: 1n };
  const { factors, rest } = factorInteger(value, unlimitedWork, 100_000);
  const restRoot = integerRoot(rest, index);
  let [outside, inside] = restRoot === undefined ? [1n, rest] : [restRoot, 1n];
  for (const { prime, exponent } of factors) {
    outside *= prime ** BigInt(Math.floor(exponent / index));
    inside *= prime ** BigInt(exponent % index);
  }
  return { outside, inside };
}

/** The square-free part without its square factors: 72 → 2. The sign is kept. */
export function squarefreePart(value: bigint): bigint {
  const { inside } = splitPower(value, 2);
  return value < 0n ? -inside : inside;
}
