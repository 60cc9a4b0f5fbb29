import { num, relation } from '../../math/build.ts';
import { domainConditions } from '../../math/domain.ts';
import { toTex } from '../../math/print/toTex.ts';
import { hasSymbol } from '../../math/tree.ts';
import type { TaskOf } from '../task.ts';
import { isInfinite } from './limitValue.ts';
import { approachOf, type LimitWork } from './limitWork.ts';

/** The side on which alone there are values close to the target, where a logarithm or a root says so. */
export function onlySide(
  task: TaskOf<'limit'>,
): { readonly side: 'left' | 'right'; readonly sentence: string } | undefined {
  if (task.side !== undefined || isInfinite(task.target)) return undefined;
  const signFrom = (side: 'left' | 'right', expr: LimitWork['expr']): number => {
    const work: LimitWork = { task: { ...task, side }, moves: [], expr, isExponent: false, isExact: true };
    const sign = approachOf(work).signNear(expr);
    return work.isExact ? sign : 0;
  };
  for (const { type, expr } of domainConditions(task.expr)) {
    if (type === 'nonzero' || !hasSymbol(expr, task.variable)) continue;
    const [left, right] = [signFrom('left', expr), signFrom('right', expr)];
    if (left * right >= 0) continue;
    const condition = toTex(relation(expr, type === 'positive' ? '>' : '>=', num(0)));
    const side = left < 0 ? 'right' : 'left';
    return { side, sentence: `There are values only for $${condition}$, so the limit is the one from the ${side}.` };
  }
  return undefined;
}
