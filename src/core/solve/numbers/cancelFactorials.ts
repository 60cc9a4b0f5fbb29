import { divide, multiplyWithDot, num } from '../../math/build.ts';
import type { Expr, ExprOf } from '../../math/expr.ts';
import { isInteger } from '../../math/rational.ts';
import { mapChildren } from '../../math/tree.ts';
import type { Stage } from './evaluateStages.ts';
import type { Piece } from './piece.ts';
import { tex } from './write.ts';

/** At most so many factors are written out in place of a factorial. */
const mostFactors = 8;

/** 10!/(7!·3!) → 10·9·8/3!: a smaller factorial below cancels the tail of a larger one above. */
export function cancelFactorials(expr: Expr): Stage {
  const pieces: Piece[] = [];
  const walk = (node: Expr): Expr => {
    const inner = mapChildren(node, walk);
    const piece = inner.kind === 'divide' ? cancelled(inner) : undefined;
    if (piece === undefined) return inner;
    pieces.push(piece);
    return piece.after;
  };
  return { pieces, before: expr, after: walk(expr) };
}

function cancelled(before: ExprOf<'divide'>): Piece | undefined {
  const [above, below] = [factorsOf(before.numerator), factorsOf(before.denominator)];
  for (const [i, upper] of above.entries()) {
    const a = factorialOf(upper);
    const candidates = below.map(factorialOf);
    // The largest one that is not above a: it cancels most.
    const b = candidates.reduce<number | undefined>(
      (best, next) =>
        next !== undefined && a !== undefined && next <= a && (best === undefined || next > best) ? next : best,
      undefined,
    );
    if (a === undefined || b === undefined || b < 2 || a - b > mostFactors) continue;
    const j = candidates.indexOf(b);
    const written = Array.from({ length: a - b }, (_, index) => num(a - index));
    const top = multiplyWithDot(...above.slice(0, i), ...written, ...above.slice(i + 1));
    const rest = below.filter((_, index) => index !== j);
    const after = rest.length === 0 ? top : divide(top, multiplyWithDot(...rest));
    const small = below[j] ?? num(1);
    const line =
      a === b
        ? ''
        : `$${tex(upper)} = ${written.map((factor) => tex(factor)).join(' \\cdot ')} \\cdot ${tex(small)}$, so `;
    return {
      before,
      after,
      words: `${line}$${tex(small)}$ stands above and below and cancels: $${tex(before)} = ${tex(after)}$.`,
      why: 'A factorial contains all smaller factorials as factors.',
      rule: 'factorial',
      weight: 1,
    };
  }
  return undefined;
}

function factorsOf(expr: Expr): readonly Expr[] {
  return expr.kind === 'multiply' ? expr.factors : [expr];
}

/** n of n!, for a small whole n. */
function factorialOf(expr: Expr): number | undefined {
  if (expr.kind !== 'factorial' || expr.operand.kind !== 'number' || !isInteger(expr.operand.value)) return undefined;
  return expr.operand.value.n < 100_000n ? Number(expr.operand.value.n) : undefined;
}
