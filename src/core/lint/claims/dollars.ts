/** A formula between delimiters in a text, or a currency sign to be passed over. */
export interface Delimited {
  readonly start: number;
  readonly end: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly isDisplay: boolean;
}

const pairs: readonly (readonly [string, string, boolean])[] = [
  ['$$', '$$', true],
  ['\\[', '\\]', true],
  ['\\(', '\\)', false],
];
const environments = /\\begin\{(equation|align|aligned|gather|gathered|multline|eqnarray|split)(\*?)\}/y;
const longest = 5_000;

/** The formulas in delimiters, in order. `$` before an amount of money is none. */
export function delimitedFormulas(text: string): readonly Delimited[] {
  const found: Delimited[] = [];
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at);
    const formula = character === '$' || character === '\\' ? formulaAt(text, at) : undefined;
    if (formula !== undefined) {
      found.push(formula);
      at = formula.end;
    } else at += character === '\\' ? 2 : 1;
  }
  return found;
}

function formulaAt(text: string, at: number): Delimited | undefined {
  for (const [open, close, isDisplay] of pairs) {
    if (!text.startsWith(open, at)) continue;
    const end = text.indexOf(close, at + open.length);
    if (end < 0 || end - at > longest) continue;
    return make(at, end + close.length, at + open.length, end, isDisplay);
  }
  environments.lastIndex = at;
  const begin = environments.exec(text);
  if (begin !== null) {
    const close = `\\end{${begin[1] ?? ''}${begin[2] ?? ''}}`;
    const end = text.indexOf(close, at);
    if (end < 0 || end - at > longest) return undefined;
    return make(at, end + close.length, at + begin[0].length, end, true);
  }
  return text.charAt(at) === '$' ? singleDollar(text, at) : undefined;
}

function make(start: number, end: number, contentStart: number, contentEnd: number, isDisplay: boolean): Delimited {
  return { start, end, contentStart, contentEnd, isDisplay };
}

/** Words of a sentence, which don't stand in a formula by themselves. */
const plainWords = /(?<![\\a-zA-Z{])(?!sin|cos|tan|log|exp|max|min|gcd|lcm|mod|sqrt|and|frac)[a-zA-Z]{3,}(?![a-zA-Z}])/;

function singleDollar(text: string, at: number): Delimited | undefined {
  for (let end = at + 1; end < text.length && end - at < 1_000; end += 1) {
    const character = text.charAt(end);
    if (character === '\\') end += 1;
    else if (character === '\n' && /^\s*\n/.test(text.slice(end + 1))) return undefined;
    else if (character === '$') return isFormula(text, at, end) ? make(at, end + 1, at + 1, end, false) : undefined;
  }
  return undefined;
}

function isFormula(text: string, at: number, end: number): boolean {
  const content = text.slice(at + 1, end);
  if (content.trim() === '' || /\d/.test(text.charAt(end + 1))) return false;
  const hasTex = /\\[a-zA-Z]|[\^_{}]/.test(content);
  // "$5 + $3": what stands before the second sign goes on behind it.
  if (/[-+*/=×÷(<>]\s*$/.test(content)) return false;
  const isMoney = /^\s?\d/.test(content);
  if (
    isMoney &&
    !hasTex &&
    (/\s$/.test(content) || plainWords.test(content.replace(/\\[a-zA-Z]+\s*\{[^{}]*\}/g, '')))
  ) {
    return false;
  }
  // "$20 in all, $x": a lone amount is a formula only where the sign closes it tightly.
  return !(isMoney && !hasTex && /[,;.]\s/.test(content) && !content.includes('='));
}
