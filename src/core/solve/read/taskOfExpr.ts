import type { Expr } from '../../math/expr.ts';
import { contains, freeSymbols } from '../../math/tree.ts';
import type { Task } from '../task.ts';
import type { ReadContext } from './context.ts';

/** The question that an expression alone asks: the derivative, integral, limit or sum that it denotes; else its value. */
export function evaluationOf(expr: Expr, context: ReadContext): Task {
  switch (expr.kind) {
    case 'derivative':
      return {
        kind: 'derivative',
        expr: applied(expr.body, context),
        variable: expr.variable,
        order: expr.order,
        ...(expr.isPartial && { isPartial: true }),
      };
    case 'integral':
      return expr.lower && expr.upper
        ? { kind: 'integral', expr: expr.body, variable: expr.variable, lower: expr.lower, upper: expr.upper }
        : { kind: 'integral', expr: expr.body, variable: expr.variable };
    case 'limit':
      return {
        kind: 'limit',
        expr: expr.body,
        variable: expr.variable,
        target: expr.target,
        ...(expr.side && { side: expr.side }),
      };
    case 'bigOperator':
      return expr.operator === 'sum'
        ? { kind: 'sum', expr: expr.body, variable: expr.variable, lower: expr.lower, upper: expr.upper }
        : { kind: 'evaluate', expr };
    case 'call':
      if (expr.name === 'gcd' || expr.name === 'lcm') return { kind: expr.name, values: expr.args };
      return derivativeOfCall(expr, context) ?? { kind: 'evaluate', expr };
    case 'symbol':
      return { kind: 'evaluate', expr: applied(expr, context) };
    default:
      return { kind: 'evaluate', expr };
  }
}

/** An expression alone, without a word: numbers are worked out, letters and roots simplified. */
export function bareTask(expr: Expr, context: ReadContext): Task {
  const task = evaluationOf(expr, context);
  if (task.kind !== 'evaluate') return task;
  const isArithmetic = freeSymbols(expr).length === 0 && !contains(expr, isIrrational);
  if (isArithmetic || contains(expr, (node) => node.kind === 'call' && context.functions.has(node.name))) return task;
  return { kind: 'simplify', expr, positive: [] };
}

/** Where a number need not come out: roots, constants, functions, powers with other than whole exponents. */
function isIrrational(node: Expr): boolean {
  if (node.kind === 'power') {
    const exponent = node.exponent.kind === 'negate' ? node.exponent.operand : node.exponent;
    return !(exponent.kind === 'number' && exponent.notation === 'integer') && exponent.kind !== 'power';
  }
  return node.kind === 'root' || node.kind === 'constant' || node.kind === 'call';
}

/** f'(2), f''(x), f'. */
function derivativeOfCall(expr: Extract<Expr, { kind: 'call' }>, context: ReadContext): Task | undefined {
  const order = expr.primes ?? 0;
  const parameter = context.functions.get(expr.name)?.[0];
  if (order === 0 || parameter === undefined) return undefined;
  const variable: Expr = { kind: 'symbol', name: parameter };
  const body: Expr = { kind: 'call', name: expr.name, args: [variable] };
  const [at] = expr.args;
  if (at === undefined || (at.kind === 'symbol' && at.name === parameter)) {
    return { kind: 'derivative', expr: body, variable: parameter, order };
  }
  return { kind: 'derivative', expr: body, variable: parameter, order, at };
}

/** A function's name alone stands for its value at its own parameter: "the derivative of f". */
export function applied(expr: Expr, context: ReadContext): Expr {
  const parameters = expr.kind === 'symbol' ? context.functions.get(expr.name) : undefined;
  if (expr.kind !== 'symbol' || parameters === undefined) return expr;
  return { kind: 'call', name: expr.name, args: parameters.map((name) => ({ kind: 'symbol', name })) };
}
