import { add, equals, multiplyWithDot, num } from '../../math/build.ts';
import { isInteger, numeratorOf } from '../../math/rational.ts';
import { modulo } from '../../math/integers.ts';
import type { Derivation, Move } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import { rationalNumber } from './exactNumber.ts';
import { answerOf, confirmed, decided, listWords, plainAnswer, plural, stuck, way } from './write.ts';

type Clock = '12-hour' | '24-hour';

const day = 1440;

export const clockKind: Kind = {
  id: 'clock',
  tasks: ['clockShift', 'clockSpan'],
  ways: (task, work) => {
    if (task.kind === 'clockSpan')
      return [way('hours-and-minutes', 'hours and minutes', () => span(task.from, task.to, task.unit, task.clock))];
    if (task.kind !== 'clockShift') return [];
    const shift = rationalNumber(task.shift, work);
    if (shift === undefined) return [];
    return [
      way('hours-and-minutes', 'hours and minutes', () =>
        isInteger(shift)
          ? shifted(task.time, numeratorOf(shift), task.clock)
          : stuck('unsupported', 'I count in whole minutes only.'),
      ),
    ];
  },
};

/** Minutes after midnight as a person reads a clock. */
export function clockText(minutes: number, clock: Clock): string {
  const hour = Math.floor(minutes / 60) % 24;
  const minute = (minutes % 60).toString().padStart(2, '0');
  if (clock === '24-hour') return `${hour.toString()}:${minute}`;
  return `${(hour % 12 === 0 ? 12 : hour % 12).toString()}:${minute} ${hour < 12 ? 'AM' : 'PM'}`;
}

function durationWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? plural(hours, 'hour') : '', rest > 0 || hours === 0 ? plural(rest, 'minute') : '']
    .filter(Boolean)
    .join(' and ');
}

function shifted(time: number, shift: bigint, clock: Clock): Derivation {
  const size = shift < 0n ? -shift : shift;
  const [hours, minutes] = [size / 60n, Number(size % 60n)];
  const result = Number(modulo(BigInt(time) + shift, BigInt(day)));
  const days = (BigInt(time) + shift - BigInt(result)) / BigInt(day);
  const isBack = shift < 0n;
  const back = Number(modulo(BigInt(result) - shift, BigInt(day)));
  const verdict = confirmed(
    back === time,
    `${plural(size, 'minute')} ${isBack ? 'after' : 'before'} ${clockText(result, clock)} it is ${clockText(time, clock)} again.`,
  );
  const direction = isBack ? 'back' : 'forward';
  const afterHours = Number(modulo(BigInt(time) + (isBack ? -hours : hours) * 60n, BigInt(day)));
  const dayNote =
    days === 0n
      ? ''
      : ` That is on ${days === 1n ? 'the next day' : days === -1n ? 'the day before' : `a day ${(days < 0n ? -days : days).toString()} days ${days < 0n ? 'earlier' : 'later'}`}.`;
  const split: Move = {
    text: `Split ${plural(size, 'minute')} into hours and minutes: ${size.toString()} minutes are ${plural(hours, 'hour')}${minutes === 0 ? '' : ` and ${plural(minutes, 'minute')}`}.`,
    latex: `${size.toString()} = ${hours.toString()} \\cdot 60 + ${minutes.toString()}`,
    why: 'An hour has sixty minutes.',
    rule: 'clock',
    claim: { type: 'holds', statement: equals(num(size), add(multiplyWithDot(num(hours), num(60)), num(minutes))) },
    isMinor: true,
  };
  const viaHours =
    hours > 0n && minutes > 0
      ? `${plural(hours, 'hour')} ${direction} from ${clockText(time, clock)} is ${clockText(afterHours, clock)}; ${plural(minutes, 'minute')} more is`
      : `Go ${direction} ${hours > 0n ? plural(hours, 'hour') : plural(minutes, 'minute')} from ${clockText(time, clock)}:`;
  const go: Move = {
    text: `${viaHours} ${clockText(result, clock)}.${dayNote}`,
    latex: `\\text{${clockText(result, clock)}}`,
    why: 'After the last minute of an hour the next hour begins, after the last hour the next day.',
    rule: 'clock',
    claim: { type: 'decided', verdict },
  };
  return {
    type: 'solved',
    moves: hours > 0n ? [split, go] : [go],
    answer: plainAnswer(clockText(result, clock), verdict),
  };
}

function span(from: number, to: number, unit: 'minutes' | 'hours' | 'hours-and-minutes', clock: Clock): Derivation {
  const total = to >= from ? to - from : to + day - from;
  const [hours, minutes] = [Math.floor(total / 60), total % 60];
  const verdict = confirmed(
    (from + total) % day === to % day,
    `${durationWords(total)} after ${clockText(from, clock)} it is ${clockText(to, clock)}.`,
  );
  const overnight = to < from ? ' on the next day' : '';
  const firstHour = Math.ceil(from / 60) * 60;
  const parts = spanParts(from, to >= from ? to : to + day, firstHour, clock);
  const count: Move = {
    text: `Count from ${clockText(from, clock)} to ${clockText(to, clock)}${overnight}: ${parts.length > 1 ? `${listWords(parts)}, together ` : ''}${durationWords(total)}.`,
    latex:
      unit === 'minutes' && hours > 0
        ? `${hours.toString()} \\cdot 60 + ${minutes.toString()} = ${total.toString()}`
        : `${hours.toString()}\\;\\mathrm{h}\\;${minutes.toString()}\\;\\mathrm{min}`,
    why: 'Going to the next full hour first leaves whole hours and a rest.',
    rule: 'clock',
    claim: decided((from + total) % day === to % day, 'The span was added to the first time again.'),
  };
  if (unit === 'minutes') {
    const said =
      hours === 0
        ? count
        : {
            ...count,
            text: `${count.text} In minutes: $${hours.toString()} \\cdot 60 + ${minutes.toString()} = ${total.toString()}$.`,
          };
    return { type: 'solved', moves: [said], answer: answerOf(num(total), verdict) };
  }
  if (unit === 'hours' && minutes === 0)
    return { type: 'solved', moves: [count], answer: answerOf(num(hours), verdict) };
  return { type: 'solved', moves: [count], answer: plainAnswer(durationWords(total), verdict) };
}

function spanParts(from: number, to: number, firstHour: number, clock: Clock): readonly string[] {
  if (firstHour >= to || firstHour === from) return [];
  const lastHour = Math.floor(to / 60) * 60;
  const parts = [`${plural(firstHour - from, 'minute')} to ${clockText(firstHour % day, clock)}`];
  if (lastHour > firstHour)
    parts.push(`${plural((lastHour - firstHour) / 60, 'hour')} to ${clockText(lastHour % day, clock)}`);
  if (to > lastHour) parts.push(`${plural(to - lastHour, 'minute')} more`);
  return parts;
}
