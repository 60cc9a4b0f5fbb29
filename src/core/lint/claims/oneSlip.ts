import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { num } from '../../math/build.ts';
import { mapChildren } from '../../math/tree.ts';
import { isInteger, toDouble } from '../../math/rational.ts';
import { isNear } from './leeway.ts';

/** Where the sides are compared: enough to tell forms of one thing from others. */
const starts = [1.37, 2.61];
const mostNodes = 60;
const mostTries = 1200;

/**
 * Whether a change in one number, sign or exponent would make both sides the same for all values of the letters: then they
 * were meant to be the same, and no condition on the letters.
 */
export function isOneSlipApart(left: Expr, right: Expr, letters: readonly string[]): boolean {
  const points = starts.map((start) =>
    Object.fromEntries(letters.map((name, index) => [name, start + index * 0.7182])),
  );
  const valuesOf = (expr: Expr): number[] => points.map((point) => evaluate(expr, point));
  return [
    [left, right],
    [right, left],
  ].some(([changed, fixed]) => {
    if (changed === undefined || fixed === undefined) return false;
    const wanted = valuesOf(fixed);
    if (!wanted.every(Number.isFinite)) return false;
    let tries = 0;
    for (const variant of variants(changed)) {
      tries += 1;
      if (tries > mostTries) return false;
      if (points.every((point, index) => isNear(evaluate(variant, point), wanted[index] ?? Number.NaN, 1e-9)))
        return true;
    }
    return false;
  });
}

/** Every expression that differs in one number or one sign. */
function* variants(expr: Expr): Generator<Expr> {
  const nodes: Expr[] = [];
  const collect = (node: Expr): Expr => {
    nodes.push(node);
    return mapChildren(node, collect);
  };
  collect(expr);
  if (nodes.length > mostNodes) return;
  for (const node of nodes) {
    if (node.kind === 'number' && isInteger(node.value)) {
      for (const other of otherNumbers(toDouble(node.value))) yield swapped(expr, node, num(other));
    } else if (node.kind === 'negate') yield swapped(expr, node, node.operand);
    else if (node.kind === 'add') {
      for (const term of node.terms.slice(1)) {
        if (term.kind !== 'negate') {
          const terms = node.terms.map((other): Expr => (other === term ? { kind: 'negate', operand: term } : other));
          yield swapped(expr, node, { kind: 'add', terms });
        }
      }
    }
  }
}

function otherNumbers(value: number): readonly number[] {
  const near = [-3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((by) => value + by);
  return [...new Set([...near, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2 * value, value * value])].filter(
    (other) => other >= 0 && other !== value && Number.isSafeInteger(other),
  );
}

function swapped(expr: Expr, from: Expr, to: Expr): Expr {
  return expr === from ? to : mapChildren(expr, (child) => swapped(child, from, to));
}
