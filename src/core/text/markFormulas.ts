import { parseMath } from '../math/read/parseMath.ts';
import { toTex } from '../math/print/toTex.ts';
import { textTokens, type TextToken } from '../solve/read/textTokens.ts';

const longest = 2_000;
/** Delimiters, indices, arrows, a differential and a mark that may be a factorial: the runs below don't know these. */
const unsure = /[$`\\_{}→]|[-=]>|\bd[a-z]\b|[\w)]!(?!=)/;
const functionNames: ReadonlySet<string> = new Set(
  'sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh ln log exp sqrt cbrt abs gcd lcm pi'.split(' '),
);
const signs: ReadonlySet<string> = new Set([...'+-*/^=<>()[]|!²³√≤≥×·÷−≠', '<=', '>=', '!=', '**']);
/** Alone, these are English. */
const articles: ReadonlySet<string> = new Set(['a', 'i']);

/**
 * A problem that was written without delimiters, as Markdown with its formulas in $…$. Undefined wherever it is not sure
 * what is a formula: then the text is better left as it was written.
 */
export function markFormulas(text: string): string | undefined {
  if (text.length > longest || unsure.test(text)) return undefined;
  const runs = formulaRuns(text);
  let marked = '';
  let at = 0;
  for (const { start, end } of runs) {
    const tex = texOf(text.slice(start, end));
    if (tex === undefined) return undefined;
    marked += `${escaped(text.slice(at, start))}$${tex}$`;
    at = end;
  }
  return runs.length === 0 ? undefined : marked + escaped(text.slice(at));
}

interface Run {
  readonly start: number;
  readonly end: number;
}

function formulaRuns(text: string): readonly Run[] {
  const groups: TextToken[][] = [];
  let group: TextToken[] = [];
  let depth = 0;
  const close = (): void => {
    if (group.length > 0) groups.push(group);
    group = [];
    depth = 0;
  };
  for (const token of textTokens(text)) {
    const isComma = token.text === ',' && depth > 0;
    if (!isComma && !isMathematical(token, text)) {
      close();
      continue;
    }
    // "5 a day", "the points x y": two things beside each other are no product here.
    const before = group.at(-1);
    if (token.isSpaced && before !== undefined && isOperand(token) && endsOperand(before)) close();
    if (token.text === '(' || token.text === '[') depth += 1;
    else if (token.text === ')' || token.text === ']') depth -= 1;
    group.push(token);
  }
  close();
  return groups.flatMap((tokens, index) => {
    const trimmed = trim(tokens);
    const [first] = trimmed;
    const last = trimmed.at(-1);
    if (first === undefined || last === undefined || !isFormula(trimmed)) return [];
    // After a number, a letter is a unit.
    const previous = groups[index - 1]?.at(-1);
    const isUnit =
      first.type === 'word' && previous?.type === 'number' && /^\s+$/.test(text.slice(previous.end, first.start));
    return isUnit ? [] : [{ start: first.start, end: last.end }];
  });
}

function isMathematical(token: TextToken, text: string): boolean {
  if (token.type === 'number') return true;
  if (token.type === 'sign') return signs.has(token.text);
  if (token.type !== 'word') return false;
  const isGlued = !token.isSpaced && /\d/.test(text.charAt(token.start - 1));
  return token.text.length === 1 || functionNames.has(token.text) || (isGlued && token.text.length === 2);
}

function isOperand(token: TextToken): boolean {
  return token.type === 'number' || token.type === 'word' || token.text === '(' || token.text === '√';
}

function endsOperand(token: TextToken): boolean {
  return token.type === 'number' || (token.type === 'word' && !isFunction(token)) || /^[)\]!²³]$/.test(token.text);
}

function isFunction({ text }: TextToken): boolean {
  return text !== 'pi' && functionNames.has(text);
}

/** A hyphen, a mark at the end of a sentence and a bracket without its partner belong to the words. */
function trim(tokens: readonly TextToken[]): readonly TextToken[] {
  let from = 0;
  let to = tokens.length;
  const count = (sign: string): number => tokens.slice(from, to).filter(({ text }) => text === sign).length;
  for (let isChanged = true; isChanged && from < to;) {
    isChanged = false;
    const [first, last] = [tokens[from]?.text ?? '', tokens[to - 1]?.text ?? ''];
    if (/^[*/^=<>!)\]]$/.test(first) || (first === '(' && count('(') > count(')'))) {
      from += 1;
      isChanged = true;
    } else if (/^[-+*/^=<>!([]$/.test(last) || (last === ')' && count(')') > count('('))) {
      to -= 1;
      isChanged = true;
    }
  }
  return tokens.slice(from, to);
}

/** A number alone reads as well as text. */
function isFormula(tokens: readonly TextToken[]): boolean {
  if (tokens.length === 1) {
    const [only] = tokens;
    return only?.type === 'word' && only.text.length === 1 && !articles.has(only.text);
  }
  return tokens.some(({ type }) => type !== 'sign');
}

function texOf(source: string): string | undefined {
  const result = parseMath(source);
  if (result.type === 'failed' || result.notes.length > 0) return undefined;
  const tex = toTex(result.expr);
  // What looks like a function is drawn as one, and all letters and digits are still there, in their order.
  const calls = [...source.matchAll(/(?<![a-z])([a-z])\(/gi)].map((match) => match[1] ?? '');
  if (!calls.every((name) => tex.includes(`${name}(`) || tex.includes(`${name}\\left(`))) return undefined;
  return bare(tex) === bare(source.replace(/[a-z]{2,}/gi, (word) => (functionNames.has(word) ? '' : word)))
    ? tex
    : undefined;
}

function bare(formula: string): string {
  return formula
    .replace(/\\[a-zA-Z]+/g, '')
    .replace(/²/g, '2')
    .replace(/³/g, '3')
    .replace(/[^a-zA-Z0-9.]/g, '');
}

/** Words as they are, whatever they would mean in Markdown; lines stay lines. */
function escaped(words: string): string {
  return words.replace(/[*_#[\]<>~|!+\-&]|(?<=\d)\.(?=\s)/g, '\\$&').replace(/\n/g, '\\\n');
}
