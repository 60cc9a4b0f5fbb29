import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';

/** An expression inside a sentence. */
export function math(expr: Expr): string {
  return `$${toTex(expr)}$`;
}

/** "a", "a and b", "a, b and c"; `last` instead of "and" where it should read otherwise. */
export function listWords(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

export function mathList(exprs: readonly Expr[], last = 'and'): string {
  return listWords(exprs.map(math), last);
}
