import { decimal, num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { toText } from '../../math/print/toText.ts';
import type { Rational } from '../../math/rational.ts';
import type { Verdict } from '../../session/step.ts';
import type { Answer, Claim, Derivation, Way } from '../derivation.ts';

/** How results are written: 'decimal' falls back to a fraction where the value has no finite decimal expansion. */
export type NumberStyle = 'fraction' | 'decimal';

export function numberExpr(value: Rational, style: NumberStyle): Expr {
  return style === 'decimal' ? decimal(value) : num(value);
}

/** A value or an expression between dollars, for the words of a step. */
export function math(value: Expr | bigint | Rational | string): string {
  return `$${tex(value)}$`;
}

export function tex(value: Expr | bigint | Rational | string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return value.toString();
  return toTex('kind' in value ? value : num(value));
}

/** Formulas that are longer than a few lines are left to the line below the words. */
export function shortWords(text: string): string {
  if (text.length < 500) return text;
  return text
    .replace(/\$([^$]{240,})\$/g, (whole, formula: string) => {
      const [left = ''] = formula.split(' = ');
      return left.length < 120 ? `$${left}$` : whole;
    })
    .replace(/(?::| to|, so| as) \$[^$]{240,}\$/g, '')
    .replace(/\$[^$]{240,}\$/g, 'the number in the line below');
}

/** a, b and c */
export function listWords(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

export function plural(count: number | bigint, one: string, many = `${one}s`): string {
  return `${count.toString()} ${Number(count) === 1 ? one : many}`;
}

/** Small counts in words. */
export function numberWord(count: number): string {
  const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  return words[count] ?? count.toString();
}

export function ordinal(rank: number): string {
  const words = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
  return words[rank] ?? `${rank.toString()}th`;
}

/** Lines under each other, aligned at `&`. */
export function aligned(lines: readonly string[]): string {
  return lines.length === 1 && lines[0] !== undefined
    ? lines[0].replaceAll('&', '')
    : `\\begin{aligned}${lines.join('\\\\ ')}\\end{aligned}`;
}

/** Confirmed exactly by a route of its own. */
export function recomputed(evidence: string): Verdict {
  return { kind: 'proved', how: 'recomputed', relation: 'equal', evidence };
}

export function refuted(evidence: string): Verdict {
  return { kind: 'invalid', how: 'recomputed', relation: 'different', evidence };
}

/** The verdict of a route of its own that either agrees or doesn't. */
export function confirmed(agrees: boolean, evidence: string): Verdict {
  return agrees ? recomputed(evidence) : refuted('A second computation gave something else.');
}

export function decided(agrees: boolean, evidence: string): Claim {
  return { type: 'decided', verdict: confirmed(agrees, evidence) };
}

export function answerOf(value: Expr, verdict: Verdict): Answer {
  return { text: toText(value), latex: toTex(value), value, verdict };
}

/** An answer in words or letters: True, (c), a list. */
export function plainAnswer(text: string, verdict: Verdict, latex = `\\text{${text}}`): Answer {
  return { text, latex, verdict };
}

export function truthAnswer(isTrue: boolean, verdict: Verdict): Answer {
  return plainAnswer(isTrue ? 'True' : 'False', verdict);
}

export function stuck(reason: 'unsupported' | 'too-large' | 'nothing-to-do', detail: string): Derivation {
  return { type: 'stuck', reason, detail };
}

export function way(id: string, name: string, derive: () => Derivation): Way {
  return { id, name, derive };
}
