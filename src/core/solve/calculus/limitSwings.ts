import { limit as limitNode, num, sym } from '../../math/build.ts';
import { areEqual } from '../../math/equality.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { rationalFunctionToExpr, toRationalFunction } from '../../math/rationalFunction.ts';
import { contains, freeSymbols, hasSymbol, mapExpr, sameExpr, substitute } from '../../math/tree.ts';
import type { Derivation } from '../derivation.ts';
import type { TaskOf } from '../task.ts';
import { isInfinite, tendencyOf } from './limitValue.ts';
import { approachOf, type LimitWork } from './limitWork.ts';

/** sin x for x → ∞, or sin(1/x) for x → 0: two values come back again and again, so there is no limit. */
export function swinging(task: TaskOf<'limit'>): Derivation | undefined {
  const { expr, variable, target, side } = task;
  const waves: Expr[] = [];
  mapExpr(expr, (node) => {
    if (node.kind === 'call' && (node.name === 'sin' || node.name === 'cos') && hasSymbol(node, variable))
      waves.push(node);
    return node;
  });
  const [wave] = waves;
  const [angle] = wave?.kind === 'call' ? wave.args : [];
  if (wave === undefined || angle === undefined || !waves.every((other) => sameExpr(other, wave))) return undefined;
  if (contains(angle, (node) => node.kind === 'call')) return undefined;
  // Towards a point it is enough that the values swing on one of the sides that count.
  const sides = isInfinite(target) || side !== undefined ? [side] : (['left', 'right'] as const);
  const grows = sides.some((each) => {
    const work: LimitWork = {
      task: { ...task, expr: angle, ...(each !== undefined && { side: each }) },
      moves: [],
      expr: angle,
      isExponent: false,
      isExact: true,
    };
    return tendencyOf(angle, approachOf(work))?.type === 'infinite' && work.isExact;
  });
  if (!grows) return undefined;
  const letter = ['t', 'u', 'w'].find((name) => !freeSymbols(expr).includes(name)) ?? 's';
  const rest = mapExpr(expr, (node) => (sameExpr(node, wave) ? sym(letter) : node));
  if (hasSymbol(rest, variable)) return undefined;
  const values = [1, -1, 0].map((height) => {
    const normal = toRationalFunction(substitute(rest, { [letter]: num(height) }));
    return normal && rationalFunctionToExpr(normal);
  });
  const [first] = values;
  const other = values.find((value) => value && first && areEqual(value, first).result === 'different');
  if (first === undefined || other === undefined || freeSymbols(first).length > 0) return undefined;
  const shown = limitNode(expr, variable, target, side);
  const isWaveItself = sameExpr(wave, expr);
  const swing = isWaveItself
    ? `it takes the values $${toTex(first)}$ and $${toTex(other)}$ again and again`
    : `$${toTex(wave)}$ swings between $-1$ and $1$ without end, so the expression takes the values $${toTex(first)}$ and $${toTex(other)}$ again and again`;
  return {
    type: 'solved',
    moves: [
      {
        text: `$${toTex(angle)}$ grows beyond every bound, and $${toTex(expr)}$ comes to no rest: ${swing}. So the limit does not exist.`,
        latex: `${toTex(shown)} \\text{ does not exist}`,
        why: 'Where there is a limit, the values stay close to it; they cannot keep close to two different numbers.',
        rule: 'limit-swings',
        claim: { type: 'none' },
      },
    ],
    answer: {
      text: 'The limit does not exist',
      latex: '\\text{does not exist}',
      verdict: {
        kind: 'proved',
        how: 'symbolic',
        evidence: `Arbitrarily close to the target both $${toTex(first)}$ and $${toTex(other)}$ are values.`,
      },
    },
  };
}
