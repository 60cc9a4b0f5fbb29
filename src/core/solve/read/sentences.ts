import type { TextToken } from './textTokens.ts';

/** Words that can stand before a formula's first sign, so that a line of its own begins a new sentence with them. */
const abbreviations: ReadonlySet<string> = new Set(['dp', 'dps', 'sf', 'eq', 'no', 'approx', 'resp', 'cf', 'vs']);

/** A sentence is its tokens, without the mark that ends it. */
export type Sentence = readonly TextToken[];

/** Cuts the text into sentences: at a full stop or question mark outside brackets, and at an empty line. */
export function sentencesOf(text: string, tokens: readonly TextToken[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let current: TextToken[] = [];
  let depth = 0;
  const flush = (): void => {
    if (current.length > 0) sentences.push(current);
    current = [];
    depth = 0;
  };
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    const before = current.at(-1);
    if (before !== undefined && depth <= 0 && /\n\s*\n/.test(text.slice(before.end, token.start))) flush();
    if (token.type === 'sign') {
      if (token.text === '(' || token.text === '[' || token.text === '{') depth += 1;
      if (token.text === ')' || token.text === ']' || token.text === '}') depth -= 1;
      const isMark =
        token.text === '.' || token.text === '?' || token.text === ';' || (token.text === '!' && isExclamation(before));
      const isEnd = next === undefined || next.isSpaced;
      if (isMark && isEnd && depth <= 0 && (token.text !== ';' || isSentenceStart(next))) {
        // The choices behind "Which is closest?" belong to it.
        if (isChoice(tokens, index + 1)) return;
        if (token.text === '.' && before !== undefined && abbreviations.has(before.text) && startsLower(text, next))
          return;
        flush();
        return;
      }
    }
    current.push(token);
  });
  flush();
  return sentences;
}

/** (a) or a) */
function isChoice(tokens: readonly TextToken[], at: number): boolean {
  const opens = tokens[at]?.text === '(' ? 1 : 0;
  return opens === 1 && tokens[at + 1]?.text === 'a' && tokens[at + 2]?.text === ')' && tokens[at + 3]?.text !== '=';
}

/** `5!` is a factorial, `Solve it!` an exclamation. */
function isExclamation(before: TextToken | undefined): boolean {
  return before?.type === 'word' && before.text.length > 1;
}

function isSentenceStart(next: TextToken | undefined): boolean {
  return next?.type === 'word' && next.text.length > 2;
}

function startsLower(text: string, next: TextToken | undefined): boolean {
  return next !== undefined && /[a-z]/.test(text.charAt(next.start));
}
