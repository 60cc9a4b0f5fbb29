import { subtract } from '../../math/build.ts';
import { complexDistance } from '../../math/complexValue.ts';
import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { isInteger } from '../../math/rational.ts';
import { contains } from '../../math/tree.ts';
import type { Verdict } from '../../session/step.ts';

/**
 * √(0² − 3²) = 3: one side has the square root of a negative number, the other is real, and as complex numbers they are
 * different too. Undefined for everything else.
 */
export function decideNotReal(left: Expr, right: Expr): Verdict | undefined {
  const [a, b] = [evaluate(left), evaluate(right)];
  if (Number.isFinite(a) === Number.isFinite(b) || !isPlain(left) || !isPlain(right)) return undefined;
  if (!hasNegativeRadicand(Number.isFinite(a) ? right : left)) return undefined;
  if (complexDistance(subtract(left, right), new Map()).type !== 'apart') return undefined;
  const [imaginary, real] = Number.isFinite(a) ? ['right', 'left'] : ['left', 'right'];
  const evidence = `The ${imaginary} side has the square root of a negative number in it, and doesn’t equal the ${real} side.`;
  return { kind: 'invalid', how: 'certified', relation: 'different', evidence };
}

/** Without roots that have several values among the complex numbers. */
function isPlain(expr: Expr): boolean {
  return !contains(expr, (node) => {
    if (node.kind === 'root') return node.index !== undefined;
    if (node.kind === 'power') return node.exponent.kind !== 'number' || !isInteger(node.exponent.value);
    return node.kind === 'call' || node.kind === 'bigOperator' || node.kind === 'constant';
  });
}

function hasNegativeRadicand(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'root' && evaluate(node.radicand) < -1e-9);
}
