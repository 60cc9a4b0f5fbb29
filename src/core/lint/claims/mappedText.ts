import type { Formula } from '../passage.ts';

/** A text each of whose characters knows where in the document it stands. */
export interface MappedText {
  readonly text: string;
  readonly offsets: readonly number[];
}

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** The place in the document of the characters from `start` up to `end`. */
export function placeOf({ offsets }: MappedText, start: number, end: number): Place {
  const [first, last] = [offsets[start] ?? 0, offsets[end - 1] ?? 0];
  return { start: first, end: Math.max(first, last) + 1 };
}

/** Full-width forms take one code unit each, like their ASCII ones: places stay what they were. */
export function asAscii(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

const blanked =
  /\\(?=\$)|\\(?:nonumber|notag|displaystyle|limits|hfill|noindent|centering)(?![a-zA-Z])|\\(?:tag\*?|label)\{[^{}]*\}/g;
const separated = /(?<![\d.,])\d{1,3}(?:(?:,|\{,\}|\\,|,\\!|\\!,)\d{3})+(?![\d]|,\d)/g;

/** The formula as it is read: without currency signs, separators of thousands and layout, and with 5!=120 as a factorial. */
export function cleanFormula(formula: Formula): MappedText {
  const source = asAscii(formula.source);
  const removed = new Uint8Array(source.length);
  const blanks = new Uint8Array(source.length);
  const mark = (from: number, to: number, list: Uint8Array): void => {
    list.fill(1, from, to);
  };
  for (const found of source.matchAll(blanked)) mark(found.index, found.index + found[0].length, blanks);
  for (const found of source.matchAll(separated)) {
    const end = found.index + found[0].length;
    // (1,234) is as well a pair.
    const isAlone = /[({[]\s*$/.test(source.slice(0, found.index)) && /^\s*(?:\\?[)}\]])/.test(source.slice(end));
    const isInList = /,\s*$/.test(source.slice(0, found.index)) || /^\s*,/.test(source.slice(end));
    // gcd(378-315,315)
    const isArgument = /(?:[a-zA-Z}]|\\[,;!])\s*\([^()]*$/.test(source.slice(0, found.index));
    if (isAlone || isArgument || (isInList && /[({[]/.test(source))) continue;
    for (let at = found.index; at < end; at += 1) if (!/\d/.test(source.charAt(at))) removed[at] = 1;
  }
  for (const place of boxes(source)) mark(place.start, place.end, blanks);
  let text = '';
  const offsets: number[] = [];
  for (let at = 0; at < source.length; at += 1) {
    if (removed[at] === 1) continue;
    const offset = formula.offsets?.[at] ?? formula.start + at;
    if (source.startsWith('!=', at) && /[\d)}]/.test(source.charAt(at - 1)) && formula.isBare !== true) {
      text += '! ';
      offsets.push(offset, offset);
      continue;
    }
    text += blanks[at] === 1 ? ' ' : source.charAt(at);
    offsets.push(offset);
  }
  return { text, offsets };
}

/** \boxed{ and its closing brace, and the like: what is inside counts as if they were not there. */
function boxes(source: string): readonly Place[] {
  const places: Place[] = [];
  for (const found of source.matchAll(
    /\\(?:boxed|fbox|underline|mathbf|bm|boldsymbol|color\{[a-z]+\}|textcolor\{[a-z]+\})\s*\{/g,
  )) {
    const open = found.index + found[0].length;
    const close = closingBrace(source, open);
    const isLetter = /^[a-zA-Z0-9]$/.test(source.slice(open, close ?? open)) && !found[0].includes('box');
    if (close === undefined || isLetter) continue;
    places.push({ start: found.index, end: open }, { start: close, end: close + 1 });
  }
  return places;
}

function closingBrace(source: string, from: number): number | undefined {
  for (let [at, depth] = [from, 1]; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}
