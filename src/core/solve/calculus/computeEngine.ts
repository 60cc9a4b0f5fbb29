import {
  abs,
  add,
  call,
  divide,
  e,
  integral,
  multiply,
  negate,
  num,
  pi,
  power,
  root,
  sqrt,
  subtract,
  sym,
} from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { isInteger, numeratorOf, rational } from '../../math/rational.ts';
import { freeSymbols } from '../../math/tree.ts';

/** A line of the library's working: the rule's id and the expression, in our own tree. */
export interface EngineStep {
  readonly rule: string;
  readonly line: Expr;
}

export interface EngineIntegral {
  readonly result: Expr;
  readonly steps: readonly EngineStep[];
}

type MathJson = string | number | readonly MathJson[] | { readonly num: string } | { readonly sym: string };

/** The few members of the library that are used: its own types are far larger than what is needed. */
interface Engine {
  timeLimit: number;
  box(json: MathJson): {
    explain(operation: string):
      | {
          readonly steps?: readonly { readonly id: string; readonly value: { readonly json: MathJson } }[];
          readonly result?: { readonly json: MathJson };
        }
      | undefined;
  };
}

const timeLimitMs = 4000;
let loaded: Promise<Engine> | undefined;

/** The algebra library with its integration rules, loaded once and only when it is needed. */
async function engine(): Promise<Engine> {
  const [library, rules] = await Promise.all([
    import('@cortex-js/compute-engine'),
    import('@cortex-js/compute-engine/integration-rules'),
  ]);
  const instance = new library.ComputeEngine();
  rules.loadIntegrationRules(instance);
  const typed = instance as unknown as Engine;
  typed.timeLimit = timeLimitMs;
  return typed;
}

/**
 * An antiderivative by the library, or undefined where it finds none or says it in functions that we don't know. Nothing
 * of this is trusted: the caller differentiates the result.
 */
export async function engineIntegral(f: Expr, x: string): Promise<EngineIntegral | undefined> {
  const names = new Map(
    [x, ...freeSymbols(f).filter((name) => name !== x)].map((name, index) => [name, `p${index.toString()}`]),
  );
  const originals = new Map([...names].map(([name, neutral]) => [neutral, name]));
  const json = toMathJson(f, names);
  if (json === undefined) return undefined;
  const explained = await explain(['Integrate', json, names.get(x) ?? 'p0']);
  const result = explained?.result === undefined ? undefined : fromMathJson(explained.result.json, originals);
  if (result === undefined) return undefined;
  const steps = (explained?.steps ?? []).flatMap(({ id, value }) => {
    const line = fromMathJson(value.json, originals);
    return line === undefined ? [] : [{ rule: id, line }];
  });
  return { result, steps };
}

type Explained = ReturnType<ReturnType<Engine['box']>['explain']>;

/** The library throws where it finds nothing: for us that is an answer like any other. */
async function explain(json: MathJson): Promise<Explained> {
  try {
    loaded ??= engine();
    return (await loaded).box(json).explain('Integrate');
  } catch {
    return undefined;
  }
}

const heads: Readonly<Record<string, string>> = {
  ...{ sin: 'Sin', cos: 'Cos', tan: 'Tan', cot: 'Cot', sec: 'Sec', csc: 'Csc' },
  ...{ asin: 'Arcsin', acos: 'Arccos', atan: 'Arctan', acot: 'Arccot', asec: 'Arcsec', acsc: 'Arccsc' },
  ...{ sinh: 'Sinh', cosh: 'Cosh', tanh: 'Tanh', coth: 'Coth', sech: 'Sech', csch: 'Csch' },
  ...{ asinh: 'Arsinh', acosh: 'Arcosh', atanh: 'Artanh', acoth: 'Arcoth', asech: 'Arsech', acsch: 'Arcsch' },
  ...{
    ln: 'Ln',
    exp: 'Exp',
    erf: 'Erf',
    erfi: 'Erfi',
    Si: 'SinIntegral',
    Ci: 'CosIntegral',
    Ei: 'ExpIntegralEi',
    li: 'LogIntegral',
  },
};
const namesOfHeads = new Map(Object.entries(heads).map(([name, head]) => [head, name]));

/** MathJSON with neutral letters; undefined for what has no counterpart. */
export function toMathJson(expr: Expr, names: ReadonlyMap<string, string>): MathJson | undefined {
  const all = (head: string, parts: readonly Expr[]): MathJson | undefined => {
    const converted = parts.map((part) => toMathJson(part, names));
    return converted.every((part) => part !== undefined) ? [head, ...converted] : undefined;
  };
  switch (expr.kind) {
    case 'number':
      return isInteger(expr.value)
        ? { num: numeratorOf(expr.value).toString() }
        : ['Divide', { num: numeratorOf(expr.value).toString() }, { num: expr.value.d.toString() }];
    case 'symbol':
      return names.get(expr.name);
    case 'constant':
      return expr.name === 'pi' ? 'Pi' : expr.name === 'e' ? 'ExponentialE' : undefined;
    case 'add':
      return all('Add', expr.terms);
    case 'multiply':
      return all('Multiply', expr.factors);
    case 'negate':
      return all('Negate', [expr.operand]);
    case 'divide':
      return all('Divide', [expr.numerator, expr.denominator]);
    case 'power':
      return all('Power', [expr.base, expr.exponent]);
    case 'root':
      return expr.index === undefined ? all('Sqrt', [expr.radicand]) : all('Root', [expr.radicand, expr.index]);
    case 'abs':
      return all('Abs', [expr.operand]);
    case 'call': {
      const head = expr.primes === undefined ? heads[expr.name] : undefined;
      return head === undefined || expr.args.length !== 1 ? undefined : all(head, expr.args);
    }
    default:
      return undefined;
  }
}

/** Our tree from MathJSON, the author's letters put back; undefined where something in it is not known here. */
export function fromMathJson(json: MathJson, originals: ReadonlyMap<string, string>): Expr | undefined {
  if (typeof json === 'number') return numberFrom(json.toString());
  if (typeof json === 'string') return symbolFrom(json, originals);
  if ('num' in json) return numberFrom(json.num);
  if ('sym' in json) return symbolFrom(json.sym, originals);
  const [head, ...rest] = json;
  if (typeof head !== 'string') return undefined;
  if (head === 'Integrate') return integralFrom(rest, originals);
  const args = rest.map((part) => fromMathJson(part, originals));
  return args.every((arg) => arg !== undefined) ? build(head, args) : undefined;
}

function numberFrom(text: string): Expr | undefined {
  return /^-?\d+$/.test(text) ? num(BigInt(text)) : undefined;
}

function symbolFrom(name: string, originals: ReadonlyMap<string, string>): Expr | undefined {
  if (name === 'Pi') return pi;
  if (name === 'ExponentialE') return e;
  if (name === 'Half') return num(rational(1, 2));
  const original = originals.get(name);
  return original === undefined ? undefined : sym(original);
}

/** ["Integrate", ["Function", ["Block", f], x], ["Limits", x, …]] without bounds. */
function integralFrom(rest: readonly MathJson[], originals: ReadonlyMap<string, string>): Expr | undefined {
  const [lambda] = rest;
  if (!Array.isArray(lambda)) return undefined;
  const [head, block, variable] = lambda as readonly MathJson[];
  const body = Array.isArray(block) && block[0] === 'Block' ? (block as readonly MathJson[])[1] : block;
  const name = typeof variable === 'string' ? originals.get(variable) : undefined;
  const f = head === 'Function' && body !== undefined ? fromMathJson(body, originals) : undefined;
  return f === undefined || name === undefined ? undefined : integral(f, name);
}

function build(head: string, args: readonly Expr[]): Expr | undefined {
  const [a, b] = args;
  if (a === undefined) return undefined;
  switch (head) {
    case 'Add':
      return add(...args);
    case 'Multiply':
      return multiply(...args);
    case 'Negate':
      return negate(a);
    case 'Square':
      return power(a, num(2));
    case 'Sqrt':
      return sqrt(a);
    case 'Abs':
      return abs(a);
    case 'Exp':
      return power(e, a);
    case 'Subtract':
      return b && subtract(a, b);
    case 'Divide':
    case 'Rational':
      return b && divide(a, b);
    case 'Power':
      return b && power(a, b);
    case 'Root':
      return b && root(a, b);
    default: {
      const name = namesOfHeads.get(head);
      return name === undefined || args.length !== 1 ? undefined : call(name, a);
    }
  }
}
