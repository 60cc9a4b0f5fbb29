import type { Place } from './line.ts';
import { isWord } from './words.ts';

/** `isSure`: it stands between delimiters or is the whole line, so that it must be mathematics. */
export type Cut =
  | ({ readonly type: 'words'; readonly text: string } & Place)
  | ({ readonly type: 'formula'; readonly isSure: boolean } & Place);

const delimited =
  /\$\$([\s\S]+?)\$\$|(?<!\\)\$((?:[^$\\]|\\[\s\S])+)\$|\\\(([\s\S]+?)\\\)|\\\[([\s\S]+?)\\\]|`([^`\n]+)`|\\begin\{(align|aligned|alignat|gather|gathered|equation|split|eqnarray|multline)(\*?)\}(?:\{\d+\})?([\s\S]*?)\\end\{\6\7\}/g;

/** Words and formulas of a line, in order. */
export function cutLine(
  text: string,
  start: number,
  end: number,
  unitOf: (name: string) => string | undefined = () => undefined,
): readonly Cut[] {
  const cuts: Cut[] = [];
  let at = start;
  delimited.lastIndex = start;
  for (let found = delimited.exec(text); found !== null && found.index < end; found = delimited.exec(text)) {
    const stop = found.index + found[0].length;
    if (stop > end) break;
    cuts.push(...bareCuts(text, at, found.index, true, unitOf));
    const inner = found[1] ?? found[2] ?? found[3] ?? found[4] ?? found[5] ?? found[8] ?? '';
    const from = found.index + found[0].lastIndexOf(inner);
    cuts.push(...insideOf(text, from, from + inner.length, found[8] !== undefined, unitOf));
    at = stop;
  }
  cuts.push(...bareCuts(text, at, end, cuts.length > 0, unitOf));
  return cuts;
}

/** Words in \\text{…} stand among formulas, also inside the delimiters. */
function insideOf(
  text: string,
  from: number,
  to: number,
  isAligned: boolean,
  unitOf: (name: string) => string | undefined,
): readonly Cut[] {
  const said = text.slice(from, to).matchAll(/\\(?:text|textrm|mbox)\s*\{([^{}]*)\}/g);
  const hasWords = [...said].some(
    ([, words = '']) => /[A-Za-z]{2}/.test(words) && !quiet.test(words.trim()) && unitOf(words.trim()) === undefined,
  );
  return hasWords && !isAligned ? bareCuts(text, from, to, true, unitOf) : rowsOf(text, from, to, isAligned);
}

/** Words that the reading of formulas understands itself, and units. */
const quiet = /^,?\s*(?:or|and|if|for|when|otherwise|else|in|of|mod|[a-zA-Z]{1,3})\s*,?$/i;

/** Rows of an alignment and sides of an arrow are formulas of their own. */
function rowsOf(text: string, start: number, end: number, isAligned: boolean): readonly Cut[] {
  const cuts: Cut[] = [];
  let [from, depth, environments] = [start, 0, 0];
  const push = (to: number) => {
    const trimmed = trim(text, from, to);
    if (trimmed) cuts.push({ type: 'formula', isSure: true, ...trimmed });
  };
  const inner = /\\begin\{[a-zA-Z]+\*?\}|\\end\{[a-zA-Z]+\*?\}/y;
  const arrow =
    /\\(?:implies|Rightarrow|Longrightarrow|iff|Leftrightarrow|Longleftrightarrow|therefore)(?![a-zA-Z])|<=>|==>|=>|[⇒⟹⇔⟺∴]/y;
  const break_ = /\\\\(?:\[[^\]]{0,20}\])?|\\newline(?![a-zA-Z])/y;
  let isSplit = isAligned;
  for (let at = start; at < end;) {
    const match = (pattern: RegExp) => {
      pattern.lastIndex = at;
      return pattern.exec(text)?.[0];
    };
    const environment = match(inner);
    if (environment !== undefined) {
      if (environment.startsWith('\\begin')) {
        if (at === from && /\{(?:align|aligned|alignat|gather|gathered|split)\*?\}/.test(environment)) {
          isSplit = true;
          from = at + environment.length;
        } else environments += 1;
      } else if (environments > 0) environments -= 1;
      else {
        push(at);
        from = at + environment.length;
      }
      at += environment.length;
      continue;
    }
    const isOpen = depth === 0 && environments === 0;
    const cut = isOpen ? (match(arrow) ?? (isSplit ? match(break_) : undefined)) : undefined;
    if (cut !== undefined) {
      push(at);
      at += cut.length;
      from = at;
      continue;
    }
    const character = text.charAt(at);
    if (character === '{' || character === '(' || character === '[') depth += 1;
    if (character === '}' || character === ')' || character === ']') depth = Math.max(0, depth - 1);
    at += character === '\\' ? 2 : 1;
  }
  push(end);
  return cuts;
}

const textCommand = /^\\(?:text|textrm|textbf|textit|mbox)\s*\{([^{}]*)\}$/;
/** (x ≠ 0): a condition in brackets, and no factor. */
const condition = /^\((?=[^()]{1,60}(?:≠|!=|\\neq?(?![a-z])|[<>≤≥]|\\[lg]eq?(?![a-z]))[^()]{0,60}\))/;
const joint = /^(?:or|and|oder|und|ou|et)$/i;
const relationSign = /[=<>≤≥≠∈]|\\(?:in|le|ge|leq|geq|lt|gt|neq?)(?![a-zA-Z])/;
const token =
  /(?:\b[Cc]ase|\b[Ss]tep|\b[Pp]art|\b[Ee]q(?:uation)?s?\.?|\b[Ll]ine|\b[Oo]ption)\s*\(?(?:\d{1,2}|[ivxIVX]{1,4}|[a-cA-C])\)?(?=[\s:.,)]|$)\s*[:.)]?|:(?=\s|$)|\\(?:begin|end)\{[a-zA-Z]+\*?\}(?:\{[lcr|\s]*\})?|\\(?:text|textrm|textbf|textit|mbox)\s*\{[^{}]*\}|\\(?:mathrm|operatorname\*?|mathbb|mathbf|mathit)\s*\{[^{}]*\}|\\[a-zA-Z]+|[A-Za-z]+(?:['’][A-Za-z]+)*|[^A-Za-z\\:(]+|[:\\(]/g;

/**
 * Text without delimiters: English words, and between them runs of mathematics.
 * @param isAmong there are delimited formulas in the line too
 */
function bareCuts(
  text: string,
  start: number,
  end: number,
  isAmong: boolean,
  unitOf: (name: string) => string | undefined,
): readonly Cut[] {
  const body = text.slice(start, end);
  if (body.trim() === '') return [];
  const runs: { isMath: boolean; start: number; end: number }[] = [];
  token.lastIndex = 0;
  for (const { 0: piece, index } of body.matchAll(token)) {
    const said = textCommand.exec(piece)?.[1]?.trim();
    const isWordHere =
      said === undefined
        ? (piece === '(' && condition.test(body.slice(index, index + 130))) ||
          (piece === ':' && /^\s|^$/.test(body.slice(index + 1)))
          ? true
          : /^[A-Za-z]/.test(piece) &&
            (/[\d\s]/.test(piece) || isWord(piece)) &&
            !isSideLetter(body, index, piece) &&
            !isPartOf(body, index, piece) &&
            !(unitOf(piece) !== undefined && /[\d})]\s*$/.test(body.slice(0, index)))
        : /[A-Za-z]{2}/.test(said) && unitOf(said) === undefined;
    const joins = joint.test(said?.replace(/^,\s*|,$/g, '') ?? piece);
    const last = runs.at(-1);
    const isMath = joins ? last?.isMath === true && relationSign.test(body.slice(last.start, last.end)) : !isWordHere;
    if (last?.isMath === isMath) last.end = index + piece.length;
    else runs.push({ isMath, start: index, end: index + piece.length });
  }
  const hasWords = isAmong || runs.some(({ isMath }) => !isMath);
  if (!hasWords) return rowsOf(text, start, end, false);
  const cuts: Cut[] = [];
  const say = (from: number, to: number) => {
    const last = cuts.at(-1);
    if (last?.type === 'words')
      cuts[cuts.length - 1] = { type: 'words', text: text.slice(last.start, to), start: last.start, end: to };
    else if (to > from) cuts.push({ type: 'words', text: text.slice(from, to), start: from, end: to });
  };
  for (const run of runs) {
    const [from, to] = [start + run.start, start + run.end];
    const place = run.isMath ? formulaIn(text, from, to) : undefined;
    if (!place) {
      say(from, to);
      continue;
    }
    say(from, place.start);
    for (const row of rowsOf(text, place.start, place.end, false)) cuts.push({ ...row, isSure: false } as Cut);
    if (place.end < to) say(place.end, to);
  }
  return cuts;
}

/** The letters of a product: "ab" in "ab = 3" and "by" in "ax + by = c", which are no words where signs stand beside them. */
function isSideLetter(body: string, index: number, piece: string): boolean {
  if (piece.length > 2) return false;
  const before = body.slice(0, index).trimEnd().at(-1) ?? '=';
  const after =
    body
      .slice(index + piece.length)
      .trimStart()
      .at(0) ?? '=';
  return /[=+*/^(<>\d≤≥-]/.test(before) && /[=+*/^)<>≤≥-]/.test(after);
}

/** "of" in "15% of 240" and "3/4 of 20" is a sign of multiplication. */
function isPartOf(body: string, index: number, piece: string): boolean {
  if (piece !== 'of') return false;
  return /(?:%|\d\/\d+|\})\s*$/.test(body.slice(0, index)) && /^of\s*[\d(]/.test(body.slice(index));
}

/** The part of a run that is a formula: with a sign of its own, without what belongs to the sentence. */
function formulaIn(text: string, from: number, to: number): Place | undefined {
  let place = trim(text, from, to);
  for (let turn = 0; turn < 6 && place; turn += 1) {
    const source = text.slice(place.start, place.end);
    const [open, close] = [source.split('(').length, source.split(')').length];
    const head = /^(?:[,;:.!?)\]"“”'’—–]|[aAI](?=\s+\S*\d)|(?:or|and)\b)\s*/.exec(source)?.[0];
    const tail = /\s*(?:[,;:.!?([{"“”'’—–]|\b(?:or|and)|\s[aAI])$/.exec(source)?.[0];
    if (head) place = trim(text, place.start + head.length, place.end);
    else if (tail) place = trim(text, place.start, place.end - tail.length);
    else if (open > close && source.startsWith('(')) place = trim(text, place.start + 1, place.end);
    else if (close > open && source.endsWith(')')) place = trim(text, place.start, place.end - 1);
    else break;
  }
  if (!place) return undefined;
  const source = text.slice(place.start, place.end);
  const isFormula =
    /[=<>≤≥≠≈∈]|\\(?:le|ge|leq|geq|neq?|in|approx|frac|sqrt|emptyset|varnothing)\b|∅/.test(source) ||
    /[\dA-Za-z)%]\s*(?:[-+*/^·×÷−]|\bof\b)\s*[\dA-Za-z(\\]/.test(source);
  return isFormula ? place : undefined;
}

function trim(text: string, from: number, to: number): Place | undefined {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return end > start ? { start, end } : undefined;
}
