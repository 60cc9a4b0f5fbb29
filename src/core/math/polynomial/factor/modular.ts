/** Dense polynomials modulo a prime p < 2^20: ascending coefficients in 0 … p-1 without zeros on top; [] is 0. */
export type Modular = readonly number[];

function trimmed(coefficients: number[]): number[] {
  while (coefficients.length > 0 && coefficients[coefficients.length - 1] === 0) coefficients.pop();
  return coefficients;
}

export function fromIntegers(coefficients: readonly bigint[], p: number): Modular {
  const modulus = BigInt(p);
  return trimmed(coefficients.map((value) => Number(((value % modulus) + modulus) % modulus)));
}

export function addModular(a: Modular, b: Modular, p: number): Modular {
  const length = Math.max(a.length, b.length);
  return trimmed(Array.from({ length }, (_, k) => ((a[k] ?? 0) + (b[k] ?? 0)) % p));
}

export function subtractModular(a: Modular, b: Modular, p: number): Modular {
  const length = Math.max(a.length, b.length);
  return trimmed(Array.from({ length }, (_, k) => ((a[k] ?? 0) - (b[k] ?? 0) + p) % p));
}

export function multiplyModular(a: Modular, b: Modular, p: number): Modular {
  if (a.length === 0 || b.length === 0) return [];
  const product = new Array<number>(a.length + b.length - 1).fill(0);
  a.forEach((x, i) => {
    for (let j = 0; j < b.length; j += 1) product[i + j] = ((product[i + j] ?? 0) + x * (b[j] ?? 0)) % p;
  });
  return trimmed(product);
}

export function inverseModular(value: number, p: number): number {
  let [a, b, x, y] = [value % p, p, 1, 0];
  while (b !== 0) {
    const quotient = Math.floor(a / b);
    [a, b, x, y] = [b, a - quotient * b, y, x - quotient * y];
  }
  return ((x % p) + p) % p;
}

export function monicModular(a: Modular, p: number): Modular {
  const top = a.at(-1);
  if (top === undefined || top === 1) return a;
  const inverse = inverseModular(top, p);
  return a.map((value) => (value * inverse) % p);
}

export function divideModular(a: Modular, b: Modular, p: number): readonly [Modular, Modular] {
  const rest = [...a];
  const inverse = inverseModular(b.at(-1) ?? 1, p);
  const quotient = new Array<number>(Math.max(0, a.length - b.length + 1)).fill(0);
  for (let shift = a.length - b.length; shift >= 0; shift -= 1) {
    const factor = ((rest[shift + b.length - 1] ?? 0) * inverse) % p;
    quotient[shift] = factor;
    if (factor === 0) continue;
    for (let k = 0; k < b.length; k += 1) {
      rest[shift + k] = ((rest[shift + k] ?? 0) + (p - factor) * (b[k] ?? 0)) % p;
    }
  }
  return [trimmed(quotient), trimmed(rest)];
}

export function gcdModular(a: Modular, b: Modular, p: number): Modular {
  let [x, y] = [a, b];
  while (y.length > 0) [x, y] = [y, divideModular(x, y, p)[1]];
  return monicModular(x, p);
}

/** s and t with s·a + t·b = 1, for coprime a and b. */
export function bezoutModular(a: Modular, b: Modular, p: number): readonly [Modular, Modular] {
  let [r0, r1, s0, s1, t0, t1]: Modular[] = [a, b, [1], [], [], [1]];
  while (r1 && r1.length > 0) {
    const [quotient, remainder]: readonly [Modular, Modular] = divideModular(r0 ?? [], r1, p);
    [r0, r1] = [r1, remainder];
    [s0, s1] = [s1, subtractModular(s0 ?? [], multiplyModular(quotient, s1 ?? [], p), p)];
    [t0, t1] = [t1, subtractModular(t0 ?? [], multiplyModular(quotient, t1 ?? [], p), p)];
  }
  const inverse = [inverseModular(r0?.[0] ?? 1, p)];
  return [multiplyModular(s0 ?? [], inverse, p), multiplyModular(t0 ?? [], inverse, p)];
}

export function derivativeModular(a: Modular, p: number): Modular {
  return trimmed(a.slice(1).map((value, k) => (value * (k + 1)) % p));
}

function powerModular(base: Modular, exponent: bigint, modulus: Modular, p: number): Modular {
  let result: Modular = [1];
  let square = divideModular(base, modulus, p)[1];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = divideModular(multiplyModular(result, square, p), modulus, p)[1];
    square = divideModular(multiplyModular(square, square, p), modulus, p)[1];
  }
  return result;
}

/** The monic irreducible factors of a square-free polynomial modulo an odd prime (Cantor and Zassenhaus, 1981). */
export function factorModular(f: Modular, p: number): readonly Modular[] {
  const factors: Modular[] = [];
  let rest = monicModular(f, p);
  let power: Modular = [0, 1];
  for (let size = 1; 2 * size <= rest.length - 1; size += 1) {
    power = powerModular(power, BigInt(p), rest, p);
    const shared = gcdModular(subtractModular(power, [0, 1], p), rest, p);
    if (shared.length > 1) {
      factors.push(...splitEqualDegrees(shared, size, p, 1));
      rest = divideModular(rest, shared, p)[0];
      power = divideModular(power, rest, p)[1];
    }
  }
  if (rest.length > 1) factors.push(rest);
  return factors;
}

/** All factors have degree `size`. Trial polynomials follow a fixed sequence, so that every run is the same. */
function splitEqualDegrees(f: Modular, size: number, p: number, seed: number): readonly Modular[] {
  if (f.length - 1 === size) return [f];
  let state = seed;
  for (;;) {
    const trial = Array.from({ length: f.length - 1 }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % p;
    });
    const exponent = (BigInt(p) ** BigInt(size) - 1n) / 2n;
    const power = powerModular(trimmed(trial), exponent, f, p);
    const shared = gcdModular(subtractModular(power, [1], p), f, p);
    if (shared.length > 1 && shared.length < f.length) {
      const other = divideModular(f, shared, p)[0];
      return [...splitEqualDegrees(shared, size, p, state), ...splitEqualDegrees(other, size, p, state)];
    }
  }
}
