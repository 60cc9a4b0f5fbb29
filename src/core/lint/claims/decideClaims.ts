import { checkClaim } from '../../check/claims.ts';
import type { Conventions } from '../../check/conventions.ts';
import type { Expr } from '../../math/expr.ts';
import { evaluate } from '../../math/evaluate.ts';
import { freeSymbols } from '../../math/tree.ts';
import type { Verdict } from '../../session/step.ts';
import type { Claim } from '../../solve/derivation.ts';
import { unlimitedWork, type ExactWork } from '../../solve/exactWork.ts';
import type { DecidedClaim, FoundClaim } from '../finding.ts';
import { congruenceSentence } from './congruence.ts';
import { isRightWithConstants } from './constants.ts';
import { nameMistake } from '../../check/mistakes/nameMistake.ts';
import { resolved } from '../../check/work/resolved.ts';
import { foldIntegrals } from './integrals.ts';
import { isRoundedSolution, linearSolution, solvedFor } from './following.ts';
import { degreesSentence } from './inDegrees.ts';
import { areUnitsAlike, isRightSomehow, type Leeway, unitInLastPlace } from './leeway.ts';
import { decideNotReal } from './notReal.ts';
import { isQuotable } from './quotable.ts';
import { rightValue } from './rightValue.ts';

export interface DecideOptions {
  readonly conventions?: Partial<Conventions> | undefined;
  readonly work?: ExactWork | undefined;
}

/** Decides each claim. Wrong is only what is wrong in all readings that the text allows. */
export function decideClaims(claims: readonly FoundClaim[], options: DecideOptions = {}): readonly DecidedClaim[] {
  return claims.map((claim) => decide(claim, options));
}

function decide(written: FoundClaim, options: DecideOptions): DecidedClaim {
  const found = withIntegrals(written);
  if (found.claim.type === 'implies') return decideFollowing(found, found.claim, options);
  const { work, conventions } = options;
  const sides = sidesOf(found);
  if (sides?.sign === 'approx') return { ...found, verdict: roughly(sides.left, sides.right) };
  const verdict = checkWorkedOut(underConventions(found.claim, conventions), work);
  if (verdict.kind !== 'invalid' || sides === undefined) {
    const isOpen = verdict.kind === 'unknown' && found.claim.type === 'holds' && sides?.sign === '=';
    const notReal = isOpen ? decideNotReal(sides.left, sides.right) : undefined;
    return { ...found, verdict: notReal ?? verdict };
  }
  if (isRightWithConstants(found.claim, work)) return { ...found, verdict: inAnotherReading };
  if (found.claim.type === 'holds' && isRightSomehow(sides.left, sides.right, sides.sign, found.leeway ?? {})) {
    return { ...found, verdict: inAnotherReading };
  }
  if (!areUnitsAlike(sides.left, sides.right, found.leeway ?? {})) {
    const inUnits = unitsSentence(sides.right, found.leeway);
    return { ...found, verdict: { ...verdict, ...(inUnits !== undefined && { evidence: inUnits }) } };
  }
  const right = found.value && rightValue(sides.left, sides.right, found.value.end - found.value.start);
  const named = sides.sign === '=' && written === found ? nameMistake(sides.left, sides.right, { work }) : undefined;
  const mistake = named && isQuotable(named, sides.left, sides.right) ? named : undefined;
  const evidence =
    degreesSentence(sides.left, sides.right) ??
    congruenceSentence(sides.left, sides.right) ??
    (right === undefined ? undefined : valueSentence(right, sides.right)) ??
    verdict.evidence;
  return {
    ...found,
    verdict: { ...verdict, evidence, ...(mistake && { mistake }) },
    ...(right !== undefined && { right }),
  };
}

/** With integrals with bounds and limits worked out; a value that is not proved refutes nothing. */
function checkWorkedOut(claim: Claim, work: ExactWork | undefined): Verdict {
  const verdict = checkClaim(claim, { work });
  const isOpen = verdict.kind === 'unknown' && verdict.relation === undefined;
  if (!isOpen || claim.type !== 'equal') return verdict;
  const [left, right] = [resolved(claim.left, work ?? unlimitedWork), resolved(claim.right, work ?? unlimitedWork)];
  if (left.expr === claim.left && right.expr === claim.right) return verdict;
  const found = checkClaim({ ...claim, left: left.expr, right: right.expr }, { work });
  if (left.isProved && right.isProved) return found;
  if (found.kind === 'proved') return { ...found, kind: 'valid', how: 'points' };
  return found.kind === 'invalid' ? verdict : found;
}

/** The left side in the unit of the right one, where both were read in smallest units as well. */
function unitsSentence(right: Expr, leeway: Leeway | undefined): string | undefined {
  if (leeway?.scaled === undefined) return undefined;
  const [above, below, shown] = [evaluate(leeway.scaled.left), evaluate(leeway.scaled.right), evaluate(right)];
  const value = Number(((above * shown) / below).toPrecision(8));
  if (!Number.isFinite(value)) return undefined;
  return `In the unit of the right side the left side is $${String(value)}$, not $${String(Number(shown.toPrecision(8)))}$.`;
}

/** Both numbers in the notation of the text. */
function valueSentence(right: string, written: Expr): string | undefined {
  const number = written.kind === 'negate' ? written.operand : written;
  if (number.kind !== 'number') return undefined;
  const text = `${written === number ? '' : '-'}${number.text}`;
  const tex = (value: string): string => `$${value.replace(/\\?%/g, '\\%')}$`;
  return `The left side is ${tex(right)}, not ${tex(text)}.`;
}

/** Integrals of polynomials between numbers are numbers. */
function withIntegrals(found: FoundClaim): FoundClaim {
  const { claim } = found;
  const statement = claim.type === 'holds' ? claim.statement : undefined;
  if (claim.type !== 'holds' || statement?.kind !== 'relation') return found;
  const operands = statement.operands.map(foldIntegrals);
  const isPlain = operands.every((operand, at) => operand === statement.operands[at]);
  return isPlain ? found : { ...found, claim: { ...claim, statement: { ...statement, operands } } };
}

const inAnotherReading: Verdict = {
  kind: 'unknown',
  how: 'none',
  evidence: 'This holds only roughly, or in another reading.',
};

/** Wrong only where each has a solution of its own: an equation may lose some that something else rules out. */
function decideFollowing(found: FoundClaim, claim: ClaimOf<'implies'>, { work }: DecideOptions): DecidedClaim {
  const verdict = checkClaim(claim, { work });
  const { from, to, unknowns } = claim;
  const [unknown] = unknowns;
  if (verdict.kind !== 'invalid' || from.kind !== 'relation' || to.kind !== 'relation' || unknown === undefined) {
    return { ...found, verdict };
  }
  const never: Expr = { kind: 'relation', operands: to.operands, operators: ['!='] };
  const apart = checkClaim({ type: 'implies', from, to: never, unknowns }, { work });
  const back = checkClaim({ type: 'implies', from: to, to: from, unknowns }, { work });
  const isApart = apart.kind === 'proved' || apart.kind === 'valid' || back.kind === 'invalid';
  if (!isApart || found.leeway?.isRough === true || isRoundedSolution(from, to, unknown)) {
    return { ...found, verdict: inAnotherReading };
  }
  const mistake = nameMistake(from, to, { unknowns, work });
  const value = solvedFor(to, unknown);
  const solution = linearSolution(from, unknown);
  const right =
    found.value && value && solution ? rightValue(solution, value, found.value.end - found.value.start) : undefined;
  // In a document the equations don't stand in lines.
  const evidence = verdict.evidence?.replace('the line before', 'the equation before');
  return {
    ...found,
    verdict: { ...verdict, evidence, ...(mistake && { mistake }) },
    ...(right !== undefined && { right }),
  };
}

type ClaimOf<Type extends Claim['type']> = Extract<Claim, { readonly type: Type }>;

/** Letters that are positive by convention. */
function underConventions(claim: Claim, conventions: Partial<Conventions> | undefined): Claim {
  if (claim.type !== 'equal' || conventions === undefined) return claim;
  const letters = [...freeSymbols(claim.left), ...freeSymbols(claim.right)];
  const positive = conventions.assume === 'positive' ? letters : (conventions.positive ?? []);
  return positive.length === 0 ? claim : { ...claim, positive };
}

function sidesOf({ claim }: FoundClaim): { left: Expr; right: Expr; sign: string } | undefined {
  if (claim.type === 'equal') return { left: claim.left, right: claim.right, sign: '=' };
  if (claim.type !== 'holds' || claim.statement.kind !== 'relation') return undefined;
  const [left, right] = claim.statement.operands;
  const [sign] = claim.statement.operators;
  return left && right && sign ? { left, right, sign } : undefined;
}

/** a ≈ b: right where b has the digits of a, wrong only where it is far off: a tenth, or less where b has three digits. */
function roughly(left: Expr, right: Expr): Verdict {
  const [a, b] = [evaluate(left), evaluate(right)];
  if (!Number.isFinite(a) || !Number.isFinite(b)) return { kind: 'unknown', how: 'none' };
  const unit = unitInLastPlace(right) ?? unitInLastPlace(left) ?? 1;
  const difference = Math.abs(a - b);
  const digits = (value: number): string => Number(value.toPrecision(8)).toString();
  const evidence = `The left side is $\\approx ${digits(a)}$, the right side $\\approx ${digits(b)}$.`;
  if (difference <= unit * 0.5000001) return { kind: 'valid', how: 'recomputed', relation: 'equal', evidence };
  const share = Math.abs(b) >= 100 * unit && unitInLastPlace(right) !== undefined ? 0.04 : 0.1;
  const isFar = difference > 10 * unit && difference > share * Math.max(Math.abs(a), Math.abs(b));
  if (isFar && !isRightSomehow(left, right, 'approx', {})) {
    return { kind: 'invalid', how: 'certified', relation: 'different', evidence };
  }
  return { kind: 'unknown', how: 'none', evidence };
}
