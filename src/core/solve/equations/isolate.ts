import { and, equals, or } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { verifySolutions } from '../../check/solutions.ts';
import { children, hasSymbol } from '../../math/tree.ts';
import { Board } from './board.ts';
import { compareValues } from './order.ts';
import { outcomeOf, solveCases } from './cases.ts';
import { stuck, type Outcome, type Setting, type Solutions, type Stuck } from './outcome.ts';
import { sidesOf } from './tidySides.ts';
import { math } from './words.ts';
import { undoLayer, type Layer } from './undo.ts';

/**
 * An equation where the unknown stands on one side, inside one operation: the operations around it are undone from the
 * outside in. Undefined where there is nothing to undo. What is left with several occurrences of the unknown is an equation of its own.
 */
export function solveByUndoing(line: Expr, setting: Setting): Outcome | undefined {
  const { unknown } = setting;
  const [left, right] = sidesOf(line);
  const isOnRight = hasSymbol(right, unknown);
  if (isOnRight && hasSymbol(left, unknown)) return undefined;
  const board = new Board(line, [unknown]);
  const start: Layer = { side: isOnRight ? right : left, values: [isOnRight ? left : right], conditions: [] };
  if (isKnot(start.side, unknown)) return undefined;
  return outcomeOf(board, peel(board, start, setting));
}

/** Several parts of the outermost operation contain the unknown, so it can't be undone. */
function isKnot(side: Expr, unknown: string): boolean {
  const parts = side.kind === 'abs' || side.kind === 'root' ? [] : children(side);
  return parts.filter((part) => hasSymbol(part, unknown)).length > 1;
}

/** Undoes layer after layer until the unknown stands alone. */
export function peel(board: Board, start: Layer, setting: Setting): Solutions | Stuck {
  let layer = start;
  const from = board.line;
  for (let count = 0; layer.side.kind !== 'symbol'; count += 1) {
    setting.work.check();
    if (count > 60) return stuck('This is nested more deeply than I can undo.', 'too-large');
    if (isKnot(layer.side, setting.unknown)) return untie(board, layer, setting);
    const next = undoLayer(board, layer, setting);
    if (next === undefined) return stuck(`I cannot undo ${math(layer.side)}.`);
    if (next.type === 'stuck') return next;
    if (next.type === 'ended') return next.solutions;
    layer = next.layer;
  }
  const solutions = solutionsOf(layer);
  if (solutions.type === 'families') {
    const verdict = verifySolutions(
      [from],
      [setting.unknown],
      solutions.values.map((value) => [value]),
      'real',
      { work: setting.work },
    );
    board.claimLast({ type: 'decided', verdict });
  }
  return solutions;
}

/** side = value for each of the values, with a side that is to be solved as an equation of its own. */
function untie(board: Board, layer: Layer, setting: Setting): Solutions | Stuck {
  if (layer.letter !== undefined) return stuck(`I cannot solve ${math(layer.side)} for a value that repeats.`);
  return solveCases(
    board,
    layer.values.map((value) => equals(layer.side, value)),
    setting,
  );
}

function solutionsOf(layer: Layer): Solutions {
  if (layer.letter !== undefined) return { type: 'families', values: layer.values, letter: layer.letter };
  const condition = layer.conditions.length === 0 ? undefined : and(...layer.conditions);
  return { type: 'roots', roots: [...layer.values].sort(compareValues).map((value) => ({ value, condition })) };
}

export function layerLine(side: Expr, values: readonly Expr[]): Expr {
  return or(...values.map((value) => equals(side, value)));
}
