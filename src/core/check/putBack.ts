import { num } from '../math/build.ts';
import { certifiedSign } from '../math/certify.ts';
import { domainConditions } from '../math/domain.ts';
import { areEqual } from '../math/equality.ts';
import type { Expr } from '../math/expr.ts';
import { readRationalFunction } from '../math/rationalFunction.ts';
import { contains, freeSymbols, substitute } from '../math/tree.ts';
import { satisfies } from './cells.ts';
import { differenceOf, type Statement } from './statement.ts';

/** 'approximately': equal to many digits, but not proved. 'undefined': a side has no value there. */
export type Satisfaction = 'yes' | 'approximately' | 'no' | 'undefined' | 'unknown';

export interface PutBackOptions {
  readonly positive?: readonly string[] | undefined;
  /** Over the complex numbers only denominators restrict the domain. */
  readonly isComplex?: boolean | undefined;
}

/** Whether a statement holds once values are put in the place of its unknowns. Other letters stay general. */
export function satisfiesWith(
  statement: Statement,
  values: ReadonlyMap<string, Expr>,
  options: PutBackOptions = {},
): Satisfaction {
  switch (statement.type) {
    case 'relation': {
      const difference = substitute(differenceOf(statement), values);
      const isComplex = options.isComplex === true || hasImaginary(difference);
      const domain = domainAt(difference, isComplex);
      if (domain !== 'yes') return domain;
      return ofSign(difference, statement.operator, options.positive);
    }
    case 'not':
      return negation(satisfiesWith(statement.operand, values, options));
    default:
      return joined(
        statement.items.map((item) => satisfiesWith(item, values, options)),
        statement.type,
      );
  }
}

function hasImaginary(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'constant' && node.name === 'i');
}

/** Whether every part of the expression has a value: 'yes', 'undefined' or 'unknown'. Conditions on other letters are taken as met. */
function domainAt(expr: Expr, isComplex: boolean): 'yes' | 'undefined' | 'unknown' {
  for (const { type, expr: inner } of domainConditions(expr)) {
    if (isComplex && type === 'nonnegative') continue;
    const isFree = freeSymbols(inner).length > 0;
    if (!isFree && !isComplex) {
      const reading = certifiedSign(inner);
      if (reading.type === 'undefined') return 'undefined';
      if (reading.type === 'sign' && reading.sign !== 0) {
        if (reading.sign < 0 && type !== 'nonzero') return 'undefined';
        continue;
      }
    }
    const zero = areEqual(inner, num(0));
    if (zero.result === 'equal' && zero.how !== 'points') {
      if (type !== 'nonnegative') return 'undefined';
    } else if (isComplex ? zero.result !== 'different' : !isFree) {
      return 'unknown';
    } else if (isFree && readRationalFunction(inner).type !== 'value') return 'unknown';
  }
  return 'yes';
}

function ofSign(
  difference: Expr,
  operator: Parameters<typeof satisfies>[1],
  positive: readonly string[] | undefined,
): Satisfaction {
  if (operator === '=' || operator === '!=') {
    const equality = areEqual(difference, num(0), { positive });
    if (equality.result === 'unknown') return 'unknown';
    const isEqual = equality.result === 'equal';
    if (isEqual !== (operator === '=')) return isEqual && equality.how === 'points' ? 'unknown' : 'no';
    return isEqual && equality.how === 'points' ? 'approximately' : 'yes';
  }
  const reading = certifiedSign(difference);
  if (reading.type === 'sign') return satisfies(reading.sign, operator) ? 'yes' : 'no';
  if (reading.type !== 'nearZero') return 'unknown';
  const zero = areEqual(difference, num(0));
  return zero.result === 'equal' && zero.how !== 'points' ? (satisfies(0, operator) ? 'yes' : 'no') : 'unknown';
}

function negation(value: Satisfaction): Satisfaction {
  return value === 'yes' ? 'no' : value === 'no' ? 'yes' : 'unknown';
}

function joined(values: readonly Satisfaction[], type: 'and' | 'or'): Satisfaction {
  const isAnd = type === 'and';
  if (values.length === 0) return isAnd ? 'yes' : 'no';
  // The first in this order that occurs decides.
  const order: readonly Satisfaction[] = isAnd
    ? ['no', 'undefined', 'unknown', 'approximately', 'yes']
    : ['yes', 'approximately', 'unknown', 'undefined', 'no'];
  return order.find((value) => values.includes(value)) ?? 'unknown';
}
