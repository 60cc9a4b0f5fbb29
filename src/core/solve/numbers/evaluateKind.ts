import type { Expr } from '../../math/expr.ts';
import { toText } from '../../math/print/toText.ts';
import { children, contains, sizeOf } from '../../math/tree.ts';
import { isInteger, type Rational } from '../../math/rational.ts';
import type { Derivation, Move } from '../derivation.ts';
import type { ExactWork } from '../exactWork.ts';
import type { Kind } from '../kind.ts';
import { evaluateMoves } from './evaluateMoves.ts';
import { exactNumber, type NoNumber } from './exactNumber.ts';
import { styleOf } from './numberTable.ts';
import { sameRadical, toRational, type Radical } from './radical.ts';
import { answerOf, confirmed, math, stuck, tex, way } from './write.ts';

/** More numbers than this are not a calculation to be followed step by step. */
const mostNodes = 4000;
const deepest = 150;
/** The longest formula that a sentence quotes, in characters of TeX. */
const longestFormula = 300;

const numericKinds = new Set<Expr['kind']>([
  'number',
  'add',
  'negate',
  'multiply',
  'divide',
  'power',
  'root',
  'abs',
  'factorial',
  'call',
]);

/** Expressions without letters: exact arithmetic with integers, fractions, decimals and roots. */
export const evaluateKind: Kind = {
  id: 'arithmetic',
  tasks: ['evaluate', 'simplify', 'expand', 'collect', 'combine', 'rationalizeDenominator'],
  ways: (task, work) => {
    if (!('expr' in task) || !isNumeric(task.expr)) return [];
    const { expr } = task;
    if (sizeOf(expr) > mostNodes || isDeeperThan(expr, deepest)) {
      return [
        way('arithmetic', 'order of operations', () =>
          stuck('too-large', 'This expression has more numbers or brackets than I work through step by step.'),
        ),
      ];
    }
    const value = exactNumber(expr, work);
    return value.type === 'other' ? [] : [way('arithmetic', 'order of operations', () => derive(expr, work))];
  },
};

/** Level by level, without recursion: an expression may be nested thousands deep. */
function isDeeperThan(expr: Expr, limit: number): boolean {
  let level: readonly Expr[] = [expr];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((node) => children(node));
  }
  return false;
}

export function isNumeric(expr: Expr): boolean {
  return !contains(expr, (node) => !numericKinds.has(node.kind));
}

function derive(expr: Expr, work: ExactWork): Derivation {
  const style = styleOf(expr);
  const evaluated = evaluateMoves(expr, style, work);
  if (evaluated.type !== 'evaluated') return noNumber(evaluated);
  const { moves, value, result } = evaluated;
  const second = exactNumber(expr, work);
  if (second.type !== 'number') return noNumber(second);
  const agrees = sameRadical(second.value, value);
  const formula = `${tex(expr)} = ${tex(result)}`;
  const verdict = confirmed(
    agrees,
    formula.length > longestFormula
      ? 'Worked out a second time in one go, exactly, with the same result.'
      : `Worked out a second time in one go, exactly: $${formula}$.`,
  );
  const answer = answerOf(result, verdict);
  if (moves.length > 0) return { type: 'solved', moves: withLength(withMixedForm(moves, expr, value), value), answer };
  if (toText(expr) !== answer.text)
    return {
      type: 'solved',
      moves: [
        {
          text: `Written plainly this is ${math(result)}.`,
          latex: `${tex(expr)} = ${tex(result)}`,
          rule: 'state-answer',
          claim: { type: 'equal', left: expr, right: result },
        },
      ],
      answer,
    };
  return {
    type: 'solved',
    moves: [
      {
        text: `${math(result)} is in its simplest form already, so there is nothing left to work out.`,
        latex: tex(result),
        rule: 'state-answer',
        claim: { type: 'equal', left: expr, right: result },
      },
    ],
    answer,
  };
}

/** Where the question is written in mixed numbers, the result is named as one too. */
function withMixedForm(moves: readonly Move[], expr: Expr, value: Radical): readonly Move[] {
  const plain = toRational(value);
  const last = moves.at(-1);
  const isMixed =
    expr.kind !== 'number' && contains(expr, (node) => node.kind === 'number' && node.notation === 'mixed');
  if (!isMixed || last === undefined || plain === undefined || isInteger(plain) || plain.n < plain.d) return moves;
  return withRemark(moves, `As a mixed number that is $${mixedTex(plain)}$.`);
}

/** Nobody counts the digits of a long number. */
function withLength(moves: readonly Move[], value: Radical): readonly Move[] {
  const plain = toRational(value);
  const digits = plain !== undefined && isInteger(plain) ? plain.n.toString().length : 0;
  return digits < 60 ? moves : withRemark(moves, `The result has ${digits.toString()} digits.`);
}

/** Says something more in the last move, and in the last of its parts. */
function withRemark(moves: readonly Move[], remark: string): readonly Move[] {
  return moves.map((move, index) => {
    if (index < moves.length - 1) return move;
    const said = { ...move, text: `${move.text} ${remark}` };
    return move.parts === undefined ? said : { ...said, parts: withRemark(move.parts, remark) };
  });
}

/** -17/5 as -3\frac{2}{5}. */
export function mixedTex(value: Rational): string {
  const whole = value.n / value.d;
  return `${value.s < 0n ? '-' : ''}${whole.toString()}\\frac{${(value.n % value.d).toString()}}{${value.d.toString()}}`;
}

export function noNumber(reason: NoNumber): Derivation {
  if (reason.type === 'undefined') return stuck('nothing-to-do', reason.detail);
  if (reason.type === 'too-large') return stuck('too-large', reason.detail);
  return stuck('unsupported', 'I can’t give this number exactly.');
}
