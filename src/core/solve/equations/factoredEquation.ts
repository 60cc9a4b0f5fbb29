import { equals, multiply, num, power, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { factorPolynomial } from '../../math/factorPolynomial.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import type { Polynomial } from '../../math/polynomial.ts';
import { toRationalFunction } from '../../math/rationalFunction.ts';
import { hasSymbol } from '../../math/tree.ts';
import { Board } from './board.ts';
import { outcomeOf, solveCases } from './cases.ts';
import type { Outcome, Setting } from './outcome.ts';
import { sidesOf } from './tidySides.ts';
import { checkCandidates } from './candidates.ts';

/** x·e^x − 2e^x = 0, sin x cos x = sin x: everything on one side is a product. */
export function solveByFactoring(line: Expr, setting: Setting): Outcome | undefined {
  const { unknown } = setting;
  const [left, right] = sidesOf(line);
  const value = toRationalFunction({ kind: 'add', terms: [left, { kind: 'negate', operand: right }] });
  if (value === undefined || value.numerator.terms.length > 60) return undefined;
  const symbolOf = (name: string): Expr => value.kernels.get(name)?.expr ?? sym(name);
  const write = (p: Polynomial): Expr => polynomialToExpr(p, { symbolOf });
  const { factors, content } = factorPolynomial(value.numerator, setting.work);
  const written = factors.map(({ polynomial, multiplicity }) => ({ base: write(polynomial), multiplicity }));
  const own = written.filter(({ base }) => hasSymbol(base, unknown));
  if (own.length < 2) return undefined;
  const product = multiply(
    ...(content.abs().equals(1) ? [] : [num(content.abs())]),
    ...written.map(({ base, multiplicity }) => (multiplicity === 1 ? base : power(base, num(multiplicity)))),
  );
  const hasDenominator = value.denominator.variables.some((name) => hasSymbol(symbolOf(name), unknown));
  const board = new Board(line, [unknown]);
  const to = equals(product, num(0));
  board.write({
    text: 'Bring everything to one side and take out common factors.',
    to,
    rule: 'factor-out-function',
    why: 'A product is easier to compare with 0 than a sum.',
    claim: hasDenominator ? { type: 'implies', from: line, to, unknowns: [unknown] } : undefined,
  });
  const lines = own.map(({ base }) => equals(base, num(0)));
  board.write({
    text: 'A product is $0$ only where one of its factors is $0$.',
    to: { kind: 'or', items: lines },
    rule: 'zero-product',
    why: 'If no factor were 0, the product would not be 0 either.',
    isMinor: true,
  });
  const solutions = solveCases(board, lines, setting);
  if (solutions.type === 'stuck') return solutions;
  return outcomeOf(
    board,
    solutions.type === 'roots' ? checkIfNeeded(board, line, solutions, setting, hasDenominator) : solutions,
  );
}

function checkIfNeeded(
  ...[board, line, solutions, setting, isNeeded]: [...Parameters<typeof checkCandidates>, boolean]
): ReturnType<typeof checkCandidates> {
  return isNeeded ? checkCandidates(board, line, solutions, setting) : solutions;
}
