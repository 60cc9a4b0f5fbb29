import type { Expr } from '../../math/expr.ts';
import {
  compareRationals,
  floorOf,
  isInteger,
  one,
  over,
  plus,
  rational,
  times,
  type Rational,
} from '../../math/rational.ts';
import type { Claim, Move } from '../derivation.ts';
import type { ExactWork } from '../exactWork.ts';
import type { ListItem } from '../task.ts';
import { approximate, exactNumber, isNegativeRadical } from './exactNumber.ts';
import { decimalPlaces } from './chainPiece.ts';
import { hasFiniteDecimal } from './numberTable.ts';
import { addRadicals, fromRational, negateRadical, toRational, type Radical } from './radical.ts';
import { decided, listWords, numberExpr, tex } from './write.ts';

/** An entry of a list with its exact value. */
export interface Entry {
  readonly expr: Expr;
  readonly label?: string | undefined;
  /** The letter that stands for it in the text. */
  readonly name?: string | undefined;
  readonly value: Radical;
}

/** Undefined where one of the items isn't an exact number. */
export function entriesOf(items: readonly ListItem[], work: ExactWork): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (const { value: expr, label, name } of items) {
    const value = exactNumber(expr, work);
    if (value.type !== 'number') return undefined;
    entries.push({ expr, label, name, value: value.value });
  }
  return entries;
}

export function compareRadicals(a: Radical, b: Radical): -1 | 0 | 1 {
  const [left, right] = [toRational(a), toRational(b)];
  if (left !== undefined && right !== undefined) return compareRationals(left, right);
  const difference = addRadicals(a, negateRadical(b));
  return difference.size === 0 ? 0 : isNegativeRadical(difference) ? -1 : 1;
}

/** A short decimal: exact where it is short, else the first digits. */
export function decimalTex(value: Radical): { readonly text: string; readonly isExact: boolean } {
  const plain = toRational(value);
  if (plain !== undefined && hasFiniteDecimal(plain) && decimalPlaces(plain) <= 8)
    return { text: tex(numberExpr(plain, 'decimal')), isExact: true };
  return { text: `${leadingDigits(approximate(value, 14))}\\dots`, isExact: false };
}

/** Decimal places that show at least three digits that are not 0. */
function shownPlaces(value: Rational): number {
  const zeros = value.n === 0n ? 0 : Math.max(0, value.d.toString().length - value.n.toString().length);
  return Math.min(13, zeros + 4);
}

/** The neighbours of a value with the decimal places that are shown. */
function enclosure(value: Rational): { readonly lower: Rational; readonly upper: Rational } {
  const scale = rational(10n ** BigInt(shownPlaces(value)));
  const below = rational(floorOf(times(value, scale)));
  return { lower: over(below, scale), upper: over(plus(below, one), scale) };
}

/** The first digits of a value, cut off. */
function leadingDigits(value: Rational): string {
  const places = shownPlaces(value);
  const scaled = ((value.n * 10n ** BigInt(places)) / value.d).toString().padStart(places + 1, '0');
  return `${value.s < 0n ? '-' : ''}${scaled.slice(0, -places)}.${scaled.slice(-places)}`;
}

function needsDecimal(expr: Expr, value: Radical): boolean {
  const plain = toRational(value);
  if (plain === undefined) return true;
  const inner = expr.kind === 'negate' ? expr.operand : expr;
  return !isInteger(plain) && !(inner.kind === 'number' && inner.notation === 'decimal');
}

/** Exactly equal for a fraction; for a root, between the digits that are shown and the next ones. */
function decimalClaim({ expr, value }: Entry): Claim {
  const plain = toRational(value);
  if (plain !== undefined) return { type: 'equal', left: expr, right: numberExpr(plain, 'fraction') };
  const { lower, upper } = enclosure(approximate(value, 14));
  const isInside = compareRadicals(fromRational(lower), value) <= 0 && compareRadicals(value, fromRational(upper)) <= 0;
  return decided(isInside, 'The root lies between the digits that are shown and the next ones.');
}

/** Writes fractions (and roots) of a list as decimals, so that they can be compared; none where all are decimals already. */
export function asDecimals(entries: readonly Entry[]): Move | undefined {
  const odd = entries.filter(({ expr, value }) => needsDecimal(expr, value));
  if (odd.length === 0 || (entries.length === odd.length && odd.length < 2)) return undefined;
  const lines = odd.map(({ expr, value }) => {
    const shown = decimalTex(value);
    return `${tex(expr)} = ${shown.text}`;
  });
  return {
    text: `Write ${odd.length === 1 ? `$${tex(odd[0]?.expr ?? '')}$ as a decimal` : 'what is not a decimal yet as decimals'} to compare: ${listWords(lines.map((line) => `$${line}$`))}.`,
    latex: lines.join(',\\quad '),
    why: 'Decimals can be compared digit by digit.',
    rule: 'compare-numbers',
    claim: { type: 'all', claims: odd.map(decimalClaim) },
    isMinor: true,
  };
}
