import type { Expr, ExprOf } from '../../math/expr.ts';
import { gcd } from '../../math/integers.ts';
import { isInteger, isZero } from '../../math/rational.ts';
import { children } from '../../math/tree.ts';
import type { Reading } from '../../solve/task.ts';

/** What two problems have in common that differ in their numbers only; signs may differ too. */
export function shapeOf({ givens, task }: Reading): string {
  return JSON.stringify([givens, task], (key, value: unknown) => shapeOfField(key, value));
}

/** Fields that hold the problem's own numbers as plain digits, minutes or counts. */
const measures: ReadonlySet<string> = new Set([
  'digits',
  'left',
  'right',
  'time',
  'count',
  'place',
  'significant',
  'base',
]);

function shapeOfField(key: string, value: unknown): unknown {
  if (isExpr(value)) return shapeOfExpr(value);
  if (measures.has(key) && (typeof value === 'number' || typeof value === 'string')) return '#';
  return (key === 'from' || key === 'to') && typeof value === 'number' ? '#' : value;
}

/** Tasks have a kind, too: those that share theirs with an expression have no body. */
function isExpr(value: unknown): value is Expr {
  if (typeof value !== 'object' || value === null || !('kind' in value) || typeof value.kind !== 'string') return false;
  return exprKinds.has(value.kind) || 'body' in value;
}

const exprKinds: ReadonlySet<string> = new Set(
  (
    'number symbol constant add negate multiply divide power root abs factorial plusMinus call bigOperator matrix piecewise ' +
    'tuple set interval union emptySet quantity relation hole and or not'
  ).split(' '),
);

/** 3/6 is no good number where 1/2 stood. */
function isReducible({ numerator, denominator }: ExprOf<'divide'>): boolean {
  if (numerator.kind !== 'number' || denominator.kind !== 'number') return false;
  const [above, below] = [numerator.value, denominator.value];
  return isInteger(above) && isInteger(below) && gcd(above.n, below.n) > 1n;
}

export function shapeOfExpr(expr: Expr): string {
  const parts = (): string => children(expr).map(shapeOfExpr).join(' ');
  switch (expr.kind) {
    case 'number':
      if (isZero(expr.value)) return '0';
      return expr.notation === 'integer' || expr.notation === 'decimal' ? '#' : `#${expr.notation}`;
    case 'negate':
      return shapeOfExpr(expr.operand);
    case 'symbol':
      return expr.name;
    case 'constant':
      return `(constant ${expr.name})`;
    case 'divide':
      return `(${isReducible(expr) ? 'reducible' : 'divide'} ${parts()})`;
    case 'call':
      return `(${expr.name === 'cos' ? 'sin' : expr.name} ${parts()})`;
    case 'multiply': {
      // 2x is as good as x.
      const factors = expr.factors.map(shapeOfExpr);
      const letters = factors.filter((factor) => factor !== '#');
      return letters.length === 0
        ? `(multiply ${factors.join(' ')})`
        : letters.length === 1
          ? letters.join('')
          : `(multiply ${letters.join(' ')})`;
    }
    case 'relation':
      return `(${expr.operators.join(' ')} ${parts()})`;
    case 'quantity':
      return `(${expr.unit} ${parts()})`;
    default:
      return `(${expr.kind} ${parts()})`;
  }
}
