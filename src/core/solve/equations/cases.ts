import { solutionsLine } from './solutionsLine.ts';
import { equals, num, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { hasSymbol, sameExpr } from '../../math/tree.ts';
import { toTex } from '../../math/print/toTex.ts';
import { classify } from './classify.ts';
import type { Move } from '../derivation.ts';
import type { Board } from './board.ts';
import { coefficient, coefficientsIn, degreeOf, subtractCoefficients } from './coefficients.ts';
import { stuck, type Outcome, type Root, type Setting, type Solutions, type Stuck } from './outcome.ts';
import { difference, isZero, quotient, tidy } from './tidy.ts';
import { negate } from '../../math/build.ts';
import { compareValues } from './order.ts';
import { math } from './words.ts';

/**
 * The board stands at "first equation or second equation or …": solves each and puts the solutions together.
 * Simple linear cases are done in one entry.
 */
export function solveCases(board: Board, equations: readonly Expr[], setting: Setting): Solutions | Stuck {
  const { unknown } = setting;
  const found: Solutions[] = [];
  const open = equations.filter((line) => simpleRoot(line, unknown) === undefined);
  if (open.length === 0) {
    const roots = union(
      equations.map((line) => ({ type: 'roots', roots: [{ value: simpleRoot(line, unknown) ?? num(0) }] })),
    );
    if (roots.type !== 'roots') return roots;
    board.write({
      text: equations.length > 1 ? `Solve each of these equations for $${unknown}$.` : `Solve this for $${unknown}$.`,
      to: solutionsLine(unknown, roots.roots),
      rule: 'solve-linear-factors',
      why: 'Each is solved by the same operation on both sides.',
    });
    return roots;
  }
  for (const line of equations) {
    const value = simpleRoot(line, unknown);
    if (value !== undefined) {
      found.push({ type: 'roots', roots: [{ value }] });
      continue;
    }
    setting.work.check();
    const outcome = setting.solve(line, { ...setting, depth: setting.depth + 1, method: undefined });
    if (outcome.type === 'stuck') return outcome;
    const single = equations.length > 1 ? linearCase(line, outcome, unknown) : undefined;
    board.append(
      single === undefined ? introduced(outcome.moves, equations.length > 1 ? `Now ${math(line)}. ` : '') : [single],
      board.line,
    );
    if (outcome.solutions.type === 'none' && outcome.moves.length === 0 && outcome.solutions.note !== undefined) {
      board.remark({
        text: `${math(line)} has no solution: ${outcome.solutions.note}`,
        rule: 'no-solution',
        claim: { type: 'none' },
        isMinor: true,
      });
    }
    found.push(outcome.solutions);
  }
  const all = union(found);
  if (all.type === 'stuck') return all;
  if (equations.length > 1) writeTogether(board, all, unknown);
  return all;
}

/** A linear equation among the cases is one idea; its working is there for the finer grain. */
function linearCase(
  line: Expr,
  outcome: Extract<Outcome, { readonly type: 'solved' }>,
  unknown: string,
): Move | undefined {
  if (classify(line, unknown) !== 'linear' || outcome.solutions.type !== 'roots' || outcome.moves.length < 2)
    return undefined;
  const to = solutionsLine(unknown, outcome.solutions.roots);
  return {
    text: `Solve ${math(line)}: ${math(to)}.`,
    latex: toTex(to),
    why: 'This case is a linear equation.',
    rule: 'solve-linear-factors',
    claim: { type: 'equivalent', from: line, to, unknowns: [unknown] },
    parts: outcome.moves,
  };
}

/** The value where the case is linear with an obvious solution: x − 3 = 0, 2x = 5. */
function simpleRoot(line: Expr, unknown: string): Expr | undefined {
  if (line.kind !== 'relation' || line.operators.join() !== '=') return undefined;
  const [left, right] = line.operands;
  if (left === undefined || right === undefined || hasSymbol(right, unknown)) return undefined;
  const [own, other] = [coefficientsIn(left, unknown), coefficientsIn(right, unknown)];
  if (own === undefined || other === undefined || degreeOf(own) !== 1) return undefined;
  const items = subtractCoefficients(own, other);
  return quotient(tidy(negate(coefficient(items, 0))), coefficient(items, 1));
}

/** The first text tells which equation is meant. */
export function introduced(moves: readonly Move[], words: string): readonly Move[] {
  const [first, ...rest] = moves;
  if (first === undefined || words === '') return moves;
  const [part, ...parts] = first.parts ?? [];
  const inner = part === undefined ? undefined : [{ ...part, text: words + part.text }, ...parts];
  return [{ ...first, text: words + first.text, parts: inner }, ...rest];
}

function writeTogether(board: Board, all: Solutions, unknown: string): void {
  if (all.type !== 'roots') return;
  board.write({
    text: `Put the cases together: ${all.roots.length === 1 ? 'there is one solution' : `there are ${countWord(all.roots.length)} solutions`}.`,
    to: solutionsLine(unknown, all.roots),
    rule: 'collect-cases',
    why: 'A number solves the equation exactly when it solves one of the cases.',
  });
}

export function countWord(count: number): string {
  return (
    ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'][count] ??
    count.toString()
  );
}

/** All solutions of several equations, in order, each once. */
export function union(sets: readonly Solutions[]): Solutions | Stuck {
  const every = sets.find((set) => set.type === 'every');
  if (every !== undefined) return every;
  const roots: Root[] = [];
  const families: Expr[] = [];
  let letter: string | undefined;
  for (const set of sets) {
    if (set.type === 'roots') for (const root of set.roots) addOnce(roots, root);
    if (set.type === 'families') {
      letter = set.letter;
      for (const value of set.values) if (!families.some((other) => sameExpr(other, value))) families.push(value);
    }
    if (set.type === 'set') return stuck('The cases of this one have solution sets that I cannot join.');
  }
  if (letter !== undefined && roots.length === 0) return { type: 'families', values: families, letter };
  if (letter !== undefined) return stuck('This one mixes single solutions with repeating ones, which I cannot join.');
  if (roots.length > 0)
    return { type: 'roots', roots: roots.sort((left, right) => compareValues(left.value, right.value)) };
  return sets.find((set) => set.type === 'none') ?? { type: 'none' };
}

function addOnce(roots: Root[], root: Root): void {
  if (!roots.some((other) => sameExpr(other.value, root.value) || isZero(difference(other.value, root.value))))
    roots.push(root);
}

export function outcomeOf(board: Board, solutions: Solutions | Stuck): Outcome {
  return solutions.type === 'stuck' ? solutions : { type: 'solved', moves: board.moves, solutions };
}

export function caseLine(unknown: string, value: Expr): Expr {
  return equals(sym(unknown), value);
}
