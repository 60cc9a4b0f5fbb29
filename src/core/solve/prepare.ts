import type { Expr } from '../math/expr.ts';
import { toTex } from '../math/print/toTex.ts';
import { freeSymbols, mapExpr, substitute } from '../math/tree.ts';
import type { Answer, Claim, Move, Way } from './derivation.ts';
import { type ExactWork, WorkInterrupted } from './exactWork.ts';
import type { Kind } from './kind.ts';
import { expressionsOf, mapTask } from './mapTask.ts';
import type { Given, Reading, Task } from './task.ts';

/** A task whose givens are worked through and put in, with the ways to do what is asked. */
export interface Prepared {
  readonly opening: readonly Move[];
  readonly task: Task;
  readonly ways: readonly Way[];
}

export type Preparation =
  | ({ readonly type: 'prepared' } & Prepared)
  | { readonly type: 'stuck'; readonly reason: 'unsupported' | 'too-large' | 'nothing-to-do'; readonly detail: string };

/** Hears of a way that threw. */
type OnFault = (way: string, fault: unknown) => void;

interface Means {
  readonly kinds: readonly Kind[];
  readonly work: ExactWork;
  readonly onFault: OnFault | undefined;
}

interface AuthorFunction {
  readonly parameters: readonly string[];
  readonly body: Expr;
}

/** What is known so far: letters with their values, the author's functions with their bodies. */
interface Known {
  readonly values: Map<string, Expr>;
  readonly functions: Map<string, AuthorFunction>;
}

/**
 * Works through what the text gives, in order and only as far as the question needs it, and puts the results into the task.
 * Each given is a question of its own, answered by the same kinds.
 */
export async function prepare(
  reading: Reading,
  kinds: readonly Kind[],
  work: ExactWork,
  onFault?: OnFault,
): Promise<Preparation> {
  const known: Known = { values: new Map(), functions: new Map() };
  const opening: Move[] = [];
  for (const given of neededGivens(reading)) {
    work.check();
    const outcome = await workGiven(given, known, { kinds, work, onFault });
    if (outcome.type === 'stuck') return outcome;
    opening.push(...outcome.moves);
  }
  const asked = new Set(reading.task.kind === 'solve' ? reading.task.unknowns : []);
  const task = mapTask(reading.task, (expr) => putIn(expr, known, asked));
  const put = putInMove(reading.task, task, known);
  if (put !== undefined) opening.push(put);
  const ways = await waysFor(task, kinds, work);
  return { type: 'prepared', opening, task, ways };
}

/** The ways of all kinds that can do the task, the preferred first. */
export async function waysFor(task: Task, kinds: readonly Kind[], work: ExactWork): Promise<readonly Way[]> {
  const ways: Way[] = [];
  for (const kind of kinds) {
    if (kind.tasks.includes(task.kind)) ways.push(...(await kind.ways(task, work)));
  }
  return ways;
}

/** Laziness begins here: a given that the question doesn't use is never worked out. */
function neededGivens(reading: Reading): readonly Given[] {
  const needed = namesIn(reading.task);
  const kept: Given[] = [];
  for (const given of reading.givens.toReversed()) {
    if (given.type === 'suppose') {
      const names = new Set(given.statements.flatMap((statement) => [...namesOf(statement)]));
      if (![...names].some((name) => needed.has(name))) continue;
      for (const name of names) needed.add(name);
    } else {
      if (!needed.has(given.name)) continue;
      for (const name of namesIn(given.task)) needed.add(name);
    }
    kept.push(given);
  }
  return kept.reverse();
}

function namesIn(task: Task): Set<string> {
  return new Set(expressionsOf(task).flatMap((expr) => [...namesOf(expr)]));
}

/** Letters and the author's function names. */
function namesOf(expr: Expr): Set<string> {
  const names = new Set(freeSymbols(expr));
  mapExpr(expr, (node) => {
    if (node.kind === 'call') names.add(node.name);
    return node;
  });
  return names;
}

type GivenOutcome =
  { readonly type: 'worked'; readonly moves: readonly Move[] } | Extract<Preparation, { type: 'stuck' }>;

async function workGiven(given: Given, known: Known, means: Means): Promise<GivenOutcome> {
  if (given.type === 'suppose') {
    const statements = given.statements.map((statement) => putIn(statement, known, new Set()));
    const unknowns = [...new Set(statements.flatMap((statement) => [...freeSymbols(statement)]))];
    const task: Task = { kind: 'solve', statements, unknowns, domain: 'real' };
    const outcome = await answer(task, means);
    if (outcome.type === 'stuck') return outcome;
    const { values } = outcome.answer;
    if (values === undefined) return notOneValue(unknowns);
    for (const [name, value] of Object.entries(values)) known.values.set(name, value);
    return { type: 'worked', moves: outcome.moves.map((move) => ({ ...move, isMinor: true })) };
  }
  const bound = new Set(given.type === 'function' ? given.parameters : []);
  const task = mapTask(given.task, (expr) => putIn(expr, known, bound));
  if (given.type === 'function' && task.kind === 'evaluate') {
    known.functions.set(given.name, { parameters: given.parameters, body: task.expr });
    return { type: 'worked', moves: [] };
  }
  const outcome = await answer(task, means);
  if (outcome.type === 'stuck') return outcome;
  const { value } = outcome.answer;
  if (value === undefined) return notOneValue([given.name]);
  if (given.type === 'function') known.functions.set(given.name, { parameters: given.parameters, body: value });
  else known.values.set(given.name, value);
  // "when a = 4": there is nothing to work out.
  const isGivenOutright = task.kind === 'evaluate' && toTex(task.expr) === toTex(value);
  return { type: 'worked', moves: isGivenOutright ? [] : [namedMove(given, task, value, outcome.moves)] };
}

function notOneValue(names: readonly string[]): Extract<Preparation, { type: 'stuck' }> {
  const list = names.map((name) => `$${toTex({ kind: 'symbol', name })}$`).join(', ');
  return { type: 'stuck', reason: 'unsupported', detail: `What is given does not fix one value for ${list}.` };
}

/** One idea for a named value: the working is its parts. */
function namedMove(given: Exclude<Given, { type: 'suppose' }>, task: Task, value: Expr, parts: readonly Move[]): Move {
  const name =
    given.type === 'value'
      ? toTex({ kind: 'symbol', name: given.name })
      : toTex({
          kind: 'call',
          name: given.name,
          args: given.parameters.map((parameter) => ({ kind: 'symbol', name: parameter })),
        });
  const shown = task.kind === 'evaluate' ? `${toTex(task.expr)} = ` : '';
  return {
    text: `Work out $${name}$ first: the question needs it.`,
    latex: `${name} = ${shown}${toTex(value)}`,
    why: parts.at(-1)?.why,
    rule: 'given',
    claim: allOf(parts),
    parts: parts.length > 1 ? parts : undefined,
    isMinor: true,
  };
}

/** The claim of a move that is made up of others: all of theirs. */
function allOf(parts: readonly Move[]): Claim {
  const claims = parts.map((part) => part.claim).filter((claim) => claim.type !== 'none');
  const only = claims[0];
  if (only === undefined) return { type: 'none' };
  return claims.length === 1 ? only : { type: 'all', claims };
}

type Answered =
  | { readonly type: 'answered'; readonly moves: readonly Move[]; readonly answer: Answer }
  | Extract<Preparation, { type: 'stuck' }>;

async function answer(task: Task, { kinds, work, onFault }: Means): Promise<Answered> {
  let stuck: Answered = {
    type: 'stuck',
    reason: 'unsupported',
    detail: 'Something that the question builds on is of a kind that I have no method for.',
  };
  for (const way of await waysFor(task, kinds, work)) {
    work.check();
    try {
      const derivation = await way.derive();
      if (derivation.type === 'stuck') stuck = derivation;
      else if (derivation.answer.verdict.kind !== 'invalid')
        return { type: 'answered', moves: derivation.moves, answer: derivation.answer };
    } catch (fault) {
      if (fault instanceof WorkInterrupted) throw fault;
      onFault?.(way.id, fault);
    }
  }
  return stuck;
}

/** The known values and functions put into an expression; letters in `bound` keep their own meaning. */
function putIn(expr: Expr, known: Known, bound: ReadonlySet<string>): Expr {
  const values = new Map([...known.values].filter(([name]) => !bound.has(name)));
  return substitute(applyFunctions(expr, known.functions, 0), values);
}

/** f(3) → the body of f with 3 put in. Bounded, because "Let f(x) = f(x) + 1" is a text that somebody may write. */
function applyFunctions(expr: Expr, functions: ReadonlyMap<string, AuthorFunction>, depth: number): Expr {
  if (functions.size === 0 || depth > 20) return expr;
  return mapExpr(expr, (node) => {
    if (node.kind !== 'call') return node;
    const known = functions.get(node.name);
    if (known === undefined || (node.primes ?? 0) > 0 || known.parameters.length !== node.args.length) return node;
    const args = new Map(known.parameters.map((parameter, index) => [parameter, node.args[index] ?? node]));
    return applyFunctions(substitute(known.body, args), functions, depth + 1);
  });
}

function putInMove(before: Task, after: Task, known: Known): Move | undefined {
  const [from, to] = [expressionsOf(before), expressionsOf(after)];
  const changed = from.flatMap((expr, index) => {
    const result = to[index];
    return result === undefined || toTex(expr) === toTex(result) ? [] : [{ from: expr, to: result }];
  });
  if (changed.length === 0) return undefined;
  const used = [...new Set(changed.flatMap((pair) => [...namesOf(pair.from)]))];
  const values = used.flatMap((name) => {
    const value = known.values.get(name);
    return value === undefined ? [] : [`$${toTex({ kind: 'symbol', name })} = ${toTex(value)}$`];
  });
  const functions = used.filter((name) => known.functions.has(name)).map((name) => `$${name}$`);
  const what = [
    ...values,
    ...(functions.length > 0 ? [`the ${functions.length > 1 ? 'functions' : 'function'} ${functions.join(', ')}`] : []),
  ];
  const isStatement = before.kind === 'solve';
  return {
    text: `Put in ${what.length > 0 ? joinWords(what) : 'what is given'}.`,
    latex: changed
      .map((pair) => (isStatement ? toTex(pair.to) : `${toTex(pair.from)} = ${toTex(pair.to)}`))
      .join(',\\quad '),
    why: 'Equals may be put in for equals.',
    rule: 'put-in',
    claim: {
      type: 'decided',
      verdict: {
        kind: 'valid',
        how: 'substitution',
        relation: 'definition',
        evidence: 'What is given was put in, letter by letter.',
      },
    },
    isMinor: true,
  };
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
