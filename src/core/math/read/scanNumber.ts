import type { Notation } from '../expr.ts';
import { rational, type Rational } from '../rational.ts';

export interface NumberLiteral {
  readonly value: Rational;
  readonly notation: Notation;
  readonly text: string;
}

export interface ScannedNumber extends NumberLiteral {
  readonly end: number;
  /** How a comma, a point or a space inside the number was taken, where another reading is possible. */
  readonly note?: string | undefined;
}

export interface NumberContext {
  /** Absent: the point, and a comma only where nothing else is possible. */
  readonly decimalMark?: '.' | ',' | undefined;
  /** Inside brackets or a list a comma parts items. */
  readonly isCommaSeparator: boolean;
  /** False where `e` is an unknown: 2e3 is then a product. */
  readonly hasScientific: boolean;
}

/** Reducing a long decimal takes a quadratic time. */
const maxDecimalDigits = 5_000;

const separatedByComma = /[0-9]{1,3}(?:,[0-9]{3})+(?![0-9]|,[0-9])(?:\.[0-9]+)?/y;
const separatedByPoint = /[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9]|\.[0-9])(?:,[0-9]+)?/y;
const separatedBySpace =
  /[0-9]{1,3}(?:(?:[\u00a0\u2009\u202f ]|\\,|\{,\}|,\\!)[0-9]{3})+(?![0-9]|[\u00a0\u2009\u202f ][0-9])(?:\.[0-9]+)?/y;
const pointed = /(?:[0-9]+\.?[0-9]*|\.[0-9]+)/y;
const withComma = /[0-9]+(?:\{,\}|,)[0-9]+(?!,?[0-9])/y;
const exponent = /(?:[eE][+-]?[0-9]{1,4})(?![0-9.a-zA-Z])/y;
const overlined = /\\overline\s*\{([0-9]+)\}|\\overline\s*([0-9])/y;
const recurringInBrackets = /\(([0-9]+)\)/y;

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source) ?? undefined;
}

/** The number literal that begins at `at`, or undefined; 'too-long' for decimals beyond what is sensible. */
export function scanNumber(source: string, at: number, context: NumberContext): ScannedNumber | 'too-long' | undefined {
  const plainEnd = context.decimalMark === ',' ? undefined : endOfPlain(source, at);
  if (plainEnd !== undefined) return finish(source.slice(at, plainEnd), plainEnd);
  const grouped = scanGrouped(source, at, context);
  if (grouped !== undefined) return grouped;

  if (context.decimalMark === ',' || (context.decimalMark === undefined && !context.isCommaSeparator)) {
    const comma = match(withComma, source, at);
    if (comma !== undefined) {
      const text = comma[0].replace(/\{,\}|,/, '.');
      const isClear = context.decimalMark === ',' || comma[0].includes('{');
      return finish(text, at + comma[0].length, isClear ? undefined : `I read ${comma[0]} as the decimal ${text}.`);
    }
  }

  const plain = match(pointed, source, at);
  if (plain === undefined) return undefined;
  let text = plain[0];
  let end = at + text.length;
  if (text.includes('.')) {
    const line = match(overlined, source, end);
    if (line !== undefined) return recurring(text, line[1] ?? line[2] ?? '0', end + line[0].length);
    const brackets = text.endsWith('.') ? match(recurringInBrackets, source, end) : undefined;
    if (brackets !== undefined) return recurring(text, brackets[1] ?? '0', end + brackets[0].length);
  }
  // `3.` at the end of a sentence: the full stop is not the number's.
  if (text.endsWith('.')) {
    text = text.slice(0, -1);
    end -= 1;
  }
  const power = context.hasScientific ? match(exponent, source, end) : undefined;
  if (power !== undefined) {
    const scale = Number(power[0].slice(1));
    const base = finish(text, end);
    if (base === 'too-long') return base;
    const factor = rational(10n ** BigInt(Math.abs(scale)));
    const value = scale < 0 ? base.value.div(factor) : base.value.mul(factor);
    return { value, notation: 'scientific', text: text + power[0], end: end + power[0].length };
  }
  return finish(text, end);
}

/** What most numbers are: digits, perhaps a point with digits behind it, and then something that no number goes on with. */
function endOfPlain(source: string, at: number): number | undefined {
  let end = endOfDigits(source, at);
  if (end === at) return undefined;
  if (source.charCodeAt(end) === 46) {
    const point = end;
    end = endOfDigits(source, point + 1);
    if (end === point + 1) return undefined;
  }
  if (end >= source.length) return end;
  const next = source.charCodeAt(end);
  const isLetter = (next >= 97 && next <= 122 && next !== 101) || (next >= 65 && next <= 90 && next !== 69);
  return isLetter || '+-*/^()=]}'.includes(source.charAt(end)) ? end : undefined;
}

function endOfDigits(source: string, at: number): number {
  let end = at;
  for (let code = source.charCodeAt(end); code >= 48 && code <= 57; code = source.charCodeAt(end)) end += 1;
  return end;
}

function scanGrouped(source: string, at: number, context: NumberContext): ScannedNumber | 'too-long' | undefined {
  const spaced = match(separatedBySpace, source, at);
  if (spaced !== undefined) {
    const text = spaced[0].replace(/[^0-9.]/g, '');
    const isClear = !spaced[0].includes(' ');
    return finish(text, at + spaced[0].length, isClear ? undefined : `I read ${spaced[0]} as one number.`);
  }
  if (context.decimalMark === ',') {
    const points = match(separatedByPoint, source, at);
    if (points === undefined) return undefined;
    return finish(points[0].replaceAll('.', '').replace(',', '.'), at + points[0].length);
  }
  if (context.isCommaSeparator) return undefined;
  const commas = match(separatedByComma, source, at);
  if (commas === undefined || commas[0].startsWith('0')) return undefined;
  const text = commas[0].replaceAll(',', '');
  return finish(text, at + commas[0].length, `I read ${commas[0]} as the one number ${text}.`);
}

function finish(text: string, end: number, note?: string): ScannedNumber | 'too-long' {
  const point = text.indexOf('.');
  if (point < 0) return { value: rational(BigInt(text)), notation: 'integer', text, end, note };
  const places = text.length - point - 1;
  if (text.length > maxDecimalDigits) return 'too-long';
  const value = rational(BigInt(text.slice(0, point) + text.slice(point + 1)), 10n ** BigInt(places));
  return { value, notation: 'decimal', text: point === 0 ? `0${text}` : text, end, note };
}

function recurring(head: string, period: string, end: number): ScannedNumber | 'too-long' {
  if (head.length + period.length > maxDecimalDigits) return 'too-long';
  const point = head.indexOf('.');
  const places = head.length - point - 1;
  const start = rational(BigInt(`${head.slice(0, point)}${head.slice(point + 1)}` || '0'), 10n ** BigInt(places));
  const tail = rational(BigInt(period), (10n ** BigInt(period.length) - 1n) * 10n ** BigInt(places));
  return { value: start.add(tail), notation: 'recurring', text: `${head}\\overline{${period}}`, end };
}
