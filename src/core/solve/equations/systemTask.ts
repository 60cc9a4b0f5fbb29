import { and, equals, relation, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { toText } from '../../math/print/toText.ts';
import { freeSymbols, hasSymbol } from '../../math/tree.ts';
import type { Derivation, Move } from '../derivation.ts';
import type { ExactWork } from '../exactWork.ts';
import type { TaskOf } from '../task.ts';
import { solveBySubstituting } from './nonlinearSystem.ts';
import { readLinear, unknownsOf } from './linearSystem.ts';
import { settingFor } from './readTask.ts';
import { solveLinearSystem, type SystemMethod } from './system.ts';
import { verdictOfSystem } from './verdict.ts';
import { listWords, math } from './words.ts';

/** Derives the solution of a linear system, by one of the two methods. */
export function solveSystemTask(task: TaskOf<'solve'>, method: SystemMethod, work: ExactWork): Derivation {
  const statements = task.statements.flatMap(splitChain);
  const letters = [...new Set(statements.flatMap((statement) => [...freeSymbols(statement)]))];
  if (letters.length === 0)
    return { type: 'stuck', reason: 'nothing-to-do', detail: 'There is no unknown in this problem.' };
  const asked = task.unknowns.length > 0 ? task.unknowns.filter((name) => letters.includes(name)) : undefined;
  const unknowns = unknownsOf(statements, asked ?? letters.slice(0, statements.length));
  const wanted = asked ?? unknowns;
  const setting = settingFor(task, wanted[0] ?? 'x', work);
  if (statements.some((statement) => readLinear(statement, unknowns) === undefined)) {
    const nonlinear = method === 'substitution' ? solveBySubstituting(task, statements, work) : undefined;
    if (nonlinear !== undefined) return nonlinear;
  }
  const result = solveLinearSystem(statements, unknowns, wanted, method, setting);
  if (result.type === 'stuck') return result;
  const verdict = verdictOfSystem(statements, unknowns, result, work);
  if (result.type === 'none') {
    const closing: Move = {
      text: `${result.note} So the system has no solution.`,
      latex: '\\emptyset',
      rule: 'no-solution',
      why: 'A false line follows from the equations, so they cannot hold together.',
      claim: {
        type: 'equivalent',
        from: and(...statements),
        to: relation(sym(unknowns[0] ?? 'x'), 'in', { kind: 'emptySet' }),
        unknowns,
      },
    };
    return {
      type: 'solved',
      moves: [...result.moves, closing],
      answer: { text: 'no solution', latex: '\\emptyset', verdict },
    };
  }
  const lines = wanted
    .map((name) => equals(sym(name), result.values[name] ?? sym(name)))
    .filter((line) => toTex(line.operands[0] ?? line) !== toTex(line.operands[1] ?? line));
  const free = result.free.filter(
    (name) => lines.some((line) => hasSymbol(line.operands[1] ?? line, name)) || wanted.includes(name),
  );
  const line = and(...lines);
  const freeWords = free.length === 0 ? '' : `${listWords(free.map((name) => name))} any number`;
  const latex = [...lines.map(toTex), ...free.map((name) => `${toTex(sym(name))} \\in \\mathbb{R}`)].join(',\\quad ');
  const moves = [...result.moves];
  const last = moves.at(-1);
  const isSaid = last?.latex === toTex(line) || last?.latex === latex;
  if (free.length > 0) {
    moves.push({
      text: `Nothing fixes ${listWords(free.map((name) => math(sym(name))))}: ${free.length === 1 ? 'it' : 'they'} may be any number, and there are infinitely many solutions.`,
      latex,
      rule: 'free-unknown',
      why: 'There are fewer independent equations than unknowns.',
      claim: { type: 'none' },
    });
  } else if (last !== undefined && !isSaid) {
    moves[moves.length - 1] = { ...last, latex };
  }
  if (moves.length === 0) {
    moves.push({
      text: 'The values are given already.',
      latex,
      rule: 'state-answer',
      why: 'Each unknown stands alone.',
      claim: { type: 'equivalent', from: and(...statements), to: line, unknowns },
    });
  }
  const answer = { text: [...lines.map(toText), ...(freeWords === '' ? [] : [freeWords])].join(', '), latex, verdict };
  if (free.length > 0) return { type: 'solved', moves, answer };
  const only = wanted.length === 1 ? result.values[wanted[0] ?? ''] : undefined;
  return {
    type: 'solved',
    moves,
    answer: { ...answer, values: result.values, ...(only === undefined ? {} : { value: only }) },
  };
}

/** a = b = c says two things. */
function splitChain(statement: Expr): readonly Expr[] {
  if (
    statement.kind !== 'relation' ||
    statement.operators.length === 1 ||
    !statement.operators.every((operator) => operator === '=')
  )
    return [statement];
  return statement.operands.slice(1).flatMap((operand, index) => {
    const before = statement.operands[index];
    return before === undefined ? [] : [equals(before, operand)];
  });
}
