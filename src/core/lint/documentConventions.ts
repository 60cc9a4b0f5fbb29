import type { Conventions } from '../check/conventions.ts';

export interface DocumentConventions {
  readonly conventions: Partial<Conventions>;
  /** A plain sentence for each part that isn't known; nothing is underlined for it. */
  readonly notes: readonly string[];
}

const comment = /(?:<!--|(?<!\\)%|\{\/\*)[ \t]*thunk:([^\n]*?)(?:-->|\*\/\}|$)/gm;
const values = {
  assume: ['real', 'positive', 'complex'],
  log: ['ten', 'natural'],
  decimalMark: ['auto', 'point', 'comma'],
  decimals: ['exact', 'rounded'],
} as const;

/** `<!-- thunk: assume=positive log=natural -->` or `% thunk: positive=a,b`: what the document says about itself; the last wins. */
export function readDocumentConventions(source: string): DocumentConventions {
  let conventions: Partial<Conventions> = {};
  const notes: string[] = [];
  if (!source.includes('thunk:')) return { conventions, notes };
  for (const [, text = ''] of source.matchAll(comment)) {
    for (const word of text.trim().split(/[\s;]+/)) {
      const [key = '', value] = word.split('=');
      // Words without a value are a remark.
      if (value === undefined) continue;
      const read = readOne(key, value);
      if (read === undefined) notes.push(`I don't know “${word.slice(0, 60)}” in a thunk comment.`);
      else conventions = { ...conventions, ...read };
    }
  }
  return { conventions, notes };
}

function readOne(key: string, value: string): Partial<Conventions> | undefined {
  if (key === 'positive') {
    const letters = value.split(',').filter((letter) => letter !== '');
    return letters.every((letter) => /^[a-zA-Z](?:_\w+)?$|^[a-z]+$/.test(letter)) ? { positive: letters } : undefined;
  }
  const name = key.replace(/-m/, 'M');
  if (name === 'assume') return oneOf(values.assume, value, (assume) => ({ assume }));
  if (name === 'log') return oneOf(values.log, value, (log) => ({ log }));
  if (name === 'decimalMark') return oneOf(values.decimalMark, value, (decimalMark) => ({ decimalMark }));
  if (name === 'decimals') return oneOf(values.decimals, value, (decimals) => ({ decimals }));
  return undefined;
}

function oneOf<Value extends string>(
  known: readonly Value[],
  value: string,
  make: (value: Value) => Partial<Conventions>,
): Partial<Conventions> | undefined {
  const found = known.find((one) => one === value);
  return found === undefined ? undefined : make(found);
}
