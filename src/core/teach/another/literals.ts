/** What a number in a problem's text is for: that decides which others may stand there. */
export type Role =
  | 'plain'
  /** Of a power; of a root, or a name with an index, it stays. */
  | 'exponent'
  | 'fixed'
  | 'logarithmBase'
  | 'radicand'
  /** "to 3 decimal places", "2 significant figures". */
  | 'places'
  /** "to the nearest 100". */
  | 'nearest'
  | 'hour'
  | 'minute'
  /** "base 7". */
  | 'base'
  /** Of degrees. */
  | 'angle';

/** A number as it is written, without its sign. */
export interface Literal {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly role: Role;
}

/** Words, commands and names with digits in them are no numbers. */
const pieces = /\\[a-zA-Z]+|[a-zA-Z]*_\{?\w+\}?|\d+(?:\.\d+)?(?:st|nd|rd|th)\b|\d+(?:\.\d+)?|\.\d+/g;

/** The numbers of a text, in their order. */
export function literalsOf(text: string): readonly Literal[] {
  const found: Literal[] = [];
  for (const { 0: piece, index: start } of text.matchAll(pieces)) {
    if (!/^\d+(?:\.\d+)?$/.test(piece)) {
      // The base of \log_2 is a number of the problem, the index of x_2 isn't.
      const base = /^(?:log)?_\{?(\d+)\}?$/.exec(piece);
      const isLogarithm =
        base !== null && /\\?log$/.test(text.slice(0, start) + (piece.startsWith('log') ? 'log' : ''));
      const digits = base?.[1];
      if (isLogarithm && digits !== undefined) {
        const at = start + piece.indexOf(digits);
        found.push({ start: at, end: at + digits.length, text: digits, role: 'logarithmBase' });
      }
      continue;
    }
    const end = start + piece.length;
    found.push({ start, end, text: piece, role: roleOf(text.slice(0, start), text.slice(end), piece) });
  }
  return found;
}

function roleOf(before: string, after: string, piece: string): Role {
  if (/^[a-z]{1,3}\b/i.test(after) && /[a-z]$/i.test(before)) return 'fixed';
  if (/(?:\^|\*\*)\s*[({]?\s*-?\s*$/.test(before) || /(?:\^|\*\*)\s*[({]-?\d+\/$/.test(before)) return 'exponent';
  if (before.endsWith('\\sqrt[')) return 'fixed';
  if (/(?:sqrt\s*\(|\\sqrt\s*\{?|√\(?)\s*$/.test(before)) return 'radicand';
  if (/\bbase\s+\$?$/i.test(before) || /\(base\s*$/i.test(before)) return 'base';
  if (/nearest\s+\$?$/i.test(before)) return 'nearest';
  if (/^\$?\s*(?:decimal|d\.?p|dps|significant|s\.?f)/i.test(after)) return 'places';
  if (/^\s*(?:°|\^\{?\s*\\circ)/.test(after)) return 'angle';
  if (/^:\d\d/.test(after) && piece.length <= 2) return 'hour';
  if (/\d:$/.test(before) && piece.length === 2) return 'minute';
  return 'plain';
}

/** A number put in the place of a literal; a negative one turns the sign before it. */
export interface Replacement {
  readonly literal: Literal;
  readonly text: string;
}

export function replaceLiterals(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let at = 0;
  for (const { literal, text: value } of replacements.toSorted((a, b) => a.literal.start - b.literal.start)) {
    let before = text.slice(at, literal.start);
    let written = value;
    if (value.startsWith('-')) {
      const sign = /([-+])(\s*)$/.exec(before);
      if (sign !== null) {
        before = before.slice(0, sign.index) + (sign[1] === '-' ? '+' : '-') + (sign[2] ?? '');
        written = value.slice(1);
      } else if (/[*/^]\s*$/.test(before)) written = `(${value})`;
    }
    result += before + written;
    at = literal.end;
  }
  return tidySigns(result + text.slice(at));
}

/** "(+5" and "= +5" are not written so. */
function tidySigns(text: string): string {
  return text.replace(/(^|[(=<>{[$,]\s*)\+\s*(?=\d)/g, '$1');
}
