import { solutionsLine } from './solutionsLine.ts';
import { equals } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { contains, freeSymbols, substitute } from '../../math/tree.ts';
import type { Move } from '../derivation.ts';
import type { Board } from './board.ts';
import { dividesByZero } from './meaning.ts';
import { approximate } from './order.ts';
import type { Root, Setting, Solutions } from './outcome.ts';
import { difference, isZero, tidy } from './tidy.ts';
import { sidesOf } from './tidySides.ts';
import { listWords, math } from './words.ts';

interface Judged {
  readonly root: Root;
  readonly isSolution: boolean;
  readonly words: string;
}

/** Does the value solve the equation? Exactly where the sides can be worked out exactly, else to double precision. */
export function satisfies(line: Expr, unknown: string, value: Expr): boolean {
  const [left, right] = sidesOf(line)
    .slice(0, 2)
    .map((side) => substitute(side as Expr, { [unknown]: value }));
  if (left === undefined || right === undefined) return false;
  const [a, b] = [approximate(left), approximate(right)];
  if (a === undefined || b === undefined || !Number.isFinite(a) || !Number.isFinite(b)) {
    // Complex values and letters have no double: only an exact zero counts for them.
    const isReal = ![left, right].some((side) => freeSymbols(side).length > 0 || hasImaginary(side));
    return (
      !isReal && !dividesByZero(left) && !dividesByZero(right) && a === undefined && isZero(difference(left, right))
    );
  }
  return isZero(difference(left, right)) || Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

function hasImaginary(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'constant' && node.name === 'i');
}

/**
 * Puts every candidate back into the equation that was to be solved, keeps the solutions and rejects the others aloud.
 * Writes on the board, whose line must follow from the equation.
 */
export function checkCandidates(board: Board, original: Expr, solutions: Solutions, setting: Setting): Solutions {
  if (solutions.type !== 'roots') return solutions;
  const { unknown } = setting;
  const judged = solutions.roots.map((root) => judge(original, unknown, root));
  const kept = judged.filter((item) => item.isSolution).map((item) => item.root);
  const isAllRight = kept.length === judged.length;
  const rejected = judged.filter((item) => !item.isSolution);
  const to = kept.length === 0 ? undefined : solutionsLine(unknown, kept);
  const name = (item: Judged): string => math(solutionsLine(unknown, [item.root]));
  const verdict = isAllRight
    ? judged.length === 1
      ? 'It is right.'
      : 'All of them are right.'
    : `So ${listWords(rejected.map(name))} ${rejected.length === 1 ? 'is not a solution and is' : 'are not solutions and are'} rejected.`;
  const parts: Move[] = judged.map((item) => ({
    text: `Put ${name(item)} into the equation: ${item.words}.`,
    rule: 'check-candidates',
    why: item.isSolution
      ? 'Both sides agree, so it is a solution.'
      : 'The sides do not agree, so it is not a solution.',
    claim: item.isSolution
      ? { type: 'holds', statement: substitute(original, { [unknown]: item.root.value }) }
      : { type: 'none' },
  }));
  board.remark({
    text: `Check in ${math(original)}: ${judged.map((item) => `for ${name(item)} ${item.words}`).join('; ')}. ${verdict}`,
    // Where nothing is rejected, the line on the board stays as it is; where nothing is left, what was put back stands there.
    latex: to === undefined ? toTex(original) : isAllRight ? undefined : toTex(to),
    why: 'A step on the way may have brought in false solutions, so only putting the candidates back decides.',
    rule: isAllRight ? 'check-candidates' : 'reject-extraneous',
    claim: to === undefined ? { type: 'none' } : { type: 'equivalent', from: original, to, unknowns: [unknown] },
    parts: parts.length > 1 ? parts : undefined,
  });
  if (to === undefined) return { type: 'none', note: 'None of the candidates solves the equation.' };
  board.append([], to);
  return { type: 'roots', roots: kept };
}

function judge(original: Expr, unknown: string, root: Root): Judged {
  const isSolution = satisfies(original, unknown, root.value);
  const [left, right] = sidesOf(original);
  const put = (side: Expr): Expr => substitute(side, { [unknown]: root.value });
  const [a, b] = [put(left), put(right)];
  const meaningless = [a, b].some((side) => {
    const size = approximate(side);
    return size === undefined || !Number.isFinite(size);
  });
  if (meaningless && !isSolution) return { root, isSolution, words: 'a side has no real value' };
  const values = [tidy(a), tidy(b)].map((value) => shortValue(value));
  const [first = '', second = ''] = values;
  // Of two ways to write the same number the shorter one is plain to see.
  const shorter = first.length <= second.length ? first : second;
  return {
    root,
    isSolution,
    words: isSolution ? `both sides are $${shorter}$` : `the sides are different, $${first} \\neq ${second}$`,
  };
}

/** Exact where it is short, else to four places. */
function shortValue(value: Expr): string {
  const text = toTex(value);
  const size = approximate(value);
  return text.length <= 24 || size === undefined ? text : `${size.toFixed(4)}\\ldots`;
}

/** The values that were excluded, taken out aloud. */
export function rejectExcluded(
  board: Board,
  solutions: Solutions,
  excluded: readonly Expr[],
  original: Expr,
  setting: Setting,
): Solutions {
  const { unknown } = setting;
  if (solutions.type === 'every') return { type: 'every', except: excluded };
  if (solutions.type !== 'roots' || excluded.length === 0) return solutions;
  const isExcluded = (root: Root): boolean => excluded.some((value) => isZero(difference(value, root.value)));
  const out = solutions.roots.filter(isExcluded);
  if (out.length === 0) return solutions;
  const kept = solutions.roots.filter((root) => !isExcluded(root));
  const to = kept.length === 0 ? undefined : solutionsLine(unknown, kept);
  const names = listWords(out.map((root) => math(equalsTo(unknown, root.value))));
  board.remark({
    text: `${names} ${out.length === 1 ? 'was' : 'were'} excluded: there a denominator is $0$. ${kept.length === 0 ? 'Nothing is left.' : `So only ${listWords(kept.map((root) => math(equalsTo(unknown, root.value))))} ${kept.length === 1 ? 'remains' : 'remain'}.`}`,
    latex: to === undefined ? undefined : toTex(to),
    why: 'A number for which a side of the equation has no value cannot solve it.',
    rule: 'reject-excluded',
    claim: to === undefined ? { type: 'none' } : { type: 'equivalent', from: original, to, unknowns: [unknown] },
  });
  if (to === undefined)
    return {
      type: 'none',
      note: `The only candidate${out.length > 1 ? 's are' : ' is'} excluded, because a denominator is $0$ there.`,
    };
  board.append([], to);
  return { type: 'roots', roots: kept };
}

function equalsTo(unknown: string, value: Expr): Expr {
  return equals({ kind: 'symbol', name: unknown }, value);
}
