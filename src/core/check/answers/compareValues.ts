import { add, negate, num, pi, relation, sym } from '../../math/build.ts';
import { areEqual, type EqualityOptions } from '../../math/equality.ts';
import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { toText } from '../../math/print/toText.ts';
import { freeSymbols, mapExpr, contains, sameExpr, substitute, sizeOf } from '../../math/tree.ts';
import type { ExactWork } from '../../solve/exactWork.ts';
import type { AnswerOf, AnswerUnit, Comparison } from './answer.ts';
import type { Asked, Rounding } from './asked.ts';

export interface CompareContext {
  readonly asked: Asked;
  readonly question: string | undefined;
  readonly equality: EqualityOptions;
  readonly work: ExactWork;
  /** A decimal also stands for what rounds to it. */
  readonly areDecimalsRounded: boolean;
}

type Value = AnswerOf<'value'>;

/** Longer trees are compared only as they are written. */
const maximumSize = 4_000;

export function unsaid(how: string): Comparison {
  return { equal: null, how };
}

/** Two numbers or expressions, with their units, percent signs and roundings. */
export function compareValues(gold: Value, pred: Value, context: CompareContext): Comparison {
  if (gold.isPercent === true || pred.isPercent === true) return comparePercent(gold, pred, context);
  const [ours, theirs] = [gold.unit, pred.unit];
  if (ours?.type === 'known' && theirs?.type === 'known') return compareQuantities(gold, ours, pred, theirs, context);
  const known = ours?.type === 'known' ? ours : theirs?.type === 'known' ? theirs : undefined;
  const plain = compareNumbers(gold, pred, context);
  if (
    ours?.type === 'counted' &&
    theirs?.type === 'counted' &&
    plain.equal === true &&
    !sameNoun(ours.name, theirs.name)
  ) {
    return unsaid(`same number, but ${ours.name} against ${theirs.name}`);
  }
  if (known !== undefined && plain.equal === true) {
    const other = ours?.type === 'known' ? theirs : ours;
    if (other?.type === 'counted') return unsaid(`same number, but ${known.name} against ${other.name}`);
    return { equal: true, how: 'same number, the unit is left out' };
  }
  if (known?.dimension === 'angle' && plain.equal !== true && (ours ?? theirs) === known && (!ours || !theirs)) {
    const turned = (value: Value): Expr => (value.unit === undefined ? value.expr : inRadians(value.expr));
    if (contains(turned(ours ? pred : gold), ({ kind }) => kind === 'constant')) {
      const angle = compareExprs(turned(gold), turned(pred), context);
      if (angle.equal === true) return { equal: true, how: 'same angle, in degrees and radians' };
    }
  }
  return plain;
}

function sameNoun(a: string, b: string): boolean {
  const [left, right] = [a.split(' '), b.split(' ')];
  return left.some((word) => right.includes(word));
}

function inRadians(expr: Expr): Expr {
  return {
    kind: 'divide',
    numerator: { kind: 'multiply', factors: [expr, pi], sign: 'implicit' },
    denominator: num(180),
    style: 'fraction',
  };
}

function compareQuantities(
  gold: Value,
  ours: Extract<AnswerUnit, { type: 'known' }>,
  pred: Value,
  theirs: Extract<AnswerUnit, { type: 'known' }>,
  context: CompareContext,
): Comparison {
  const isAngle = new Set([ours.dimension, theirs.dimension]);
  if (isAngle.size === 2 && isAngle.has('angle') && isAngle.has('radian')) {
    const [a, b] = [
      ours.dimension === 'angle' ? inRadians(gold.expr) : gold.expr,
      theirs.dimension === 'angle' ? inRadians(pred.expr) : pred.expr,
    ];
    return named(compareExprs(a, b, context), 'same angle');
  }
  if (ours.dimension !== theirs.dimension)
    return { equal: false, how: `different units: ${ours.name} against ${theirs.name}` };
  if (ours.factor.equals(theirs.factor)) return compareNumbers(gold, pred, context);
  return named(
    compareExprs(scaled(gold.expr, ours), scaled(pred.expr, theirs), context),
    'same amount in another unit',
  );
}

function scaled(expr: Expr, { factor }: Extract<AnswerUnit, { type: 'known' }>): Expr {
  return { kind: 'multiply', factors: [expr, num(factor)], sign: 'implicit' };
}

function named(comparison: Comparison, how: string): Comparison {
  return comparison.equal === true ? { ...comparison, how } : comparison;
}

function hundredth(expr: Expr): Expr {
  return { kind: 'divide', numerator: expr, denominator: num(100), style: 'fraction' };
}

/** 28% is 0.28; 28 without its sign says the same where percent are spoken of. */
function comparePercent(gold: Value, pred: Value, context: CompareContext): Comparison {
  if (gold.isPercent === true && pred.isPercent === true) return compareNumbers(gold, pred, context);
  const isUnitOff = gold.unit?.type === 'known' || pred.unit?.type === 'known';
  if (isUnitOff) return { equal: false, how: 'different: a percentage against a quantity' };
  const [share, other] = gold.isPercent === true ? [gold, pred] : [pred, gold];
  const asValue = compareExprs(hundredth(share.expr), other.expr, context);
  if (asValue.equal === true) return { equal: true, how: 'same number, as a percentage' };
  const bare = compareNumbers(gold, pred, context);
  if (bare.equal !== true) return bare.equal === null ? bare : asValue;
  if (gold.isPercent === true || context.asked.isPercent)
    return { equal: true, how: 'same percentage, the sign is left out' };
  return context.question === undefined ? unsaid('the same number with and without a percent sign') : asValue;
}

function compareNumbers(gold: Value, pred: Value, context: CompareContext): Comparison {
  const exact = compareExprs(gold.expr, pred.expr, context);
  if (exact.equal !== false) {
    return exact;
  }
  return compareBases(gold.expr, pred.expr, context) ?? compareRounded(gold, pred, context) ?? exact;
}

/** 52 for 52_8 where the question says the base. */
function compareBases(gold: Expr, pred: Expr, { asked }: CompareContext): Comparison | undefined {
  const [based, plain] = isBased(gold) ? [gold, pred] : [pred, gold];
  if (!isBased(based) || plain.kind !== 'number' || plain.notation !== 'integer') return undefined;
  const [digits = '', base = ''] = based.text.split('_').map((part) => part.replace(/[{}\s]/g, ''));
  if (digits !== plain.text) return undefined;
  if (asked.base !== undefined && String(asked.base) === base)
    return { equal: true, how: 'same digits in the base asked for' };
  return unsaid('the same digits, once with a base and once without');
}

function isBased(expr: Expr): expr is Extract<Expr, { kind: 'number' }> {
  return expr.kind === 'number' && expr.notation === 'base';
}

/** Where rounding is asked for, a value and its rounding say the same. */
function compareRounded(
  gold: Value,
  pred: Value,
  { asked, areDecimalsRounded }: CompareContext,
): Comparison | undefined {
  const rounding: Rounding | undefined = asked.rounding ?? (areDecimalsRounded ? { type: 'open' } : undefined);
  if (rounding === undefined) return undefined;
  const [ours, theirs] = [evaluate(gold.expr), evaluate(pred.expr)];
  if (!Number.isFinite(ours) || !Number.isFinite(theirs)) return undefined;
  if (rounding.type === 'open') {
    const isFit = [
      [gold.expr, theirs],
      [pred.expr, ours],
    ].some(
      ([rounded, value]) => typeof rounded === 'object' && typeof value === 'number' && isRoundingOf(rounded, value),
    );
    return isFit ? { equal: true, how: 'same number after rounding' } : undefined;
  }
  if (isSameRounded(ours, theirs, rounding)) {
    const isPredRounded = isSame(roundTo(theirs, rounding), theirs) && isSame(roundTo(ours, rounding), theirs);
    return { equal: true, how: 'same number after rounding', ...(!isPredRounded && { form: 'not-as-asked' as const }) };
  }
  return undefined;
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** One of them is the other's rounding; two unrounded numbers near each other say nothing. */
function isSameRounded(a: number, b: number, rounding: Rounding): boolean {
  const [first, second] = [roundTo(a, rounding), roundTo(b, rounding)];
  return (isSame(first, b) || isSame(second, a)) && (isSame(first, second) || isSame(first, b));
}

function roundTo(value: number, rounding: Rounding): number {
  if (rounding.type === 'open' || value === 0) return value;
  const place =
    rounding.type === 'place' ? rounding.place : Math.floor(Math.log10(Math.abs(value))) + 1 - rounding.figures;
  const scale = 10 ** -place;
  return (Math.sign(value) * Math.round(Math.abs(value) * scale * (1 + 1e-14))) / scale;
}

/** A decimal of at least two figures that is the value rounded to its own last place. */
function isRoundingOf(rounded: Expr, value: number): boolean {
  const inner = rounded.kind === 'negate' ? rounded.operand : rounded;
  if (inner.kind !== 'number') return false;
  const figures = inner.text.replace(/^[0.]+|\./g, '').length;
  const places = /\.(\d+)/.exec(inner.text)?.[1]?.length ?? 0;
  if (places === 0 ? figures < 3 : figures < 2) return false;
  const place = places > 0 ? -places : (/0*$/.exec(inner.text)?.[0].length ?? 0);
  return isSame(roundTo(value, { type: 'place', place }), evaluate(rounded));
}

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
  const { result, domain, witness, how, points } = areEqual(left, right, { ...context.equality, work: context.work });
  if (result === 'different') {
    if (calls.some(({ isSure }) => !isSure) || hasSequences(gold) || hasSequences(pred))
      return unsaid('the functions are not known');
    if (freeSymbols(left).length > 0 && !sameLetters(left, right))
      return { equal: false, how: `different: ${shown(gold)} against ${shown(pred)}` };
    witness;
    return { equal: false, how: `different: ${shown(gold)} against ${shown(pred)}` };
  }
  if (result === 'unknown' || (how === 'points' && (points ?? 0) < 12 && freeSymbols(left).length > 0)) {
    return unsaid(`can't tell ${shown(gold)} from ${shown(pred)}`);
  }
  if (domain === 'changed') return { equal: false, how: 'equal only where both have a value' };
  return { equal: true, how: sameAs(gold) };
}

function sameLetters(left: Expr, right: Expr): boolean {
  return freeSymbols(left).every((name) => freeSymbols(right).includes(name));
}

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
    const isSame =
      family !== undefined && family.name === 'C' && areEqual(family.rest, other, context.equality).result === 'equal';
    return isSame ? { equal: false, how: 'the constant of integration is missing on one side' } : undefined;
  }
  if (ours.name !== theirs.name && !/integra|antideriv|differential equation/i.test(context.question ?? 'integral'))
    return undefined;
  const difference = add(ours.rest, negate(theirs.rest));
  const letters = freeSymbols(difference);
  if (letters.length === 0) return { equal: true, how: 'same up to the constant of integration' };
  const [first] = letters;
  const moved = substitute(difference, Object.fromEntries(letters.map((name) => [name, sym(`${name}_0`)])));
  const { result, domain } = areEqual(difference, moved, context.equality);
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

export function equation(left: Expr, right: Expr): Expr {
  return relation(left, '=', right);
}
