/** A piece of the problem's text: a word, a number, a formula in delimiters, or a sign. */
export interface TextToken {
  readonly type: 'word' | 'number' | 'math' | 'sign';
  /** Lower case for words; for a formula its source without the delimiters. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isSpaced: boolean;
}

const white = /[\s\u00a0\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/y;
const delimited = [
  /\$\$([^$]+)\$\$/y,
  /\$((?:[^$\\\n]|\\[\s\S]|\n(?!\s*\n))+)\$/y,
  /\\\(((?:(?!\\\))[\s\S]){1,2000})\\\)/y,
  /\\\[((?:(?!\\\])[\s\S]){1,2000})\\\]/y,
  /```(?:math|latex|tex)?\s*\n?([^`]+)```/y,
  /``?([^`\n]+)``?/y,
];
const environment = /\\begin\{([a-zA-Z]+\*?)\}(?:(?!\\end\{\1\})[\s\S]){1,4000}\\end\{\1\}/y;
const ordinal = /\d+(?:st|nd|rd|th)\b/iy;
const number = /(?:\d+(?:\.\d+)?|\.\d+)/y;
const abbreviation = /w\.\s?r\.\s?t\.?(?=\s)/iy;
const word = /[A-Za-z]+(?:['’](?=[a-z]{1,2}\b)[a-z]+)?/y;
const command = /\\(?:[a-zA-Z]+|[\s\S])/y;
const sign = /\.{3}|…|<=|>=|!=|==|->|=>|\*\*|[\s\S]/uy;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Cuts a problem's text into tokens, in one pass. */
export function textTokens(text: string): readonly TextToken[] {
  const tokens: TextToken[] = [];
  let isSpaced = true;
  for (let at = 0; at < text.length;) {
    const space = match(white, text, at);
    if (space !== undefined) {
      at += space[0].length;
      isSpaced = true;
      continue;
    }
    const token = tokenAt(text, at, isSpaced);
    tokens.push(token);
    at = token.end;
    isSpaced = false;
  }
  return tokens;
}

function tokenAt(text: string, at: number, isSpaced: boolean): TextToken {
  const make = (type: TextToken['type'], content: string, length: number): TextToken => ({
    type,
    text: content,
    start: at,
    end: at + length,
    isSpaced,
  });
  const character = text.charAt(at);
  if (character === '$' || character === '`' || character === '\\') {
    for (const pattern of delimited) {
      const formula = match(pattern, text, at);
      if (formula !== undefined) return make('math', formula[1] ?? '', formula[0].length);
    }
    const block = match(environment, text, at);
    if (block !== undefined) return make('math', block[0], block[0].length);
    const name = match(command, text, at);
    if (name !== undefined) return make('sign', name[0], name[0].length);
  }
  const counted = match(ordinal, text, at);
  if (counted !== undefined) return make('word', counted[0].toLowerCase(), counted[0].length);
  const digits = match(number, text, at);
  if (digits !== undefined) return make('number', digits[0], digits[0].length);
  const short = match(abbreviation, text, at);
  if (short !== undefined) return make('word', 'wrt', short[0].length);
  const letters = match(word, text, at);
  if (letters !== undefined) return make('word', letters[0].toLowerCase().replace('’', "'"), letters[0].length);
  const other = match(sign, text, at)?.[0] ?? character;
  return make('sign', other, other.length);
}
