import { bezoutModular, multiplyModular, type Modular } from './modular.ts';

/** Dense integer polynomials, ascending; lifted ones are monic modulo a power of the prime. */
export type Integers = readonly bigint[];

export function multiplyIntegers(a: Integers, b: Integers, modulus: bigint): Integers {
  if (a.length === 0 || b.length === 0) return [];
  const product = new Array<bigint>(a.length + b.length - 1).fill(0n);
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      product[i + j] = (product[i + j] ?? 0n) + x * y;
    });
  });
  return reducedModulo(product, modulus);
}

export function reducedModulo(a: Integers, modulus: bigint): Integers {
  const reduced = a.map((value) => ((value % modulus) + modulus) % modulus);
  while (reduced.length > 0 && reduced[reduced.length - 1] === 0n) reduced.pop();
  return reduced;
}

function combine(a: Integers, b: Integers, sign: bigint, modulus: bigint): Integers {
  const length = Math.max(a.length, b.length);
  return reducedModulo(
    Array.from({ length }, (_, k) => (a[k] ?? 0n) + sign * (b[k] ?? 0n)),
    modulus,
  );
}

/** Division by a monic polynomial. */
function divideMonic(a: Integers, b: Integers, modulus: bigint): readonly [Integers, Integers] {
  const rest = [...a];
  const quotient = new Array<bigint>(Math.max(0, a.length - b.length + 1)).fill(0n);
  for (let shift = a.length - b.length; shift >= 0; shift -= 1) {
    const factor = (rest[shift + b.length - 1] ?? 0n) % modulus;
    quotient[shift] = factor;
    if (factor === 0n) continue;
    b.forEach((value, k) => {
      rest[shift + k] = ((rest[shift + k] ?? 0n) - factor * value) % modulus;
    });
  }
  return [reducedModulo(quotient, modulus), reducedModulo(rest, modulus)];
}

/**
 * Lifts the monic factors of f modulo p to factors modulo at least `bound`, two halves at a time
 * (von zur Gathen and Gerhard, Modern Computer Algebra, algorithms 15.10 and 15.17).
 * @param f monic modulo every power of p
 */
export function liftFactors(f: Integers, factors: readonly Modular[], p: number, modulus: bigint): readonly Integers[] {
  if (factors.length === 1) return [f];
  const middle = Math.floor(factors.length / 2);
  const [left, right] = [factors.slice(0, middle), factors.slice(middle)];
  const product = (some: readonly Modular[]) => some.reduce((a, b) => multiplyModular(a, b, p), [1]);
  const [g, h] = liftPair(f, product(left), product(right), p, modulus);
  return [...liftFactors(g, left, p, modulus), ...liftFactors(h, right, p, modulus)];
}

function liftPair(f: Integers, g0: Modular, h0: Modular, p: number, target: bigint): readonly [Integers, Integers] {
  const [s0, t0] = bezoutModular(g0, h0, p);
  let [g, h, s, t]: Integers[] = [g0.map(BigInt), h0.map(BigInt), s0.map(BigInt), t0.map(BigInt)];
  if (!g || !h || !s || !t) throw new RangeError('nothing to lift');
  for (let modulus = BigInt(p); modulus < target;) {
    modulus *= modulus;
    const error = combine(f, multiplyIntegers(g, h, modulus), -1n, modulus);
    const [q, r] = divideMonic(multiplyIntegers(s, error, modulus), h, modulus);
    const correction = combine(multiplyIntegers(t, error, modulus), multiplyIntegers(q, g, modulus), 1n, modulus);
    g = combine(g, correction, 1n, modulus);
    h = combine(h, r, 1n, modulus);
    const excess = combine(
      combine(multiplyIntegers(s, g, modulus), multiplyIntegers(t, h, modulus), 1n, modulus),
      [1n],
      -1n,
      modulus,
    );
    const [c, d] = divideMonic(multiplyIntegers(s, excess, modulus), h, modulus);
    s = combine(s, d, -1n, modulus);
    t = combine(
      combine(t, multiplyIntegers(t, excess, modulus), -1n, modulus),
      multiplyIntegers(c, g, modulus),
      -1n,
      modulus,
    );
  }
  return [reducedModulo(g, target), reducedModulo(h, target)];
}
