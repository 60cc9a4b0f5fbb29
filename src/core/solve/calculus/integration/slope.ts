import { add, multiply, num, sym } from '../../../math/build.ts';
import { differentiate } from '../../../math/differentiate.ts';
import { nonnegativeLetters } from '../../../math/domain.ts';
import { areEqual } from '../../../math/equality.ts';
import type { Expr } from '../../../math/expr.ts';
import { readDifference } from '../../../math/rationalFunction.ts';
import { freeSymbols, mapChildren, substitute } from '../../../math/tree.ts';
import type { Verdict } from '../../../session/step.ts';
import type { Claim } from '../../derivation.ts';
import type { ExactWork } from '../../exactWork.ts';
import type { Substitution } from './plan.ts';

/** The derivative by x of a line with pending integrals, some of them in letters that stand for functions of x. */
export function slopeOf(line: Expr, x: string, letters: readonly Substitution[]): Expr | undefined {
  const values: Record<string, Expr> = {};
  for (const { letter, value } of letters) values[letter] = substitute(value, values);
  const pending: { readonly name: string; readonly slope: Expr | undefined }[] = [];
  const plain = withNames(line, (body, variable) => {
    const name = `#integral${pending.length.toString()}`;
    const inner = variable === x ? num(1) : values[variable] && differentiate(values[variable], x);
    const put = substitute(body, values);
    pending.push({ name, slope: inner && (variable === x ? put : multiply(put, inner)) });
    return name;
  });
  const direct = differentiate(substitute(plain, values), x);
  const parts = pending.map(({ name, slope }) => {
    const factor = differentiate(substitute(plain, values), name);
    return factor === undefined || slope === undefined ? undefined : multiply(factor, slope);
  });
  return direct === undefined || !parts.every((part) => part !== undefined) ? undefined : add(direct, ...parts);
}

function withNames(line: Expr, nameOf: (body: Expr, variable: string) => string): Expr {
  if (line.kind === 'integral') return sym(nameOf(line.body, line.variable));
  return mapChildren(line, (child) => withNames(child, nameOf));
}

/** Both lines have the same derivative: a proof, agreement at points, a refutation, or nothing known. */
export function sameSlope(from: Expr, to: Expr, x: string, letters: readonly Substitution[], work: ExactWork): Claim {
  const [a, b] = [slopeOf(from, x, letters), slopeOf(to, x, letters)];
  if (a === undefined || b === undefined) return { type: 'none' };
  return { type: 'decided', verdict: slopeVerdict(a, b, x, work, 'Both lines have the same derivative') };
}

/** Is the derivative of the answer the integrand? With letters taken as positive only where nothing else decides. */
export function antiderivativeVerdict(result: Expr, integrand: Expr, x: string, work: ExactWork): Verdict {
  const slope = differentiate(result, x);
  if (slope === undefined) return { kind: 'unknown', how: 'none' };
  return slopeVerdict(slope, integrand, x, work, 'Differentiating the answer gives the integrand back');
}

function slopeVerdict(a: Expr, b: Expr, x: string, work: ExactWork, says: string): Verdict {
  const letters = [...new Set([...freeSymbols(a), ...freeSymbols(b)])].filter((name) => name !== x);
  const options = { positive: [...nonnegativeLetters(a), ...nonnegativeLetters(b)] };
  const difference = readDifference(a, b, options);
  // A proof needs no look at the domains: the integrand's is the one that counts.
  if (difference.type === 'value' && difference.isZero)
    return { kind: 'proved', how: 'symbolic', relation: 'equal', evidence: `${says}.` };
  const plain = areEqual(a, b, { work });
  const isDecided = plain.result === 'equal' && plain.how !== 'points';
  const assumed = isDecided || letters.length === 0 ? plain : areEqual(a, b, { work, positive: letters });
  const equality = isDecided || assumed.result === 'unknown' ? plain : assumed;
  const condition = equality === plain ? '' : ` (letters other than $${x}$ taken as positive)`;
  switch (equality.result) {
    case 'unknown':
      return { kind: 'unknown', how: 'none' };
    case 'different':
      return {
        kind: 'invalid',
        how: equality.how,
        relation: 'different',
        evidence: 'The derivatives are different functions.',
      };
    case 'equal':
      return equality.how === 'points'
        ? {
            kind: 'valid',
            how: 'points',
            relation: 'equal',
            points: equality.points,
            evidence: `${says}, as far as points can tell${condition}.`,
          }
        : { kind: 'proved', how: equality.how, relation: 'equal', evidence: `${says}${condition}.` };
  }
}
