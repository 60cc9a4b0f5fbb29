import type { How } from '../session/step.ts';
import { unlimitedWork, type ExactWork } from '../solve/exactWork.ts';
import { add, i, multiply, num, subtract } from './build.ts';
import { certifiedSign, certifiedValue, type Point } from './certify.ts';
import { complexDistance } from './complexValue.ts';
import { compareDomains, nonnegativeLetters, type DomainRelation } from './domain.ts';
import { compile } from './evaluate.ts';
import type { Expr } from './expr.ts';
import { foldMatrices } from './foldMatrices.ts';
import { foldSeries } from './foldSeries.ts';
import { isProvedByInduction } from './induction.ts';
import { integerLetters, type IntegerLetters } from './integerLetters.ts';
import { isInteger, isZero, rational, toDouble, zero } from './rational.ts';
import { readDifference } from './rationalFunction.ts';
import { samplePoints } from './samplePoints.ts';
import { children, contains, freeSymbols, sameExpr, substitute } from './tree.ts';

export interface EqualityOptions {
  /** Letters that are assumed positive. */
  readonly positive?: readonly string[] | undefined;
  /** What all letters are; real where nothing is said. */
  readonly assume?: 'positive' | 'real' | 'complex' | undefined;
  readonly work?: ExactWork | undefined;
}

export interface Equality {
  /** Equal: wherever both are defined. Different: with a certified witness. */
  readonly result: 'equal' | 'different' | 'unknown';
  readonly how: How;
  /** For `how: 'points'`: at how many points of the common domain they agree. */
  readonly points?: number | undefined;
  /** Where they surely differ. */
  readonly witness?: Point | undefined;
  /** 'isolated': one of them is defined at single points where the other isn't; 'changed': in a whole region. */
  readonly domain: DomainRelation;
}

const unknown: Equality = { result: 'unknown', how: 'none', domain: 'same' };

/** Are two expressions equal wherever both are defined? Letters are real; `i` is the imaginary unit. */
export function areEqual(left: Expr, right: Expr, options: EqualityOptions = {}): Equality {
  if (sameExpr(left, right)) return { result: 'equal', how: 'symbolic', domain: 'same' };
  if (isPlain(left) && isPlain(right)) return compareFolded(left, right, options, true);
  const [ours, theirs] = [foldMatrices(left), foldMatrices(right)];
  if (!ours || !theirs) return unknown;
  return compareFolded(foldSeries(ours), foldSeries(theirs), options, false);
}

/**
 * Numbers and letters joined by rational operations, with whole numbers for exponents: nothing to fold, no angles, no
 * imaginary unit, no letter that must be a whole number or can't be negative. Most of what is compared is so.
 */
function isPlain(expr: Expr): boolean {
  switch (expr.kind) {
    case 'number':
    case 'symbol':
      return true;
    case 'add':
      return expr.terms.every(isPlain);
    case 'multiply':
      return expr.factors.every(isPlain);
    case 'negate':
      return isPlain(expr.operand);
    case 'divide':
      return isPlain(expr.numerator) && isPlain(expr.denominator);
    case 'power': {
      const exponent = expr.exponent.kind === 'negate' ? expr.exponent.operand : expr.exponent;
      return exponent.kind === 'number' && isInteger(exponent.value) && isPlain(expr.base);
    }
    default:
      return false;
  }
}

const noWholeLetters: IntegerLetters = { whole: [], natural: [], perhaps: [] };

function compareFolded(left: Expr, right: Expr, options: EqualityOptions, arePlain: boolean): Equality {
  if (isList(left) || isList(right)) return compareLists(left, right, options);
  const names = [...new Set([...freeSymbols(left), ...freeSymbols(right)])];
  const positive = options.assume === 'positive' ? names : (options.positive ?? []);
  if (options.assume === 'complex' && names.length > 0) return compareOverComplex(left, right, names);
  const whole = arePlain ? noWholeLetters : integerLetters(left, right);
  const result = compareValues(left, right, { names, positive, whole, arePlain }, options.work ?? unlimitedWork);
  if (result.result !== 'equal') return result;
  return { ...result, domain: compareDomains(left, right, names, positive, whole) };
}

function compareValues(left: Expr, right: Expr, letters: Letters, work: ExactWork): Equality {
  const { names, positive, whole, arePlain } = letters;
  const equal: Equality = { result: 'equal', how: 'symbolic', domain: 'same' };
  // Where √x or ln x occurs, x is not negative on the common domain, so the proof may use it.
  const assumed = arePlain
    ? positive
    : [...new Set([...positive, ...nonnegativeLetters(left), ...nonnegativeLetters(right)])];
  const plain = readDifference(left, right, { positive: assumed });
  const hasImaginary = !arePlain && isComplex(left, right);
  if (plain.type === 'undefined' || (plain.type === 'notANumber' && hasImaginary)) return unknown;
  if (plain.type === 'value' && plain.isZero) return equal;
  work.check();
  if (plain.type === 'value' && hasImaginary) {
    const angles = readDifference(left, right, { positive: assumed, exponentialForm: true });
    return angles.type === 'value' && angles.isZero ? equal : compareComplex(left, right, names);
  }
  if (isProvedByInduction(left, right) || isProvedByInduction(right, left)) return equal;
  const witness = findWitness(left, right, letters, work);
  if (witness.type === 'different') {
    // sin nπ = 0 is meant of whole numbers, and nothing says so.
    const meant = { ...whole, whole: [...whole.whole, ...whole.perhaps] };
    const isMeant = whole.perhaps.some((name) => !whole.whole.includes(name));
    if (isMeant && findWitness(left, right, { ...letters, whole: meant }, work).type === 'agree') return unknown;
    return {
      result: 'different',
      how: witness.isExact ? 'substitution' : 'certified',
      witness: witness.point,
      domain: 'same',
    };
  }
  if (!arePlain && (hasAngles(left) || hasAngles(right))) {
    const angles = readDifference(left, right, { positive: assumed, exponentialForm: true });
    if (angles.type === 'value' && angles.isZero) return equal;
  }
  return witness.points > 0 ? { result: 'equal', how: 'points', points: witness.points, domain: 'same' } : unknown;
}

type Search =
  | { readonly type: 'different'; readonly point: Point; readonly isExact: boolean }
  | { readonly type: 'agree'; readonly points: number };

interface Letters {
  readonly names: readonly string[];
  readonly positive: readonly string[];
  readonly whole: IntegerLetters;
  readonly arePlain: boolean;
}

const wantedPoints = 24;
/** Points where agreement is looked at with 150 digits too: a difference below double precision is a difference. */
const wantedFinePoints = 4;
const agreementBound = 1e-50;

function findWitness(left: Expr, right: Expr, { names, positive, whole }: Letters, work: ExactWork): Search {
  const difference = subtract(left, right);
  // Doubles are asked only where some agreement is certified: most pairs that differ do so at the first point.
  let doubles: { readonly a: ReturnType<typeof compile>; readonly b: ReturnType<typeof compile> } | undefined;
  const mayAgree = (point: Point): boolean => {
    doubles ??= { a: compile(left, names), b: compile(right, names) };
    const values = names.map((name) => toDouble(point.get(name) ?? zero));
    const [u, v] = [doubles.a(values), doubles.b(values)];
    // Overflow or a function without double value: let the certified evaluation look.
    if (!Number.isFinite(u) || !Number.isFinite(v)) return false;
    return !(Math.abs(u - v) > 1e-9 * Math.max(Math.abs(u), Math.abs(v), 1e-300));
  };
  let [agreeing, fine] = [0, 0];
  const tries = names.length === 0 ? 1 : 3 * wantedPoints;
  for (const point of samplePoints(names, tries, 'plain', whole)) {
    if (positive.some((name) => (point.get(name)?.s ?? 1n) < 0n || point.get(name)?.n === 0n)) continue;
    work.check();
    if (fine >= wantedFinePoints && mayAgree(point)) {
      agreeing += 1;
    } else {
      const value = certifiedValue(difference, point, 64);
      if (value.type === 'exact' && !isZero(value.value)) return { type: 'different', point, isExact: true };
      const reading = certifiedSign(difference, point);
      if (reading.type === 'sign' && reading.sign !== 0) return { type: 'different', point, isExact: false };
      if (reading.type === 'sign' || (reading.type === 'nearZero' && reading.bound < agreementBound)) {
        agreeing += 1;
        fine += 1;
      }
    }
    if (agreeing >= wantedPoints) break;
  }
  return { type: 'agree', points: fine === 0 ? 0 : agreeing };
}

function hasAngles(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'call' && angleFunctions.has(node.name));
}

const angleFunctions: ReadonlySet<string> = new Set(
  ['sin', 'cos', 'tan', 'cot', 'sec', 'csc'].flatMap((name) => [name, `${name}h`]),
);

function isComplex(...exprs: readonly Expr[]): boolean {
  return exprs.some((expr) => contains(expr, (node) => node.kind === 'constant' && node.name === 'i'));
}

/** Both sides as complex numbers at points with real letters, with certified errors. */
function compareComplex(left: Expr, right: Expr, names: readonly string[]): Equality {
  const difference = subtract(left, right);
  let [agreeing, zeros] = [0, 0];
  for (const point of samplePoints(names, names.length === 0 ? 1 : wantedPoints)) {
    const { type } = complexDistance(difference, point);
    if (type === 'apart') return { result: 'different', how: 'certified', witness: point, domain: 'same' };
    if (type === 'zero') zeros += 1;
    if (type !== 'undecided') agreeing += 1;
  }
  if (names.length === 0 && zeros > 0) return { result: 'equal', how: 'certified', domain: 'same' };
  return agreeing > 0 ? { result: 'equal', how: 'points', points: agreeing, domain: 'same' } : unknown;
}

const complexValues: readonly (readonly [number, number])[] = [
  ...([
    [2, 1],
    [-1, 1],
    [1, -2],
    [-3, -1],
    [0, 1],
    [3, 2],
    [-2, 5],
    [1, 1],
  ] as const),
];

/** Letters are complex: equal by rational operations alone, or different at a complex point. */
function compareOverComplex(left: Expr, right: Expr, names: readonly string[]): Equality {
  const plain = readDifference(left, right);
  if (plain.type !== 'value' && plain.type !== 'tooLarge') return unknown;
  const isRational = ![left, right].some((expr) => contains(expr, isBranching));
  if (plain.type === 'value' && plain.isZero && isRational) return { result: 'equal', how: 'symbolic', domain: 'same' };
  let agreeing = 0;
  for (let turn = 0; turn < complexValues.length; turn += 1) {
    const values = names.map((name, position): readonly [string, Expr] => {
      const [re, im] = complexValues[(turn + 3 * position) % complexValues.length] ?? [2, 1];
      return [name, add(num(rational(re)), multiply(num(rational(im)), i))];
    });
    const put = substitute(subtract(left, right), new Map(values));
    const { type } = complexDistance(put, new Map());
    if (type === 'apart') return { result: 'different', how: 'certified', domain: 'same' };
    if (type !== 'undecided') agreeing += 1;
  }
  return agreeing > 0 ? { result: 'equal', how: 'points', points: agreeing, domain: 'same' } : unknown;
}

/** What the normal form treats as of a real number: its rules may fail for complex ones. */
function isBranching(node: Expr): boolean {
  switch (node.kind) {
    case 'number':
    case 'symbol':
    case 'add':
    case 'negate':
    case 'multiply':
    case 'divide':
      return false;
    case 'constant':
      return node.name === 'infinity';
    case 'power':
      return node.exponent.kind !== 'number' && node.exponent.kind !== 'negate';
    default:
      return true;
  }
}

function isList(expr: Expr): boolean {
  return expr.kind === 'tuple' || expr.kind === 'interval' || expr.kind === 'matrix' || expr.kind === 'set';
}

/** Tuples, matrices and intervals part by part; sets in any order. */
function compareLists(left: Expr, right: Expr, options: EqualityOptions): Equality {
  if (left.kind === 'set' && right.kind === 'set') return compareSets(left.items, right.items, options);
  if (left.kind !== right.kind) return unknown;
  if (left.kind === 'interval' && right.kind === 'interval') {
    const isSameShape = left.isLowerClosed === right.isLowerClosed && left.isUpperClosed === right.isUpperClosed;
    if (!isSameShape) return { result: 'different', how: 'symbolic', domain: 'same' };
  }
  const [ours, theirs] = [children(left), children(right)];
  if (ours.length !== theirs.length) return { result: 'different', how: 'symbolic', domain: 'same' };
  return ours.reduce<Equality>((worst, item, index) => weaker(worst, areEqual(item, theirs[index] ?? item, options)), {
    result: 'equal',
    how: 'symbolic',
    domain: 'same',
  });
}

function compareSets(left: readonly Expr[], right: readonly Expr[], options: EqualityOptions): Equality {
  let worst: Equality = { result: 'equal', how: 'symbolic', domain: 'same' };
  for (const [ours, theirs] of [
    [left, right],
    [right, left],
  ] as const) {
    for (const item of ours) {
      const found = theirs.map((other) => areEqual(item, other, options));
      const best = found.find(({ result }) => result === 'equal');
      if (best) worst = weaker(worst, best);
      else if (found.every(({ result }) => result === 'different')) {
        return { result: 'different', how: found[0]?.how ?? 'symbolic', domain: 'same' };
      } else worst = unknown;
    }
  }
  return worst;
}

function weaker(a: Equality, b: Equality): Equality {
  const rank = (equality: Equality) =>
    equality.result === 'different' ? 3 : equality.result === 'unknown' ? 2 : equality.how === 'points' ? 1 : 0;
  return rank(b) > rank(a) ? b : a;
}
