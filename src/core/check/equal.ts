import { num } from '../math/build.ts';
import type { Point } from '../math/certify.ts';
import { areEqual, type Equality, type EqualityOptions } from '../math/equality.ts';
import type { Expr } from '../math/expr.ts';
import { toTex } from '../math/print/toTex.ts';
import { rationalFunctionToExpr, toRationalFunction } from '../math/rationalFunction.ts';
import { contains, sizeOf, substitute } from '../math/tree.ts';
import type { Verdict } from '../session/step.ts';
import { unlimitedWork } from '../solve/exactWork.ts';
import { regionSentence } from './regions.ts';
import { checkSameSet } from './sets.ts';
import { withoutDerivatives } from './mistakes/workedOut.ts';
import { valueTex } from './valueTex.ts';
import { checkAntiderivative, isIndefinite } from './antiderivative.ts';

/** The longest normal form that a sentence quotes, in nodes. */
const quotableSize = 25;

export function checkEqual(left: Expr, right: Expr, options: EqualityOptions = {}): Verdict {
  if (isIndefinite(left) || isIndefinite(right)) return checkAntiderivative(left, right, options);
  const work = options.work ?? unlimitedWork;
  const sets = checkSameSet(left, right, work);
  if (sets) return sets;
  const verdict = verdictOfEquality(left, right, areEqual(left, right, options), options.positive);
  if (verdict.kind !== 'unknown' || verdict.relation !== undefined) return verdict;
  const [a, b] = [withoutDerivatives(left), withoutDerivatives(right)];
  if (a === left && b === right) return verdict;
  return verdictOfEquality(a, b, areEqual(a, b, options), options.positive);
}

export function verdictOfEquality(left: Expr, right: Expr, equality: Equality, positive?: readonly string[]): Verdict {
  switch (equality.result) {
    case 'unknown':
      return { kind: 'unknown', how: 'none' };
    case 'different':
      return {
        kind: 'invalid',
        how: equality.how,
        relation: 'different',
        evidence: differenceSentence(left, right, equality.witness),
      };
    case 'equal':
      if (equality.domain === 'changed') {
        return {
          kind: 'unknown',
          how: equality.how,
          relation: 'domain-changed',
          ...(equality.points !== undefined && { points: equality.points }),
          evidence: `Both sides are equal where both have a value. ${regionSentence(left, right, positive)}`,
        };
      }
      if (equality.how === 'points') {
        const points = equality.points ?? 0;
        const evidence = `Both sides agree at ${points} ${points === 1 ? 'point' : 'points'}.`;
        return { kind: 'valid', how: 'points', relation: 'equal', points, evidence };
      }
      return { kind: 'proved', how: equality.how, relation: 'equal', evidence: sameFormSentence(left) };
  }
}

function sameFormSentence(left: Expr): string {
  const form = contains(left, (node) => node.kind === 'derivative') ? undefined : toRationalFunction(left);
  const expr = form && rationalFunctionToExpr(form);
  if (!expr || sizeOf(expr) > quotableSize) return 'Both sides have the same normal form.';
  return `Both sides are $${toTex(expr)}$ after expanding.`;
}

/** The values of both sides where they differ. */
export function differenceSentence(left: Expr, right: Expr, witness: Point | undefined): string {
  if (witness === undefined || witness.size === 0) {
    return `The left side is $${valueTex(left)}$, the right side $${valueTex(right)}$.`;
  }
  const put = [...witness]
    .map(([name, value]) => `${toTex({ kind: 'symbol', name })} = ${toTex(num(value))}`)
    .join(', ');
  const values = new Map([...witness].map(([name, value]) => [name, num(value)]));
  const [a, b] = [substitute(left, values), substitute(right, values)];
  return `For $${put}$ the left side is $${valueTex(a)}$, the right side $${valueTex(b)}$.`;
}
