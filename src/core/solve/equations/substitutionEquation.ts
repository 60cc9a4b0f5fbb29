import { equals, num, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { coefficientsIn as polynomialCoefficients, type Polynomial } from '../../math/polynomial.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { toRationalFunction } from '../../math/rationalFunction.ts';
import { freeSymbols, hasSymbol, mapExpr, sameExpr, substitute } from '../../math/tree.ts';
import { Board } from './board.ts';
import { outcomeOf } from './cases.ts';
import {
  coefficientsIn,
  degreeOf,
  polynomialExpr,
  subtractCoefficients,
  trimmed,
  valueAt,
  type Coefficients,
} from './coefficients.ts';
import { peel } from './isolate.ts';
import { onePower } from './onePower.ts';
import type { Outcome, Setting } from './outcome.ts';
import { reduceToWhole } from './reduceToWhole.ts';
import { solvePolynomial } from './polynomialEquation.ts';
import { isZero, tidy } from './tidy.ts';
import { sidesOf } from './tidySides.ts';
import { math } from './words.ts';

/**
 * The unknown occurs in one expression only, in several powers of it: e^(2x) − 3e^x + 2 = 0, (ln x)² = ln x + 2.
 * A new letter for that expression makes it a polynomial equation.
 */
export function solveBySubstitution(line: Expr, setting: Setting): Outcome | undefined {
  const { unknown } = setting;
  const found = oneCall(line, unknown) ?? powerOf(line, unknown) ?? oneKernel(line, unknown);
  if (found === undefined) return undefined;
  const letter = freshLetter(line);
  const { kernel, items, below } = found;
  if (degreeOf(items) < 1) return undefined;
  // A sum of logarithms to one base becomes one logarithm.
  if (degreeOf(items) === 1 && kernel.kind === 'call' && ['ln', 'log'].includes(kernel.name)) return undefined;
  const board = new Board(line, [unknown]);
  const start = equals(polynomialExpr(items, letter), num(0));
  const inKernel = substitute(start, { [letter]: kernel });
  const [left, right] = sidesOf(line);
  const isWritten = sameExpr(left, kernel) || sameExpr(right, kernel);
  if (isWritten) return undefined;
  board.remark({
    text: `The unknown occurs only in ${math(kernel)}. Put $${letter}$ for ${math(kernel)} and bring everything to one side.`,
    why: 'The equation in the new letter is one that can be solved by algebra alone.',
    rule: 'substitution',
    claim:
      below === undefined
        ? { type: 'equivalent', from: line, to: inKernel, unknowns: [unknown] }
        : { type: 'implies', from: line, to: inKernel, unknowns: [unknown] },
    ...texOf(start),
  });
  const helper = new Board(start, [letter]);
  const solutions = solvePolynomial(helper, items, { ...setting, unknown: letter, method: undefined, domain: 'real' });
  if (solutions.type === 'stuck') return solutions;
  board.append(helper.moves, board.line);
  if (solutions.type !== 'roots')
    return outcomeOf(board, { type: 'none', note: `There is no real number for ${math(kernel)}.` });
  const kept = solutions.roots.filter((root) => below === undefined || !isZero(valueAt(below, root.value)));
  if (kept.length === 0)
    return outcomeOf(board, { type: 'none', note: 'A denominator would be 0 for each of these values.' });
  const values = kept.map((root) => root.value);
  board.write({
    text: `Put ${math(kernel)} back for $${letter}$.`,
    to: backLine(kernel, values),
    rule: 'substitute-back',
    why: `$${letter}$ was only a name for ${math(kernel)}.`,
    claim: { type: 'equivalent', from: inKernel, to: backLine(kernel, values), unknowns: [unknown] },
  });
  return outcomeOf(board, peel(board, { side: kernel, values, conditions: [] }, setting));
}

function powerOf(line: Expr, unknown: string): OneKernel | undefined {
  const found = onePower(line, unknown);
  return found && { ...found, items: reduceToWhole(found.items) };
}

function backLine(kernel: Expr, values: readonly Expr[]): Expr {
  const lines = values.map((value) => equals(kernel, value));
  const [only] = lines;
  return lines.length === 1 && only !== undefined ? only : { kind: 'or', items: lines };
}

function texOf(line: Expr): { readonly latex: string } {
  return { latex: math(line).slice(1, -1) };
}

interface OneKernel {
  readonly kernel: Expr;
  readonly items: Coefficients;
  /** The denominator as a polynomial in the new letter, where it contains it. */
  readonly below: Coefficients | undefined;
}

/** The unknown occurs only inside of one function, the same each time, as in 2 sin² x − 3 sin x + 1 = 0. */
function oneCall(line: Expr, unknown: string): OneKernel | undefined {
  let kernel: Expr | undefined;
  const marked = mapExpr(line, (node) => {
    if (node.kind !== 'call' || !hasSymbol(node, unknown)) return node;
    kernel ??= node;
    return sameExpr(kernel, node) ? sym('#u') : node;
  });
  if (kernel === undefined || hasSymbol(marked, unknown)) return undefined;
  const [left, right] = sidesOf(marked);
  const [own, other] = [coefficientsIn(left, '#u'), coefficientsIn(right, '#u')];
  if (own === undefined || other === undefined) return undefined;
  return { kernel, items: reduceToWhole(subtractCoefficients(own, other)), below: undefined };
}

/** left − right as a polynomial in one kernel that contains the unknown; the unknown itself doesn't occur otherwise. */
export function oneKernel(line: Expr, unknown: string): OneKernel | undefined {
  const [left, right] = sidesOf(line);
  const value = toRationalFunction({ kind: 'add', terms: [left, { kind: 'negate', operand: right }] });
  if (value === undefined || [...value.numerator.variables, ...value.denominator.variables].includes(unknown))
    return undefined;
  const own = [...new Set([...value.numerator.variables, ...value.denominator.variables])].filter((name) => {
    const kernel = value.kernels.get(name);
    return kernel !== undefined && hasSymbol(kernel.expr, unknown);
  });
  const [name] = own;
  const kernel = name === undefined ? undefined : value.kernels.get(name)?.expr;
  if (own.length !== 1 || name === undefined || kernel === undefined) return undefined;
  const read = (p: Polynomial): Coefficients =>
    trimmed(
      polynomialCoefficients(p, name).map((item) =>
        tidy(polynomialToExpr(item, { symbolOf: (other) => value.kernels.get(other)?.expr ?? sym(other) })),
      ),
    );
  const below = value.denominator.variables.includes(name) ? read(value.denominator) : undefined;
  return { kernel, items: reduceToWhole(read(value.numerator)), below };
}

export function freshLetter(line: Expr): string {
  const taken = new Set(freeSymbols(line));
  return ['u', 'v', 'w', 't', 's', 'z'].find((name) => !taken.has(name)) ?? 'u_1';
}

export function isPolynomialIn(expr: Expr, unknown: string): boolean {
  return coefficientsIn(expr, unknown) !== undefined;
}
