import { call, derivative, equals, integral } from '../../math/build.ts';
import { differentiate } from '../../math/differentiate.ts';
import type { Expr } from '../../math/expr.ts';
import { freeSymbols, mapExpr, substitute } from '../../math/tree.ts';
import { readProblem } from '../../solve/read/readProblem.ts';
import type { Given, Reading, Task } from '../../solve/task.ts';
import type { Conventions } from '../conventions.ts';
import { asMeant } from './shape.ts';

/** An author's function: f(x) = body. */
export interface NamedFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Expr;
}

/** What a problem gives to be worked on. */
export interface Posed {
  readonly type: 'statements' | 'expression' | 'antiderivative' | 'other' | 'nothing';
  /** Hold together; for 'statements', what is solved. */
  readonly statements: readonly Expr[];
  readonly unknowns: readonly string[];
  readonly isComplex: boolean;
  readonly positive: readonly string[];
  /** Equal to what is asked for: the expression itself, its derivative, its limit, … */
  readonly expr?: Expr | undefined;
  /** The operation as it is asked for, where `expr` is worked out already: a derivative. */
  readonly operation?: Expr | undefined;
  /** For 'antiderivative': the integrand and its variable. */
  readonly integrand?: { readonly expr: Expr; readonly variable: string } | undefined;
  readonly functions: readonly NamedFunction[];
}

const nothing: Posed = {
  type: 'nothing',
  statements: [],
  unknowns: [],
  isComplex: false,
  positive: [],
  functions: [],
};

/** The equations, the expression or the integrand that the first line of a work follows from. */
export function posedBy(problem: string | undefined, conventions: Conventions): Posed {
  if (problem === undefined || problem.trim() === '') return nothing;
  const result = readProblem({ text: problem });
  if (result.type !== 'read') return nothing;
  const { reading } = result;
  const functions = reading.givens.flatMap((given) => functionOf(given) ?? []);
  const inline = (expr: Expr) => asMeant(withFunctions(expr, functions), conventions);
  const base: Posed = { ...nothing, type: 'other', functions, statements: givenStatements(reading).map(inline) };
  return { ...base, ...ofTask(reading.task, inline, base) };
}

function ofTask(task: Task, inline: (expr: Expr) => Expr, base: Posed): Partial<Posed> {
  switch (task.kind) {
    case 'solve':
      return {
        type: task.select === undefined ? 'statements' : 'other',
        statements: [...base.statements, ...task.statements.map(inline)],
        unknowns: task.unknowns,
        isComplex: task.domain === 'complex',
      };
    case 'simplify':
      return { type: 'expression', expr: inline(task.expr), positive: task.positive };
    case 'evaluate':
    case 'expand':
    case 'factor':
    case 'collect':
    case 'combine':
    case 'rationalizeDenominator':
    case 'completeSquare':
    case 'partialFractions':
      return { type: 'expression', expr: inline(task.expr) };
    case 'derivative':
      return ofDerivative(inline(task.expr), task.variable, task.order, task.at);
    case 'integral': {
      const expr = inline(task.expr);
      const variable = task.variable ?? onlyLetter(expr);
      if (variable === undefined) return {};
      if (task.lower && task.upper)
        return { type: 'expression', expr: integral(expr, variable, [task.lower, task.upper]) };
      return { type: 'antiderivative', integrand: { expr, variable }, expr: integral(expr, variable) };
    }
    case 'limit': {
      const { variable, target, side } = task;
      return {
        type: 'expression',
        expr: { kind: 'limit', body: inline(task.expr), variable, target, ...(side && { side }) },
      };
    }
    case 'sum': {
      const { variable, lower, upper } = task;
      return {
        type: 'expression',
        expr: { kind: 'bigOperator', operator: 'sum', body: inline(task.expr), variable, lower, upper },
      };
    }
    case 'decide':
      return { type: 'other' };
    case 'gcd':
    case 'lcm':
      return { type: 'expression', expr: call(task.kind, ...task.values) };
    default:
      return {};
  }
}

function ofDerivative(expr: Expr, variable: string | undefined, order: number, at: Expr | undefined): Partial<Posed> {
  const name = variable ?? onlyLetter(expr);
  if (name === undefined) return {};
  let slope: Expr | undefined = expr;
  for (let turn = 0; turn < order && slope; turn += 1) slope = differentiate(slope, name);
  const operation = derivative(expr, name, order);
  if (!slope) return { type: 'expression', expr: operation };
  return at
    ? { type: 'expression', expr: substitute(slope, { [name]: at }) }
    : { type: 'expression', expr: slope, operation };
}

function onlyLetter(expr: Expr): string | undefined {
  const letters = freeSymbols(expr);
  return letters.length === 1 ? letters[0] : letters.includes('x') ? 'x' : letters.includes('t') ? 't' : undefined;
}

function functionOf(given: Given): NamedFunction | undefined {
  if (given.type !== 'function' || given.task.kind !== 'evaluate') return undefined;
  return { name: given.name, parameters: given.parameters, body: given.task.expr };
}

function givenStatements(reading: Reading): readonly Expr[] {
  return reading.givens.flatMap((given) => {
    if (given.type === 'suppose') return given.statements;
    if (given.type !== 'value' || given.task.kind !== 'evaluate') return [];
    return [equals({ kind: 'symbol', name: given.name }, given.task.expr)];
  });
}

/** Calls of the author's functions replaced by what they stand for. */
export function withFunctions(expr: Expr, functions: readonly NamedFunction[]): Expr {
  if (functions.length === 0) return expr;
  return mapExpr(expr, (node) => {
    if (node.kind !== 'call') return node;
    const found = functions.find(({ name }) => name === node.name);
    if (!found || (node.args.length !== 0 && node.args.length !== found.parameters.length)) return node;
    const values = new Map(
      found.parameters.map((name, index) => [name, node.args[index] ?? { kind: 'symbol' as const, name }]),
    );
    let body: Expr | undefined = found.body;
    const [parameter] = found.parameters;
    for (let turn = 0; turn < (node.primes ?? 0) && body; turn += 1)
      body = parameter === undefined ? undefined : differentiate(body, parameter);
    return body ? substitute(body, values) : node;
  });
}
