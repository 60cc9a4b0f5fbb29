import { add } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { gcd } from '../../math/integers.ts';
import type { Polynomial } from '../../math/polynomial.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { toText } from '../../math/print/toText.ts';
import type { Lines, Remark } from './lines.ts';

/** Terms that differ in their number only. */
interface LikeTerms {
  readonly members: readonly Expr[];
  readonly sum: Expr;
}

const why =
  'Terms with the same letters in the same powers are multiples of the same thing, so their numbers can be added.';

/** Collects the like terms of the line, which must be free of brackets. @returns true where something was written */
export function collectTerms(lines: Lines, variable?: string): boolean {
  const polynomial = toPolynomial(lines.line);
  if (polynomial === undefined) return false;
  const collected = polynomialToExpr(polynomial, { variable });
  // Only the order would change: no step of its own.
  if (
    lines.line.kind === 'add' &&
    lines.line.terms.length === polynomial.terms.length &&
    lines.line.terms.every(isTidyTerm)
  )
    return false;
  return lines.write(collected, collectingRemark(lines, lines.line, collected, polynomial));
}

function collectingRemark(lines: Lines, from: Expr, collected: Expr, polynomial: Polynomial): Remark {
  const terms = from.kind === 'add' ? from.terms : [from];
  const groups = likeTerms(terms);
  const real = groups.filter((group) => group.members.length > 1);
  if (terms.length === 1)
    return {
      text: 'Multiply the factors together.',
      rule: 'multiply-factors',
      why: 'The order of factors does not matter: numbers with numbers, each letter with itself.',
    };
  if (real.length === 0)
    return {
      text: polynomial.variables.length > 0 ? 'Put the terms in order, the highest power first.' : 'Work it out.',
      rule: 'order-terms',
      isMinor: true,
    };
  const said = real.map((group) =>
    lines.math({ kind: 'relation', operands: [add(...group.members), group.sum], operators: ['='] }),
  );
  const isShort = real.length <= 3 && real.every((group) => group.members.length <= 6);
  return {
    text: isShort ? `Collect like terms: ${said.join(', ')}.` : 'Collect like terms.',
    rule: 'collect-terms',
    why,
    parts: real.length > 1 ? oneGroupAtATime(lines, groups, collected) : undefined,
  };
}

function oneGroupAtATime(lines: Lines, groups: readonly LikeTerms[], collected: Expr): Remark['parts'] {
  const parts: { to: Expr; remark: Remark }[] = [];
  const state = groups.map((group): readonly Expr[] => group.members);
  for (const [index, group] of groups.entries()) {
    if (group.members.length < 2) continue;
    state[index] = isZeroTerm(group.sum) ? [] : [group.sum];
    const to = add(...state.flat());
    const shown = lines.math({ kind: 'relation', operands: [add(...group.members), group.sum], operators: ['='] });
    parts.push({ to, remark: { text: `Add like terms: ${shown}.`, rule: 'collect-terms', why } });
  }
  const last = parts.at(-1);
  if (last !== undefined) parts[parts.length - 1] = { ...last, to: collected };
  return parts;
}

/** In the order in which the first of each kind stands. */
function likeTerms(terms: readonly Expr[]): readonly LikeTerms[] {
  const groups = new Map<string, Expr[]>();
  for (const term of terms) {
    const polynomial = toPolynomial(term);
    const first = polynomial?.terms[0];
    const key =
      first === undefined || polynomial === undefined
        ? ''
        : polynomial.variables.map((name, index) => `${name}^${(first.exponents[index] ?? 0).toString()}`).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), term]);
  }
  return [...groups.values()].map((members) => ({ members, sum: sumOf(members) }));
}

function sumOf(members: readonly Expr[]): Expr {
  const polynomial = toPolynomial(add(...members));
  return polynomial === undefined ? add(...members) : polynomialToExpr(polynomial);
}

function isZeroTerm(expr: Expr): boolean {
  return expr.kind === 'number' && expr.value.n === 0n;
}

/** A number, letters and their powers each once: nothing to multiply. */
function isTidyTerm(term: Expr): boolean {
  if (term.kind === 'negate') return isTidyTerm(term.operand);
  if (term.kind === 'divide' && term.denominator.kind === 'number' && isTidyTerm(term.numerator)) {
    const [above] = toPolynomial(term.numerator)?.terms ?? [];
    return above !== undefined && gcd(above.coefficient.n, term.denominator.value.n) === 1n;
  }
  const polynomial = toPolynomial(term);
  return polynomial !== undefined && toText(polynomialToExpr(polynomial)) === toText(term);
}
