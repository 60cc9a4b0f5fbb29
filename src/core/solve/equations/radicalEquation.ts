import { solutionsLine } from './solutionsLine.ts';
import { add, equals, multiply, negate, num, power, sqrt } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { contains, hasSymbol, mapExpr } from '../../math/tree.ts';
import { Board } from './board.ts';
import { outcomeOf } from './cases.ts';
import { checkCandidates } from './candidates.ts';
import { termsOf } from './coefficients.ts';
import type { Outcome, Setting } from './outcome.ts';
import { quotient, rationalOf, tidy } from './tidy.ts';
import { sidesOf } from './tidySides.ts';
import { math } from './words.ts';

/** The unknown stands under a root more than once, or also outside: isolate one root, raise both sides, check the candidates. */
export function solveRadical(line: Expr, setting: Setting): Outcome | undefined {
  const { unknown } = setting;
  const board = new Board(line, [unknown]);
  const isolated = isolateRoot(board, unknown);
  if (isolated === undefined) return undefined;
  const { radical, rest, index } = isolated;
  const [, right] = sidesOf(board.line);
  const raised = joinRoots(tidy(power(rest, num(index))), unknown);
  const radicand = radicandOf(radical);
  const to = equals(radicand, expandPower(right, index, raised));
  const name = index === 2 ? 'Square both sides' : `Raise both sides to the power $${index.toString()}$`;
  board.write({
    text: `${name}${right.kind === 'add' ? `: on the right ${math(equals(power(right, num(index)), raised))}` : ''}.`,
    to,
    rule: 'square-both-sides',
    why:
      index % 2 === 0
        ? 'Equal numbers have equal squares. The other way round is not sure, so the candidates must be checked at the end.'
        : 'Equal numbers have equal powers.',
    claim: { type: 'implies', from: board.line, to, unknowns: [unknown] },
  });
  const inner = setting.solve(to, { ...setting, depth: setting.depth + 1, method: undefined, isInsideRadical: true });
  if (inner.type === 'stuck') return inner;
  const { solutions } = inner;
  board.append(inner.moves, solutions.type === 'roots' ? solutionsLine(unknown, solutions.roots) : to);
  // What holds for every number after raising to a power need not have held before.
  if (solutions.type === 'every') return undefined;
  if (solutions.type !== 'roots') return outcomeOf(board, solutions);
  // A check inside, against a line that is itself a consequence, would only be repeated: the outermost one decides.
  return outcomeOf(
    board,
    setting.depth > 0 && setting.isInsideRadical === true
      ? solutions
      : checkCandidates(board, line, solutions, setting),
  );
}

function expandPower(side: Expr, index: number, raised: Expr): Expr {
  return side.kind === 'symbol' ? power(side, num(index)) : raised;
}

interface Isolated {
  readonly radical: Expr;
  readonly rest: Expr;
  readonly index: number;
}

/** √2·√(2 − x) is √(4 − 2x): the normal form takes numbers out of a radicand. */
function joinRoots(expr: Expr, unknown: string): Expr {
  return mapExpr(expr, (node) => {
    if (node.kind !== 'multiply') return node;
    const [number, other] = [false, true].map((isOwn) =>
      node.factors.find(
        (factor) => factor.kind === 'root' && factor.index === undefined && hasSymbol(factor, unknown) === isOwn,
      ),
    );
    if (number?.kind !== 'root' || other?.kind !== 'root') return node;
    const joined = sqrt(tidy(multiply(number.radicand, other.radicand)));
    const rest = node.factors.filter((factor) => factor !== number && factor !== other);
    return rest.length === 0 ? joined : multiply(...rest, joined);
  });
}

/** Brings one root alone to the left. */
function isolateRoot(board: Board, unknown: string): Isolated | undefined {
  const [left, right] = sidesOf(board.line);
  const own = (term: Expr): boolean => radicalIn(term, unknown) !== undefined;
  const all = [...termsOf(left), ...termsOf(right).map((term): Expr => negate(term))];
  const chosen = all.find(own);
  if (chosen === undefined) return undefined;
  const radical = radicalIn(chosen, unknown);
  if (radical === undefined) return undefined;
  const factor = tidy(cofactor(chosen, radical));
  const others = all.filter((term) => term !== chosen);
  if (hasSymbol(factor, unknown)) return undefined;
  const alone = joinRoots(quotient(tidy(negate(add(...others))), factor), unknown);
  const to = equals(radical, alone);
  board.write({
    text: `Bring the root ${math(radical)} alone to one side.`,
    to,
    rule: 'isolate-root',
    why: 'Raising to a power removes a root only where the root stands alone.',
    isMinor: true,
  });
  return { radical, rest: alone, index: indexOf(radical) };
}

function cofactor(term: Expr, radical: Expr): Expr {
  switch (term.kind) {
    case 'negate':
      return negate(cofactor(term.operand, radical));
    case 'multiply':
      return multiply(...term.factors.map((factor) => (factor === radical ? num(1) : factor)));
    case 'divide':
      return { ...term, numerator: cofactor(term.numerator, radical) };
    default:
      return num(1);
  }
}

/** The root (or fractional power) that is a factor of the term. */
function radicalIn(term: Expr, unknown: string): Expr | undefined {
  if (!hasSymbol(term, unknown)) return undefined;
  switch (term.kind) {
    case 'root':
      return term;
    case 'power': {
      const exponent = rationalOf(term.exponent);
      return exponent !== undefined && exponent.d !== 1n && exponent.n === 1n && exponent.s > 0n ? term : undefined;
    }
    case 'negate':
      return radicalIn(term.operand, unknown);
    case 'divide':
      return hasSymbol(term.denominator, unknown) ? undefined : radicalIn(term.numerator, unknown);
    case 'multiply':
      return term.factors.map((factor) => radicalIn(factor, unknown)).find((factor) => factor !== undefined);
    default:
      return undefined;
  }
}

function radicandOf(radical: Expr): Expr {
  return radical.kind === 'root' ? radical.radicand : radical.kind === 'power' ? radical.base : radical;
}

function indexOf(radical: Expr): number {
  if (radical.kind === 'root') return radical.index === undefined ? 2 : Number(rationalOf(radical.index)?.n ?? 2n);
  return radical.kind === 'power' ? Number(rationalOf(radical.exponent)?.d ?? 2n) : 2;
}

export function hasRadical(line: Expr, unknown: string): boolean {
  return contains(line, (node) => radicalIn(node, unknown) === node);
}
