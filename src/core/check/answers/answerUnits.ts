import { one, rational, times, over, powerOf, type Rational } from '../../math/rational.ts';
import { findUnit } from '../../solve/numbers/units.ts';
import { unitOf } from '../../solve/read/unitNames.ts';
import type { AnswerUnit } from './answer.ts';

const signs: Readonly<Record<string, string>> = {
  $: 'dollar',
  '€': 'euro',
  '£': 'pound sterling',
  '¥': 'yen',
  '₹': 'rupee',
};

const money: Readonly<Record<string, readonly [string, Rational]>> = {
  ...{ dollar: ['dollar', one], buck: ['dollar', one], usd: ['dollar', one], cent: ['dollar', rational(1n, 100n)] },
  ...{
    '¢': ['dollar', rational(1n, 100n)],
    penny: ['dollar', rational(1n, 100n)],
    pennie: ['dollar', rational(1n, 100n)],
  },
  ...{ dime: ['dollar', rational(1n, 10n)], nickel: ['dollar', rational(1n, 20n)] },
  ...{ pence: ['pound sterling', rational(1n, 100n)], gbp: ['pound sterling', one] },
  ...{ euro: ['euro', one], eur: ['euro', one], yen: ['yen', one], rupee: ['rupee', one], peso: ['peso', one] },
};

/** Words that stand behind a number without saying more than it does. */
const empty = /^(?:units?|in total|total|altogether|in all|exactly|only|each|respectively)$/;

export function currencyOf(sign: string): AnswerUnit | undefined {
  const name = signs[sign];
  return name === undefined ? undefined : { type: 'known', dimension: name, factor: one, name };
}

/**
 * What the words behind a number are: a unit with its size, counted nouns, or 'none' for words that say nothing;
 * undefined where they are no unit.
 */
export function readUnit(source: string): AnswerUnit | 'none' | 'percent' | undefined {
  const text = source
    .trim()
    .replace(/^\\?(?:of|-)\s+/, '')
    .replace(/\s*\^\s*\{?\s*(-?\d)\s*\}?/g, '^$1')
    .replace(/²/g, '^2')
    .replace(/³/g, '^3')
    .replace(/\.$/, '');
  if (text === '' || empty.test(text.toLowerCase())) return 'none';
  if (/^(?:\\?%|percent|per cent|percentage|pct)(?:\s+(?:of|in)\b.*)?$/i.test(text)) return 'percent';
  const degrees = /^(?:\{?\\circ\}?|°|degrees?|deg|º)(?:\s*(C|F|celsius|fahrenheit))?$/i.exec(text.replace(/^\^/, ''));
  if (degrees !== null) return degrees[1] === undefined ? degree : /^c/i.test(degrees[1]) ? celsius : fahrenheit;
  if (/^rad(?:ian)?s?$/i.test(text)) return { type: 'known', dimension: 'radian', factor: one, name: 'radian' };
  if (/^(?:square|sq\.?|cubic|cu\.?)\s+units?$|^units?\^[23]$|^units? (?:squared|cubed)$/i.test(text)) return 'none';
  if (/^dozens?(?:\s+(?:of\s+)?[a-z]+)?$/i.test(text))
    return { type: 'known', dimension: 'count', factor: rational(12n), name: 'dozen' };
  return rate(text) ?? single(text) ?? physical(text) ?? counted(text);
}

const degree: AnswerUnit = { type: 'known', dimension: 'angle', factor: one, name: 'degree' };
const celsius: AnswerUnit = { type: 'known', dimension: 'celsius', factor: one, name: 'degree Celsius' };
const fahrenheit: AnswerUnit = { type: 'known', dimension: 'fahrenheit', factor: one, name: 'degree Fahrenheit' };

function single(text: string): Extract<AnswerUnit, { type: 'known' }> | undefined {
  const lower = text.toLowerCase();
  const singular = lower.length > 2 ? lower.replace(/s$/, '') : lower;
  const coin = money[lower] ?? money[singular];
  if (coin !== undefined) return { type: 'known', dimension: coin[0], factor: coin[1], name: coin[0] };
  const powered = /^(?:(square|sq\.?|cubic|cu\.?)\s+)?(.+?)(?:\^(\d)|\s+(squared|cubed))?$/i.exec(text);
  const exponent = powered?.[3] ?? (/^(?:sq|squared)/i.test(powered?.[1] ?? powered?.[4] ?? '') ? '2' : undefined);
  const power = exponent ?? (/^cu/i.test(powered?.[1] ?? powered?.[4] ?? '') ? '3' : '1');
  const symbol = unitOf((powered?.[2] ?? text).replace(/\.$/, ''));
  if (symbol === undefined) return undefined;
  const known = findUnit(power === '1' ? symbol : `${symbol}^${power}`);
  if (known !== undefined)
    return { type: 'known', dimension: known.dimension, factor: known.factor, name: known.symbol };
  const base = findUnit(symbol);
  if (base === undefined) return undefined;
  const factor = powerOf(base.factor, Number(power));
  return { type: 'known', dimension: `${base.dimension}^${power}`, factor, name: `${symbol}^${power}` };
}

/** Units of physics that have names of their own; the dimension is the name of the unit without its prefix. */
const physicalUnits: readonly (readonly [RegExp, string])[] = [
  [/^(?:N|newtons?)$/, 'newton'],
  [/^(?:J|joules?)$/, 'joule'],
  [/^(?:W|watts?)$/, 'watt'],
  [/^(?:Pa|pascals?)$/, 'pascal'],
  [/^(?:Hz|hertz)$/, 'hertz'],
  [/^(?:V|volts?)$/, 'volt'],
  [/^(?:A|amperes?|amps?)$/, 'ampere'],
  [/^(?:Ω|ohms?)$/, 'ohm'],
  [/^(?:mol|moles?)$/, 'mole'],
  [/^(?:cal|calories?)$/, 'calorie'],
];
const prefixes: readonly (readonly [RegExp, Rational])[] = [
  [/^(?:k(?=[A-Zc])|kilo)/, rational(1000n)],
  [/^(?:M(?=[A-Z])|mega)/, rational(1_000_000n)],
  [/^(?:G(?=[A-Z])|giga)/, rational(1_000_000_000n)],
  [/^(?:m(?=[A-Z]|mol$)|milli)/, rational(1n, 1000n)],
];

function physical(text: string): Extract<AnswerUnit, { type: 'known' }> | undefined {
  const [prefix, size] = prefixes.find(([pattern]) => pattern.test(text)) ?? [/^/, one];
  const base = text.replace(prefix, '');
  const found = physicalUnits.find(([pattern]) => pattern.test(base) || pattern.test(base.toLowerCase()));
  if (found === undefined || (base.length === 1 && base !== base.toUpperCase())) return undefined;
  return { type: 'known', dimension: found[1], factor: size, name: found[1] };
}

/** km/h, dollars per hour, square feet per gallon. */
function rate(text: string): AnswerUnit | undefined {
  const parts = text.split(/\s*\/\s*|\s+per\s+|\s+an?\s+(?=hour|day|minute|second|week|month|year)/);
  if (parts.length !== 2) return undefined;
  const whole = findUnit(text);
  if (whole !== undefined)
    return { type: 'known', dimension: whole.dimension, factor: whole.factor, name: whole.symbol };
  const [top, bottom] = parts.map((part) => single(part) ?? counted(part));
  if (top === undefined || bottom === undefined) return undefined;
  if (top.type === 'counted' && bottom.type === 'counted')
    return { type: 'counted', name: `${top.name} per ${bottom.name}` };
  const factor = over(top.type === 'known' ? top.factor : one, bottom.type === 'known' ? bottom.factor : one);
  const [upper, lower] = [top, bottom].map((part) => (part.type === 'known' ? part.dimension : part.name));
  const isSpeed = upper === 'length' && lower === 'time';
  return {
    type: 'known',
    dimension: isSpeed ? 'speed' : `${upper ?? ''} per ${lower ?? ''}`,
    factor: times(factor, one),
    name: text,
  };
}

/** Up to six plain words: apples, ways to choose, students in the class. */
function counted(text: string): AnswerUnit | undefined {
  const list = text.toLowerCase().split(/\s+/);
  if (list.length > 6 || !list.every((item) => /^[a-z][a-z'-]+$/.test(item) || item === 'a')) return undefined;
  if (list.length > 1 && list[0] === 'times') return undefined;
  // 3j-k is a difference.
  if (list.some((item) => notCounted.test(item) || /^.-|-.$/.test(item))) return undefined;
  return {
    type: 'counted',
    name: list.map((item) => (item.length > 3 ? item.replace(/(?:es|s)$/, '') : item)).join(' '),
  };
}

const notCounted =
  /^(?:not|no|or|and|if|is|are|was|mod|modulo|plus|minus|divided|over|less|more|greater|than|least|most|half|halves|thirds?|fourths?|fifths?|(?:six|seven|eigh|nin|ten|eleven|twelf|hundred|thousand|million)ths?|factorial|root|roots|power|powers|choose|remainder|score|gross|hundred|thousand|million|billion|dozen|sin|cos|tan|log|ln|pi|sqrt|am|pm|noon|midnight|where|when|with|for|but|true|false|even|odd|squared|cubed|equals?|between|either|any|all|except|to|from|base|infinity|infinite|below|above|under|behind|ahead|left|right|up|down|negative|positive|off|ago|short|north|south|east|west)$/;
