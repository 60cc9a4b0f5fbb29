import type { Expr } from '../../math/expr.ts';
import { evaluate } from '../../math/evaluate.ts';
import { contains } from '../../math/tree.ts';
import type { FoundClaim } from '../finding.ts';
import type { Cues } from './cues.ts';
import type { Leeway } from './leeway.ts';
import type { Link } from './link.ts';
import { isRewritingLink } from './rewriting.ts';
import { withKnownValues } from './substituted.ts';
import type { Facts, Scope } from './scope.ts';
import { conversionsOf, singular, unitWords } from './unitWords.ts';

/** What the link claims, where it claims something that can be decided by itself. */
export function linkClaim(link: Link, facts: Facts, scope: Scope): Pick<FoundClaim, 'claim' | 'leeway'> | undefined {
  const { left, right, sign, cues } = link;
  if (facts.hasOtherArithmetic || isLeftOpen(cues, scope) || left.hasUnknownNames || right.hasUnknownNames)
    return undefined;
  if (left.letters.length === 0 && right.letters.length === 0) return numericClaim(link, facts, scope.isOwnWork);
  if (facts.hasMatrices) return undefined;
  const known = sign === '=' && !cues.isHypothesis ? withKnownValues(link, facts) : undefined;
  if (known !== undefined)
    return numericClaim({ ...link, left: { ...left, expr: known, letters: [] } }, facts, scope.isOwnWork);
  if (sign !== '=' || cues.isHypothesis || left.isAmbiguous || right.isAmbiguous) return undefined;
  return isRewritingLink(link, facts) ? { claim: { type: 'equal', left: left.expr, right: right.expr } } : undefined;
}

/** A solver's own wrong work stays wrong when he calls it so; a question stays a question. */
export function isLeftOpen(cues: Cues, scope: Scope): boolean {
  return cues.isQuestion || (cues.isDenied && scope.isOwnWork !== true) || cues.isNegated;
}

function numericClaim(link: Link, facts: Facts, isOwnWork = false): Pick<FoundClaim, 'claim' | 'leeway'> | undefined {
  const { left, right, sign, cues } = link;
  // 0 = 5 at the end of a system, 7 = x turned round: two bare numbers are a result, no calculation.
  const isTrivial =
    left.isLiteral && right.isLiteral && !isNotationChange(left.expr, right.expr) && !isPi(left.expr, right.expr);
  // 2^5 = 32 > 33: what was worked out is compared.
  const isCompared = link.links > 1 && (sign === '<' || sign === '>') && !cues.isHypothesis;
  if (isTrivial && !link.isBare && !isCompared) return undefined;
  // 1200 lire = $1.50
  if (
    left.isLiteral &&
    right.isLiteral &&
    (left.isMoney !== right.isMoney || left.units.join() !== right.units.join())
  ) {
    return undefined;
  }
  if (cues.isTrial && link.links === 1) return undefined;
  if (cues.isConditional && !link.isBare && !isOwnWork) return undefined;
  if (cues.isSupposed || hasBareImaginary(left.expr, right.expr, facts)) return undefined;
  const statement: Expr = {
    kind: 'relation',
    operands: [left.expr, right.expr],
    operators: [sign],
  };
  return {
    claim: { type: 'holds', statement },
    leeway: {
      ...leewayOf(link, facts),
      ...(((isTrivial && !isCompared) || isEquationInWords(link)) && { isAmbiguous: true }),
    },
  };
}

/** "3 pencils + 1 eraser = 124 cents", "5 boxes + 2 pencils = 62 pencils": things stand for what they cost or hold. */
function isEquationInWords({ left, right }: Link): boolean {
  const nouns = (names: readonly string[]): string[] => [...new Set(names.map(singular))];
  const [things, results] = [nouns(left.nouns), nouns(right.nouns)];
  const isMixed = left.expr.kind === 'add' && things.length > 1;
  return isMixed && (results.length === 0 || results.some((noun) => things.includes(noun)));
}

/** π ≈ 3.14; other values go by that name in statistics. */
function isPi(left: Expr, right: Expr): boolean {
  const isNamed = left.kind === 'constant' && left.name === 'pi';
  return isNamed && right.kind === 'number' && right.notation === 'decimal' && Math.abs(evaluate(right) - 3.2) < 0.3;
}

/** 25% = 0.25 */
function isNotationChange(left: Expr, right: Expr): boolean {
  const [a, b] = [left, right].map((expr) => (expr.kind === 'negate' ? expr.operand : expr));
  if (a?.kind !== 'number' || b?.kind !== 'number') return false;
  // 0.2 = 0 is what is left of an equation.
  const isPlain = [a, b].every(({ notation }) => notation === 'integer' || notation === 'decimal');
  return !isPlain && a.notation !== b.notation;
}

/** e and i as constants only where they are used like these. */
function hasBareImaginary(left: Expr, right: Expr, facts: Facts): boolean {
  const has = (expr: Expr, name: 'e' | 'i'): boolean =>
    contains(expr, (node) => node.kind === 'constant' && node.name === name);
  for (const name of ['e', 'i'] as const) {
    if ((!has(left, name) && !has(right, name)) || (name === 'i' && facts.hasImaginary)) continue;
    const isUsed = [left, right].some((expr) => contains(expr, (node) => node.kind === 'power' && has(node, name)));
    if (!isUsed && !(has(left, name) && has(right, name))) return true;
  }
  return false;
}

function hasNumber(expr: Expr, text: string): boolean {
  return contains(expr, (node) => node.kind === 'number' && node.text === text);
}

function leewayOf({ left, right, cues, hasNext }: Link, facts: Facts): Leeway {
  const units = [...left.units, ...right.units];
  // 900 - 100 = $8
  const isInCents = left.isMoney !== right.isMoney;
  const rounded = new Set(
    [...facts.rounded].filter((text) => hasNumber(left.expr, text) || hasNumber(right.expr, text)),
  );
  const areHours =
    facts.hasClock && !left.isMoney && !right.isMoney && units.every((unit) => unitWords(unit)[0]?.family === 'time');
  const moduli = [...facts.moduli, ...(areHours ? [12, 24, 60] : [])];
  const hasScaled = left.scaled !== undefined || right.scaled !== undefined;
  return {
    ...(hasScaled && { scaled: { left: left.scaled ?? left.expr, right: right.scaled ?? right.expr } }),
    ...((units.length > 0 || isInCents) && { conversions: [...conversionsOf(units), ...(isInCents ? [100] : [])] }),
    ...(moduli.length > 0 && { moduli }),
    ...(facts.bases.size > 0 && { bases: [...facts.bases] }),
    ...(cues.isRough && { isRough: true }),
    ...(hasNext && { isInChain: true }),
    ...((left.isAmbiguous || right.isAmbiguous) && { isAmbiguous: true }),
    ...(rounded.size > 0 && { rounded }),
  };
}
