import { solutionsLine } from './solutionsLine.ts';
import { add, divide, equals, negate, num, or, relation, sym } from '../../math/build.ts';
import { evaluate } from '../../math/evaluate.ts';
import type { Expr, ExprOf } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { contains, hasSymbol, mapExpr, sameExpr } from '../../math/tree.ts';
import type { Move } from '../derivation.ts';
import { Board } from './board.ts';
import { outcomeOf, solveCases, union } from './cases.ts';
import { checkCandidates, satisfies } from './candidates.ts';
import { coefficientsIn, degreeOf } from './coefficients.ts';
import { solveOwnAbsolute } from './identityEquation.ts';
import { approximate, compareValues } from './order.ts';
import { stuck, type Outcome, type Root, type Setting, type Solutions } from './outcome.ts';
import { quotient, rationalOf, tidy } from './tidy.ts';
import { sidesOf } from './tidySides.ts';
import { math, mathList } from './words.ts';

/** Equations with absolute values where the unknown also stands outside, or in several of them. */
export function solveAbsolute(line: Expr, setting: Setting): Outcome | undefined {
  const { unknown } = setting;
  const bars = absolutesIn(line, unknown);
  const [left, right] = sidesOf(line);
  if (left.kind === 'abs' && right.kind === 'abs' && bars.length === 2) return equalBars(line, left, right, setting);
  const [only] = bars;
  if (bars.length === 1 && only !== undefined) return oneBar(line, only, setting);
  return byIntervals(line, bars, setting);
}

function absolutesIn(line: Expr, unknown: string): readonly ExprOf<'abs'>[] {
  const found: ExprOf<'abs'>[] = [];
  contains(line, (node) => {
    if (node.kind === 'abs' && hasSymbol(node, unknown) && !found.some((other) => sameExpr(other, node)))
      found.push(node);
    return false;
  });
  return found;
}

/** |f| = |g| */
function equalBars(line: Expr, left: ExprOf<'abs'>, right: ExprOf<'abs'>, setting: Setting): Outcome {
  const board = new Board(line, [setting.unknown]);
  const lines = [equals(left.operand, right.operand), equals(left.operand, negate(right.operand))];
  board.write({
    text: 'Two numbers have the same absolute value when they are equal or opposite.',
    to: or(...lines),
    rule: 'absolute-value-cases',
    why: 'The absolute value is the distance from 0.',
  });
  return outcomeOf(board, solveCases(board, lines, setting));
}

/** a·|f| + g = h: alone on one side, then two cases, then the check. */
function oneBar(line: Expr, bar: ExprOf<'abs'>, setting: Setting): Outcome | undefined {
  const { unknown } = setting;
  const board = new Board(line, [unknown]);
  const [left, right] = sidesOf(line);
  const marked = mapExpr(add(left, negate(right)), (node) =>
    node.kind === 'abs' && sameExpr(node, bar) ? sym('#bar') : node,
  );
  const items = coefficientsIn(marked, '#bar');
  const [rest, factor] = items ?? [];
  if (rest === undefined || factor === undefined || degreeOf(items ?? []) !== 1 || rationalOf(factor) === undefined)
    return undefined;
  const other = tidy(divide(negate(rest), factor));
  board.write({
    text: `Bring the absolute value alone to one side.`,
    to: equals(bar, other),
    rule: 'isolate-absolute-value',
    why: 'Only where it stands alone can it be resolved into cases.',
    isMinor: true,
  });
  const own = solveOwnAbsolute(board, bar.operand, other, setting);
  if (own !== undefined) return own;
  const lines = [equals(bar.operand, other), equals(bar.operand, tidy(negate(other)))];
  const to = or(...lines);
  board.write({
    text: `What stands between the bars is ${math(other)} or its opposite. This needs ${math(relation(other, '>=', num(0)))}, so the candidates must be checked at the end.`,
    to,
    rule: 'absolute-value-cases',
    why: 'A number and its opposite have the same absolute value; but an absolute value is never negative.',
    claim: { type: 'implies', from: board.line, to, unknowns: [unknown] },
  });
  const solutions = solveCases(board, lines, setting);
  if (solutions.type === 'every') return undefined;
  if (solutions.type !== 'roots') return outcomeOf(board, solutions);
  return outcomeOf(board, checkCandidates(board, line, solutions, setting));
}

/** Several absolute values of linear expressions: on each interval between their zeros every sign is known. */
function byIntervals(line: Expr, bars: readonly ExprOf<'abs'>[], setting: Setting): Outcome | undefined {
  const { unknown } = setting;
  const zeros: Expr[] = [];
  for (const bar of bars) {
    const items = coefficientsIn(bar.operand, unknown);
    if (items === undefined || degreeOf(items) !== 1) return undefined;
    const zero = quotient(tidy(negate(items[0] ?? sym('#none'))), items[1] ?? sym('#none'));
    if (approximate(zero) === undefined) return undefined;
    if (!zeros.some((other) => sameExpr(other, zero))) zeros.push(zero);
  }
  zeros.sort(compareValues);
  const board = new Board(line, [unknown]);
  board.remark({
    text: `The expressions between the bars are $0$ at ${zeros.map((zero) => math(equals(sym(unknown), zero))).join(' and ')}. Between these places their signs do not change, so go through the intervals.`,
    latex: zeros.map((zero) => toTex(equals(sym(unknown), zero))).join(',\\quad '),
    why: 'Where the sign is known, the absolute value is the expression itself or its opposite.',
    rule: 'absolute-value-intervals',
    claim: { type: 'none' },
  });
  const found: Solutions[] = [];
  for (let index = 0; index <= zeros.length; index += 1) {
    const piece = pieceOf(line, zeros, index, setting);
    if (piece === undefined) return undefined;
    board.remark(piece.move);
    found.push({ type: 'roots', roots: piece.roots });
  }
  const all = union(found);
  if (all.type !== 'roots') return outcomeOf(board, { type: 'none', note: 'No interval contains a solution.' });
  const to = solutionsLine(unknown, all.roots);
  if (!all.roots.every((root) => satisfies(line, unknown, root.value)))
    return stuck('I cannot confirm the candidates of this one.');
  board.write({
    text: 'Put the solutions of the intervals together.',
    to,
    rule: 'collect-cases',
    why: 'Every number lies in one of the intervals.',
  });
  return outcomeOf(board, all);
}

interface Piece {
  readonly move: Move;
  readonly roots: readonly Root[];
}

function pieceOf(line: Expr, zeros: readonly Expr[], index: number, setting: Setting): Piece | undefined {
  const { unknown } = setting;
  const [low, high] = [zeros[index - 1], zeros[index]];
  const point = samplePoint(low, high);
  const signed = mapExpr(line, (node) => {
    if (node.kind !== 'abs' || !hasSymbol(node, unknown)) return node;
    const value = evaluate(node.operand, { [unknown]: point });
    return value >= 0 ? node.operand : negate(node.operand);
  });
  const outcome = setting.solve(signed, { ...setting, depth: setting.depth + 1, method: undefined });
  if (outcome.type === 'stuck' || (outcome.solutions.type !== 'roots' && outcome.solutions.type !== 'none'))
    return undefined;
  const roots = outcome.solutions.type === 'roots' ? outcome.solutions.roots : [];
  const inside = roots.filter((root) => isInside(root.value, low, high));
  const where = math(rangeExpr(unknown, low, high));
  const result =
    roots.length === 0
      ? 'This has no solution.'
      : `Its solution is ${mathList(roots.map((root) => equals(sym(unknown), root.value)))}, which ${inside.length > 0 ? 'lies in this interval' : `does not lie in this interval and is rejected`}.`;
  return {
    roots: inside,
    move: {
      text: `For ${where} the equation reads ${math(signed)}. ${result}`,
      latex: toTex(signed),
      why: 'On this interval each absolute value is the expression between the bars or its opposite.',
      rule: 'absolute-value-interval',
      claim:
        roots.length === 0
          ? { type: 'none' }
          : {
              type: 'equivalent',
              from: signed,
              to: solutionsLine(unknown, roots),
              unknowns: [unknown],
            },
    },
  };
}

function samplePoint(low: Expr | undefined, high: Expr | undefined): number {
  const [a, b] = [low === undefined ? undefined : approximate(low), high === undefined ? undefined : approximate(high)];
  if (a === undefined) return (b ?? 0) - 1;
  return b === undefined ? a + 1 : (a + b) / 2;
}

function isInside(value: Expr, low: Expr | undefined, high: Expr | undefined): boolean {
  const size = approximate(value) ?? Number.NaN;
  const [a, b] = [low === undefined ? undefined : approximate(low), high === undefined ? undefined : approximate(high)];
  return (
    (a === undefined || size >= a - 1e-12) &&
    (b === undefined || size < b + (high !== undefined && low === undefined ? 0 : 1e-12))
  );
}

function rangeExpr(unknown: string, low: Expr | undefined, high: Expr | undefined): Expr {
  const x = sym(unknown);
  if (low === undefined) return relation(x, '<', high ?? x);
  if (high === undefined) return relation(x, '>=', low);
  return { kind: 'relation', operands: [low, x, high], operators: ['<=', '<'] };
}
