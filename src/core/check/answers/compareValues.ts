import { add, multiply, num, pi } from '../../math/build.ts';
import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { rational } from '../../math/rational.ts';
import { contains, freeSymbols, mapExpr } from '../../math/tree.ts';
import type { AnswerOf, AnswerUnit, Comparison } from './answer.ts';
import { readUnit } from './answerUnits.ts';
import type { Rounding } from './asked.ts';
import { unsaid, type CompareContext } from './compareContext.ts';
import { compareExprs } from './compareExprs.ts';

type Value = AnswerOf<'value'>;

/** Two numbers or expressions, with their units, percent signs and roundings. */
export function compareValues(gold: Value, pred: Value, context: CompareContext): Comparison {
  if (gold.isPercent === true || pred.isPercent === true) return comparePercent(gold, pred, context);
  const [ours, theirs] = [gold.unit, pred.unit];
  if (ours?.type === 'known' && theirs?.type === 'known') return compareQuantities(gold, ours, pred, theirs, context);
  const known = ours?.type === 'known' ? ours : theirs?.type === 'known' ? theirs : undefined;
  const wanted = compareInAskedUnit(gold, pred, context);
  if (wanted !== undefined) return wanted;
  const plain = compareNumbers(gold, pred, context);
  if (
    ours?.type === 'counted' &&
    theirs?.type === 'counted' &&
    plain.equal === true &&
    !sameNoun(ours.name, theirs.name)
  ) {
    return unsaid(`same number, but ${ours.name} against ${theirs.name}`);
  }
  if (
    known !== undefined &&
    plain.equal === false &&
    freeSymbols(ours === known ? gold.expr : pred.expr).length === 0
  ) {
    // 12 N against 12N: newtons, or a letter?
    const other = ours === known ? pred : gold;
    if (freeSymbols(other.expr).length > 0 && other.unit === undefined && contains(other.expr, isLetterOfUnit))
      return unsaid('a unit, or a letter?');
  }
  if (known !== undefined && plain.equal === true) {
    const other = ours?.type === 'known' ? theirs : ours;
    if (other?.type === 'counted') return unsaid(`same number, but ${known.name} against ${other.name}`);
    if (known.dimension === 'count' && !/dozen/i.test(context.question ?? ''))
      return unsaid('a dozen, or a single one?');
    return { equal: true, how: 'same number, the unit is left out' };
  }
  if (known?.dimension === 'count') {
    const inOnes = (value: Value): Expr => (value.unit === known ? scaled(value.expr, known) : value.expr);
    return compareExprs(inOnes(gold), inOnes(pred), context);
  }
  if (known?.dimension === 'angle' && plain.equal !== true && (ours ?? theirs) === known && (!ours || !theirs)) {
    const turned = (value: Value): Expr => (value.unit === undefined ? value.expr : inRadians(value.expr));
    if (
      contains(
        turned(ours ? pred : gold),
        (node) => node.kind === 'constant' || (node.kind === 'call' && /^a(?:sin|cos|tan|cot)$/.test(node.name)),
      )
    ) {
      const angle = compareExprs(turned(gold), turned(pred), context);
      if (angle.equal === true) return { equal: true, how: 'same angle, in degrees and radians' };
    }
  }
  return plain;
}

/** "How many dollars?": 75 cents is 0.75 without a unit. */
function compareInAskedUnit(gold: Value, pred: Value, context: CompareContext): Comparison | undefined {
  const [sure, bare] = gold.unit?.type === 'known' ? [gold, pred] : [pred, gold];
  const { unit } = sure;
  if (unit?.type !== 'known' || bare.unit !== undefined) return undefined;
  const asked = context.asked.units
    .map(readUnit)
    .filter((found) => typeof found === 'object' && found.type === 'known');
  const [inAsked, other] = asked.filter(({ dimension }) => dimension === unit.dimension);
  if (inAsked === undefined || other !== undefined || inAsked.factor.equals(unit.factor)) return undefined;
  const given = compareExprs(scaled(sure.expr, unit), scaled(bare.expr, inAsked), context);
  if (given.equal !== false) return named(given, 'same amount in the unit asked for');
  return compareNumbers(gold, pred, context).equal === true ? unsaid(`${unit.name}, or ${inAsked.name}?`) : given;
}

function isLetterOfUnit(node: Expr): boolean {
  return node.kind === 'symbol' && /^[mglshLNJWVA]$/.test(node.name);
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
  const temperature = compareTemperatures(gold, ours, pred, theirs, context);
  if (temperature !== undefined) return temperature;
  // "5 pounds" can be money.
  if (isAngle.has('pound sterling') && (ours.name === 'lb' || theirs.name === 'lb')) {
    const amount = compareNumbers(gold, pred, context);
    return amount.equal === true ? unsaid('pounds of money, or of weight?') : amount;
  }
  if (ours.dimension !== theirs.dimension)
    return { equal: false, how: `different units: ${ours.name} against ${theirs.name}` };
  if (ours.factor.equals(theirs.factor)) return compareNumbers(gold, pred, context);
  return named(
    compareExprs(scaled(gold.expr, ours), scaled(pred.expr, theirs), context),
    'same amount in another unit',
  );
}

/** 0 °C is 32 °F; degrees that say no scale leave it out. */
function compareTemperatures(
  gold: Value,
  ours: Extract<AnswerUnit, { type: 'known' }>,
  pred: Value,
  theirs: Extract<AnswerUnit, { type: 'known' }>,
  context: CompareContext,
): Comparison | undefined {
  const scales = [ours.dimension, theirs.dimension];
  if (!scales.some((scale) => scale === 'celsius' || scale === 'fahrenheit')) return undefined;
  if (scales.includes('angle')) return compareNumbers(gold, pred, context);
  if (!scales.includes('celsius') || !scales.includes('fahrenheit')) return undefined;
  const inFahrenheit = (value: Value, { dimension }: { readonly dimension: string }): Expr =>
    dimension === 'fahrenheit' ? value.expr : add(multiply(value.expr, num(rational(9n, 5n))), num(32));
  return named(
    compareExprs(inFahrenheit(gold, ours), inFahrenheit(pred, theirs), context),
    'same temperature in another unit',
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
  if (bare.equal !== true) {
    const isRounded = context.asked.rounding !== undefined || context.areDecimalsRounded;
    const inPercent = (value: Value): Value =>
      value.isPercent === true ? value : { ...value, expr: multiply(value.expr, num(100)) };
    if (isRounded && asValue.equal === false) {
      const rounded = compareRounded(inPercent(gold), inPercent(pred), context);
      if (rounded !== undefined) return rounded;
    }
    return bare.equal === null ? bare : asValue;
  }
  // 0.5 for 0.5%, or for a half?
  if (!context.asked.isPercent && Math.abs(evaluate(share.expr)) <= 1)
    return unsaid('the same number with and without a percent sign');
  if (gold.isPercent === true || context.asked.isPercent)
    return { equal: true, how: 'same percentage, the sign is left out' };
  return context.question === undefined ? unsaid('the same number with and without a percent sign') : asValue;
}

function isWithPi(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'constant' && node.name === 'pi');
}

function withPi(expr: Expr, value: string): Expr {
  const [top = '', bottom = '1'] = value.split('/');
  const [whole = '', digits = ''] = top.split('.');
  const given = num(rational(BigInt(whole + digits), BigInt(bottom) * 10n ** BigInt(digits.length)));
  return mapExpr(expr, (node) => (node.kind === 'constant' && node.name === 'pi' ? given : node));
}

function compareNumbers(gold: Value, pred: Value, context: CompareContext): Comparison {
  const exact = compareExprs(gold.expr, pred.expr, context);
  if (exact.equal !== false) {
    return exact;
  }
  const { pi: value } = context.asked;
  if (value !== undefined && isWithPi(gold.expr) !== isWithPi(pred.expr)) {
    const [ours, theirs] = [gold, pred].map((answer) => ({ ...answer, expr: withPi(answer.expr, value) }));
    if (ours !== undefined && theirs !== undefined) {
      const given = compareNumbers(ours, theirs, { ...context, asked: { ...context.asked, pi: undefined } });
      return named(given, 'same number with the value that is given for pi');
    }
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
  const isWhole = rounding.type !== 'open';
  // The right answer is exact and this one its rounding.
  const isRounded = isWhole ? isSame(roundTo(ours, rounding), theirs) : isRoundingOf(pred.expr, ours);
  if (isRounded) return { equal: true, how: 'same number after rounding' };
  const roundsToGold = isWhole ? isSame(roundTo(theirs, rounding), ours) : isRoundingOf(gold.expr, theirs);
  if (!roundsToGold) return undefined;
  // Of a number that only rounds to the right one, nobody knows whether it is the one that was to be rounded: 3.12 for 3.1.
  return isIrrational(pred.expr)
    ? { equal: true, how: 'same number, but not rounded', form: 'not-as-asked' }
    : unsaid('it rounds to the right answer, but is not rounded');
}

/** Written with π, e, a root or a function: no rounding of anything. */
function isIrrational(expr: Expr): boolean {
  const isLetter = contains(
    expr,
    ({ kind }) => kind === 'constant' || kind === 'root' || kind === 'call' || kind === 'power',
  );
  return isLetter && !contains(expr, (node) => node.kind === 'number' && node.notation === 'decimal');
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
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
