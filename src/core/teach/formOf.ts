import type { Expr } from '../math/expr.ts';
import { children } from '../math/tree.ts';

/** Equal for two expressions that differ only in the order of terms, factors, cases and sides, and in notation. */
export function formOf(expr: Expr): string {
  const parts = (): readonly string[] => children(expr).map(formOf);
  const sorted = (): string => parts().toSorted().join(' ');
  switch (expr.kind) {
    case 'number':
      return expr.value.toFraction();
    case 'symbol':
    case 'constant':
      return expr.name;
    case 'add':
    case 'multiply':
    case 'and':
    case 'or':
    case 'set':
      return `(${expr.kind} ${sorted()})`;
    case 'negate':
      return expr.operand.kind === 'number' ? `-${formOf(expr.operand)}` : `(negate ${formOf(expr.operand)})`;
    case 'call':
      return `(${expr.name}${expr.primes ?? ''} ${parts().join(' ')})`;
    case 'root':
      return `(root ${parts().join(' ')})`;
    case 'relation':
      return expr.operators.every((operator) => operator === '=')
        ? `(= ${sorted()})`
        : `(${expr.operators.join(' ')} ${parts().join(' ')})`;
    case 'quantity':
      return `(${expr.unit} ${parts().join(' ')})`;
    default:
      return `(${expr.kind} ${parts().join(' ')})`;
  }
}
