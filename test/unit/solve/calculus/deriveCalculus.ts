import assert from 'node:assert/strict';
import { checkClaim } from '../../../../src/core/check/claims.ts';
import { areEqual } from '../../../../src/core/math/equality.ts';
import type { Expr } from '../../../../src/core/math/expr.ts';
import { parseMath } from '../../../../src/core/math/read/parseMath.ts';
import { derivative } from '../../../../src/core/solve/calculus/derivative.ts';
import { extrema } from '../../../../src/core/solve/calculus/extrema.ts';
import { integral } from '../../../../src/core/solve/calculus/integral.ts';
import { limit } from '../../../../src/core/solve/calculus/limit.ts';
import { sum } from '../../../../src/core/solve/calculus/sum.ts';
import { tangent } from '../../../../src/core/solve/calculus/tangent.ts';
import type { Derivation, Move } from '../../../../src/core/solve/derivation.ts';
import { unlimitedWork } from '../../../../src/core/solve/exactWork.ts';
import { ruleOf } from '../../../../src/core/solve/rules.ts';
import type { Task } from '../../../../src/core/solve/task.ts';
import { isVerified } from '../../../../src/core/solve/verdicts.ts';

export type Solved = Extract<Derivation, { type: 'solved' }>;

const kinds = [derivative, integral, extrema, tangent, limit, sum];

export function expr(source: string): Expr {
  const parsed = parseMath(source);
  return parsed.type === 'parsed' ? parsed.expr : assert.fail(`${source} does not parse: ${parsed.message}`);
}

export async function derive(task: Task): Promise<Derivation> {
  const kind = kinds.find((each) => each.tasks.includes(task.kind));
  const [way] = (await kind?.ways(task, unlimitedWork)) ?? [];
  return way === undefined ? assert.fail(`no way to do ${task.kind}`) : way.derive();
}

/** Solved, with every move's claim standing up and every rule explained. */
export async function solve(task: Task): Promise<Solved> {
  const derivation = await derive(task);
  if (derivation.type !== 'solved') assert.fail(derivation.detail);
  assert.ok(derivation.moves.length > 0);
  assertSound(derivation.moves);
  return derivation;
}

function assertSound(moves: readonly Move[]): void {
  for (const move of moves) {
    assert.ok(move.text.length > 0);
    assert.ok(ruleOf(move.rule) !== undefined, `rule ${move.rule} is not explained`);
    assert.notEqual(checkClaim(move.claim).kind, 'invalid', move.text);
    if (move.parts !== undefined) assertSound(move.parts);
  }
}

export async function assertVerified(task: Task): Promise<Solved> {
  const solved = await solve(task);
  assert.ok(isVerified(solved.answer.verdict), `${solved.answer.text}: ${JSON.stringify(solved.answer.verdict)}`);
  return solved;
}

export async function assertValue(task: Task, expected: string): Promise<Solved> {
  const solved = await assertVerified(task);
  assert.equal(
    areEqual(expr(solved.answer.text), expr(expected)).result,
    'equal',
    `${solved.answer.text} is not ${expected}`,
  );
  return solved;
}

export function wordsOf(solved: Solved): string {
  return solved.moves.map((move) => move.text).join('\n');
}
