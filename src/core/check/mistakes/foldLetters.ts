import { sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { freeSymbols, substitute } from '../../math/tree.ts';

/**
 * The later line with Y read as y where only y occurs before it: a slip of the keyboard, that mustn't hide the mistake
 * beside it. Letters that occur in both cases stay apart.
 */
export function foldLetters(from: Expr, to: Expr): Expr {
  const before = freeSymbols(from);
  const after = freeSymbols(to);
  const folded = new Map<string, Expr>();
  for (const name of after) {
    const other = name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase();
    if (other !== name && !before.includes(name) && before.includes(other) && !after.includes(other)) {
      folded.set(name, sym(other));
    }
  }
  return folded.size === 0 ? to : substitute(to, folded);
}
