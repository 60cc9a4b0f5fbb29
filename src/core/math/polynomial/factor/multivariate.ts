import type { ExactWork } from '../../../solve/exactWork.ts';
import {
  constantPolynomial,
  degree,
  derivativeOf,
  isConstantPolynomial,
  leadingCoefficient,
  multiplyPolynomials,
  onePolynomial,
  substituteInPolynomial,
  type Polynomial,
} from '../../polynomial.ts';
import { bitLength } from '../../tooLarge.ts';
import { divideExactly } from '../division.ts';
import { contentIn, fromDigits, gcdOfPolynomials, primitivePart } from '../gcd.ts';

export interface FoundFactors {
  readonly factors: readonly Polynomial[];
  readonly isComplete: boolean;
}

type FactorSquareFree = (p: Polynomial, work: ExactWork) => FoundFactors;

const maximumImageBits = 60_000;
const maximumCombinations = 4_000;

/**
 * Irreducible factors of a primitive square-free polynomial in several letters.
 *
 * Contents come out first; what is linear in a letter then is irreducible. Else one letter gives way to an integer so large
 * that the factors can be read off the digits of the factors of the image, as in the heuristic gcd; each candidate is
 * checked by division. A factor of p has a factor of the image as its image, so that an irreducible image proves p
 * irreducible, and with an integer above the bound of Gelfond for coefficients of factors so does failure of all candidates.
 */
export function factorMultivariate(p: Polynomial, factor: FactorSquareFree, work: ExactWork): FoundFactors {
  work.check();
  for (const variable of p.variables) {
    const content = contentIn(p, variable);
    if (isConstantPolynomial(content)) continue;
    return joined(factor(primitivePart(content), work), factor(divideExactly(p, content) ?? p, work));
  }
  if (p.variables.some((variable) => degree(p, variable) === 1))
    return { factors: [primitivePart(p)], isComplete: true };
  const order = [...p.variables].sort((a, b) => degree(p, a) - degree(p, b));
  const [given] = order;
  const main = order.at(-1);
  if (given === undefined || main === undefined) return { factors: [p], isComplete: true };
  return byEvaluation(primitivePart(p), given, main, factor, work);
}

function byEvaluation(
  p: Polynomial,
  given: string,
  main: string,
  factor: FactorSquareFree,
  work: ExactWork,
): FoundFactors {
  const leading = leadingCoefficient(p, main);
  const bound = boundOfDigits(p);
  // A small point first: where each factor of the image is the image of a factor, all of them are irreducible.
  let point = 2n * heightOf(p) + 31n;
  for (let attempt = 0; attempt < 8; attempt += 1, point = (point * 5n) / 3n + 7n) {
    if (attempt === 2 && point < bound) point = bound;
    if (bitLength(point) * degree(p, given) > maximumImageBits) break;
    const value = constantPolynomial(point);
    const image = substituteInPolynomial(p, given, value);
    if (degree(image, main) < degree(p, main) || !isSquareFreeIn(image, main)) continue;
    work.check();
    // Of the image only the part with the main letter counts: its content is an accident of the point.
    const whole = primitivePart(image);
    const content = contentIn(whole, main);
    const found = factor(primitivePart(divideExactly(whole, content) ?? whole), work);
    if (found.factors.length === 1) return { factors: [p], isComplete: found.isComplete };
    const scale = substituteInPolynomial(leading, given, value);
    const result = combine(p, found, { given, main, point, scale }, work);
    if (point >= bound || result.factors.length === found.factors.length) return result;
  }
  return { factors: [p], isComplete: false };
}

interface Evaluation {
  readonly given: string;
  readonly main: string;
  readonly point: bigint;
  /** The leading coefficient of p at the point: candidates are scaled to it before their digits are read. */
  readonly scale: Polynomial;
}

function combine(p: Polynomial, image: FoundFactors, evaluation: Evaluation, work: ExactWork): FoundFactors {
  const factors: Polynomial[] = [];
  let [rest, left, tries] = [p, [...image.factors], 0];
  for (let size = 1; 2 * size <= left.length;) {
    let hit: readonly number[] | undefined;
    for (const used of subsets(left.length, size)) {
      tries += 1;
      work.check();
      if (tries > maximumCombinations) return { factors: [...factors, rest], isComplete: false };
      const product = used.map((index) => left[index] ?? onePolynomial).reduce(multiplyPolynomials);
      const candidate = lifted(product, evaluation);
      const quotient = candidate && !isConstantPolynomial(candidate) ? divideExactly(rest, candidate) : undefined;
      if (!candidate || !quotient) continue;
      factors.push(candidate);
      rest = primitivePart(quotient);
      hit = used;
      break;
    }
    if (hit === undefined) size += 1;
    else left = left.filter((_, index) => !hit.includes(index));
  }
  if (!isConstantPolynomial(rest)) factors.push(rest);
  return { factors, isComplete: image.isComplete };
}

function lifted(product: Polynomial, { given, main, point, scale }: Evaluation): Polynomial | undefined {
  const factor = divideExactly(scale, leadingCoefficient(product, main));
  const scaled = factor && multiplyPolynomials(product, factor);
  if (!scaled || scaled.terms.some((term) => term.coefficient.d !== 1n)) return undefined;
  const candidate = fromDigits(scaled, given, point);
  return primitivePart(divideExactly(candidate, contentIn(candidate, main)) ?? candidate);
}

/**
 * Above twice the coefficients of leading coefficient times factor: Gelfond's bound for a factor is
 * e^(sum of degrees) times the height (Hindry and Silverman, Diophantine Geometry, B.7.3); 2.72 > e.
 */
function boundOfDigits(p: Polynomial): bigint {
  const height = heightOf(p);
  const degrees = p.variables.reduce((sum, variable) => sum + degree(p, variable), 0);
  const growth = 272n ** BigInt(degrees) / 100n ** BigInt(degrees) + 1n;
  return 2n * height * height * growth * BigInt(p.terms.length + 1) + 1n;
}

function heightOf(p: Polynomial): bigint {
  return p.terms.reduce((top, { coefficient }) => (coefficient.n > top ? coefficient.n : top), 1n);
}

function isSquareFreeIn(p: Polynomial, variable: string): boolean {
  return degree(gcdOfPolynomials(p, derivativeOf(p, variable)), variable) === 0;
}

function joined(a: FoundFactors, b: FoundFactors): FoundFactors {
  return { factors: [...a.factors, ...b.factors], isComplete: a.isComplete && b.isComplete };
}

function* subsets(count: number, size: number, start = 0): Generator<readonly number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let first = start; first <= count - size; first += 1) {
    for (const rest of subsets(count, size - 1, first + 1)) yield [first, ...rest];
  }
}
