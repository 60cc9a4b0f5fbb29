import type { TextToken } from './textTokens.ts';

/** The pattern of a sentence: words, optional parts, alternatives, and places for what varies. */
type Part =
  | { readonly type: 'word'; readonly text: string }
  | { readonly type: 'slot'; readonly name: string }
  | { readonly type: 'choice'; readonly options: readonly Sequence[] };
type Sequence = readonly Part[];

export interface Template {
  readonly parts: Sequence;
  /** Words without which the template can't match: one of each group. */
  readonly needed: readonly (readonly string[])[];
}

/** A range of the sentence's tokens, half open. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export type Captures = ReadonlyMap<string, Range>;

const macros: Readonly<Record<string, string>> = {
  ask: "(what is|what's|whats|what are|what do you get for|calculate|compute|find|determine|evaluate|give|give me|work out|state|tell me|tell|write down|write|obtain|derive|get|name|identify|figure out|show|how much is|can you find|could you find|i need|i want)",
  the: '[the] [following] [given]',
  of: '(of|for)',
  wrt: '(wrt|with respect to|in terms of|in respect of|by|regarding)',
  equation:
    '[the] [following] [given] [(quadratic|linear|cubic|quartic|simultaneous|trigonometric|exponential|logarithmic|radical|rational|polynomial|algebraic|absolute value|biquadratic)] [(equation|equations|inequality|inequalities|system|system of equations|system of linear equations|linear system|pair of equations|set of equations|system of inequalities|relation|problem)] [in {unknown}]',
  expression:
    '[the] [following] [given] [(quadratic|cubic|rational|algebraic|numerical|trigonometric|radical|definite|indefinite|improper)] [(expression|expressions|function|polynomial|trinomial|binomial|fraction|surd|product|number|sum|term|terms|expression for|value of|formula|integral|limit)] [of]',
};

/** `(a|b c)` a choice, `[a]` optional, `{slot}` a place, `<name>` a macro; everything else is words. */
export function compileTemplate(source: string): Template {
  const expanded = source.replace(/<([a-z]+)>/g, (_, name: string) => {
    const macro = macros[name];
    if (macro === undefined) throw new Error(`unknown macro ${name} in: ${source}`);
    return macro;
  });
  const tokens = expanded.match(/\{[a-zA-Z]+\}|\\.|[[\]()|]|[^\s[\]()|{}\\]+/g) ?? [];
  const state = { at: 0 };
  const [parts = [], ...rest] = readOptions(tokens, state);
  if (state.at < tokens.length || rest.length > 0) throw new Error(`malformed template: ${source}`);
  return { parts, needed: neededWords(parts) };
}

function readOptions(tokens: readonly string[], state: { at: number }): Sequence[] {
  const options: Part[][] = [[]];
  for (; state.at < tokens.length; state.at += 1) {
    const token = tokens[state.at] ?? '';
    if (token === ')' || token === ']') break;
    const current = options.at(-1) ?? [];
    if (token === '|') options.push([]);
    else if (token === '(' || token === '[') {
      state.at += 1;
      const inner = readOptions(tokens, state);
      current.push({ type: 'choice', options: token === '[' ? [...inner, []] : inner });
    } else if (token.startsWith('{')) current.push({ type: 'slot', name: token.slice(1, -1) });
    else current.push({ type: 'word', text: token.startsWith('\\') ? token.slice(1) : token });
  }
  return options;
}

/** Every word that the template knows. */
export function wordsOf({ parts }: Pick<Template, 'parts'>): readonly string[] {
  return parts.flatMap((part) => {
    if (part.type === 'slot') return [];
    return part.type === 'word' ? [part.text] : part.options.flatMap((option) => wordsOf({ parts: option }));
  });
}

function neededWords(parts: Sequence): string[][] {
  return parts.flatMap((part) => {
    if (part.type === 'word') return [[part.text]];
    if (part.type === 'slot' || part.options.some((option) => neededWords(option).length === 0)) return [];
    return [part.options.flatMap((option) => neededWords(option)[0] ?? [])];
  });
}

/** Bounds the search on texts that fit nothing: places to try in one sentence and template. */
const maxTries = 12_000;

/**
 * All ways to lay the template over the sentence, the shortest fillings first; `accept` ends the search by returning
 * something. A colon may stand anywhere between the parts.
 */
export function matchTemplate<Result>(
  template: Template,
  sentence: readonly TextToken[],
  accept: (captures: Captures) => Result | undefined,
): Result | undefined {
  const captures = new Map<string, Range>();
  let tries = 0;

  const matchAt = (
    parts: Sequence,
    index: number,
    at: number,
    after: (at: number) => Result | undefined,
  ): Result | undefined => {
    tries += 1;
    if (tries > maxTries) return undefined;
    const part = parts[index];
    if (part === undefined) return after(at);
    const token = sentence[at];
    switch (part.type) {
      case 'word': {
        if (token === undefined) return undefined;
        if (token.type !== 'math' && token.text === part.text) return matchAt(parts, index + 1, at + 1, after);
        return token.text === ':' ? matchAt(parts, index, at + 1, after) : undefined;
      }
      case 'choice':
        for (const option of part.options) {
          const found = matchAt(option, 0, at, (next) => matchAt(parts, index + 1, next, after));
          if (found !== undefined) return found;
        }
        return undefined;
      case 'slot': {
        if (token?.text === ':') return matchAt(parts, index, at + 1, after);
        const isLast = index === parts.length - 1;
        for (let to = at + 1; to <= sentence.length; to += 1) {
          if (isLast && parts === template.parts && to < sentence.length) continue;
          captures.set(part.name, { from: at, to });
          const found = matchAt(parts, index + 1, to, after);
          if (found !== undefined) return found;
        }
        captures.delete(part.name);
        return undefined;
      }
    }
  };

  return matchAt(template.parts, 0, 0, (at) => {
    const rest = sentence.slice(at);
    return rest.every((token) => token.text === ':' || token.text === ',') ? accept(new Map(captures)) : undefined;
  });
}
