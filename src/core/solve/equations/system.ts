import { and, equals, multiply, num, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { lcm } from '../../math/integers.ts';
import { numeratorOf } from '../../math/rational.ts';
import { sameExpr, substitute } from '../../math/tree.ts';
import { Board } from './board.ts';
import {
  addEquations,
  composed,
  definitionExpr,
  putInto,
  readLinear,
  scaleEquation,
  solvedFor,
  support,
  withoutDenominators,
  writeLinear,
  type LinearEquation,
} from './linearSystem.ts';
import type { Setting, Stuck } from './outcome.ts';
import { stuck } from './outcome.ts';
import { isZero, rationalOf } from './tidy.ts';
import { listWords, math } from './words.ts';
import type { Move } from '../derivation.ts';

export type SystemMethod = 'substitution' | 'elimination';

/** What a system comes to. `values` are free of unknowns, except for letters in `free`, which may be any number. */
export type SystemResult =
  | {
      readonly type: 'values';
      readonly moves: readonly Move[];
      readonly values: Readonly<Record<string, Expr>>;
      readonly free: readonly string[];
    }
  | { readonly type: 'none'; readonly moves: readonly Move[]; readonly note: string }
  | Stuck;

/** What an unknown equals, in terms of those that are found later. */
interface Definition {
  readonly index: number;
  readonly definition: LinearEquation;
  /** Elimination keeps the equation as it stands on the board until the unknown is wanted. */
  readonly equation?: LinearEquation | undefined;
}

interface State {
  readonly board: Board;
  readonly unknowns: readonly string[];
  readonly asked: readonly string[];
  readonly setting: Setting;
  open: LinearEquation[];
  readonly definitions: Definition[];
}

/** Solves a linear system in `unknowns`, as far as `asked` needs it. */
export function solveLinearSystem(
  statements: readonly Expr[],
  unknowns: readonly string[],
  asked: readonly string[],
  method: SystemMethod,
  setting: Setting,
): SystemResult {
  const read = statements.map((statement) => readLinear(statement, unknowns));
  const equations = read.filter((equation) => equation !== undefined);
  if (equations.length < statements.length)
    return stuck('I can solve systems only where every equation is linear in the unknowns.');
  const board = new Board(and(...statements), unknowns);
  const state: State = { board, unknowns, asked, setting, open: equations.map(withoutDenominators), definitions: [] };
  tidySystem(state, statements);
  const contradiction = method === 'substitution' ? bySubstitution(state) : byElimination(state);
  if (contradiction !== undefined) return { type: 'none', moves: board.moves, note: contradiction };
  return backwards(state);
}

/** Every equation with its unknowns on the left and its number on the right. */
function tidySystem(state: State, statements: readonly Expr[]): void {
  const lines = state.open.map((equation) => writeLinear(equation, state.unknowns));
  const changed = lines.filter((line, index) => !sameExpr(line, statements[index] ?? line)).length;
  if (changed === 0) return;
  const hasFractions = state.open.some((equation, index) => {
    const before = readLinear(statements[index] ?? num(0), state.unknowns);
    return (
      before !== undefined &&
      !isZero(before.constant) &&
      before.constant !== equation.constant &&
      JSON.stringify(rationalOf(before.constant)?.d.toString()) !== '"1"'
    );
  });
  state.board.write({
    text: `Bring ${changed === 1 ? 'the equations' : 'the equations'} into order: the terms with ${unknownList(state)} on the left and collected, the numbers on the right${hasFractions ? ', without fractions' : ''}.`,
    to: and(...lines),
    rule: 'order-system',
    why: 'Adding the same to both sides of an equation, or multiplying them by a number other than 0, keeps its solutions.',
    isMinor: true,
  });
}

function unknownList(state: State): string {
  return listWords(state.unknowns.map((name) => math(sym(name))));
}

/** What stands on the board: what is known already, and what is left. */
function lineOf(state: State): Expr {
  const known = state.definitions.map((item) => definitionLine(state, item));
  return and(...known, ...state.open.map((equation) => writeLinear(equation, state.unknowns)));
}

function definitionLine({ unknowns }: State, { index, definition, equation }: Definition): Expr {
  return equation === undefined
    ? equals(sym(unknowns[index] ?? '?'), definitionExpr(definition, unknowns))
    : writeLinear(equation, unknowns);
}

/** Drops 0 = 0; returns the false line 0 = c where there is one. */
function settle(state: State): string | undefined {
  for (const equation of state.open) {
    if (support(equation).length > 0) continue;
    if (!isZero(equation.constant))
      return `${math(equals(num(0), equation.constant))} is false, whatever the unknowns are.`;
  }
  const before = state.open.length;
  state.open = state.open.filter((equation) => support(equation).length > 0);
  if (state.open.length < before) {
    state.board.write({
      text: `${math(equals(num(0), num(0)))} is always true and says nothing: leave it out.`,
      to: lineOf(state),
      rule: 'dependent-equations',
      why: 'One of the equations follows from the others.',
    });
  }
  return undefined;
}

function bySubstitution(state: State): string | undefined {
  for (;;) {
    state.setting.work.check();
    const falseLine = settle(state);
    if (falseLine !== undefined) return falseLine;
    if (state.open.length === 0 || isAnswered(state)) return undefined;
    const { equation, index } = pick(state);
    solveOne(state, equation, index);
    putIntoRest(state);
  }
}

/** The equation and the unknown that cost the least work. */
function pick(state: State): { readonly equation: LinearEquation; readonly index: number } {
  let best: { equation: LinearEquation; index: number; cost: number } | undefined;
  for (const equation of state.open) {
    const places = support(equation);
    for (const index of places) {
      const size = rationalOf(equation.coefficients[index] ?? num(0));
      const isUnit = size?.abs().equals(1) === true;
      const isAsked = state.asked.length < state.unknowns.length && state.asked.includes(state.unknowns[index] ?? '');
      const cost =
        (places.length === 1 ? 0 : 100) +
        (isUnit ? 0 : size === undefined ? 60 : 20) +
        (isAsked && places.length > 1 ? 5 : 0);
      if (best === undefined || cost < best.cost) best = { equation, index, cost };
    }
  }
  const [first] = state.open;
  if (best === undefined || first === undefined) throw new TypeError('an equation with an unknown expected');
  return best;
}

function solveOne(state: State, equation: LinearEquation, index: number): void {
  const name = state.unknowns[index] ?? '?';
  const definition = solvedFor(equation, index);
  const line = writeLinear(equation, state.unknowns);
  const solved = equals(sym(name), definitionExpr(definition, state.unknowns));
  state.open = state.open.filter((other) => other !== equation);
  state.definitions.push({ index, definition });
  const isAlone = support(equation).length === 1;
  if (sameExpr(line, solved)) return;
  const place = ordinal(state.board.line, line);
  state.board.write({
    text: isAlone
      ? `${capital(place)} contains $${name}$ only: ${math(line)}, so ${math(solved)}.`
      : `Solve ${place} for $${name}$: ${math(solved)}.`,
    to: lineOf(state),
    latex: undefined,
    rule: isAlone ? 'solve-linear-factors' : 'solve-for-one',
    why: isAlone
      ? 'Both sides are divided by the same number.'
      : `This is the easiest one to solve for: then $${name}$ can be replaced by what it equals.`,
    isMinor: state.open.length > 0,
  });
}

function ordinal(line: Expr, equation: Expr): string {
  const items = line.kind === 'and' ? line.items : [line];
  const place = items.findIndex((item) => sameExpr(item, equation));
  const names = ['the first equation', 'the second equation', 'the third equation', 'the fourth equation'];
  return items.length === 1 ? 'the equation' : (names[place] ?? 'one equation');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Puts the newest definition into the equations that are left. */
function putIntoRest(state: State): void {
  const newest = state.definitions.at(-1);
  if (newest === undefined) return;
  const name = state.unknowns[newest.index] ?? '?';
  const value = definitionExpr(newest.definition, state.unknowns);
  const touched = state.open.filter((equation) => !isZero(equation.coefficients[newest.index] ?? num(0)));
  if (touched.length === 0) return;
  const before = touched.map((equation) => substitute(writeLinear(equation, state.unknowns), { [name]: value }));
  state.open = state.open.map((equation) =>
    touched.includes(equation) ? withoutDenominators(putInto(equation, newest.index, newest.definition)) : equation,
  );
  state.board.write({
    text: `Put ${math(value)} for $${name}$ in the other equation${touched.length > 1 ? 's' : ''}${touched.length === 1 ? `: ${before.map(math).join()}` : ''}, and collect.`,
    to: lineOf(state),
    rule: 'substitute-definition',
    why: `$${name}$ and ${math(value)} are equal, so one may stand for the other; $${name}$ is then gone from ${touched.length > 1 ? 'these equations' : 'this equation'}.`,
  });
}

function byElimination(state: State): string | undefined {
  for (;;) {
    state.setting.work.check();
    const falseLine = settle(state);
    if (falseLine !== undefined) return falseLine;
    if (state.open.length === 0 || isAnswered(state)) return undefined;
    const alone = state.open.find((equation) => support(equation).length === 1);
    if (alone !== undefined) {
      solveOne(state, alone, support(alone)[0] ?? 0);
      putIntoRest(state);
      continue;
    }
    const [pivot, ...rest] = state.open;
    if (pivot === undefined) return undefined;
    if (rest.length === 0) {
      solveOne(state, pivot, pick(state).index);
      continue;
    }
    eliminate(state);
  }
}

/** Adds multiples of one equation to the others, so that one unknown drops out of them; the one that was used is kept for later. */
function eliminate(state: State): void {
  const { pivot, index } = pickPivot(state);
  const name = state.unknowns[index] ?? '?';
  const words: string[] = [];
  const others = state.open.filter((equation) => equation !== pivot);
  const place = ordinal(state.board.line, writeLinear(pivot, state.unknowns));
  const next = others.map((equation) => {
    const own = equation.coefficients[index] ?? num(0);
    if (isZero(own)) return equation;
    const [m, n] = multipliers(own, pivot.coefficients[index] ?? num(1));
    const result = addEquations(scaleEquation(equation, m), scaleEquation(pivot, n));
    const target = ordinal(state.board.line, writeLinear(equation, state.unknowns));
    words.push(adding(target, m, place, n));
    return result;
  });
  state.open = next;
  state.definitions.push({ index, definition: solvedFor(pivot, index), equation: pivot });
  state.board.write({
    text: `Eliminate $${name}$: ${listWords(words)}.`,
    to: lineOf(state),
    rule: 'eliminate-unknown',
    why: `The factors are chosen so that the coefficients of $${name}$ cancel; equal sides added to equal sides stay equal.`,
  });
}

function adding(target: string, m: Expr, pivot: string, n: Expr): string {
  const times = (factor: Expr, what: string): string =>
    rationalOf(factor)?.equals(1) === true ? what : `${math(factor)} times ${what}`;
  const exact = rationalOf(n);
  const isMinus = exact !== undefined && exact.s < 0n;
  const size = isMinus ? num(exact.neg()) : n;
  return isMinus
    ? `subtract ${times(size, pivot)} from ${times(m, target)}`
    : `add ${times(size, pivot)} to ${times(m, target)}`;
}

/** m·own + n·pivot = 0, with whole numbers as small as possible and m > 0 where both are rational. */
function multipliers(own: Expr, pivot: Expr): readonly [Expr, Expr] {
  const [a, b] = [rationalOf(own), rationalOf(pivot)];
  if (a === undefined || b === undefined) return [pivot, multiply(num(-1), own)];
  const [p, q] = [numeratorOf(a), numeratorOf(b)];
  const shared = lcm(p < 0n ? -p : p, q < 0n ? -q : q);
  const m = shared / (p < 0n ? -p : p);
  const n = -(m * p) / q;
  return [num(m), num(n)];
}

function pickPivot(state: State): { readonly pivot: LinearEquation; readonly index: number } {
  let best: { pivot: LinearEquation; index: number; cost: bigint } | undefined;
  for (const [index, name] of state.unknowns.entries()) {
    const isAsked = state.asked.length < state.unknowns.length && state.asked.includes(name);
    for (const pivot of state.open) {
      const size = rationalOf(pivot.coefficients[index] ?? num(0));
      if (isZero(pivot.coefficients[index] ?? num(0))) continue;
      const others = state.open
        .filter((equation) => equation !== pivot)
        .map((equation) => rationalOf(equation.coefficients[index] ?? num(0)));
      if (others.every((item) => item?.n === 0n)) continue;
      const work = others.reduce(
        (total, item) =>
          total + (item === undefined || size === undefined ? 1000n : item.n === 0n ? 0n : lcm(item.n, size.n)),
        0n,
      );
      // Adding is easier than subtracting.
      const isOpposite = size !== undefined && others.every((item) => item !== undefined && item.s !== size.s);
      const cost = 2n * work + (isAsked ? 1_000_000n : 0n) + (isOpposite ? 0n : 1n);
      if (best === undefined || cost < best.cost) best = { pivot, index, cost };
    }
  }
  if (best !== undefined) return best;
  const { equation, index } = pick(state);
  return { pivot: equation, index };
}

function isAnswered(state: State): boolean {
  return state.asked.every((name) => valueOf(state, name) !== undefined) && state.asked.length < state.unknowns.length;
}

/** The value of an unknown where its definition is a number already. */
function valueOf(state: State, name: string): Expr | undefined {
  const found = state.definitions.find(({ index }) => state.unknowns[index] === name);
  return found !== undefined && support(found.definition).length === 0 ? found.definition.constant : undefined;
}

/** From the last unknown found back to the first. */
function backwards(state: State): SystemResult {
  const { board, unknowns } = state;
  for (let place = state.definitions.length - 1; place >= 0; place -= 1) {
    const own = state.definitions[place];
    if (own === undefined) continue;
    if (state.asked.every((name) => valueOf(state, name) !== undefined)) break;
    const later = state.definitions
      .slice(place + 1)
      .filter((other) => !isZero(own.definition.coefficients[other.index] ?? num(0)));
    if (later.length === 0 && own.equation === undefined) continue;
    const definition = later.reduce((known, other) => composed(known, other.index, other.definition), own.definition);
    state.definitions[place] = { index: own.index, definition };
    const name = unknowns[own.index] ?? '?';
    const used = later.map((other) => math(definitionLine(state, other)));
    const solved = math(equals(sym(name), definitionExpr(definition, unknowns)));
    const into = own.equation === undefined ? `the equation for $${name}$` : math(writeLinear(own.equation, unknowns));
    board.write({
      text:
        later.length === 0
          ? `Solve ${into} for $${name}$: ${solved}.`
          : `Put ${listWords(used)} into ${into}: ${solved}.`,
      to: lineOf(state),
      rule: 'back-substitution',
      why: 'What is known now gives the unknown that was left out before.',
    });
  }
  // What was not asked for is worked out as well, so that all of it can be put back.
  const values: Record<string, Expr> = {};
  const known: Definition[] = [];
  for (const item of state.definitions.toReversed()) {
    const definition = known.reduce((found, other) => composed(found, other.index, other.definition), item.definition);
    known.push({ index: item.index, definition });
    const name = unknowns[item.index];
    if (name !== undefined) values[name] = definitionExpr(definition, unknowns);
  }
  const free = unknowns.filter((_, index) => !state.definitions.some((item) => item.index === index));
  return { type: 'values', moves: board.moves, values, free };
}
