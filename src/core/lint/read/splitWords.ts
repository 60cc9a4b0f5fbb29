import { closeOfBrace } from './braces.ts';
import { sliceMapped, type Mapped } from './mapped.ts';

export interface Part {
  readonly type: 'words' | 'formula';
  readonly part: Mapped;
}

const token =
  /\\(begin|end)\s*\{[^{}\n]{1,40}\}|\\((?:short)?intertext|text|textrm|textit|textbf|textnormal|textup|mbox|hbox|mathrm|textsf)\s*\{|\\[^]|[{}]/g;
/** Words that no unit begins with. */
const prose =
  /^\s*(?:and|or|so|if|when|where|for|since|because|then|but|as|with|while|thus|hence|therefore|otherwise|which|that|by|from|is|are|has|have|to|the|we|it|using|note|recall|let|this|implies|gives|also|note|after|before|not|never|wrong|false|true|suppose|assum\w+|by|iff|only)\b/i;
/** The parser knows these between statements. */
const connective = /^\s*(?:or|and|if|when|for|otherwise|else|mod|in|of)\s*$/i;
const operator =
  /(?:[-+*/=<>^_({[|,]|\\(?:cdot|times|div|pm|mp|le|ge|leq|geq|neq?|approx|equiv|sim|cong|in|left|bigl?|Bigl?|frac|sqrt|to))\s*$/;
const operatorAfter =
  /^\s*(?:[-+*/=<>^_)}\]|!]|\\(?:cdot|times|div|pm|mp|le|ge|leq|geq|neq?|approx|equiv|sim|cong|in|right)(?![A-Za-z]))/;

/**
 * Takes the words inside of a display apart from its formulas: `x = 2 \text{ since } y > 0`. A word that is an operand
 * (`\text{area} = 12`), a unit (`3 \text{ cm}`) or a connective stays where it is.
 */
export function splitWords(row: Mapped): Part[] {
  const { text } = row;
  if (!text.includes('\\')) return [{ type: 'formula', part: row }];
  const parts: Part[] = [];
  let from = 0;
  let depth = 0;
  let nested = 0;
  token.lastIndex = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [sign, edge, command] = found;
    if (edge !== undefined) nested = Math.max(0, nested + (edge === 'begin' ? 1 : -1));
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    if (command === undefined) continue;
    const open = found.index + sign.length - 1;
    const close = closeOfBrace(text, open);
    if (close === -1) break;
    token.lastIndex = close + 1;
    const content = text.slice(open + 1, close);
    const isApart =
      command.endsWith('intertext') ||
      (depth === 0 && nested === 0 && isWords(command, content, text.slice(0, found.index), text.slice(close + 1)));
    if (!isApart) continue;
    if (found.index > from) parts.push({ type: 'formula', part: sliceMapped(row, from, found.index) });
    parts.push(...wordParts(sliceMapped(row, open + 1, close)));
    from = close + 1;
  }
  if (from < text.length) parts.push({ type: 'formula', part: sliceMapped(row, from, text.length) });
  return parts;
}

function isWords(command: string, content: string, before: string, after: string): boolean {
  if (command === 'mathrm' || connective.test(content) || !/\p{L}{2}/u.test(content)) return false;
  if (/^\s*(?:if|for|when)\s/i.test(content) && before.trim() !== '') return false;
  const next = after.replace(/^(?:\s|\\[,;:! ]|\\q?quad(?![a-zA-Z])|~)+/, '');
  if (operatorAfter.test(next) || operator.test(before.slice(-30))) return false;
  // One word before a bracket is the name of a function.
  if (/^(?:\(|\\left|\\bigl?|\{)/.test(next) && /^\s*\p{L}+\s*$/u.test(content)) return false;
  // Behind a number: a unit, one or two words.
  return (
    prose.test(content) ||
    !(/[\d)}]\s*(?:\\[,;: ])*\s*$/.test(before.slice(-30)) && /^\s*\p{L}+(?:[\s/]+\p{L}+)?\s*$/u.test(content))
  );
}

/** Words, and the formulas between dollars in them. */
function wordParts(content: Mapped): Part[] {
  const { text } = content;
  const parts: Part[] = [];
  let from = 0;
  for (const found of text.matchAll(/\$([^$]*)\$/g)) {
    parts.push({ type: 'words', part: sliceMapped(content, from, found.index) });
    parts.push({ type: 'formula', part: sliceMapped(content, found.index + 1, found.index + found[0].length - 1) });
    from = found.index + found[0].length;
  }
  parts.push({ type: 'words', part: sliceMapped(content, from, text.length) });
  return parts;
}
