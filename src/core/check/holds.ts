import { subtract } from '../math/build.ts';
import { certifiedSign } from '../math/certify.ts';
import { areEqual } from '../math/equality.ts';
import type { Expr, RelationOperator } from '../math/expr.ts';
import { toTex } from '../math/print/toTex.ts';
import { readRationalFunction } from '../math/rationalFunction.ts';
import { freeSymbols } from '../math/tree.ts';
import type { Verdict } from '../session/step.ts';
import type { ExactWork } from '../solve/exactWork.ts';
import { closeness } from './approximate.ts';
import { checkEqual } from './equal.ts';
import { valueTex } from './valueTex.ts';
import { satisfiesWith } from './putBack.ts';
import { membership } from './statement.ts';

type Truth =
  { readonly isTrue: boolean; readonly how: Verdict['how']; readonly evidence?: string | undefined } | undefined;

/** A statement without unknowns: 3·11 - 6 = 2·11 + 5, 7 < 9. */
export function checkHolds(statement: Expr, work: ExactWork): Verdict {
  const truth = decide(statement, work);
  if (truth === undefined) return { kind: 'unknown', how: 'none' };
  const { how } = truth;
  if (!truth.isTrue) return { kind: 'invalid', how, relation: 'different', evidence: truth.evidence };
  const kind = how === 'points' ? 'valid' : 'proved';
  return {
    kind,
    how,
    ...(how === 'points' && { points: 1 }),
    evidence: truth.evidence ?? `$${toTex(statement)}$ holds.`,
  };
}

function decide(statement: Expr, work: ExactWork): Truth {
  work.check();
  switch (statement.kind) {
    case 'relation': {
      let how: Verdict['how'] = 'symbolic';
      for (const [index, operator] of statement.operators.entries()) {
        const [left, right] = [statement.operands[index], statement.operands[index + 1]];
        const truth = left && right && decideRelation(left, operator, right, work);
        if (!truth?.isTrue) return truth;
        if (truth.how !== 'symbolic') how = truth.how;
      }
      return { isTrue: true, how };
    }
    case 'and':
    case 'or': {
      const truths = statement.items.map((item) => decide(item, work));
      const isAnd = statement.kind === 'and';
      const decisive = truths.find((truth) => truth?.isTrue === !isAnd);
      if (decisive) return decisive;
      return truths.every((truth) => truth !== undefined)
        ? (truths.find((truth) => truth.how === 'points') ?? truths[0])
        : undefined;
    }
    case 'not': {
      const inner = decide(statement.operand, work);
      return inner && { isTrue: !inner.isTrue, how: inner.how };
    }
    default:
      return undefined;
  }
}

function decideRelation(left: Expr, operator: RelationOperator, right: Expr, work: ExactWork): Truth {
  if (hasNoValue(left) || hasNoValue(right)) return undefined;
  const evidence = `The left side is $${valueTex(left)}$, the right side $${valueTex(right)}$.`;
  if (operator === 'approx') {
    const found = closeness(left, right);
    if (found !== 'undecided') return { isTrue: found === 'rounded', how: 'certified', evidence };
    return undefined;
  }
  if (operator === '=' || operator === '!=') {
    const equality = areEqual(left, right, { work });
    if (equality.result === 'unknown') return ofSets(left, right, operator, work);
    if (equality.domain === 'changed') return undefined;
    const isEqual = equality.result === 'equal';
    return { isTrue: isEqual === (operator === '='), how: equality.how, evidence };
  }
  if (operator === 'in') {
    const statement = membership(left, right);
    const found = statement && satisfiesWith(statement, new Map());
    return found === 'yes' || found === 'no' ? { isTrue: found === 'yes', how: 'symbolic' } : undefined;
  }
  if (freeSymbols(left).length + freeSymbols(right).length > 0) return undefined;
  const reading = certifiedSign(subtract(left, right));
  const isStrict = operator === '<' || operator === '>';
  if (reading.type === 'sign' && reading.sign !== 0) {
    return { isTrue: reading.sign < 0 === (operator === '<' || operator === '<='), how: 'certified', evidence };
  }
  if (reading.type !== 'sign' && reading.type !== 'nearZero') return undefined;
  const equality = areEqual(left, right, { work });
  return equality.result === 'equal' && equality.how !== 'points'
    ? { isTrue: !isStrict, how: equality.how, evidence }
    : undefined;
}

/** Sets: what has the same members. */
function ofSets(left: Expr, right: Expr, operator: '=' | '!=', work: ExactWork): Truth {
  const verdict = checkEqual(left, right, { work });
  if (verdict.kind === 'unknown') return undefined;
  return { isTrue: (verdict.kind !== 'invalid') === (operator === '='), how: verdict.how, evidence: verdict.evidence };
}

/** 1/0 = 1/0 holds as little as it fails. */
function hasNoValue(expr: Expr): boolean {
  return readRationalFunction(expr).type === 'undefined';
}
