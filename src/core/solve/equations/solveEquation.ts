import { equals, num, or } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { contains, freeSymbols, hasSymbol } from '../../math/tree.ts';
import { Board } from './board.ts';
import { outcomeOf, solveCases } from './cases.ts';
import { solveByFactoring } from './factoredEquation.ts';
import { solveTrigonometric } from './trigonometricEquation.ts';
import { solveAbsolute } from './absoluteEquation.ts';
import { solveExponential } from './exponentialEquation.ts';
import { solveLogarithmic } from './logarithmicEquation.ts';
import { solveBySubstitution } from './substitutionEquation.ts';
import { classify, factorsWith, type EquationClass } from './classify.ts';
import { coefficient, coefficientsIn } from './coefficients.ts';
import { solveByUndoing } from './isolate.ts';
import { solveIdentity, solveRootOfSquare } from './identityEquation.ts';
import { solveLinear } from './linear.ts';
import { stuck, type Outcome, type Setting, type Solutions, type Stuck } from './outcome.ts';
import { solvePolynomial } from './polynomialEquation.ts';
import { byFormula } from './quadratic.ts';
import { byFactoring } from './quadraticFactoring.ts';
import { byCompletingSquare, bySquareRoots } from './quadraticSquares.ts';
import { bringToZero, isQuadratic, reduceNumbers } from './quadraticForm.ts';
import { solveRadical } from './radicalEquation.ts';
import { solveRational } from './rationalEquation.ts';
import { difference, isZero } from './tidy.ts';
import { sidesOf, tidySides } from './tidySides.ts';
import { math } from './words.ts';

const maxDepth = 8;

/** Solves one equation in the setting's unknown, by the method that its look suggests. */
export function solveEquation(line: Expr, setting: Setting): Outcome {
  setting.work.check();
  if (setting.depth > maxDepth)
    return stuck('This equation leads from one equation to the next without an end.', 'too-large');
  const known = readOff(line, setting.unknown);
  if (known !== undefined) return { type: 'solved', moves: [], solutions: known };
  const kind = classify(line, setting.unknown);
  if (hidesIdentity(line, kind)) {
    const identity = solveIdentity(line, setting);
    if (identity !== undefined) return identity;
  }
  const board = new Board(line, [setting.unknown]);
  switch (kind) {
    case 'constant':
      return outcomeOf(board, withoutUnknown(line));
    case 'product':
      return outcomeOf(board, solveProduct(board, setting));
    case 'linear': {
      const solutions = solveLinear(board, setting);
      return solutions === undefined
        ? stuck('This is not the linear equation that I took it for.')
        : outcomeOf(board, solutions);
    }
    case 'quadratic':
    case 'polynomial':
      if ((setting.method === undefined || setting.method === 'square-roots') && setting.domain === 'real') {
        const undone = solveByUndoing(line, setting);
        if (undone !== undefined) return undone;
      }
      return outcomeOf(board, solveByDegree(board, setting));
    default:
      return solveOther(line, kind, setting) ?? stuck(`I have no method for an equation like ${math(line)}.`);
  }
}

/** Polynomials and fractions are worked out on the board; what else is the same on both sides is seen at once. */
function hidesIdentity(line: Expr, kind: EquationClass): boolean {
  if (kind === 'linear') return contains(line, (node) => node.kind === 'power' && isZero(node.exponent));
  return !['constant', 'quadratic', 'polynomial', 'product', 'rational'].includes(kind);
}

/** The methods that may fit, in order; the first that does wins. */
function solveOther(line: Expr, kind: EquationClass, setting: Setting): Outcome | undefined {
  const methods = {
    rational: hasParameters(line, setting.unknown) ? [solveByUndoing, solveRational] : [solveRational],
    radical: [solveRootOfSquare, solveByUndoing, solveBySubstitution, solveRadical],
    absolute: [solveByUndoing, solveBySubstitution, solveAbsolute],
    exponential: [solveByUndoing, solveExponential, solveBySubstitution, solveByFactoring],
    logarithmic: [solveByUndoing, solveBySubstitution, solveLogarithmic, solveByFactoring],
    trigonometric: [solveByUndoing, solveBySubstitution, solveTrigonometric, solveByFactoring],
  };
  const order = kind in methods ? methods[kind as keyof typeof methods] : [solveByUndoing, solveBySubstitution];
  for (const method of [...order, solveRational]) {
    const outcome = method(line, setting);
    if (outcome !== undefined) return outcome;
  }
  return undefined;
}

/** x = 3, or 3 = x: nothing is left to be done. */
function readOff(line: Expr, unknown: string): Solutions | undefined {
  const [left, right] = sidesOf(line);
  if (left.kind !== 'symbol' || left.name !== unknown || hasSymbol(right, unknown)) return undefined;
  const value = coefficient(coefficientsIn(right, unknown) ?? [], 0);
  return toTex(value) === toTex(right) ? { type: 'roots', roots: [{ value: right }] } : undefined;
}

function withoutUnknown(line: Expr): Solutions {
  const [left, right] = sidesOf(line);
  if (isZero(difference(left, right))) return { type: 'every' };
  return { type: 'none', note: `${math(line)} is false.` };
}

function hasParameters(line: Expr, unknown: string): boolean {
  return freeSymbols(line).some((name) => name !== unknown);
}

/** A product that is 0. */
function solveProduct(board: Board, setting: Setting): Solutions | Stuck {
  const [left, right] = sidesOf(board.line);
  const lines = factorsWith(left, right, setting.unknown).map((factor) => equals(factor, num(0)));
  board.write({
    text:
      lines.length > 1
        ? `A product is $0$ only where one of its factors is $0$: ${lines.map(math).join(' or ')}.`
        : `A power is $0$ only where its base is $0$: ${lines.map(math).join()}.`,
    to: or(...lines),
    rule: 'zero-product',
    why: 'If no factor were 0, the product would not be 0 either; factors without the unknown are not 0.',
  });
  return solveCases(board, lines, setting);
}

/** A polynomial on each side. */
function solveByDegree(board: Board, setting: Setting): Solutions | Stuck {
  const { unknown } = setting;
  const sides = tidySides(board, unknown, { keepFractions: true });
  if (sides === undefined) return stuck('This is not the polynomial equation that I took it for.');
  const zeroed = bringToZero(board, sides, unknown);
  const items = reduceNumbers(board, zeroed, unknown);
  if (!isQuadratic(items)) return solvePolynomial(board, items, setting);
  const way = {
    factoring: () => byFactoring(board, items, setting),
    'square-roots': () => bySquareRoots(board, items, setting),
    'completing-square': () => byCompletingSquare(board, items, setting),
    'quadratic-formula': () => byFormula(board, items, setting),
  }[setting.method ?? ''];
  if (way === undefined) return solvePolynomial(board, items, setting);
  return way() ?? stuck('This method does not apply here.');
}
