import assert from 'node:assert/strict';
import { checkClaim } from '../../../../src/core/check/claims.ts';
import type { Expr } from '../../../../src/core/math/expr.ts';
import { parseMath } from '../../../../src/core/math/read/parseMath.ts';
import type { Derivation, Move } from '../../../../src/core/solve/derivation.ts';
import { unlimitedWork } from '../../../../src/core/solve/exactWork.ts';
import { stretchAt } from '../../../../src/core/solve/grain.ts';
import { numberKinds } from '../../../../src/core/solve/numbers/numberKinds.ts';
import { numberRules } from '../../../../src/core/solve/numbers/rules.ts';
import type { Task } from '../../../../src/core/solve/task.ts';
import { isVerified } from '../../../../src/core/solve/verdicts.ts';

export type Solved = Extract<Derivation, { type: 'solved' }>;

export function expr(source: string): Expr {
  const parsed = parseMath(source);
  return parsed.type === 'parsed' ? parsed.expr : assert.fail(`${source} does not parse: ${parsed.message}`);
}

export function exprs(...sources: readonly string[]): readonly Expr[] {
  return sources.map(expr);
}

/** Every way of every kind of number question, worked to its end. */
export async function derivations(task: Task): Promise<readonly Derivation[]> {
  const found: Derivation[] = [];
  for (const kind of numberKinds) {
    if (!kind.tasks.includes(task.kind)) continue;
    for (const way of await kind.ways(task, unlimitedWork)) found.push(await way.derive());
  }
  return found;
}

/** The first way, which has to lead to an answer, and everything about it has to hold. */
export async function solve(task: Task): Promise<Solved> {
  const [first, ...others] = await derivations(task);
  assert.ok(first, `no way to do ${task.kind}`);
  for (const derivation of [first, ...others]) if (derivation.type === 'solved') assertSound(derivation);
  return first.type === 'solved' ? first : assert.fail(first.detail);
}

export async function answerTo(task: Task): Promise<string> {
  return (await solve(task)).answer.text;
}

/** Solved, confirmed independently, and in the given form, by every way there is. */
export async function assertAnswer(task: Task, expected: string): Promise<void> {
  const { answer } = await solve(task);
  assert.equal(answer.text, expected);
  assert.ok(isVerified(answer.verdict), `not verified: ${answer.verdict.kind}`);
  for (const other of await derivations(task)) if (other.type === 'solved') assert.equal(other.answer.text, expected);
}

export async function assertStuck(task: Task, reason: string, words: RegExp): Promise<void> {
  const [first] = await derivations(task);
  assert.ok(first, `no way to do ${task.kind}`);
  if (first.type !== 'stuck') assert.fail(`answered ${first.answer.text}`);
  assert.equal(first.reason, reason);
  assert.match(first.detail, words);
}

/** Claims hold, rules exist, nothing is said twice, and every grain tells the whole of it. */
export function assertSound(derivation: Solved): void {
  assert.ok(derivation.moves.length > 0, 'no moves');
  for (const move of leaves(derivation.moves)) assertMove(move);
  for (const move of derivation.moves) assertMove(move);
  for (const grain of ['fine', 'normal', 'coarse'] as const) {
    const told: string[] = [];
    let last: string | undefined;
    for (
      let stretch = stretchAt(derivation.moves, 0, grain);
      stretch !== undefined;
      stretch = stretchAt(derivation.moves, stretch.cursor, grain)
    ) {
      told.push(`${stretch.text} ${stretch.latex ?? ''}`);
      last = stretch.latex;
    }
    assert.equal(new Set(told).size, told.length, `a step repeats another one: ${told.join(' | ')}`);
    assert.equal(last, derivation.moves.at(-1)?.latex, `${grain} ends at another line`);
  }
}

function assertMove(move: Move): void {
  assert.ok(Object.hasOwn(numberRules, move.rule), `unknown rule ${move.rule}`);
  assert.match(move.text, /[.!?]$/, move.text);
  assert.doesNotMatch(move.text, /undefined|NaN|\[object|\$\$/, move.text);
  assert.equal([...move.text.matchAll(/\$/g)].length % 2, 0, `unbalanced dollars: ${move.text}`);
  if (move.claim.type === 'none') return;
  const verdict = checkClaim(move.claim);
  assert.ok(
    verdict.kind === 'proved' || verdict.kind === 'valid',
    `${verdict.kind} (${verdict.evidence ?? ''}): ${move.text}`,
  );
}

function leaves(moves: readonly Move[]): readonly Move[] {
  return moves.flatMap((move) => (move.parts?.length ? leaves(move.parts) : [move]));
}
