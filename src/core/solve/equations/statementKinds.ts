import { areEqual } from '../../math/equality.ts';
import { certifiedTruth } from '../../math/certify.ts';
import { and, equals, relation, num } from '../../math/build.ts';
import type { Expr, ExprOf } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { freeSymbols } from '../../math/tree.ts';
import type { Verdict } from '../../session/step.ts';
import type { Answer, Derivation, Move } from '../derivation.ts';
import type { ExactWork } from '../exactWork.ts';
import type { Kind } from '../kind.ts';
import { denominatorsOf } from './rationalEquation.ts';
import { dividesByZero } from './meaning.ts';
import { asStatement, chooseUnknown, settingFor } from './readTask.ts';
import { solveEquation } from './solveEquation.ts';
import { solutionsLine } from './solutionsLine.ts';
import { difference, isZero, rationalOf, tidy } from './tidy.ts';
import { math } from './words.ts';

type Relation = ExprOf<'relation'>;

/** "Solve 3 + 5 = 8": there is no unknown, so the statement is true or false. */
export const noUnknownKind: Kind = {
  id: 'no-unknown',
  tasks: ['solve'],
  ways: (task) => {
    if (task.kind !== 'solve') return [];
    const statements = task.statements.map(asStatement);
    if (statements.length === 0 || statements.some((statement) => freeSymbols(statement).length > 0)) return [];
    return [{ id: 'look', name: 'looking at both sides', derive: () => decideNumbers(and(...statements)) }];
  },
};

function decideNumbers(statement: Expr): Derivation {
  const truth = certifiedTruth(statement);
  if (truth === 'undefined') return noMeaning(statement);
  if (truth === 'unknown')
    return {
      type: 'stuck',
      reason: 'unsupported',
      detail: 'There is no unknown in this, and I cannot decide whether it is true.',
    };
  const isTrue = truth === 'true';
  const claimed = isTrue ? statement : opposite(statement);
  const move: Move = {
    text: `There is no unknown here, so nothing is to be solved: ${math(statement)} is simply ${isTrue ? 'true' : 'false'}.`,
    latex: claimed === undefined ? toTex(statement) : toTex(worked(claimed)),
    why: 'Without an unknown, a statement about numbers is either true or false.',
    rule: 'identity',
    claim: claimed === undefined ? { type: 'none' } : { type: 'holds', statement: claimed },
  };
  const verdict: Verdict = {
    kind: 'proved',
    how: 'certified',
    evidence: `${math(statement)} is ${isTrue ? 'true' : 'false'}.`,
  };
  return { type: 'solved', moves: [move], answer: truthAnswer(isTrue, verdict) };
}

/** 8 = 8 for 3 + 5 = 8 */
function worked(statement: Expr): Expr {
  return statement.kind === 'relation' ? { ...statement, operands: statement.operands.map(tidy) } : statement;
}

function opposite(statement: Expr): Expr | undefined {
  if (statement.kind !== 'relation' || statement.operators.length !== 1) return undefined;
  const [left, right] = statement.operands;
  const turned = {
    '=': '!=',
    '!=': '=',
    '<': '>=',
    '<=': '>',
    '>': '<=',
    '>=': '<',
    in: undefined,
    approx: undefined,
  } as const;
  const operator = statement.operators[0] === undefined ? undefined : turned[statement.operators[0]];
  return left === undefined || right === undefined || operator === undefined
    ? undefined
    : relation(left, operator, right);
}

function truthAnswer(isTrue: boolean, verdict: Verdict): Answer {
  return { text: isTrue ? 'True' : 'False', latex: `\\text{${isTrue ? 'True' : 'False'}}`, verdict };
}

/** "Is 5 + (x − 5) = x?": true for every value of the letters, or for none, or for some. */
export const identityKind: Kind = {
  id: 'identity',
  tasks: ['decide'],
  ways: (task, work) => {
    if (task.kind !== 'decide' || task.statement.kind !== 'relation' || freeSymbols(task.statement).length === 0)
      return [];
    const { statement } = task;
    if (statement.operators.length !== 1 || !['=', '!='].includes(statement.operators[0] ?? '')) return [];
    return [{ id: 'identity', name: 'simplifying both sides', derive: () => decideIdentity(statement, work) }];
  },
};

function decideIdentity(statement: Relation, work: ExactWork): Derivation {
  const [left = num(0), right = num(0)] = statement.operands;
  if (dividesByZero(statement)) return noMeaning(statement);
  const isEquality = statement.operators[0] === '=';
  const equality = areEqual(left, right, { work });
  const [a, b] = [tidy(left), tidy(right)];
  const letters = freeSymbols(statement);
  const moves: Move[] = [];
  const isSimple = toTex(a) === toTex(left) && toTex(b) === toTex(right);
  if (!isSimple && equality.result !== 'equal') {
    moves.push({
      text: 'Simplify both sides.',
      latex: `${toTex(a)} \\overset{?}{=} ${toTex(b)}`,
      why: 'In their simplest form it is easy to see whether two expressions are the same.',
      rule: 'collect-terms',
      claim: {
        type: 'all',
        claims: [
          { type: 'equal', left, right: a },
          { type: 'equal', left: right, right: b },
        ],
      },
      isMinor: true,
    });
  }
  const where = denominatorsOf(statement, letters[0] ?? 'x').length > 0 ? ' for which both sides have a value' : '';
  if (equality.result === 'equal') {
    const verdict: Verdict =
      equality.how === 'points'
        ? { kind: 'valid', how: 'points', points: equality.points }
        : { kind: 'proved', how: equality.how };
    moves.push({
      text: `${isSimple ? 'Both sides' : `Simplified, both sides are ${math(a)}. They`} are the same for all values of the letters${where}, so the statement is ${isEquality ? 'true' : 'false'}.`,
      latex: toTex(equals(a, a)),
      why: 'An equation whose sides are the same expression is true whatever the letters stand for.',
      rule: 'identity',
      claim: { type: 'equal', left, right },
    });
    return { type: 'solved', moves, answer: truthAnswer(isEquality, verdict) };
  }
  if (equality.result === 'unknown')
    return { type: 'stuck', reason: 'unsupported', detail: 'I cannot decide whether both sides are the same.' };
  const verdict: Verdict = { kind: 'proved', how: equality.how };
  moves.push({
    text: isEquality
      ? `The sides are not the same${sometimes(statement, work)}, so the statement is false.`
      : 'The sides are different, so the statement is true in general.',
    latex: toTex(relation(a, '!=', b)),
    why: 'One value of the letters for which the sides differ is enough.',
    rule: 'no-solution',
    claim:
      isZero(difference(a, b)) || rationalOf(difference(a, b)) === undefined
        ? { type: 'none' }
        : { type: 'holds', statement: relation(difference(a, b), '!=', num(0)) },
  });
  return { type: 'solved', moves, answer: truthAnswer(!isEquality, verdict) };
}

/** Where the statement does hold, in a subordinate clause. */
function sometimes(statement: Relation, work: ExactWork): string {
  const unknown = chooseUnknown(freeSymbols(statement));
  if (unknown === undefined) return '';
  const setting = settingFor(
    { kind: 'solve', statements: [statement], unknowns: [unknown], domain: 'real' },
    unknown,
    work,
  );
  const outcome = solveEquation(statement, setting);
  if (outcome.type === 'stuck') return '';
  if (outcome.solutions.type === 'none') return `, whatever $${toTex({ kind: 'symbol', name: unknown })}$ is`;
  return outcome.solutions.type === 'roots'
    ? ` in general (only for ${math(solutionsLine(unknown, outcome.solutions.roots))})`
    : ' in general';
}

export function noMeaning(statement: Expr): Derivation {
  return {
    type: 'stuck',
    reason: 'nothing-to-do',
    detail: `${math(statement)} has no meaning, because it divides by $0$.`,
  };
}
