import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { parseMath } from '../../math/read/parseMath.ts';

const delimited = /(\$\$?)([^$]+)\1|(\\\()((?:(?!\\\))[\s\S])+)\\\)|(\\\[)((?:(?!\\\])[\s\S])+)\\\]/g;
const closing: Readonly<Record<string, string>> = { $: '$', $$: '$$', '\\(': '\\)', '\\[': '\\]' };

/** The text with each formula rewritten, or undefined where none changes. A text that is one formula counts as one. */
export function mapFormulas(text: string, change: (expr: Expr) => Expr): string | undefined {
  const state = { isChanged: false };
  const rewrite = (source: string): string => {
    const parsed = parseMath(source);
    if (parsed.type === 'failed') return source;
    const expr = change(parsed.expr);
    if (expr === parsed.expr) return source;
    state.isChanged = true;
    return toTex(expr);
  };
  const isBare = !/[$\\]/.test(text) && parseMath(text).type === 'parsed';
  const result = isBare
    ? `$${rewrite(text)}$`
    : text.replaceAll(delimited, (whole: string, ...groups: readonly unknown[]) => {
        const [open, body] = groups.slice(0, 6).filter((group) => typeof group === 'string');
        return open === undefined || body === undefined ? whole : `${open}${rewrite(body)}${closing[open] ?? open}`;
      });
  return state.isChanged ? result : undefined;
}

/** The words between the formulas, rewritten. */
export function mapWords(text: string, change: (words: string) => string): string {
  let result = '';
  let at = 0;
  for (const match of text.matchAll(delimited)) {
    result += change(text.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return result + change(text.slice(at));
}
