import type { Expr } from '../../math/expr.ts';
import { readPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { freeSymbols, sizeOf } from '../../math/tree.ts';
import type { Derivation, Move, Way } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import type { Task } from '../task.ts';
import { answerEqualTo } from './answer.ts';
import { combineFractions, hasLettersBelow, withoutNegativePowers } from './fractions.ts';
import { abstractKernels } from './kernels.ts';
import { Lines } from './lines.ts';
import { multiplyOut } from './multiplyOut.ts';
import { lettersBelowEvenRoots, simplifyRoots } from './roots.ts';

/** Beyond this an expression is no exercise any more. */
const largestSize = 20_000;

/** Expand, collect, simplify, combine into one fraction, and work out expressions that still hold letters. */
export const simplify: Kind = {
  id: 'simplify',
  tasks: ['simplify', 'expand', 'collect', 'combine', 'evaluate'],
  ways(task): readonly Way[] {
    const expr = exprOf(task);
    if (expr === undefined || freeSymbols(expr).length === 0) return [];
    return [{ id: 'term-by-term', name: 'working term by term', derive: () => derive(task, expr) }];
  },
};

function exprOf(task: Task): Expr | undefined {
  switch (task.kind) {
    case 'simplify':
    case 'expand':
    case 'collect':
    case 'combine':
    case 'evaluate':
      return task.expr;
    default:
      return undefined;
  }
}

const tooLarge: Derivation = {
  type: 'stuck',
  reason: 'too-large',
  detail: 'Multiplied out, this would be too long to be worked out step by step.',
};

function derive(task: Task, asked: Expr): Derivation {
  if (sizeOf(asked) > largestSize)
    return {
      type: 'stuck',
      reason: 'too-large',
      detail: 'This expression is too large to be worked out step by step.',
    };
  const positive = [...new Set([...(task.kind === 'simplify' ? task.positive : []), ...lettersBelowEvenRoots(asked)])];
  const variable = task.kind === 'collect' ? task.variable : undefined;
  const opening = new Lines(asked, { positive });
  simplifyRoots(opening, new Set(positive));
  const rewritten = withoutNegativePowers(opening.line);
  opening.write(rewritten, {
    text: 'Write negative powers below the line.',
    rule: 'negative-power',
    why: '$a^{-n} = \\frac{1}{a^n}$.',
    isMinor: true,
  });
  const kernels = abstractKernels(rewritten);
  const lines = new Lines(kernels.expr, { positive, show: kernels.show, isContinuation: opening.moves.length > 0 });
  const isDone = hasLettersBelow(kernels.expr) ? combineFractions(lines) : multiplyOut(lines, variable);
  if (!isDone && readPolynomial(kernels.expr).type === 'tooLarge') return tooLarge;
  if (!isDone)
    return { type: 'stuck', reason: 'unsupported', detail: 'I find no way to simplify this that I could explain.' };
  const result = kernels.show(lines.line);
  const moves = [...opening.moves, ...lines.moves];
  return {
    type: 'solved',
    moves: moves.length > 0 ? moves : [nothingToDo(asked, lines)],
    answer: answerEqualTo(asked, result, { positive }),
  };
}

function nothingToDo(asked: Expr, lines: Lines): Move {
  return {
    text: 'There are no brackets to multiply out, no like terms to collect and nothing to cancel: it is as simple as it gets.',
    latex: lines.latexOf(lines.line),
    rule: 'already-simple',
    claim: { type: 'equal', left: asked, right: asked },
  };
}
