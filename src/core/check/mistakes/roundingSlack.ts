import { decimal } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { plus, rational } from '../../math/rational.ts';
import { mapExpr } from '../../math/tree.ts';
import type { Sampler } from './sampler.ts';

/** Fewer decimals are taken as exact. */
const minimumPlaces = 2;

/**
 * How far the value may be off, at each point, where the decimals that were written are rounded or cut off: one unit in
 * the last place of each. Undefined where nothing is written with enough decimals.
 */
export function roundingSlack(to: Expr, sampler: Sampler): readonly number[] | undefined {
  let count = 0;
  const shifted = mapExpr(to, (node) => {
    if (node.kind !== 'number' || node.notation !== 'decimal') return node;
    const places = node.text.length - node.text.indexOf('.') - 1;
    if (places < minimumPlaces) return node;
    count += 1;
    return decimal(plus(node.value, rational(1n, 10n ** BigInt(places))));
  });
  if (count !== 1) return undefined;
  const [before, after] = [sampler.values(to), sampler.values(shifted)];
  return before.map((value, index) => Math.abs(value - (after[index] ?? NaN)) * 1.001);
}
