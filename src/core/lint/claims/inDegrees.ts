import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { contains, mapChildren } from '../../math/tree.ts';
import { isNear } from './leeway.ts';

/** "The left side is 120°, the right side 110°", where both are angles; undefined elsewhere. */
export function degreesSentence(left: Expr, right: Expr): string | undefined {
  const [a, b] = [degreesOf(left), degreesOf(right)];
  return a === undefined || b === undefined
    ? undefined
    : `The left side is $${a}^{\\circ}$, the right side $${b}^{\\circ}$.`;
}

/** The value of an angle in degrees, as short as it is exact. */
function degreesOf(expr: Expr): string | undefined {
  if (!contains(expr, isDegree)) return undefined;
  const degrees = evaluate(bare(expr));
  const text = Number(degrees.toPrecision(10)).toString();
  return isNear((degrees * Math.PI) / 180, evaluate(expr), 1e-9) && !text.includes('e') ? text : undefined;
}

function isDegree(node: Expr): boolean {
  return node.kind === 'quantity' && node.unit === '°';
}

function bare(expr: Expr): Expr {
  return expr.kind === 'quantity' && expr.unit === '°' ? expr.value : mapChildren(expr, bare);
}
