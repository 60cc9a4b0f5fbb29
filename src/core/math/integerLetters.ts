import type { Expr } from './expr.ts';
import { children, freeSymbols } from './tree.ts';

/** Letters that people count with. */
const counting: ReadonlySet<string> = new Set(['n', 'k', 'm', 'j', 'N', 'K']);
const wholeFunctions: ReadonlySet<string> = new Set(['mod', 'gcd', 'lcm', 'binomial']);
const circular: ReadonlySet<string> = new Set(['sin', 'cos', 'tan', 'cot', 'sec', 'csc']);

export interface IntegerLetters {
  /** Letters that stand for whole numbers where the expression means anything to a reader: n in n!, in (-1)^n, in sin nπ. */
  readonly whole: readonly string[];
  /** Those of them that are not negative: n in n!, the upper bound of a sum. */
  readonly natural: readonly string[];
}

export function integerLetters(...exprs: readonly Expr[]): IntegerLetters {
  const [whole, natural] = [new Set<string>(), new Set<string>()];
  const visit = (expr: Expr): void => {
    for (const child of children(expr)) visit(child);
    switch (expr.kind) {
      case 'factorial':
        for (const name of freeSymbols(expr.operand)) natural.add(name);
        break;
      case 'bigOperator':
        for (const name of [...freeSymbols(expr.lower), ...freeSymbols(expr.upper)]) natural.add(name);
        break;
      case 'power':
        if (!isPositiveNumber(expr.base))
          for (const name of freeSymbols(expr.exponent)) if (counting.has(name)) whole.add(name);
        break;
      case 'call':
        if (wholeFunctions.has(expr.name)) for (const name of expr.args.flatMap(freeSymbols)) whole.add(name);
        if (expr.name === 'binomial') for (const name of expr.args.flatMap(freeSymbols)) natural.add(name);
        if (circular.has(expr.name) && hasPi(expr.args[0])) {
          for (const name of expr.args.flatMap(freeSymbols)) if (counting.has(name)) whole.add(name);
        }
        break;
      default:
    }
  };
  exprs.forEach(visit);
  return { whole: [...new Set([...whole, ...natural])], natural: [...natural] };
}

function isPositiveNumber(expr: Expr): boolean {
  return expr.kind === 'number' || (expr.kind === 'constant' && expr.name !== 'i');
}

function hasPi(expr: Expr | undefined): boolean {
  if (expr === undefined) return false;
  return (
    (expr.kind === 'constant' && expr.name === 'pi') ||
    (expr.kind === 'quantity' && expr.unit === '°') ||
    children(expr).some(hasPi)
  );
}
