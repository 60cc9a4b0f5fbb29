import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';

/** The sentence with each `{name}` filled: expressions between dollars, words as they are. */
export function fillSentence(sentence: string, parts: Readonly<Record<string, Expr | string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    const part = parts[name];
    if (part === undefined) return place;
    return typeof part === 'string' ? part : `$${toTex(part)}$`;
  });
}
