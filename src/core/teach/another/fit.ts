import { subtract } from '../../math/build.ts';
import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { freeSymbols, mapExpr, substitute } from '../../math/tree.ts';
import type { NextMove } from '../../solve/builtin.ts';
import { readProblem } from '../../solve/read/readProblem.ts';
import type { Reading } from '../../solve/task.ts';
import { type Literal, literalsOf, replaceLiterals } from './literals.ts';
import type { Random } from './random.ts';

/**
 * Chooses what is to come out, and then one number of the text so that it does: the numbers in which a line is linear are
 * found by trying. Undefined where no number fits.
 */
export function fitted(text: string, original: NextMove, random: Random, round: number): string | undefined {
  let current = text;
  const values: Record<string, number> = {};
  const drawValue = valueDrawer(original, random, round);
  const groups = groupsOf(current);
  if (groups === undefined) return undefined;
  const used = new Set<number>();
  for (let at = 0; at < groups; at += 1) {
    const group = groupAt(current, at);
    if (group === undefined) return undefined;
    if (group.letters.includes(result)) values[result] = drawValue();
    for (const name of group.letters) values[name] ??= drawValue();
    for (let line = 0; line < group.lines.length; line += 1) {
      const next = fitLine(current, at, line, values, used, random);
      // A value that is only given may be any.
      if (next === undefined && group.name === undefined) return undefined;
      current = next ?? current;
    }
    const [expr] = groupAt(current, at)?.lines ?? [];
    if (group.name !== undefined && expr !== undefined) values[group.name] = evaluate(expr, values);
  }
  return current;
}

/** What is given and asked, in order: lines that have to hold, or a value that has to be what is drawn. */
interface Group {
  readonly lines: readonly Expr[];
  readonly letters: readonly string[];
  /** Of a value: the letter that stands for it from here on. */
  readonly name?: string | undefined;
}

/** The value that is drawn for an expression without unknowns. */
const result = '=';

/** Only where every part is of a kind that can be fitted. */
function groupsIn({ givens, task }: Reading): readonly Group[] | undefined {
  const groups: Group[] = [];
  const functions = new Map<string, { readonly parameters: readonly string[]; readonly body: Expr }>();
  const put = (expr: Expr): Expr => applied(expr, functions);
  for (const given of givens) {
    if (given.type === 'suppose') groups.push(linesOf(given.statements.map(put)));
    else if (given.task.kind !== 'evaluate') return undefined;
    else if (given.type === 'value')
      groups.push({ lines: [put(given.task.expr)], letters: [result], name: given.name });
    else functions.set(given.name, { parameters: given.parameters, body: put(given.task.expr) });
  }
  if (task.kind === 'solve') groups.push(linesOf(task.statements.map(put)));
  else if (task.kind === 'evaluate') groups.push({ lines: [put(task.expr)], letters: [result] });
  else if (groups.length === 0) return undefined;
  return groups;
}

function linesOf(lines: readonly Expr[]): Group {
  return { lines, letters: [...new Set(lines.flatMap((line) => [...freeSymbols(line)]))] };
}

/** f(3) with the body of f put in. */
function applied(
  expr: Expr,
  functions: ReadonlyMap<string, { readonly parameters: readonly string[]; readonly body: Expr }>,
): Expr {
  if (functions.size === 0) return expr;
  return mapExpr(expr, (node) => {
    const known = node.kind === 'call' ? functions.get(node.name) : undefined;
    if (node.kind !== 'call' || known?.parameters.length !== node.args.length) return node;
    return substitute(known.body, new Map(known.parameters.map((name, index) => [name, node.args[index] ?? node])));
  });
}

function groupsOf(text: string): number | undefined {
  const read = readProblem({ text });
  return read.type === 'read' ? groupsIn(read.reading)?.length : undefined;
}

function groupAt(text: string, at: number): Group | undefined {
  const read = readProblem({ text });
  return read.type === 'read' ? groupsIn(read.reading)?.[at] : undefined;
}

/** How far a line is from holding; for a value that is asked for, from what it is to be. */
function residual(text: string, at: number, line: number, values: Readonly<Record<string, number>>): number {
  const group = groupAt(text, at);
  const expr = group?.lines[line];
  if (expr === undefined) return Number.NaN;
  if (expr.kind !== 'relation') return evaluate(expr, values) - (values[result] ?? 0);
  const [left, right] = expr.operands;
  return left === undefined || right === undefined ? Number.NaN : evaluate(subtract(left, right), values);
}

function fitLine(
  text: string,
  at: number,
  line: number,
  values: Readonly<Record<string, number>>,
  used: Set<number>,
  random: Random,
): string | undefined {
  const here = residual(text, at, line, values);
  if (Number.isNaN(here)) return undefined;
  if (Math.abs(here) < 1e-9) return text;
  const literals = literalsOf(text);
  const start = random.between(0, Math.max(0, literals.length - 1));
  for (let turn = 0; turn < literals.length; turn += 1) {
    const index = (start + turn) % literals.length;
    const literal = literals[index];
    if (literal?.role !== 'plain' || used.has(index)) continue;
    const value = solveFor(text, literal, here, (other) => residual(other, at, line, values));
    if (value === undefined) continue;
    used.add(index);
    return replaceLiterals(text, [{ literal, text: value }]);
  }
  return undefined;
}

/** The value of a literal that makes the residual 0, where it is linear in it and the value is as short as the literal. */
function solveFor(
  text: string,
  literal: Literal,
  here: number,
  residualOf: (text: string) => number,
): string | undefined {
  const value = Number(literal.text);
  const put = (other: number): number => residualOf(replaceLiterals(text, [{ literal, text: plain(other) }]));
  // A large number needs a large step: the difference must not drown in the rounding.
  const step = literal.text.includes('.') ? 1 : 10 ** Math.max(0, literal.text.length - 2);
  const [one, two] = [put(value + step), put(value + 3 * step)];
  const slope = (one - here) / step;
  if (!Number.isFinite(slope) || slope === 0) return undefined;
  const isLinear = Math.abs(two - here - 3 * (one - here)) < 1e-6 * (1e-6 + Math.abs(two - here));
  if (!isLinear) return literal.text.length > 2 ? undefined : tried(put);
  const wanted = value - here / slope;
  const written = wanted.toFixed(literal.text.split('.')[1]?.length ?? 0);
  const rest = residualOf(replaceLiterals(text, [{ literal, text: written }]));
  const isExact = Math.abs(rest) < 1e-9 * (1 + Math.abs(here));
  const isShort = written.replace('-', '').length <= literal.text.length + 1;
  return isExact && isShort && Number(written) !== 0 ? written : undefined;
}

/** Never as 1e21. */
function plain(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : value.toString();
}

/** Where the line is not linear in the number, small ones are tried one by one. */
function tried(put: (value: number) => number): string | undefined {
  for (let value = 2; value <= 16; value += 1) if (Math.abs(put(value)) < 1e-9) return value.toString();
  return undefined;
}

const angles = [1 / 6, 1 / 3, 1 / 2, 2 / 3, 5 / 6, 1, 7 / 6, 4 / 3, 3 / 2, 5 / 3, 11 / 6].map((part) => part * Math.PI);

/** Values like those of the original's answer: whole where these are whole, as large as these, and larger when it takes long. */
function valueDrawer({ answer: { text } }: NextMove, random: Random, round: number): () => number {
  if (/\bpi\b/.test(text)) return () => angles[random.between(0, angles.length - 1)] ?? 0;
  const found = [...text.matchAll(/(\d+)(?:\/(\d+))?/g)];
  const denominator = Math.max(1, ...found.map((match) => Number(match[2] ?? '1')));
  const most = Math.min(
    500,
    Math.max(9, ...found.map((match) => Math.ceil(1.3 * Number(match[1])))) + Math.floor(round / 3),
  );
  const isNegative = text.includes('-');
  return () => {
    const size = random.between(1, most);
    return (random.chance(isNegative ? 0.5 : 0.15) ? -size : size) / denominator;
  };
}
