import { add, negate, sym } from '../../math/build.ts';
import { areEqual } from '../../math/equality.ts';
import type { Expr } from '../../math/expr.ts';
import { toText } from '../../math/print/toText.ts';
import { contains, freeSymbols, mapExpr, sameExpr, sizeOf, substitute } from '../../math/tree.ts';
import { resolved } from '../work/resolved.ts';
import type { Comparison } from './answer.ts';
import { unsaid, type CompareContext } from './compareContext.ts';

/** Longer trees are compared only as they are written. */
const maximumSize = 4_000;

/** Two trees by value, with the author's own functions as unknowns. */
export function compareExprs(gold: Expr, pred: Expr, context: CompareContext): Comparison {
  if (sameExpr(gold, pred)) return { equal: true, how: sameAs(gold) };
  if (sizeOf(gold) + sizeOf(pred) > maximumSize) return unsaid('too long to compare');
  if (gold.kind === 'bigOperator' && pred.kind === 'bigOperator') return compareSums(gold, pred, context);
  const antiderivative = compareFamilies(gold, pred, context);
  if (antiderivative !== undefined) return antiderivative;
  const calls: { expr: Expr; name: string; isSure: boolean }[] = [];
  const [left, right] = [gold, pred].map((expr) => withoutCalls(expr, calls, context));
  if (left === undefined || right === undefined) return unsaid('not readable');
  const { result, domain, how, points } = areEqual(left, right, { ...context.equality, work: context.work });
  if (result === 'different') {
    if (calls.some(({ isSure }) => !isSure) || hasSequences(gold) || hasSequences(pred))
      return unsaid('the functions are not known');
    if (isRenamed(left, right)) return unsaid('equal if the letters stand for the same');
    if ([gold, pred].some((expr) => contains(expr, (node) => node.kind === 'call' && node.name === 'overline')))
      return unsaid('what the line above means is not known');
    return { equal: false, how: `different: ${shown(gold)} against ${shown(pred)}` };
  }
  if (result === 'unknown' || (how === 'points' && (points ?? 0) < 12 && freeSymbols(left).length > 0)) {
    return compareWorkedOut(gold, pred, context) ?? unsaid(`can't tell ${shown(gold)} from ${shown(pred)}`);
  }
  if (domain === 'changed') return { equal: false, how: 'equal only where both have a value' };
  return { equal: true, how: sameAs(gold) };
}

/** With derivatives, integrals with bounds and limits worked out. */
function compareWorkedOut(gold: Expr, pred: Expr, context: CompareContext): Comparison | undefined {
  const [ours, theirs] = [resolved(gold, context.work), resolved(pred, context.work)];
  if (ours.expr === gold && theirs.expr === pred) return undefined;
  if (!ours.isProved || !theirs.isProved) return undefined;
  if (sameExpr(ours.expr, gold) && sameExpr(theirs.expr, pred)) return undefined;
  return compareExprs(ours.expr, theirs.expr, context);
}

/** π/4 + kπ and π/4 + nπ, where both letters are any whole number. */
function isRenamed(left: Expr, right: Expr): boolean {
  const [ours, theirs] = [freeSymbols(left), freeSymbols(right)];
  const [only, more] = ours.filter((name) => !theirs.includes(name));
  const [other, another] = theirs.filter((name) => !ours.includes(name));
  if (only === undefined || other === undefined || more !== undefined || another !== undefined) return false;
  return (
    parameter.test(only) &&
    parameter.test(other) &&
    areEqual(left, substitute(right, { [other]: sym(only) })).result === 'equal'
  );
}

const parameter = /^(?:[klmnstcCK]|lambda|mu)$/;

function sameAs(expr: Expr): string {
  return freeSymbols(expr).length === 0 ? 'same number' : 'same expression';
}

export function shown(expr: Expr): string {
  if (sizeOf(expr) > 40) return 'a longer expression';
  const text = toText(expr);
  return text.length > 60 ? 'a longer expression' : text;
}

const known: ReadonlySet<string> = new Set(
  'sin cos tan cot sec csc sinh cosh tanh coth sech csch asin acos atan acot asec acsc asinh acosh atanh acoth asech acsch exp ln log log10 log2 floor ceil round sign gcd lcm min max mod binomial det erf sinc atan2'.split(
    ' ',
  ),
);

/** The author's own functions at the same place are one unknown, at surely different places two. */
function withoutCalls(
  expr: Expr,
  calls: { expr: Expr; name: string; isSure: boolean }[],
  context: CompareContext,
): Expr {
  return mapExpr(expr, (node) => {
    if (node.kind !== 'call' || known.has(node.name)) return node;
    const same = calls.find(
      ({ expr: other }) =>
        other.kind === 'call' &&
        other.name === node.name &&
        other.primes === node.primes &&
        other.args.length === node.args.length &&
        other.args.every(
          (item, index) => areEqual(item, node.args[index] ?? item, context.equality).result === 'equal',
        ),
    );
    if (same !== undefined) return sym(same.name);
    const isSure = calls.every(
      ({ expr: other }) =>
        other.kind !== 'call' ||
        other.name !== node.name ||
        other.args.length !== node.args.length ||
        other.args.some(
          (item, index) => areEqual(item, node.args[index] ?? item, context.equality).result === 'different',
        ),
    );
    const name = `call_${calls.length}`;
    calls.push({ expr: node, name, isSure: isSure && context.question === undefined });
    return sym(name);
  });
}

/** F_k F_(n−k−1): what the indexed letters are isn't known. */
function hasSequences(expr: Expr): boolean {
  return (
    contains(expr, (node) => node.kind === 'bigOperator') &&
    contains(expr, (node) => node.kind === 'symbol' && node.name.includes('_'))
  );
}

function compareSums(
  gold: Extract<Expr, { kind: 'bigOperator' }>,
  pred: Extract<Expr, { kind: 'bigOperator' }>,
  context: CompareContext,
): Comparison {
  const body = substitute(pred.body, { [pred.variable]: sym(gold.variable) });
  const isSame =
    gold.operator === pred.operator &&
    [
      [gold.lower, pred.lower],
      [gold.upper, pred.upper],
      [gold.body, body],
    ].every(([a, b]) => a !== undefined && b !== undefined && areEqual(a, b, context.equality).result === 'equal');
  if (isSame) return { equal: true, how: 'same sum' };
  if (hasSequences(gold) || hasSequences(pred)) return unsaid('the sums are written differently');
  const { result } = areEqual(gold, pred, { ...context.equality, work: context.work });
  if (result === 'unknown') return unsaid('the sums are written differently');
  return result === 'equal'
    ? { equal: true, how: 'same value' }
    : { equal: false, how: `different: ${shown(gold)} against ${shown(pred)}` };
}

/** x² + C and x² + 5 + C are the same antiderivatives. */
function compareFamilies(gold: Expr, pred: Expr, context: CompareContext): Comparison | undefined {
  const [ours, theirs] = [constantTerm(gold), constantTerm(pred)];
  if (ours === undefined && theirs === undefined) return undefined;
  if (ours === undefined || theirs === undefined) {
    const [family, other] = ours === undefined ? [theirs, gold] : [ours, pred];
    const isSame = family?.name === 'C' && areEqual(family.rest, other, context.equality).result === 'equal';
    return isSame ? { equal: false, how: 'the constant of integration is missing on one side' } : undefined;
  }
  const isIntegral = /integra|antideriv|primitive|differential equation|\\int\b|∫/i.test(context.question ?? '');
  if (!isIntegral && (context.question !== undefined || ours.name !== 'C' || theirs.name !== 'C')) return undefined;
  const difference = add(ours.rest, negate(theirs.rest));
  const letters = freeSymbols(difference);
  if (letters.length === 0 && !isIntegral && areEqual(ours.rest, theirs.rest).result !== 'equal')
    return unsaid('equal if C is a constant of integration');
  if (letters.length === 0) return { equal: true, how: 'same up to the constant of integration' };
  const [first] = letters;
  const moved = substitute(difference, Object.fromEntries(letters.map((name) => [name, sym(`${name}_0`)])));
  const { result, domain } = areEqual(difference, moved, context.equality);
  if (result === 'equal' && !isIntegral) {
    return areEqual(ours.rest, theirs.rest, context.equality).result === 'equal'
      ? undefined
      : unsaid('equal if C is a constant of integration');
  }
  if (first === undefined || result === 'unknown') return unsaid('the antiderivatives are written differently');
  if (result === 'equal' && domain === 'changed') return { equal: false, how: 'equal only where both have a value' };
  return result === 'equal'
    ? { equal: true, how: 'same up to the constant of integration' }
    : { equal: false, how: `different: ${shown(gold)} against ${shown(pred)}` };
}

function constantTerm(expr: Expr): { readonly name: string; readonly rest: Expr } | undefined {
  if (expr.kind !== 'add') return undefined;
  const found = expr.terms.filter((term) => term.kind === 'symbol' && /^(?:C|c|K|k)(?:_\w+)?$/.test(term.name));
  const [only] = found;
  if (found.length !== 1 || only?.kind !== 'symbol') return undefined;
  const rest = add(...expr.terms.filter((term) => term !== only));
  return freeSymbols(rest).includes(only.name) || freeSymbols(rest).length === 0
    ? undefined
    : { name: only.name, rest };
}
