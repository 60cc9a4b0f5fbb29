import { num } from '../../math/build.ts';
import { absolute, floorOf, isInteger, rational, times, type Rational } from '../../math/rational.ts';
import type { Derivation, Move } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import { decimalPlaces } from './chainPiece.ts';
import { valuesOf, waysWithout } from './integerValues.ts';
import { hasFiniteDecimal } from './numberTable.ts';
import { groupedDigits, placeName } from './places.ts';
import { answerOf, confirmed, math, numberExpr, stuck, tex, way } from './write.ts';

export const digitKind: Kind = {
  id: 'digit',
  tasks: ['digit'],
  ways: (task, work) => {
    if (task.kind !== 'digit') return [];
    const found = valuesOf([task.value], work);
    const value = found?.values[0];
    if (found === undefined || value === undefined) return waysWithout([task.value], work);
    return [way('place-value', 'place value', () => derive(value, task.place, found.opening))];
  },
};

function derive(value: Rational, place: number, opening: readonly Move[]): Derivation {
  if (Math.abs(place) > 100_000) return stuck('too-large', 'That place lies further out than I look.');
  const size = absolute(value);
  const scaled =
    place >= 0 ? floorOf(size) / 10n ** BigInt(place) : floorOf(times(size, rational(10n ** BigInt(-place))));
  const digit = scaled % 10n;
  const whole = floorOf(size).toString();
  const name = placeName(place);
  const written = digitInText(size, place);
  const verdict = confirmed(
    written === undefined || written === digit,
    `Cut off and divided instead of read off: $\\lfloor ${tex(numberExpr(size, 'decimal'))} \\div 10^{${place.toString()}} \\rfloor = ${scaled.toString()}$ ends in $${digit.toString()}$.`,
  );
  const shown = hasFiniteDecimal(value)
    ? math(numberExpr(size, 'decimal'))
    : `$${tex(numberExpr(size, 'fraction'))} = ${whole}.\\dots$`;
  const move: Move = {
    text:
      place >= 0
        ? words(whole, place, name, digit)
        : `The ${name} are the ${ordinalAfterPoint(-place)} digit after the decimal point of ${shown}: it is ${math(digit)}.`,
    latex: place >= 0 ? marked(whole, place) : `${tex(numberExpr(size, 'decimal'))} \\to ${digit.toString()}`,
    why: 'Each place to the left is worth ten times as much as the one before it.',
    rule: 'place-value',
    claim: { type: 'decided', verdict },
  };
  return { type: 'solved', moves: [...opening, move], answer: answerOf(num(digit), verdict) };
}

function words(whole: string, place: number, name: string, digit: bigint): string {
  if (place >= whole.length)
    return `${math(whole)} has only ${whole.length.toString()} ${whole.length === 1 ? 'digit' : 'digits'} before the decimal point, so the ${name} digit is $0$.`;
  if (place < 3)
    return `Count from the right: the ${name} digit of $${groupedDigits(whole)}$ is the ${['last', 'last but one', 'third from the right'][place] ?? ''} one, ${math(digit)}.`;
  const groups = groupedDigits(whole).split('{,}');
  const groupIndex = Math.floor(place / 3);
  const group = groups[groups.length - 1 - groupIndex] ?? '';
  const groupNames = ['units', 'thousands', 'millions', 'billions', 'trillions'];
  const groupName = groupNames[groupIndex];
  const position =
    group.length === 1
      ? 'its only digit'
      : ['its last digit', group.length === 2 ? 'its first digit' : 'its middle digit', 'its first digit'][place % 3];
  if (groupName === undefined)
    return `The digit for $10^{${place.toString()}}$ is the one with ${place.toString()} digits to its right: ${math(digit)}.`;
  return `Group the digits in threes from the right: $${groupedDigits(whole)}$. The group of the ${groupName} is $${group}$, and the ${name} digit is ${position ?? 'in it'}: ${math(digit)}.`;
}

function marked(whole: string, place: number): string {
  const index = whole.length - 1 - place;
  if (index < 0) return '0';
  return `${groupedDigits(whole)} \\to ${whole.charAt(index)}`;
}

/** The same digit, read in the written number. */
function digitInText(size: Rational, place: number): bigint | undefined {
  const [whole = '', fraction = ''] = hasFiniteDecimal(size) ? decimalText(size).split('.') : [];
  if (whole === '') return undefined;
  const text = place >= 0 ? whole.charAt(whole.length - 1 - place) : fraction.charAt(-place - 1);
  return text === '' ? 0n : BigInt(text);
}

function decimalText(size: Rational): string {
  if (isInteger(size)) return size.n.toString();
  const places = decimalPlaces(size);
  const digits = ((size.n * 10n ** BigInt(places)) / size.d).toString().padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function ordinalAfterPoint(index: number): string {
  return ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth'][index] ?? `${index.toString()}th`;
}
