import type { Expr } from '../../math/expr.ts';
import { isStatement } from '../../math/read/statements.ts';
import { freeSymbols } from '../../math/tree.ts';
import type { Given, Task } from '../task.ts';
import { keepTrial, type ReadContext, trialOf } from './context.ts';
import { Slots, sourceOf } from './slots.ts';
import type { Captures } from './template.ts';
import type { TextToken } from './textTokens.ts';

const openings: ReadonlySet<string> = new Set([
  ...[
    'let',
    'suppose',
    'given',
    'if',
    'assume',
    'assuming',
    'consider',
    'define',
    'set',
    'where',
    'for',
    'with',
    'when',
    'and',
    'also',
    'take',
  ],
]);
const fillers: ReadonlySet<string> = new Set([
  'that',
  'the',
  'function',
  'functions',
  'polynomial',
  'polynomials',
  'equation',
  'equations',
  'by',
  'defined',
  'we',
  'have',
  'following',
  'two',
]);

const noCaptures: Captures = new Map();
/** "Let m be the remainder …" asks for what stands behind "be". */
const verb: TextToken = { type: 'word', text: 'find', start: 0, end: 0, isSpaced: true };

/** The question behind "be": "the first derivative of …" is answered like any other. */
export type Ask = (tokens: readonly TextToken[], context: ReadContext) => Task | undefined;

/** True for a sentence that gives something: it begins with let, suppose, given, … */
export function isGiving(tokens: readonly TextToken[]): boolean {
  return openings.has(tokens[0]?.text ?? '');
}

/** Reads "Let f(x) = …", "Let m be …", "Suppose a = b, c = d", "f(x) = x^2" into what it gives; undefined where it is something else. */
export function readGivens(tokens: readonly TextToken[], context: ReadContext, ask: Ask): readonly Given[] | undefined {
  const trial = trialOf(context);
  const givens = givensIn(tokens, trial, ask);
  if (givens !== undefined) keepTrial(context, trial);
  return givens;
}

function givensIn(tokens: readonly TextToken[], context: ReadContext, ask: Ask): readonly Given[] | undefined {
  let at = 0;
  while (openings.has(tokens[at]?.text ?? '') && at < 2) at += 1;
  while (fillers.has(tokens[at]?.text ?? '')) at += 1;
  const body = tokens.slice(at).filter((token, index, all) => !(index === all.length - 1 && token.text === ','));
  if (body.length === 0) return undefined;
  const single = readDefinition(body, context, ask);
  if (single !== undefined) return [single];
  const parts = splitDefinitions(body);
  if (parts.length > 1) {
    const trial = trialOf(context);
    const several = parts.map((part) => readDefinition(part, trial, ask));
    if (several.every((given) => given !== undefined)) {
      keepTrial(context, trial);
      return several;
    }
  }
  return readSuppose(body, context);
}

/** Parts between "and", ";" or commas at the level of the sentence. */
function splitDefinitions(tokens: readonly TextToken[]): readonly (readonly TextToken[])[] {
  const parts: TextToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '(' || token.text === '{' || token.text === '[') depth += 1;
    if (token.text === ')' || token.text === '}' || token.text === ']') depth -= 1;
    if (depth === 0 && token.type !== 'math' && (token.text === ',' || token.text === 'and' || token.text === ';'))
      parts.push([]);
    else if (!(parts.at(-1)?.length === 0 && (token.text === 'let' || token.text === 'that')))
      parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

/** `name be …`, `name = …`, `f(x) = …`, `f(x) be …`. */
function readDefinition(tokens: readonly TextToken[], context: ReadContext, ask: Ask): Given | undefined {
  const be = tokens.findIndex(
    (token) => token.type === 'word' && (token.text === 'be' || token.text === 'denote' || token.text === 'equal'),
  );
  if (be > 0) {
    const head = headOf(sourceOf(context.text, tokens.slice(0, be)));
    const body = tokens.slice(be + 1);
    if (head === undefined || body.length === 0) return undefined;
    return define(head, body, context, ask);
  }
  const source = sourceOf(context.text, tokens);
  const sign =
    /^\s*([a-zA-Z](?:_\{?\w+\}?)?(?:\s*(?:\\left)?\([a-zA-Z](?:\s*,\s*[a-zA-Z])*(?:\\right)?\))?)\s*(?::=|=(?!=))([\s\S]*)$/.exec(
      source,
    );
  if (sign === null) return undefined;
  const head = headOf(sign[1] ?? '');
  const right = sign[2] ?? '';
  // "Let f(v) = 0" about a function that is known already is an equation.
  if (head === undefined || (head.parameters !== undefined && context.functions.has(head.name))) return undefined;
  const slots = new Slots(context, tokens, noCaptures);
  const whole = slots.parse(tokens);
  if (whole === undefined && head.parameters === undefined) return undefined;
  const expr = slots.parseSource(right, head.parameters === undefined ? [] : [head.name]);
  if (expr === undefined || isStatement(expr) || expr.kind === 'tuple') return undefined;
  // "Suppose f = −4f + 2a" is an equation, not a definition.
  if (head.parameters === undefined && freeSymbols(expr).some((name) => name === head.name || isUnknown(name, context)))
    return undefined;
  slots.commit();
  return declare(head, { kind: 'evaluate', expr }, context);
}

function isUnknown(name: string, context: ReadContext): boolean {
  return !context.values.has(name);
}

interface Head {
  readonly name: string;
  readonly parameters: readonly string[] | undefined;
}

/** x or f(x) or f(x, y). */
function headOf(source: string): Head | undefined {
  const plain = source.replace(/\\left|\\right|\s|\\,/g, '');
  const found = /^([a-zA-Z](?:_\{?\w+\}?)?)(?:\(([a-zA-Z](?:,[a-zA-Z])*)\))?$/.exec(plain);
  if (found === null) return undefined;
  return { name: (found[1] ?? '').replace(/[{}]/g, ''), parameters: found[2]?.split(',') };
}

function define(head: Head, body: readonly TextToken[], context: ReadContext, ask: Ask): Given | undefined {
  const slots = new Slots(context, body, noCaptures);
  const expr = slots.parse(body);
  if (expr !== undefined && !isStatement(expr) && expr.kind !== 'tuple') {
    slots.commit();
    return declare(head, { kind: 'evaluate', expr }, context);
  }
  const task = ask([verb, ...body], context);
  return task && declare(head, task, context);
}

function declare({ name, parameters }: Head, task: Task, context: ReadContext): Given {
  if (parameters === undefined) {
    context.values.add(name);
    return { type: 'value', name, task };
  }
  context.functions.set(name, parameters);
  return { type: 'function', name, parameters, task };
}

function readSuppose(tokens: readonly TextToken[], context: ReadContext): readonly Given[] | undefined {
  const slots = new Slots(context, tokens, noCaptures);
  const expr = slots.parse(tokens);
  if (expr === undefined || !isStatement(expr)) return undefined;
  const statements: readonly Expr[] = expr.kind === 'and' ? expr.items : [expr];
  if (!statements.every(isStatement)) return undefined;
  slots.commit();
  for (const name of statements.flatMap((statement) => [...freeSymbols(statement)])) context.values.add(name);
  return [{ type: 'suppose', statements }];
}
