import { add, num, subtract } from './build.ts';
import { certifiedValue } from './certify.ts';
import type { Expr } from './expr.ts';
import type { IntegerLetters } from './integerLetters.ts';
import { keyOf } from './kernel/quotient.ts';
import { constantValue } from './polynomial.ts';
import { isInteger, over, zero } from './rational.ts';
import { readRationalFunction, type RationalFunction } from './rationalFunction.ts';
import { samplePoints } from './samplePoints.ts';
import { children } from './tree.ts';

export type DomainRelation = 'same' | 'isolated' | 'changed';

/** What must hold for an expression to have a real value, read off its tree. */
export interface DomainCondition {
  /** The expression is not 0, is at least 0, is more than 0. */
  readonly type: 'nonzero' | 'nonnegative' | 'positive';
  readonly expr: Expr;
  /** True for the base of xⁿ with a letter in n: an integer may be put for n, and then x may be negative. */
  readonly isLoose?: boolean | undefined;
}

/** Denominators, radicands of even roots, arguments of logarithms and of inverse functions, inner ones first. */
export function domainConditions(expr: Expr): readonly DomainCondition[] {
  const found: DomainCondition[] = [];
  collect(expr, found);
  return found;
}

function collect(expr: Expr, found: DomainCondition[]): void {
  for (const child of children(expr)) collect(child, found);
  for (const condition of ownConditions(expr)) found.push(condition);
}

const nothing: readonly DomainCondition[] = [];

function ownConditions(expr: Expr): readonly DomainCondition[] {
  const condition = (type: DomainCondition['type'], inner: Expr): DomainCondition => ({ type, expr: inner });
  switch (expr.kind) {
    case 'divide':
      return isPlainNumber(expr.denominator) ? nothing : [condition('nonzero', expr.denominator)];
    case 'root':
      if (expr.index?.kind === 'number' && expr.index.value.n % 2n === 1n) return nothing;
      return isPlainNumber(expr.radicand) ? nothing : [condition('nonnegative', expr.radicand)];
    case 'power':
      return ofPower(expr.base, expr.exponent);
    case 'call': {
      const [u, base] = expr.args;
      if (u === undefined) return nothing;
      switch (expr.name) {
        case 'ln':
        case 'log':
          return [u, ...(base ? [base] : [])]
            .filter((arg) => !isPlainNumber(arg))
            .map((arg) => condition('positive', arg));
        case 'sqrt':
          return [condition('nonnegative', u)];
        case 'asin':
        case 'acos':
          return [condition('nonnegative', add(u, num(1))), condition('nonnegative', subtract(num(1), u))];
        case 'acosh':
          return [condition('nonnegative', subtract(u, num(1)))];
        case 'atanh':
          return [condition('positive', add(u, num(1))), condition('positive', subtract(num(1), u))];
        case 'tan':
        case 'sec':
          return [condition('nonzero', { kind: 'call', name: 'cos', args: [u] })];
        case 'cot':
        case 'csc':
          return [condition('nonzero', { kind: 'call', name: 'sin', args: [u] })];
        default:
          return nothing;
      }
    }
    default:
      return nothing;
  }
}

function ofPower(base: Expr, exponent: Expr): readonly DomainCondition[] {
  // Most exponents are written as whole numbers above 0.
  if (exponent.kind === 'number' && isInteger(exponent.value) && isPlainNumber(exponent)) return nothing;
  if (isPlainNumber(base) || (base.kind === 'constant' && base.name === 'e')) return nothing;
  const reading = readRationalFunction(exponent);
  const value =
    reading.type === 'value' &&
    reading.value.numerator.variables.length + reading.value.denominator.variables.length === 0
      ? (reading.value.numerator.terms[0]?.coefficient ?? zero)
      : undefined;
  if (value === undefined) return [{ type: 'positive', expr: base, isLoose: true }];
  const isNegative = value.s < 0n;
  if (isInteger(value) || value.d % 2n === 1n)
    return isNegative || value.n === 0n ? [{ type: 'nonzero', expr: base }] : nothing;
  return [{ type: isNegative ? 'positive' : 'nonnegative', expr: base }];
}

function isPlainNumber(expr: Expr): boolean {
  return expr.kind === 'number' && expr.value.n !== 0n;
}

/** Letters that can't be negative where the expression has a value, since √x or ln x occurs in it. */
export function nonnegativeLetters(expr: Expr): readonly string[] {
  return domainConditions(expr).flatMap((condition) =>
    condition.type !== 'nonzero' && !condition.isLoose && condition.expr.kind === 'symbol' ? [condition.expr.name] : [],
  );
}

/**
 * How the domains of two expressions differ. Regions are found at points that lie in no ordinary set of exceptions, so
 * 'same' and 'isolated' mean that no region was found.
 */
export function compareDomains(
  left: Expr,
  right: Expr,
  names: readonly string[],
  positive: readonly string[] = [],
  whole?: IntegerLetters,
): DomainRelation {
  const [ours, theirs] = [keysOf(left), keysOf(right)];
  const differing = [...ours, ...theirs].filter(([key]) => ours.has(key) !== theirs.has(key)).map(([, type]) => type);
  if (differing.length === 0) return 'same';
  if (differing.every((type) => type === 'nonzero')) return 'isolated';
  for (const point of samplePoints(names, 32, 'generic', whole)) {
    if (positive.some((name) => (point.get(name)?.s ?? 1n) < 0n)) continue;
    const [a, b] = [certifiedValue(left, point, 96).type, certifiedValue(right, point, 96).type];
    const isDefined = (type: typeof a) => type === 'exact' || type === 'interval';
    if ((a === 'undefined' && isDefined(b)) || (b === 'undefined' && isDefined(a))) return 'changed';
  }
  return differing.includes('nonzero') ? 'isolated' : 'same';
}

/** A number other than 0, or one above 0, asks for nothing. */
function isMetByNumber(type: DomainCondition['type'], value: RationalFunction): boolean {
  const [top, bottom] = [constantValue(value.numerator), constantValue(value.denominator)];
  const number = top && bottom && over(top, bottom);
  return number !== undefined && number.n !== 0n && (type === 'nonzero' || number.s > 0n);
}

function keysOf(expr: Expr): ReadonlyMap<string, DomainCondition['type']> {
  const keys = new Map<string, DomainCondition['type']>();
  for (const condition of domainConditions(expr)) {
    const reading = readRationalFunction(condition.expr);
    if (reading.type === 'value' && isMetByNumber(condition.type, reading.value)) continue;
    keys.set(`${condition.type} ${reading.type === 'value' ? keyOf(reading.value) : reading.type}`, condition.type);
  }
  return keys;
}
