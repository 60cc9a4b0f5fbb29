import { equals, or } from '../math/build.ts';
import type { Expr } from '../math/expr.ts';
import { sameExpr } from '../math/tree.ts';
import type { Verdict } from '../session/step.ts';
import type { ExactWork } from '../solve/exactWork.ts';
import { sameEquation } from './equations.ts';
import { compareWithList } from './listed.ts';
import { compareBySamples } from './bySamples.ts';
import { follows } from './follows.ts';
import { compareOnLine, pointSentence, type LineComparison } from './onLine.ts';
import { compareOnRealLine, numberSentence, type RealLineComparison } from './onRealLine.ts';
import { compareNumerically } from './roughly.ts';
import { lettersOf, relationsOf, toStatement, type Statement } from './statement.ts';
import { compareSystems } from './systems.ts';
import { withoutTranscendentals } from './transcendental.ts';

export interface EquivalenceOptions {
  readonly unknowns: readonly string[];
  readonly positive?: readonly string[] | undefined;
  readonly work: ExactWork;
}

const undecided: Verdict = { kind: 'unknown', how: 'none' };

/** Do both statements have the same solutions in the unknowns? */
export function checkEquivalent(from: Expr, to: Expr, options: EquivalenceOptions): Verdict {
  return compare(from, to, options, false);
}

/** Is every solution of `from` one of `to`? */
export function checkImplies(from: Expr, to: Expr, options: EquivalenceOptions): Verdict {
  return compare(from, to, options, true);
}

function compare(from: Expr, to: Expr, options: EquivalenceOptions, isImplication: boolean): Verdict {
  if (sameExpr(from, to)) return equivalent('Both lines say the same.');
  const listed = asList(to);
  if (listed !== undefined) {
    // x = [2, 3] can also be meant as an interval: only what is right in the one reading is said.
    const verdict = compare(from, listed, options, isImplication);
    return verdict.kind === 'proved' && verdict.relation === 'equivalent' ? verdict : undecided;
  }
  const [written, result] = [toStatement(from, options.unknowns), toStatement(to, options.unknowns)];
  if (!written || !result) return undecided;
  if (sameEquation(written, result, options)) return equivalent(sameSentence(written, result));
  const [first, second] = [withoutTranscendentals(written), withoutTranscendentals(result)];
  if (sameEquation(first, second, options)) return equivalent('Both lines come down to the same equation.');
  const letters = [...new Set([...lettersOf(first), ...lettersOf(second)])];
  const unknown = letters.length === 0 ? options.unknowns[0] : letters[0];
  if (unknown !== undefined && letters.length <= 1) {
    const isPositive = options.positive?.includes(unknown) ?? false;
    const comparison = compareOnLine(first, second, unknown, options.work, isPositive);
    if (comparison) return verdictOnLine(inWords(comparison, unknown), first, second, isImplication);
    const rough = compareOnRealLine(first, second, unknown, options.work, isPositive);
    if (rough) return verdictOnLine(numbersInWords(rough, unknown), first, second, isImplication);
  }
  const verdict =
    compareSystems(first, second, options, isImplication) ?? compareWithList(first, second, options, isImplication);
  if (verdict) return verdict;
  if (letters.length > 1) return compareInLetters(written, result, options, isImplication);
  return unknown === undefined ? undecided : compareNumerically(first, second, unknown);
}

/** `x = [2, 3]` as the list of solutions that programs print. */
function asList(expr: Expr): Expr | undefined {
  const [left, right, more] = expr.kind === 'relation' && expr.operators[0] === '=' ? expr.operands : [];
  if (left?.kind !== 'symbol' || right === undefined || more !== undefined) return undefined;
  const isPair = right.kind === 'interval' && right.isLowerClosed && right.isUpperClosed;
  const row = right.kind === 'matrix' && right.rows.length === 1 ? right.rows[0] : undefined;
  const items = isPair ? [right.lower, right.upper] : row;
  return items && or(...items.map((item) => equals(left, item)));
}

/** Statements in several letters: proved by division, refuted by numbers. */
function compareInLetters(
  first: Statement,
  second: Statement,
  options: EquivalenceOptions,
  isImplication: boolean,
): Verdict {
  const isKept = follows(first, second, options);
  if (isKept && follows(second, first, options)) return equivalent('Each line follows from the other one.');
  // What is said about a new letter can't be refuted by what stands before it.
  const known = lettersOf(first);
  if (lettersOf(second).some((name) => !known.includes(name))) return isKept && isImplication ? following : undecided;
  const { lost, added } = compareBySamples(first, second, options);
  if (lost && !isKept) return refuted(lost, added);
  if (added && !(isImplication && !isKept)) return surplus(added, isImplication);
  return isKept && isImplication ? following : undecided;
}

const following: Verdict = {
  kind: 'proved',
  how: 'symbolic',
  relation: 'adds-solutions',
  evidence: 'This line follows from the line before.',
};

function refuted(lost: string, added: string | undefined): Verdict {
  const relation = added ? 'different' : 'loses-solutions';
  return {
    kind: 'invalid',
    how: 'symbolic',
    relation,
    evidence: `${lost} satisfies the line before, but not this one.`,
  };
}

function surplus(added: string, isImplication: boolean): Verdict {
  const kind = isImplication ? 'proved' : 'invalid';
  const evidence = `${added} satisfies this line, but not the line before.`;
  return { kind, how: 'symbolic', relation: 'adds-solutions', evidence };
}

interface Witnesses {
  /** "$x = 2$" */
  readonly lost: string | undefined;
  readonly added: string | undefined;
  readonly isFirst: LineComparison['isFirst'];
  readonly isSecond: LineComparison['isFirst'];
}

function inWords({ lost, added, isFirst, isSecond }: LineComparison, unknown: string): Witnesses {
  const say = (point: typeof lost) => point && pointSentence(unknown, point);
  return { lost: say(lost), added: say(added), isFirst, isSecond };
}

function numbersInWords({ lost, added, isFirst, isSecond }: RealLineComparison, unknown: string): Witnesses {
  const say = (value: typeof lost) => value && numberSentence(unknown, value);
  return { lost: say(lost), added: say(added), isFirst, isSecond };
}

function verdictOnLine(
  { lost, added, isFirst, isSecond }: Witnesses,
  first: Statement,
  second: Statement,
  isImplication: boolean,
): Verdict {
  if (lost) {
    const sentence = `${lost} satisfies the line before, but not this one.`;
    return { kind: 'invalid', how: 'symbolic', relation: added ? 'different' : 'loses-solutions', evidence: sentence };
  }
  if (added) {
    const sentence = `${added} satisfies this line, but not the line before.`;
    return {
      kind: isImplication ? 'proved' : 'invalid',
      how: 'symbolic',
      relation: 'adds-solutions',
      evidence: sentence,
    };
  }
  if (isFirst === 'sometimes') return equivalent('Both lines have the same solutions.');
  // Neither holds anywhere (or both hold everywhere) over the reals: x² + 1 = 0 is still not x² + 2 = 0.
  if (
    isSecond === isFirst &&
    (isConstant(first) || isConstant(second) || !hasEquation(first) || !hasEquation(second))
  ) {
    return equivalent(isFirst === 'never' ? 'Neither line has a solution.' : 'Both lines hold for every number.');
  }
  return isImplication ? equivalent('Neither line has a real solution.') : undecided;
}

/** What it is to have the same product of differences: for a list of values that is no one equation and its multiple. */
function sameSentence(first: Statement, second: Statement): string {
  const isOne = first.type === 'relation' && second.type === 'relation';
  return isOne ? 'Both lines are the same equation up to a factor.' : 'Both lines have the same solutions.';
}

function isConstant(statement: Statement): boolean {
  return lettersOf(statement).length === 0;
}

function hasEquation(statement: Statement): boolean {
  return relationsOf(statement).some(({ operator }) => operator === '=');
}

function equivalent(evidence: string): Verdict {
  return { kind: 'proved', how: 'symbolic', relation: 'equivalent', evidence };
}
