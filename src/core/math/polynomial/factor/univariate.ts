import { unlimitedWork, type ExactWork } from '../../../solve/exactWork.ts';
import { absoluteInteger, floorRoot, gcd, modInverse, primesBelow } from '../../integers.ts';
import { liftFactors, multiplyIntegers, reducedModulo, type Integers } from './hensel.ts';
import { derivativeModular, factorModular, fromIntegers, gcdModular, type Modular } from './modular.ts';

const trialPrimes = primesBelow(400).slice(2);
/** Of this many primes the one with the fewest factors is taken. */
const wantedPrimes = 4;
/** Combinations of modular factors that are tried before the search ends. */
const maximumCombinations = 60_000;

export interface IntegerFactors {
  readonly factors: readonly Integers[];
  /** False where the search for factors ended at its limit: the last factor may be reducible. */
  readonly isComplete: boolean;
}

/**
 * Irreducible factors of a primitive square-free integer polynomial (ascending coefficients, degree ≥ 1), by Zassenhaus:
 * modulo a prime, lifted, and combined by trial division.
 */
export function factorSquareFree(f: Integers, work: ExactWork = unlimitedWork): IntegerFactors {
  const degree = f.length - 1;
  if (degree <= 1) return { factors: [f], isComplete: true };
  if (f[0] === 0n) {
    const rest = factorSquareFree(f.slice(1), work);
    return { factors: [[0n, 1n], ...rest.factors.filter((factor) => factor.length > 1)], isComplete: rest.isComplete };
  }
  const choice = choosePrime(f, work);
  if (choice === undefined || choice.factors.length === 1) return { factors: [f], isComplete: choice !== undefined };
  const leading = f.at(-1) ?? 1n;
  const prime = BigInt(choice.prime);
  const bound = 2n * absoluteInteger(leading) * mignotteBound(f) + 1n;
  let modulus = prime;
  while (modulus < bound) modulus *= prime;
  const inverse = modInverse(leading, modulus) ?? 1n;
  const monic = reducedModulo(
    f.map((value) => value * inverse),
    modulus,
  );
  const lifted = liftFactors(monic, choice.factors, choice.prime, modulus);
  return recombine(f, lifted, modulus, work);
}

interface PrimeChoice {
  readonly prime: number;
  readonly factors: readonly Modular[];
}

function choosePrime(f: Integers, work: ExactWork): PrimeChoice | undefined {
  let [best, tried]: [PrimeChoice | undefined, number] = [undefined, 0];
  const leading = f.at(-1) ?? 1n;
  for (const prime of trialPrimes) {
    if (leading % BigInt(prime) === 0n) continue;
    const image = fromIntegers(f, prime);
    if (gcdModular(image, derivativeModular(image, prime), prime).length > 1) continue;
    work.check();
    const factors = factorModular(image, prime);
    if (best === undefined || factors.length < best.factors.length) best = { prime, factors };
    tried += 1;
    if (best.factors.length === 1 || tried >= wantedPrimes) break;
  }
  return best;
}

/** 2^n times the Euclidean norm bounds the coefficients of every factor (Mignotte, 1974). */
function mignotteBound(f: Integers): bigint {
  const squares = f.reduce((sum, value) => sum + value * value, 0n);
  return (floorRoot(squares, 2) + 1n) << BigInt(f.length - 1);
}

function recombine(f: Integers, lifted: readonly Integers[], modulus: bigint, work: ExactWork): IntegerFactors {
  const found: Integers[] = [];
  let [rest, left, tries] = [f, [...lifted], 0];
  for (let size = 1; 2 * size <= left.length;) {
    let hit: { readonly factor: Integers; readonly quotient: Integers; readonly used: readonly number[] } | undefined;
    for (const used of combinations(left.length, size)) {
      tries += 1;
      if (tries % 256 === 0) work.check();
      if (tries > maximumCombinations) return { factors: [...found, rest], isComplete: false };
      const chosen = used.map((index) => left[index] ?? []);
      const leading = rest.at(-1) ?? 1n;
      if (!mayDivide(chosen, leading, rest[0] ?? 0n, modulus)) continue;
      const product = chosen.reduce((a, b) => multiplyIntegers(a, b, modulus), [leading]);
      const factor = primitive(symmetric(product, modulus));
      const quotient = divideExactlyDense(rest, factor);
      if (quotient) {
        hit = { factor, quotient, used };
        break;
      }
    }
    if (hit === undefined) {
      size += 1;
      continue;
    }
    const { factor, quotient, used } = hit;
    found.push(factor);
    rest = quotient;
    left = left.filter((_, index) => !used.includes(index));
  }
  if (rest.length > 1) found.push(primitive(rest));
  return { factors: found, isComplete: true };
}

/** The constant term of a true factor divides that of the whole, up to the leading coefficient. */
function mayDivide(chosen: readonly Integers[], leading: bigint, constant: bigint, modulus: bigint): boolean {
  const value = chosen.reduce(
    (product, factor) => (product * (factor[0] ?? 0n)) % modulus,
    ((leading % modulus) + modulus) % modulus,
  );
  const signed = value > modulus / 2n ? value - modulus : value;
  return signed !== 0n && (leading * constant) % signed === 0n;
}

function* combinations(count: number, size: number, start = 0): Generator<readonly number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let first = start; first <= count - size; first += 1) {
    for (const rest of combinations(count, size - 1, first + 1)) yield [first, ...rest];
  }
}

function symmetric(a: Integers, modulus: bigint): Integers {
  return a.map((value) => (value > modulus / 2n ? value - modulus : value));
}

/** Without a common factor, and with a positive leading coefficient. */
function primitive(a: Integers): Integers {
  const content = gcd(...a);
  const sign = (a.at(-1) ?? 1n) < 0n ? -1n : 1n;
  return content === 0n ? a : a.map((value) => (sign * value) / content);
}

function divideExactlyDense(a: Integers, b: Integers): Integers | undefined {
  const rest = [...a];
  const leading = b.at(-1) ?? 1n;
  const quotient = new Array<bigint>(Math.max(0, a.length - b.length + 1)).fill(0n);
  for (let shift = a.length - b.length; shift >= 0; shift -= 1) {
    const top = rest[shift + b.length - 1] ?? 0n;
    if (top % leading !== 0n) return undefined;
    const factor = top / leading;
    quotient[shift] = factor;
    if (factor === 0n) continue;
    b.forEach((value, k) => {
      rest[shift + k] = (rest[shift + k] ?? 0n) - factor * value;
    });
  }
  return rest.every((value) => value === 0n) ? quotient : undefined;
}
