import { emptySet, num, or } from '../../math/build.ts';
import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { rational, type Rational } from '../../math/rational.ts';
import { contains, freeSymbols, sameExpr, substitute } from '../../math/tree.ts';
import type { Verdict } from '../../session/step.ts';
import { checkEquivalent, checkImplies } from '../equivalent.ts';
import { compareOnLine, pointSentence, type LineComparison } from '../onLine.ts';
import { solutionsOf } from '../roughly.ts';
import { verifySolutions } from '../solutions.ts';
import { lettersOf, toStatement, type Statement } from '../statement.ts';
import { withoutTranscendentals } from '../transcendental.ts';
import { payComparison } from './budget.ts';
import { certainPoints } from './certainPoints.ts';
import { relateComplex } from './complexSolutions.ts';
import type { LineVerdict } from './judgement.ts';
import type { Means } from './means.ts';
import { assignment, conjuncts } from './shape.ts';

const unrelated: LineVerdict = { kind: 'unknown', how: 'none', relation: 'unrelated' };

/** Are the real solutions the same, fewer, more, or others? 'adds-solutions' is valid here: the line follows. */
export function relateStatements(from: Expr, line: Expr, means: Means): LineVerdict {
  const family = relateFamily(from, line, means);
  if (family) return family;
  const letters = [...new Set([...freeSymbols(from), ...freeSymbols(line)])];
  const positive = means.conventions.assume === 'positive' ? letters : means.conventions.positive;
  let best: LineVerdict = unrelated;
  for (const unknowns of unknownsToTry(from, line, letters, means.unknowns)) {
    payComparison(means.work);
    const verdict = checkEquivalent(from, line, { unknowns, positive, work: means.work });
    const judged = withNeeds(followed(verdict, from, line, unknowns, positive, means));
    const lostAtZero = judged.needs === undefined ? undefined : lostWhereZero(from, line, letters, positive, means);
    if (lostAtZero) return lostAtZero;
    // With a condition only for what is solved for: else anything could be divided by.
    const isAsked = judged.needs === undefined || isWanted(unknowns, from, line, means.unknowns);
    if ((judged.kind === 'proved' || judged.kind === 'valid') && isAsked) return judged;
    if (judged.kind === 'invalid' && best.kind !== 'invalid') best = judged;
  }
  // A new letter makes a new claim: nothing that stands before it can contradict it.
  const own = freeSymbols(from);
  if (freeSymbols(line).some((name) => !own.includes(name))) return unrelated;
  if (letters.length <= 1) {
    const exact = best.kind === 'invalid' ? withPoint(best, from, line, letters[0], positive, means) : best;
    if (exact.evidence !== best.evidence) return exact;
    const certain = certainly(best, from, line, letters[0], means);
    return certain.kind === 'unknown' ? (relateList(from, line, letters[0], means) ?? certain) : certain;
  }
  const sampled = letters.length > 1 ? relateBySamples(from, line, letters, positive, means) : undefined;
  if (best.kind === 'invalid') return sampled?.kind === 'invalid' ? { ...sampled, relation: best.relation } : best;
  return sampled ?? best;
}

/** Where no procedure is exact: values at which both surely differ. */
function certainly(
  verdict: LineVerdict,
  from: Expr,
  line: Expr,
  unknown: string | undefined,
  { conventions, work }: Means,
): LineVerdict {
  const [first, second] = unknown === undefined ? [] : [toStatement(from, [unknown]), toStatement(line, [unknown])];
  if (unknown === undefined || !first || !second || conventions.assume !== 'real' || conventions.positive.length > 0)
    return verdict;
  const { lost, added } = certainPoints(first, second, unknown, work);
  if (lost === undefined) return verdict;
  return {
    kind: 'invalid',
    how: 'certified',
    relation: added === undefined ? 'loses-solutions' : 'different',
    evidence: `${lost} satisfies the line before, but not this one.`,
  };
}

/** Values put back into what no procedure compares: trigonometric equations between bounds. */
function relateList(
  from: Expr,
  line: Expr,
  unknown: string | undefined,
  { unknowns, work }: Means,
): LineVerdict | undefined {
  const given = conjuncts(from);
  const said = conjuncts(line).filter((item) => !given.some((other) => sameExpr(other, item)));
  const [list, more] = said;
  if (!list || more) return undefined;
  const items = (list.kind === 'or' ? list.items : [list]).flatMap(signs).map((item) => assignment(item));
  if (unknown === undefined || (unknowns.length > 0 && !unknowns.includes(unknown))) return undefined;
  const values = items.map((item) => (item?.name === unknown ? [item.value] : undefined));
  if (!values.every((value) => value !== undefined)) return undefined;
  const verdict = verifySolutions([from], [unknown], values, 'real', { work });
  if (verdict.kind === 'unknown') return undefined;
  if (verdict.kind === 'invalid') return verdict.relation === 'adds-solutions' ? undefined : verdict;
  if (verdict.relation !== undefined) return verdict;
  // There are no more than these, as far as doubles see, and they see all of these.
  const statement = toStatement(from, [unknown]);
  const seen = statement ? solutionsOf(statement, unknown) : [];
  const isSeen = (value: number) => seen.some((x) => Math.abs(x - value) < 1e-6 * Math.max(1, Math.abs(x)));
  if (!values.every(([value]) => value !== undefined && isSeen(evaluate(value)))) return undefined;
  return { ...verdict, how: 'points', points: seen.length, relation: 'equivalent' };
}

/** What is solved for decides what may be divided by: first what the problem asks for, then what stands alone. */
function unknownsToTry(
  from: Expr,
  line: Expr,
  letters: readonly string[],
  asked: readonly string[],
): readonly (readonly string[])[] {
  if (letters.length <= 1) return [letters.length === 1 ? letters : asked.slice(0, 1)];
  const alone = [line, from].flatMap((expr) => assignment(expr)?.name ?? []);
  const wanted = asked.filter((name) => letters.includes(name));
  const tries = [letters, wanted, ...alone.map((name) => [name]), ...letters.slice(0, 3).map((name) => [name])];
  const seen = new Set<string>();
  return tries.filter((names) => {
    const key = [...names].sort().join();
    if (names.length === 0 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function isWanted(unknowns: readonly string[], from: Expr, line: Expr, asked: readonly string[]): boolean {
  const wanted = asked.length > 0 ? asked : [assignment(line)?.name ?? assignment(from)?.name];
  return unknowns.every((name) => wanted.includes(name));
}

/** True where the later statement surely holds in places where the earlier one does not. */
function impliedOnly(from: Expr, line: Expr, positive: readonly string[], means: Means): boolean {
  const letters = [...new Set([...freeSymbols(from), ...freeSymbols(line)])];
  if (letters.length > 1) return samplesOf(from, line, letters, positive, means).isAdded;
  const [unknown] = letters;
  const [first, second] = unknown === undefined ? [] : [toStatement(from, [unknown]), toStatement(line, [unknown])];
  if (unknown === undefined || !first || !second) return true;
  return certainPoints(first, second, unknown, means.work).added !== undefined;
}

/** More solutions than before is no mistake yet, where it is proved that none is lost. */
function followed(
  verdict: Verdict,
  from: Expr,
  line: Expr,
  unknowns: readonly string[],
  positive: readonly string[],
  means: Means,
): LineVerdict {
  if (verdict.kind === 'proved' || verdict.kind === 'valid') {
    return { ...verdict, relation: verdict.relation === 'adds-solutions' ? 'adds-solutions' : 'equivalent' };
  }
  const isOpen = verdict.kind === 'unknown' || verdict.relation === 'adds-solutions';
  if (!isOpen) return verdict;
  const implied = checkImplies(from, line, { unknowns, positive, work: means.work });
  if (implied.kind === 'proved' || (implied.kind === 'valid' && verdict.kind === 'invalid')) {
    // From what never holds everything follows: x² + 1 = 0 is compared with x² + 2 = 0 over the complex numbers.
    if (
      verdict.kind === 'unknown' &&
      checkImplies(from, emptySet, { unknowns, positive, work: means.work }).kind === 'proved'
    )
      return relateComplex(from, line, means);
    const evidence = verdict.evidence ?? implied.evidence;
    const relation =
      verdict.kind === 'invalid' || impliedOnly(from, line, positive, means) ? 'adds-solutions' : 'equivalent';
    return { ...implied, relation, evidence };
  }
  if (implied.kind === 'invalid')
    return implied.relation === 'loses-solutions' && verdict.kind === 'invalid'
      ? { ...implied, relation: 'different' }
      : implied;
  return unrelated;
}

/**
 * xy = 0, so x = 0: what was divided by may be 0. What the later line can't say there (x = b/a) needs only a condition.
 */
function lostWhereZero(
  from: Expr,
  line: Expr,
  letters: readonly string[],
  positive: readonly string[],
  means: Means,
): LineVerdict | undefined {
  if (hasLettersBelow(line)) return undefined;
  for (const name of letters) {
    if (positive.includes(name)) continue;
    const [first, second] = [substitute(from, { [name]: num(0) }), substitute(line, { [name]: num(0) })];
    const rest = letters.filter((other) => other !== name);
    const free = rest.filter((other) => freeSymbols(second).includes(other));
    const lost = free.length > 0 ? samplesOf(first, second, rest, positive, means).lost : undefined;
    if (lost === undefined) continue;
    const place = `$${toTex({ kind: 'symbol', name })} = 0$`;
    const evidence = lost.startsWith('With ') ? lost.replace('With ', `With ${place} and `) : `With ${place}, ${lost}`;
    return { kind: 'invalid', how: 'symbolic', relation: 'loses-solutions', evidence };
  }
  return undefined;
}

function hasLettersBelow(line: Expr): boolean {
  return contains(line, (node) => node.kind === 'divide' && freeSymbols(node.denominator).length > 0);
}

/** "It needs $a \neq 0$." as a condition of its own. */
function withNeeds(verdict: LineVerdict): LineVerdict {
  const needs = /It needs (.+)\.$/.exec(verdict.evidence ?? '')?.[1];
  return needs === undefined ? verdict : { ...verdict, needs };
}

/** The witness put back: which sides it gives where it fails. */
function withPoint(
  verdict: LineVerdict,
  from: Expr,
  line: Expr,
  unknown: string | undefined,
  positive: readonly string[],
  { work }: Means,
): LineVerdict {
  const comparison = unknown === undefined ? undefined : onLine(from, line, unknown, positive, work);
  if (!comparison || unknown === undefined) return verdict;
  const { lost, added } = comparison;
  const point = lost ?? added;
  if (!point) return verdict;
  const failing = lost ? line : from;
  const sides = point.type === 'rational' ? sidesAt(failing, new Map([[unknown, point.value]])) : undefined;
  const [holds, fails] = lost ? ['the line before', 'this one'] : ['this line', 'the line before'];
  const put = sides === undefined ? '' : ` There it says $${sides}$.`;
  return { ...verdict, evidence: `${pointSentence(unknown, point)} satisfies ${holds}, but not ${fails}.${put}` };
}

function onLine(
  from: Expr,
  line: Expr,
  unknown: string,
  positive: readonly string[],
  work: Means['work'],
): LineComparison | undefined {
  const [first, second] = [toStatement(from, [unknown]), toStatement(line, [unknown])];
  if (!first || !second) return undefined;
  const [a, b] = [withoutTranscendentals(first), withoutTranscendentals(second)];
  if ([...lettersOf(a), ...lettersOf(b)].some((name) => name !== unknown)) return undefined;
  return compareOnLine(a, b, unknown, work, positive.includes(unknown));
}

/** Both sides of a relation as numbers. */
function sidesAt(statement: Expr, point: ReadonlyMap<string, Rational>): string | undefined {
  if (statement.kind !== 'relation' || statement.operands.length !== 2) return undefined;
  const values = new Map([...point].map(([name, value]) => [name, num(value)]));
  const put = substitute(statement, values);
  const tex = toTex(put);
  return tex.length <= 80 ? tex : undefined;
}

const values: readonly (readonly [number, number])[] = [
  [2, 1],
  [3, 1],
  [5, 1],
  [-2, 1],
  [1, 2],
  [7, 1],
  [-3, 1],
  [11, 1],
];

/**
 * Two single statements in several letters: numbers are put for all letters but one, and what is left is compared
 * exactly. A value that is lost is a certain witness; that nothing is lost at some numbers proves nothing.
 */
function relateBySamples(
  from: Expr,
  line: Expr,
  letters: readonly string[],
  positive: readonly string[],
  means: Means,
): LineVerdict | undefined {
  if (from.kind !== 'relation' || letters.length > 6) return undefined;
  const own = new Set(freeSymbols(from));
  const theirs = new Set(freeSymbols(line));
  // A new letter is a new claim, and what has only one letter left may have come from elsewhere.
  if ([...theirs].some((name) => !own.has(name)) || (theirs.size < own.size && theirs.size < 2)) return undefined;
  const { lost, isAdded } = samplesOf(from, line, letters, positive, means);
  if (lost === undefined) return undefined;
  return { kind: 'invalid', how: 'symbolic', relation: isAdded ? 'different' : 'loses-solutions', evidence: lost };
}

function samplesOf(
  from: Expr,
  line: Expr,
  letters: readonly string[],
  positive: readonly string[],
  means: Means,
): { readonly lost: string | undefined; readonly isAdded: boolean } {
  let lost: string | undefined;
  let isAdded = false;
  for (const pivot of letters.slice(0, 3)) {
    for (let turn = 0; turn < 6; turn += 1) {
      means.work.check();
      const others = letters.filter((name) => name !== pivot);
      const point = new Map(
        others.map((name, index) => {
          const [n, d] = values[(turn * (index + 1) + index * 3) % values.length] ?? [2, 1];
          return [name, num(rational(positive.includes(name) ? Math.abs(n) : n, d))] as const;
        }),
      );
      const comparison = onLine(substitute(from, point), substitute(line, point), pivot, positive, means.work);
      if (!comparison) continue;
      if (comparison.added) isAdded = true;
      if (!comparison.lost || lost !== undefined) continue;
      const given = [...point].map(([name, value]) => `$${toTex({ kind: 'symbol', name })} = ${toTex(value)}$`);
      const where = given.length === 0 ? '' : `With ${given.join(' and ')}, `;
      lost = `${where}${pointSentence(pivot, comparison.lost)} satisfies the line before, but not this one.`;
    }
    if (lost !== undefined && isAdded) break;
  }
  return { lost, isAdded };
}

const integerLetters = new Set(['k', 'n', 'm', 'l', 'j', 'N', 'K', 'Z']);

/** x = π/6 + 2πk: a letter that only the list has stands for any integer. */
function relateFamily(from: Expr, line: Expr, { unknowns, work }: Means): LineVerdict | undefined {
  const own = freeSymbols(from);
  const fresh = freeSymbols(line).filter((name) => !own.includes(name));
  if (fresh.length !== 1 || !fresh.every((name) => integerLetters.has(name))) return undefined;
  const [unknown] = unknowns.length === 1 ? unknowns : own;
  if (unknown === undefined || own.length !== 1) return undefined;
  const items = line.kind === 'or' ? line.items : [line];
  const listed = items.flatMap((item) => signs(item)).map((item) => assignment(item));
  const values = listed.map((item) => (item?.name === unknown ? [item.value] : undefined));
  if (!values.every((value) => value !== undefined)) return unrelated;
  const verdict = verifySolutions([from], [unknown], values, 'real', { work });
  const relation = verdict.relation ?? (verdict.kind === 'unknown' ? 'unrelated' : 'equivalent');
  return verdict.relation === 'adds-solutions' ? { ...verdict, relation: 'different' } : { ...verdict, relation };
}

function signs(item: Expr): readonly Expr[] {
  const found = toStatement(item, []);
  if (found?.type !== 'or') return [item];
  return found.items.flatMap((part) =>
    part.type === 'relation'
      ? [{ kind: 'relation' as const, operands: [part.left, part.right], operators: [part.operator] }]
      : [],
  );
}

export function toExprOf(statement: Statement): Expr {
  switch (statement.type) {
    case 'relation':
      return { kind: 'relation', operands: [statement.left, statement.right], operators: [statement.operator] };
    case 'not':
      return { kind: 'not', operand: toExprOf(statement.operand) };
    case 'or':
      return statement.items.length === 0 ? { kind: 'emptySet' } : or(...statement.items.map(toExprOf));
    case 'and':
      return { kind: 'and', items: statement.items.map(toExprOf) };
  }
}
