import type { Expr } from '../../math/expr.ts';
import { add, multiply, num, power, sym } from '../../math/build.ts';
import { coefficientsIn, isZeroPolynomial } from '../../math/polynomial.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { readPolynomial, toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { freeSymbols, sizeOf } from '../../math/tree.ts';
import type { Derivation, Move, Way } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import type { Task } from '../task.ts';
import { answerEqualTo } from './answer.ts';
import { combineFractions, hasLettersBelow, withoutNegativePowers } from './fractions.ts';
import { useIdentities } from './identities.ts';
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
  const isDone = hasLettersBelow(kernels.expr)
    ? combineFractions(lines, task.kind === 'combine' ? 'expanded' : 'factored')
    : multiplyOut(lines, variable);
  if (!isDone && readPolynomial(kernels.expr).type === 'tooLarge') return tooLarge;
  if (!isDone)
    return { type: 'stuck', reason: 'unsupported', detail: 'I find no way to simplify this that I could explain.' };
  const soFar = [...opening.moves, ...lines.moves];
  const closing = new Lines(kernels.show(lines.line), { positive, isContinuation: soFar.length > 0 });
  if (kernels.count > 0) useIdentities(closing, positive);
  if (variable !== undefined) groupByPowers(closing, variable);
  const moves = [...soFar, ...closing.moves];
  return {
    type: 'solved',
    moves: moves.length > 0 ? moves : [nothingToDo(asked, lines)],
    answer: answerEqualTo(asked, closing.line, { positive }),
  };
}

/** (a + c)x² + (b − 1)x: with other letters in it, each power of the letter gets one bracket. */
function groupByPowers(lines: Lines, variable: string): void {
  const polynomial = toPolynomial(lines.line);
  if (polynomial === undefined || polynomial.variables.length < 2 || !polynomial.variables.includes(variable)) return;
  const x = sym(variable);
  const groups = coefficientsIn(polynomial, variable)
    .map((coefficient, exponent) => ({ coefficient, exponent }))
    .filter(({ coefficient }) => !isZeroPolynomial(coefficient))
    .reverse();
  const terms = groups.map(({ coefficient, exponent }) => {
    const shown = polynomialToExpr(coefficient);
    const raised = exponent === 1 ? x : power(x, num(exponent));
    const isOne = shown.kind === 'number' && shown.value.n === 1n && shown.value.d === 1n;
    return exponent === 0 ? shown : isOne ? raised : multiply(shown, raised);
  });
  lines.write(add(...terms), {
    text: `Take each power of ${lines.math(x)} out of the terms that hold it.`,
    rule: 'collect-powers',
    why: 'Terms with the same power of the letter are multiples of it, whatever else they hold.',
  });
}

function nothingToDo(asked: Expr, lines: Lines): Move {
  return {
    text: 'There are no brackets to multiply out, no like terms to collect and nothing to cancel here.',
    latex: lines.latexOf(lines.line),
    rule: 'already-simple',
    claim: { type: 'equal', left: asked, right: asked },
  };
}
