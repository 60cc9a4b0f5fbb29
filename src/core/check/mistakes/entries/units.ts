import { divide, multiply, num, quantity } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { over, powerOf, rational } from '../../../math/rational.ts';
import { children } from '../../../math/tree.ts';
import { findUnit } from '../../../solve/numbers/units.ts';
import type { MistakeEntry } from '../entry.ts';

/** The units of a line, each once. */
function unitsOf(expr: Expr, found: string[] = []): readonly string[] {
  if (expr.kind === 'quantity' && !found.includes(expr.unit)) found.push(expr.unit);
  for (const child of children(expr)) unitsOf(child, found);
  return found;
}

const conversion: MistakeEntry = {
  id: 'unit-conversion',
  scope: 'part',
  weight: 1,
  sentence: 'The conversion of {part} to another unit uses a wrong factor: think of how many {small} make one {large}.',
  *rewrite(part, { to }) {
    if (part.kind !== 'quantity') return;
    const unit = findUnit(part.unit);
    if (!unit) return;
    for (const name of unitsOf(to)) {
      const other = findUnit(name);
      if (other?.dimension !== unit.dimension || name === part.unit) continue;
      const factor = over(unit.factor, other.factor);
      const [small, large] = factor.compare(1) >= 0 ? [name, part.unit] : [part.unit, name];
      const parts = { part, small: unitText(small), large: unitText(large) };
      const wrongs = [divide(part.value, num(factor)), part.value];
      for (const places of [1, -1, 2, -2, 3, -3, 4, -4, 6, -6]) {
        wrongs.push(multiply(part.value, num(factor), num(powerOf(rational(10), places))));
      }
      // Time in hundreds: 2.5 h as 250 min.
      if (unit.dimension === 'time') wrongs.push(multiply(part.value, num(100)), divide(part.value, num(100)));
      const right = quantity(multiply(part.value, num(factor)), name);
      for (const wrong of wrongs) yield { result: quantity(wrong, name), right, parts };
    }
  },
  example: { from: '3\\text{ km}', to: '300\\text{ m}' },
};

function unitText(unit: string): string {
  return `$\\mathrm{${unit.replace(/\^(\d)/g, '}^{$1}\\mathrm{')}}$`.replace('\\mathrm{}', '');
}

export const unitEntries: readonly MistakeEntry[] = [conversion];
