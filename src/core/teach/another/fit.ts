import { subtract } from '../../math/build.ts';
import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { freeSymbols } from '../../math/tree.ts';
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
    if (group.type === 'value') {
      values[group.name] = evaluate(group.expr, values);
      continue;
    }
    for (const name of group.letters) values[name] ??= drawValue();
    for (let line = 0; line < group.lines.length; line += 1) {
      const next = fitLine(current, at, line, values, used, random);
      if (next === undefined) return undefined;
      current = next;
    }
  }
  return current;
}

/** What is given and asked, in order: lines that have to hold, or a name for a value. */
type Group =
  | { readonly type: 'lines'; readonly lines: readonly Expr[]; readonly letters: readonly string[] }
  | { readonly type: 'value'; readonly name: string; readonly expr: Expr };

/** Only where every part is of a kind that can be fitted. */
function groupsIn({ givens, task }: Reading): readonly Group[] | undefined {
  const groups: Group[] = [];
  for (const given of givens) {
    if (given.type === 'suppose')
      groups.push({ type: 'lines', lines: given.statements, letters: lettersOf(given.statements) });
    else if (given.type === 'value' && given.task.kind === 'evaluate')
      groups.push({ type: 'value', name: given.name, expr: given.task.expr });
    else return undefined;
  }
  if (task.kind === 'solve')
    groups.push({ type: 'lines', lines: task.statements, letters: lettersOf(task.statements) });
  else if (task.kind === 'evaluate') groups.push({ type: 'lines', lines: [task.expr], letters: ['='] });
  else return undefined;
  return groups;
}

function groupsOf(text: string): number | undefined {
  const read = readProblem({ text });
  return read.type === 'read' ? groupsIn(read.reading)?.length : undefined;
}

function groupAt(text: string, at: number): Group | undefined {
  const read = readProblem({ text });
  return read.type === 'read' ? groupsIn(read.reading)?.[at] : undefined;
}

function lettersOf(lines: readonly Expr[]): readonly string[] {
  return [...new Set(lines.flatMap((line) => [...freeSymbols(line)]))];
}

/** How far a line is from holding; for a value that is asked for, from what it is to be. */
function residual(text: string, at: number, line: number, values: Readonly<Record<string, number>>): number {
  const group = groupAt(text, at);
  const expr = group?.type === 'lines' ? group.lines[line] : undefined;
  if (expr === undefined) return Number.NaN;
  if (expr.kind !== 'relation') return evaluate(expr, values) - (values['='] ?? 0);
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
  const put = (other: number): number => residualOf(replaceLiterals(text, [{ literal, text: other.toString() }]));
  const [one, two] = [put(value + 1), put(value + 3)];
  const slope = one - here;
  if (!Number.isFinite(slope) || slope === 0) return undefined;
  const isLinear = Math.abs(two - here - 3 * slope) < 1e-6 * (1 + Math.abs(two));
  if (!isLinear) return literal.text.length > 2 ? undefined : tried(put);
  const wanted = value - here / slope;
  const places = literal.text.split('.')[1]?.length ?? 0;
  const text10 = wanted.toFixed(places);
  const isExact = Math.abs(Number(text10) - wanted) < 1e-7 * (1 + Math.abs(wanted));
  const isShort = text10.replace('-', '').length <= literal.text.length + 1;
  return isExact && isShort && Number(text10) !== 0 ? text10 : undefined;
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
