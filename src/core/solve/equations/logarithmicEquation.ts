import { solutionsLine } from './solutionsLine.ts';
import { add, call, divide, e, equals, multiply, negate, num, power, relation } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { hasSymbol, sameExpr } from '../../math/tree.ts';
import { Board } from './board.ts';
import { outcomeOf } from './cases.ts';
import { checkCandidates } from './candidates.ts';
import { termsOf } from './coefficients.ts';
import type { Outcome, Setting } from './outcome.ts';
import { isZero, rationalOf, tidy } from './tidy.ts';
import { sidesOf } from './tidySides.ts';
import { math, mathList } from './words.ts';
import type { Rational } from '../../math/rational.ts';

interface LogTerm {
  readonly factor: Rational;
  readonly argument: Expr;
  readonly base: Expr;
}

/** Sums and differences of logarithms to one base: combined to one logarithm, undone, and the candidates checked. */
export function solveLogarithmic(line: Expr, setting: Setting): Outcome | undefined {
  const { unknown } = setting;
  const [left, right] = sidesOf(line);
  const read = [readSide(left, unknown), readSide(right, unknown)];
  const [own, other] = read;
  if (own === undefined || other === undefined) return undefined;
  const logs = [...own.logs, ...other.logs];
  const base = logs[0]?.base;
  if (base === undefined || !logs.every((log) => sameExpr(log.base, base))) return undefined;
  const board = new Board(line, [unknown]);
  const withUnknown = logs.filter((log) => hasSymbol(log.argument, unknown)).map((log) => log.argument);
  const conditions = withUnknown.map((argument) => relation(argument, '>', num(0)));
  board.remark({
    text: `A logarithm exists for positive numbers only, so ${mathList(conditions)} must hold.`,
    latex: conditions.map(toTex).join(',\\quad '),
    why: 'No power of a positive base is 0 or negative.',
    rule: 'logarithm-domain',
    claim: { type: 'none' },
  });
  // Logarithms to one side, numbers to the other, unless each side is logarithms only.
  const constant = tidy(add(other.rest, negate(own.rest)));
  const isBoth = own.logs.length > 0 && other.logs.length > 0 && isZero(constant);
  const moved = isBoth ? own.logs : [...own.logs, ...other.logs.map((log) => ({ ...log, factor: log.factor.neg() }))];
  const joined = combined(moved);
  const target = isBoth ? combined(other.logs) : undefined;
  const single = equals(logExpr(joined, base), target === undefined ? constant : logExpr(target, base));
  board.write({
    text: 'Combine the logarithms into one: sums become products, differences quotients, factors exponents.',
    to: single,
    rule: 'combine-logarithms',
    why: 'Logarithms are exponents, and exponents are added where powers are multiplied. Wherever the old line has a value, the new one has the same.',
    claim: { type: 'implies', from: line, to: single, unknowns: [unknown] },
  });
  const value = tidy(power(base, constant));
  const to = equals(joined, target ?? value);
  board.write({
    text:
      target === undefined
        ? `Make both sides the exponent of ${math(base)}${isWritten(base, constant, value) ? '' : `: ${math(equals(power(base, constant), value))}`}.`
        : 'Equal logarithms have equal arguments.',
    to,
    rule: 'undo-logarithm',
    why: 'Different positive numbers have different logarithms.',
    claim: { type: 'implies', from: board.line, to, unknowns: [unknown] },
  });
  const inner = setting.solve(to, { ...setting, depth: setting.depth + 1, method: undefined });
  if (inner.type === 'stuck') return inner;
  const { solutions } = inner;
  board.append(inner.moves, solutions.type === 'roots' ? solutionsLine(unknown, solutions.roots) : to);
  if (solutions.type !== 'roots') return solutions.type === 'none' ? outcomeOf(board, solutions) : undefined;
  return outcomeOf(board, checkCandidates(board, line, solutions, setting));
}

function isWritten(base: Expr, constant: Expr, value: Expr): boolean {
  return sameExpr(power(base, constant), value);
}

interface Side {
  readonly logs: readonly LogTerm[];
  readonly rest: Expr;
}

function readSide(side: Expr, unknown: string): Side | undefined {
  const logs: LogTerm[] = [];
  const rest: Expr[] = [];
  for (const term of termsOf(side)) {
    const log = logTerm(term);
    if (log !== undefined) logs.push(log);
    else if (hasSymbol(term, unknown)) return undefined;
    else rest.push(term);
  }
  return { logs, rest: tidy(add(...rest)) };
}

function logTerm(term: Expr): LogTerm | undefined {
  switch (term.kind) {
    case 'negate': {
      const inner = logTerm(term.operand);
      return inner && { ...inner, factor: inner.factor.neg() };
    }
    case 'multiply': {
      const logs = term.factors.map((factor) => logTerm(factor));
      const log = logs.find((item) => item !== undefined);
      const factors = term.factors.filter((_, index) => logs[index] === undefined).map((factor) => rationalOf(factor));
      if (
        log === undefined ||
        factors.length !== term.factors.length - 1 ||
        !factors.every((factor) => factor !== undefined)
      )
        return undefined;
      return { ...log, factor: factors.reduce((product, factor) => product.mul(factor), log.factor) };
    }
    case 'call': {
      const [argument, base] = term.args;
      const one = rationalOf(num(1));
      if (argument === undefined || one === undefined) return undefined;
      if (term.name === 'ln') return { factor: one, argument, base: e };
      return term.name === 'log' ? { factor: one, argument, base: base ?? num(10) } : undefined;
    }
    default:
      return undefined;
  }
}

/** The argument of the one logarithm that the terms make together. */
function combined(logs: readonly LogTerm[]): Expr {
  const written = (log: LogTerm): Expr => {
    const size = log.factor.abs();
    return size.equals(1) ? log.argument : power(log.argument, num(size));
  };
  const [above, below] = [
    logs.filter((log) => log.factor.s > 0n).map(written),
    logs.filter((log) => log.factor.s < 0n).map(written),
  ];
  return below.length === 0 ? multiply(...above) : divide(multiply(...above), multiply(...below));
}

function logExpr(argument: Expr, base: Expr): Expr {
  return base.kind === 'constant' ? call('ln', argument) : call('log', argument, base);
}
