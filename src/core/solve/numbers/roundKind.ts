import { negate, num, power } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { bitLength } from '../../math/tooLarge.ts';
import {
  absolute,
  compareRationals,
  floorOf,
  isInteger,
  isZero,
  minus,
  over,
  plus,
  powerOf,
  rational,
  times,
  type Rational,
} from '../../math/rational.ts';
import type { Claim, Derivation, Move } from '../derivation.ts';
import { unlimitedWork } from '../exactWork.ts';
import type { Kind } from '../kind.ts';
import { waysWithout } from './integerValues.ts';
import { approximate, exactNumber, roundHalfAway } from './exactNumber.ts';
import { hasFiniteDecimal } from './numberTable.ts';
import { placeName } from './places.ts';
import { toRational, type Radical } from './radical.ts';
import { answerOf, confirmed, decided, math, numberExpr, stuck, tex, way } from './write.ts';

export const roundKind: Kind = {
  id: 'round',
  tasks: ['round'],
  ways: (task, work) => {
    if (task.kind !== 'round') return [];
    const value = exactNumber(task.value, work);
    if (value.type !== 'number') return waysWithout([task.value], work);
    return [
      way('rounding', 'looking at the next digit', () => derive(task.value, value.value, task.place, task.significant)),
    ];
  },
};

const half = rational(1n, 2n);
const furthest = 2000;

function derive(
  expr: Expr,
  value: Radical,
  askedPlace: number | undefined,
  significant: number | undefined,
): Derivation {
  if (Math.abs(askedPlace ?? 0) > furthest || (significant ?? 1) > furthest)
    return stuck('too-large', 'That is more digits than I write out.');
  const exact = toRational(value);
  const near = exact ?? approximate(value, 60 + Math.abs(askedPlace ?? 0) + (significant ?? 0));
  const place = askedPlace ?? (isZero(near) ? 0 : leadingPlace(near) - (significant ?? 1) + 1);
  if (bitLength(near.n) > 200_000) return stuck('too-large', 'This number is longer than I write out.');
  const unit = place >= 0 ? rational(10n ** BigInt(place)) : rational(1n, 10n ** BigInt(-place));
  const rounded = times(roundHalfAway(over(near, unit)), unit);
  if (exact === undefined && expr.kind === 'root') {
    const radicand = exactNumber(expr.radicand, unlimitedWork);
    const under = radicand.type === 'number' ? toRational(radicand.value) : undefined;
    const index = expr.index?.kind === 'number' && isInteger(expr.index.value) ? Number(expr.index.value.n) : 2;
    if (under !== undefined && under.s > 0n) return nearestRoot(expr, under, index, unit, rounded);
  }
  if (exact === undefined) return irrational(expr, value, unit, place, rounded);
  return plain(expr, exact, unit, place, rounded, significant);
}

/** The power of ten of the first digit that isn't 0. */
export function leadingPlace(value: Rational): number {
  const size = absolute(value);
  let place = size.n.toString().length - size.d.toString().length;
  while (compareRationals(size, tenTo(place)) < 0) place -= 1;
  while (compareRationals(size, tenTo(place + 1)) >= 0) place += 1;
  return place;
}

function tenTo(place: number): Rational {
  return powerOf(rational(10n), place);
}

function unitWords(place: number, significant: number | undefined): string {
  if (significant !== undefined)
    return `${significant.toString()} significant ${significant === 1 ? 'figure' : 'figures'}`;
  if (place === 0) return 'the nearest whole number';
  return place < 0
    ? `${(-place).toString()} decimal ${place === -1 ? 'place' : 'places'}`
    : `the nearest ${tex(10n ** BigInt(place))}`;
}

/** Twice the distance to the rounded value is at most one unit: computed from the value alone, not from its digits. */
function isNearest(value: Rational, rounded: Rational, unit: Rational): boolean {
  return (
    isInteger(over(rounded, unit)) && compareRationals(times(absolute(minus(value, rounded)), rational(2n)), unit) <= 0
  );
}

function plain(
  expr: Expr,
  value: Rational,
  unit: Rational,
  place: number,
  rounded: Rational,
  significant: number | undefined,
): Derivation {
  const size = absolute(value);
  const cut = times(rational(floorOf(over(size, unit))), unit);
  const next = Number(floorOf(over(minus(size, cut), over(unit, rational(10n)))));
  const up = next >= 5;
  const above = plus(cut, unit);
  const show = (shown: Rational) => tex(numberExpr(shown, 'decimal'));
  const sign = value.s < 0n ? '-' : '';
  // As many decimal places as were asked for are written, zeros too: 100.0.
  const keeps = significant === undefined && place < 0;
  const result = keeps ? paddedExpr(rounded, place) : numberExpr(rounded, 'decimal');
  const verdict = confirmed(
    isNearest(value, rounded, unit),
    `Checked without digits: ${math(result)} is a multiple of $${show(unit)}$, and the distance to it, $${tex(numberExpr(absolute(minus(value, rounded)), 'decimal'))}$, is not more than half of that.`,
  );
  const claim: Claim = { type: 'decided', verdict };
  const digits = digitsOf(size, place);
  const shown = hasFiniteDecimal(value) ? `$${show(size)}$` : `$${tex(num(size))} = ${digits}\\dots$`;
  const signNote = value.s < 0n && !isZero(rounded) ? ' The sign stays.' : '';
  const exactAlready = compareRationals(cut, size) === 0;
  const lastPlace = `the ${placeName(place)}`;
  const decide: Move = {
    text: exactAlready
      ? `After ${lastPlace} nothing follows in ${shown}, so nothing has to be rounded.${signNote}`
      : `To round to ${unitWords(place, significant)}, keep the digits up to ${lastPlace} of ${shown}: $${padded(cut, place)}$. The next digit is $${next.toString()}$, ${up ? `which is $5$ or more, so round up to $${padded(above, place)}$` : 'which is less than $5$, so the rest is dropped'}.${signNote}`,
    latex: `${tex(expr)} ${exactAlready ? '=' : '\\approx'} ${padded(rounded, place)}${paddedNote(rounded, place, result)}`,
    why: 'The number is rounded to the nearer of the two candidates below and above it.',
    rule: 'rounding',
    claim,
  };
  if (exactAlready) return { type: 'solved', moves: [decide], answer: answerOf(result, verdict) };
  const parts: readonly Move[] = [
    {
      text: `Rounded to ${unitWords(place, significant)}, the number becomes either ${math(`${sign}${show(cut)}`)} or ${math(`${sign}${show(above)}`)}.`,
      latex:
        value.s < 0n
          ? `-${show(above)} < ${tex(expr)} < ${sign}${show(cut)}`
          : `${show(cut)} < ${tex(expr)} < ${show(above)}`,
      why: 'These are the neighbouring numbers with no digits after that place.',
      rule: 'place-value',
      claim: decided(compareRationals(cut, size) < 0 && compareRationals(size, above) < 0, 'Compared exactly.'),
    },
    {
      ...decide,
      text: `The digit after ${lastPlace} is $${next.toString()}$, ${up ? 'which is $5$ or more, so go up' : 'which is less than $5$, so the rest is dropped'}.${signNote}`,
    },
  ];
  return { type: 'solved', moves: [{ ...decide, parts }], answer: answerOf(result, verdict) };
}

/** The rounded number with all its decimal places, as one writes it: 2.50. */
function padded(value: Rational, place: number): string {
  if (place >= 0) return tex(numberExpr(value, 'decimal'));
  const digits = times(absolute(value), rational(10n ** BigInt(-place)))
    .n.toString()
    .padStart(1 - place, '0');
  return `${value.s < 0n && !isZero(value) ? '-' : ''}${digits.slice(0, place)}.${digits.slice(place)}`;
}

function paddedNote(value: Rational, place: number, result: Expr): string {
  return padded(value, place) === tex(result) ? '' : ` = ${tex(result)}`;
}

function paddedExpr(value: Rational, place: number): Expr {
  const size = absolute(value);
  const number: Expr = { kind: 'number', value: size, notation: 'decimal', text: padded(size, place) };
  return value.s < 0n && !isZero(value) ? negate(number) : number;
}

/** The digits of a value up to two places beyond the one that is kept. */
function digitsOf(size: Rational, place: number): string {
  const places = Math.max(2, 2 - place);
  const scaled = floorOf(times(size, rational(10n ** BigInt(places))))
    .toString()
    .padStart(places + 1, '0');
  return `${scaled.slice(0, -places)}.${scaled.slice(-places)}`;
}

/** √2222 to the nearest whole number: between which powers the radicand lies, and on which side of the middle. */
function nearestRoot(expr: Expr, radicand: Rational, index: number, unit: Rational, rounded: Rational): Derivation {
  const lower = compareRationals(powerOf(rounded, index), radicand) <= 0 ? rounded : minus(rounded, unit);
  const upper = plus(lower, unit);
  const middle = plus(lower, times(unit, half));
  const show = (value: Rational) => tex(numberExpr(value, 'decimal'));
  const raised = (value: Rational) =>
    `${tex(power(numberExpr(value, 'decimal'), num(index)))} = ${show(powerOf(value, index))}`;
  const isBelow = compareRationals(radicand, powerOf(middle, index)) < 0;
  const result = numberExpr(rounded, 'decimal');
  const encloses =
    compareRationals(powerOf(minus(rounded, times(unit, half)), index), radicand) <= 0 ||
    compareRationals(rounded, unit) < 0;
  const verdict = confirmed(
    encloses && compareRationals(radicand, powerOf(plus(rounded, times(unit, half)), index)) < 0,
    `The number under the root lies between the powers of ${math(numberExpr(minus(rounded, times(unit, half)), 'decimal'))} and ${math(numberExpr(plus(rounded, times(unit, half)), 'decimal'))}.`,
  );
  const between: Move = {
    text: `Find the neighbours: $${raised(lower)}$ and $${raised(upper)}$, so ${math(expr)} lies between $${show(lower)}$ and $${show(upper)}$.`,
    latex: `${show(lower)} < ${tex(expr)} < ${show(upper)}`,
    why: 'A larger positive number has a larger power.',
    rule: 'nearest-root',
    claim: decided(
      compareRationals(powerOf(lower, index), radicand) < 0 && compareRationals(radicand, powerOf(upper, index)) < 0,
      'The powers were compared exactly.',
    ),
  };
  const choose: Move = {
    text: `Compare with the middle: $${raised(middle)}$ is ${isBelow ? 'more' : 'less'} than $${show(radicand)}$, so the root is nearer to $${show(rounded)}$.`,
    latex: `${tex(expr)} \\approx ${tex(result)}`,
    why: 'The root is below the middle exactly when the number under it is below the power of the middle.',
    rule: 'nearest-root',
    claim: { type: 'decided', verdict },
  };
  return { type: 'solved', moves: [between, choose], answer: answerOf(result, verdict) };
}

function irrational(expr: Expr, value: Radical, unit: Rational, place: number, rounded: Rational): Derivation {
  const near = approximate(value, Math.max(4, 4 - place));
  const finer = approximate(value, Math.max(80, 80 - place));
  const result = place < 0 ? paddedExpr(rounded, place) : numberExpr(rounded, 'decimal');
  const shown = padded(
    times(roundHalfAway(over(near, tenTo(Math.min(-3, place - 3)))), tenTo(Math.min(-3, place - 3))),
    Math.min(-3, place - 3),
  );
  const verdict = confirmed(
    isNearest(finer, rounded, unit),
    `Computed with $80$ digits, ${math(result)} is the nearest multiple.`,
  );
  const move: Move = {
    text: `Work the value out to some more digits, ${math(expr)} $\\approx ${shown}$, and round to ${unitWords(place, undefined)}.`,
    latex: `${tex(expr)} \\approx ${padded(rounded, place)}`,
    why: 'A few digits more than asked for show which neighbour is nearer.',
    rule: 'rounding',
    claim: { type: 'decided', verdict: verdict.kind === 'proved' ? { ...verdict, how: 'certified' } : verdict },
  };
  return { type: 'solved', moves: [move], answer: answerOf(result, verdict) };
}
