import { divide, num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import type { Entry } from './entry.ts';
import { fractionInWords, wholeNumber } from './numberWords.ts';
import type { Slots } from './slots.ts';
import { unitOf } from './unitNames.ts';

/** Units, clocks. */
export const measureEntries: readonly Entry[] = [
  {
    say: [
      '(convert|change|express|write) {amount} (to|into|in|as) {target}',
      '<ask> {amount} (in|to|into|expressed in|converted to) {target}',
      'how many {target} (are there in|are in|are|make|make up|is|in|equal|are equal to|does it take to make) {amount}',
      'how many {target} (does|do) {amount} (have|contain|equal|make)',
      '<ask> the number of {target} in {amount}',
    ],
    read: (slots) => {
      const [amount, target] = [amountOf(slots, 'amount'), unitOf(slots.words('target').join(' '))];
      return amount && target !== undefined
        ? { kind: 'convertUnit', value: amount.value, from: amount.unit, to: target }
        : undefined;
    },
  },
  {
    say: [
      'how many {unit} (are there|are|pass|elapse|go by) (between|from) {from} (and|to|until|till) {to}',
      '<ask> (how many|the number of) {unit} [(are there|there are)] (between|from) {from} (and|to) {to}',
      'how (long|much time) (is it|is there|passes|is) (between|from) {from} (and|to|until|till) {to}',
    ],
    read: (slots) => {
      const [from, to] = [clockTime(slots.words('from')), clockTime(slots.words('to'))];
      const unit = slots.has('unit')
        ? { min: 'minutes' as const, h: 'hours' as const }[unitOf(slots.words('unit').join(' ')) ?? '']
        : 'hours-and-minutes';
      if (from === undefined || to === undefined || unit === undefined) return undefined;
      return { kind: 'clockSpan', from: from.minutes, to: to.minutes, unit, clock: from.clock };
    },
  },
  {
    say: [
      '<ask> {shift} {direction} {time}',
      '(what time is it|what is the time|what time will it be|what time was it|<ask> the time) {shift} {direction} {time}',
    ],
    read: (slots) => {
      const time = clockTime(slots.words('time'));
      const sign = { before: -1, after: 1, past: 1, 'earlier than': -1, 'later than': 1 }[
        slots.words('direction').join(' ')
      ];
      const amount = amountOf(slots, 'shift');
      if (time === undefined || sign === undefined || amount === undefined) return undefined;
      const minutes = inMinutes(amount);
      if (minutes === undefined) return undefined;
      return {
        kind: 'clockShift',
        time: time.minutes,
        shift: sign < 0 ? { kind: 'negate', operand: minutes } : minutes,
        clock: time.clock,
      };
    },
  },
];

interface Amount {
  readonly value: Expr;
  readonly unit: string;
}

/** "3.5 km", "37.8ml", "3/8 of a litre", "seven halves of a kilometer", "one tenth of a litre". */
function amountOf(slots: Slots, name: string): Amount | undefined {
  const tokens = slots.tokens(name);
  for (let count = 1; count <= 3 && count < tokens.length; count += 1) {
    const unit = unitOf(slots.context.text.slice(tokens.at(-count)?.start, tokens.at(-1)?.end));
    if (unit === undefined) continue;
    let head = tokens.slice(0, -count);
    if (head.at(-1)?.text === 'a' || head.at(-1)?.text === 'an' || head.at(-1)?.text === 'one') {
      if (head.at(-2)?.text === 'of') head = head.slice(0, -2);
      else if (head.length > 1) head = head.slice(0, -1);
    }
    const words = head.map((token) => token.text);
    const fraction = fractionInWords(words);
    if (fraction !== undefined) return { value: divide(num(fraction[0]), num(fraction[1])), unit };
    const whole = wholeNumber(words);
    if (whole !== undefined && !/^\d/.test(words[0] ?? '')) return { value: num(whole), unit };
    const value = slots.parse(head);
    if (value !== undefined) return { value, unit };
  }
  return undefined;
}

function inMinutes({ value, unit }: Amount): Expr | undefined {
  if (unit === 'min') return value;
  if (unit !== 'h' || value.kind !== 'number') return undefined;
  return num(value.value.mul(60));
}

interface ClockTime {
  readonly minutes: number;
  readonly clock: '12-hour' | '24-hour';
}

/** "2:30 PM", "6 am", "14:05", "noon". */
function clockTime(words: readonly string[]): ClockTime | undefined {
  const text = words
    .join(' ')
    .replace(/ ?: ?/, ':')
    .replace(/ \. /g, '')
    .replace(/\b([ap]) ?\.? ?m ?\.?$/, '$1m');
  if (text === 'noon' || text === 'midday') return { minutes: 720, clock: '12-hour' };
  if (text === 'midnight') return { minutes: 0, clock: '12-hour' };
  const found = /^(\d{1,2})(?::(\d{2}))? ?(am|pm)?$/.exec(text);
  if (found === null) return undefined;
  const [hours, minutes, half] = [Number(found[1]), Number(found[2] ?? 0), found[3]];
  if (minutes > 59 || hours > 24 || (half !== undefined && (hours < 1 || hours > 12))) return undefined;
  if (half === undefined)
    return found[2] === undefined ? undefined : { minutes: (hours % 24) * 60 + minutes, clock: '24-hour' };
  return { minutes: ((hours % 12) + (half === 'pm' ? 12 : 0)) * 60 + minutes, clock: '12-hour' };
}
