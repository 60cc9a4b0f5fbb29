import type { Expr } from './expr.ts';
import { children, freeSymbols } from './tree.ts';

const wholeFunctions: ReadonlySet<string> = new Set(['mod', 'gcd', 'lcm', 'binomial']);
const circular: ReadonlySet<string> = new Set(['sin', 'cos', 'tan', 'cot', 'sec', 'csc']);

export interface IntegerLetters {
  /** Letters that stand for whole numbers, whatever they are called: n in n!, in (-1)^n, in a mod n. */
  readonly whole: readonly string[];
  /** Those of them that are not negative: n in n!, the upper bound of a sum. */
  readonly natural: readonly string[];
  /** Letters that may be meant so: n in sin nπ. */
  readonly perhaps: readonly string[];
}

export function integerLetters(...exprs: readonly Expr[]): IntegerLetters {
  const [whole, natural, perhaps] = [new Set<string>(), new Set<string>(), new Set<string>()];
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
        if (isNegativeNumber(expr.base)) for (const name of freeSymbols(expr.exponent)) whole.add(name);
        break;
      case 'call':
        if (wholeFunctions.has(expr.name)) for (const name of expr.args.flatMap(freeSymbols)) whole.add(name);
        if (expr.name === 'binomial') for (const name of expr.args.flatMap(freeSymbols)) natural.add(name);
        if (circular.has(expr.name) && hasPi(expr.args[0]))
          for (const name of expr.args.flatMap(freeSymbols)) perhaps.add(name);
        break;
      default:
    }
  };
  exprs.forEach(visit);
  return { whole: [...new Set([...whole, ...natural])], natural: [...natural], perhaps: [...perhaps] };
}

function isNegativeNumber(expr: Expr): boolean {
  return expr.kind === 'negate' && expr.operand.kind === 'number';
}

function hasPi(expr: Expr | undefined): boolean {
  if (expr === undefined) return false;
  return (
    (expr.kind === 'constant' && expr.name === 'pi') ||
    (expr.kind === 'quantity' && expr.unit === '°') ||
    children(expr).some(hasPi)
  );
}
