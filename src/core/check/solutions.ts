import { and, decimal, sym } from '../math/build.ts';
import type { Expr } from '../math/expr.ts';
import { toTex } from '../math/print/toTex.ts';
import { constantValue } from '../math/polynomial.ts';
import { over } from '../math/rational.ts';
import { toRationalFunction } from '../math/rationalFunction.ts';
import { contains, freeSymbols, substitute } from '../math/tree.ts';
import type { Verdict } from '../session/step.ts';
import { unlimitedWork, type ExactWork } from '../solve/exactWork.ts';
import { completeCount } from './complete.ts';
import { valueTex } from './valueTex.ts';
import { checkEquivalent } from './equivalent.ts';
import { assignmentTex, countDistinct } from './listed.ts';
import { whyNone } from './noSolution.ts';
import { verifyFamilies } from './periodic.ts';
import { satisfiesWith } from './putBack.ts';
import { missedNumerically } from './roughly.ts';
import { lettersOf, toStatement, type Statement } from './statement.ts';

export interface VerifyOptions {
  readonly positive?: readonly string[] | undefined;
  readonly work?: ExactWork | undefined;
}

const undecided: Verdict = { kind: 'unknown', how: 'none' };

/**
 * Puts solutions back into the statements, which hold together, and looks whether there are more.
 *
 * 'proved': each value satisfies all statements exactly, and there are no others. 'valid': each does, and whether there are
 * others could not be counted. A letter in a value that occurs nowhere else stands for any integer (x = π/6 + 2πk).
 * @param solutions one list of values for each solution, in the order of `unknowns`; or one set for a single unknown
 * (interval, union, the empty set, also a relation)
 */
export function verifySolutions(
  statements: readonly Expr[],
  unknowns: readonly string[],
  solutions: readonly (readonly Expr[])[] | Expr,
  domain: 'real' | 'complex' = 'real',
  options: VerifyOptions = {},
): Verdict {
  const work = options.work ?? unlimitedWork;
  if ('kind' in solutions) {
    return checkEquivalent(and(...statements), solutions, { unknowns, positive: options.positive, work });
  }
  const statement = toStatement(and(...statements), unknowns);
  if (!statement) return undecided;
  const assignments = solutions.map(
    (values) => new Map(unknowns.map((name, index) => [name, values[index] ?? sym(name)])),
  );
  const known = new Set([...lettersOf(statement), ...unknowns]);
  const isFamily = assignments.some((values) =>
    [...values.values()].some((value) => freeSymbols(value).some((name) => !known.has(name))),
  );
  if (isFamily) return verifyFamilies(statement, unknowns, assignments, known, work);

  let isExact = true;
  for (const values of assignments) {
    work.check();
    switch (satisfiesWith(statement, values, { positive: options.positive, isComplex: domain === 'complex' })) {
      case 'yes':
        break;
      case 'approximately':
        isExact = false;
        break;
      case 'no':
        return wrongValue(statements, values, 'does not satisfy');
      case 'undefined':
        return wrongValue(statements, values, 'is outside of the domain of');
      case 'unknown':
        return undecided;
    }
  }
  const evidence = putBackSentence(statements, assignments);
  const distinct = countDistinct(assignments);
  const total = completeCount(statement, unknowns, domain, work);
  // With other letters the count is one over the complex numbers, of which some need not be real.
  const isUpperBound = domain === 'real' && lettersOf(statement).some((name) => !unknowns.includes(name));
  if (total !== undefined && distinct !== undefined && total > distinct && !isUpperBound) {
    const relation = 'loses-solutions';
    return {
      kind: 'invalid',
      how: 'symbolic',
      relation,
      evidence:
        total === Infinity ? 'There are infinitely many solutions.' : `There are ${total} solutions, not ${distinct}.`,
    };
  }
  const isComplete = total !== undefined && total === distinct;
  if (assignments.length === 0) return verifyNone(statement, unknowns, statements, isComplete, work);
  if (isExact && isComplete) return { kind: 'proved', how: 'substitution', relation: 'equivalent', evidence };
  if (isMissing(statement, unknowns, assignments, domain)) return undecided;
  const how = isExact ? 'substitution' : 'certified';
  return { kind: 'valid', how, relation: isComplete ? 'equivalent' : undefined, evidence };
}

/** No solutions: proved by the line, else not known. */
function verifyNone(
  statement: Statement,
  unknowns: readonly string[],
  statements: readonly Expr[],
  isCounted: boolean,
  work: ExactWork,
): Verdict {
  const proved: Verdict = {
    kind: 'proved',
    how: 'symbolic',
    relation: 'equivalent',
    evidence: whyNone(statement, unknowns, work),
  };
  if (isCounted) return proved;
  const verdict = checkEquivalent(and(...statements), { kind: 'emptySet' }, { unknowns, work });
  if (verdict.kind === 'proved') return proved;
  return verdict.kind === 'invalid' ? verdict : undecided;
}

/** Solutions of an equation in one unknown that the doubles see and the list has not. */
function isMissing(
  statement: Statement,
  unknowns: readonly string[],
  assignments: readonly ReadonlyMap<string, Expr>[],
  domain: 'real' | 'complex',
): boolean {
  const [unknown, second] = unknowns;
  if (unknown === undefined || second !== undefined || domain === 'complex') return false;
  const values = assignments.flatMap((values) => values.get(unknown) ?? []);
  return missedNumerically(statement, unknown, values);
}

function wrongValue(statements: readonly Expr[], values: ReadonlyMap<string, Expr>, says: string): Verdict {
  const evidence = `${assignmentTex(values)} ${says} $${statements.map(toTex).join(',\\ ')}$.`;
  return { kind: 'invalid', how: 'substitution', relation: 'adds-solutions', evidence };
}

/** The longest list of values that the evidence quotes. */
const quotedValues = 4;

function putBackSentence(statements: readonly Expr[], assignments: readonly ReadonlyMap<string, Expr>[]): string {
  const parts = assignments.slice(0, quotedValues).map((values) => {
    const lines = statements.map((statement) => sidesTex(statement, values)).filter((line) => line !== undefined);
    return lines.length === 0 ? assignmentTex(values) : `${assignmentTex(values)} gives $${lines.join(',\\ ')}$`;
  });
  return `Put back: ${parts.join('; ')}.`;
}

/** The two sides as numbers: `27 = 27`. */
function sidesTex(statement: Expr, values: ReadonlyMap<string, Expr>): string | undefined {
  if (statement.kind !== 'relation') return undefined;
  const sides = statement.operands.map((operand) => substitute(operand, values));
  const isDecimal = contains(statement, (node) => node.kind === 'number' && node.notation === 'decimal');
  const written = sides.map((side) => (isDecimal ? decimalTex(side) : valueTex(side)));
  // With letters left, both sides must read alike to say anything.
  if (sides.some((side) => freeSymbols(side).length > 0) && new Set(written).size > 1) return undefined;
  const texts = written.map((text) => text.replace('\\approx ', ''));
  const isRough = written.some((text) => text.startsWith('\\approx'));
  const operators = statement.operators.map((operator) => {
    const tex = toTex({ kind: 'relation', operands: [sym('a'), sym('b')], operators: [operator] });
    return isRough && operator === '=' ? '\\approx' : tex.slice(1, -1).trim();
  });
  return texts.map((text, index) => (index === 0 ? text : `${operators[index - 1] ?? '='} ${text}`)).join(' ');
}

/** A number of a problem that is written with decimals, as a short decimal where it is one. */
function decimalTex(side: Expr): string {
  const form = toRationalFunction(side);
  const top = form && constantValue(form.numerator);
  const below = form && constantValue(form.denominator);
  if (top === undefined || below === undefined) return valueTex(side);
  const text = toTex(decimal(over(top, below)));
  return text.length <= 12 ? text : valueTex(side);
}
