import { num } from '../../math/build.ts';
import { areEqual } from '../../math/equality.ts';
import type { Expr } from '../../math/expr.ts';
import { substitute } from '../../math/tree.ts';
import type { Verdict } from '../../session/step.ts';
import type { TaskOf } from '../task.ts';
import type { Setting, Solutions } from './outcome.ts';
import type { SystemResult } from './system.ts';

/** The values put back into the problem as it was read. */
export function verdictOf(task: TaskOf<'solve'>, solutions: Solutions, setting: Setting): Verdict {
  if (solutions.type !== 'roots') return { kind: 'unknown', how: 'none' };
  return putBack(
    task.statements,
    solutions.roots.map((root) => ({ [setting.unknown]: root.value })),
  );
}

export function verdictOfSystem(statements: readonly Expr[], result: SystemResult): Verdict {
  return result.type === 'values' ? putBack(statements, [result.values]) : { kind: 'unknown', how: 'none' };
}

function putBack(statements: readonly Expr[], solutions: readonly Readonly<Record<string, Expr>>[]): Verdict {
  for (const values of solutions) {
    for (const statement of statements) {
      if (statement.kind !== 'relation' || statement.operators.join() !== '=') return { kind: 'unknown', how: 'none' };
      const [left = num(0), right = num(0)] = statement.operands.map((side) => substitute(side, values));
      const { result, how, points } = areEqual(left, right);
      if (result !== 'equal') return { kind: result === 'different' ? 'invalid' : 'unknown', how };
      if (how === 'points') return { kind: 'valid', how, points };
    }
  }
  return { kind: 'valid', how: 'substitution' };
}
