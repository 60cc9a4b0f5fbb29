import assert from 'node:assert/strict';
import { checkClaim } from '../../../../src/core/check/claims.ts';
import type { Expr } from '../../../../src/core/math/expr.ts';
import { parseMath } from '../../../../src/core/math/read/parseMath.ts';
import type { Answer, Move } from '../../../../src/core/solve/derivation.ts';
import { equationKinds } from '../../../../src/core/solve/equations/equationKinds.ts';
import { equationRules } from '../../../../src/core/solve/equations/rules.ts';
import { expressionRules } from '../../../../src/core/solve/expressions/rules.ts';
import { unlimitedWork } from '../../../../src/core/solve/exactWork.ts';
import type { TaskOf } from '../../../../src/core/solve/task.ts';

export interface Question extends Partial<Omit<TaskOf<'solve'>, 'statements' | 'kind'>> {
  /** Statements separated by semicolons. */
  readonly solve: string;
}

export interface DerivedWay {
  readonly id: string;
  readonly moves: readonly Move[];
  readonly answer: Answer;
}

export interface Outcome {
  readonly ways: readonly DerivedWay[];
  /** The sentences of ways that are stuck. */
  readonly stuck: readonly string[];
}

const rules = { ...expressionRules, ...equationRules };

export function parsed(source: string): Expr {
  const result = parseMath(source);
  return result.type === 'parsed' ? result.expr : assert.fail(`${source}: ${result.message}`);
}

/** Derives every way for a question. */
export async function deriveSolve({ solve, ...options }: Question): Promise<Outcome> {
  const statements = solve.split(';').map((source) => parsed(source.trim()));
  const task: TaskOf<'solve'> = { kind: 'solve', statements, unknowns: [], domain: 'real', ...options };
  const ways: DerivedWay[] = [];
  const stuck: string[] = [];
  for (const kind of equationKinds) {
    for (const way of await kind.ways(task, unlimitedWork)) {
      const derivation = await way.derive();
      if (derivation.type === 'stuck') stuck.push(derivation.detail);
      else ways.push({ id: way.id, moves: derivation.moves, answer: derivation.answer });
    }
  }
  return { ways, stuck };
}

/** What must hold for every derivation: a line never repeated, no claim refuted, every rule known, words in every move. */
export function assertSound({ id, moves, answer }: DerivedWay, context: string): void {
  assert.ok(moves.length > 0, `${context} (${id}): no moves`);
  assert.notEqual(answer.verdict.kind, 'invalid', `${context} (${id}): ${answer.verdict.evidence ?? 'answer refuted'}`);
  moves.forEach((move, index) => {
    const before = moves[index - 1];
    assert.ok(
      move.latex === undefined || move.latex !== before?.latex,
      `${context} (${id}): repeats ${move.latex ?? ''}`,
    );
    assertMove(move, `${context} (${id})`);
  });
}

function assertMove(move: Move, context: string): void {
  assert.ok(move.text.length > 3, context);
  assert.ok(
    !/undefined|NaN|\[object/.test(`${move.text} ${move.latex ?? ''} ${move.why ?? ''}`),
    `${context}: ${move.text}`,
  );
  assert.ok(Object.hasOwn(rules, move.rule), `${context}: no rule ${move.rule}`);
  const verdict = checkClaim(move.claim);
  assert.notEqual(verdict.kind, 'invalid', `${context}: ${move.text} ${verdict.evidence ?? ''}`);
  for (const part of move.parts ?? []) assertMove(part, context);
}
