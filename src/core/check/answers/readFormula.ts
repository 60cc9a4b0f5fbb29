import { areEqual } from '../../math/equality.ts';
import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { functionNames, greekLetters } from '../../math/read/names.ts';
import { parseMath } from '../../math/read/parseMath.ts';
import { isStatement } from '../../math/read/statements.ts';
import { contains, freeSymbols, mapExpr } from '../../math/tree.ts';
import { withSign } from '../statement.ts';
import type { Answer, AnswerUnit } from './answer.ts';
import { readUnit } from './answerUnits.ts';

export interface ReadOptions {
  readonly decimalMark?: '.' | ',' | undefined;
  /** The problem's own words: what is named there (a + b, the area) may stand before `=`. */
  readonly question?: string | undefined;
  /** `log` without a base is the natural one. */
  readonly isLogNatural?: boolean | undefined;
}

export function valueWith(expr: Expr, unit: AnswerUnit | 'none' | 'percent' | undefined): Answer {
  if (unit === 'percent') return { type: 'value', expr, isPercent: true };
  return { type: 'value', expr, ...(unit !== undefined && unit !== 'none' && { unit }) };
}

/** The tree of a formula as an answer: ± taken apart, brackets as lists or ranges. */
export function ofExpr(expr: Expr): Answer | undefined {
  switch (expr.kind) {
    case 'relation':
      return ofRelation(expr);
    case 'and':
    case 'or':
    case 'not':
      return { type: 'statement', expr };
    case 'tuple':
      return listOf(expr.items, expr.span === undefined ? 'row' : 'tuple');
    case 'set':
      return listOf(expr.items, 'set');
    case 'interval':
    case 'union':
      return { type: 'range', expr };
    case 'emptySet':
      return { type: 'special', name: 'no solution' };
    case 'hole':
      return undefined;
    case 'quantity': {
      const unit = readUnit(expr.unit === '°' ? 'degrees' : expr.unit);
      return unit === undefined ? undefined : valueWith(expr.value, unit);
    }
    case 'number':
      if (expr.notation === 'percent') return percentValue(expr);
      return { type: 'value', expr };
    default:
      if (!contains(expr, ({ kind }) => kind === 'plusMinus')) return { type: 'value', expr };
      return {
        type: 'list',
        order: 'row',
        items: [1, -1].map((sign) => ({ type: 'value', expr: withSign(expr, sign) })),
      };
  }
}

function percentValue(expr: Extract<Expr, { kind: 'number' }>): Answer {
  const value = expr.value.mul(100);
  return { type: 'value', expr: { ...expr, value, notation: 'decimal', text: value.toString() }, isPercent: true };
}

function listOf(exprs: readonly Expr[], order: 'tuple' | 'set' | 'row'): Answer | undefined {
  const items = exprs.map(ofExpr);
  const known = items.filter((item) => item !== undefined);
  if (known.length < items.length) return undefined;
  const flat =
    order === 'tuple'
      ? known
      : known.flatMap((item) => (item.type === 'list' && item.order === 'row' ? item.items : [item]));
  return { type: 'list', order, items: flat };
}

/** √3/3 ≈ 0.577 and 2 + 3 = 5 are values said twice; x ∈ [1, 2] is a range; the rest are statements. */
function ofRelation(expr: Extract<Expr, { kind: 'relation' }>): Answer | undefined {
  if (expr.isContinuation === true) {
    const last = expr.operands.at(-1);
    return expr.operands.length === 2 && last !== undefined && expr.operators[0] !== '<' && isSaying(expr.operators)
      ? ofExpr(last)
      : undefined;
  }
  const said = saidTwice(expr);
  if (said !== 'none') return said;
  const [left, right] = expr.operands;
  if (expr.operators.length === 1 && expr.operators[0] === 'in' && left !== undefined && right !== undefined) {
    const range = ofExpr(right);
    const isRange = range?.type === 'range' || (range?.type === 'list' && range.order === 'set');
    return isRange ? { ...range, relation: expr } : { type: 'statement', expr };
  }
  return { type: 'statement', expr };
}

/**
 * One value in several forms: undefined where the forms contradict each other, 'none' where it is a statement about
 * unknowns. Behind ≈ stands a rounding of it.
 */
function saidTwice({ operands, operators }: Extract<Expr, { kind: 'relation' }>): Answer | undefined | 'none' {
  if (!isSaying(operators)) return 'none';
  const firstRounded = operators.indexOf('approx');
  const exact = firstRounded < 0 ? operands : operands.slice(0, firstRounded + 1);
  const rounded = firstRounded < 0 ? [] : operands.slice(firstRounded + 1);
  const last = exact.at(-1);
  const [first] = exact;
  if (first === undefined || last === undefined) return 'none';
  if (exact.length === 1 && first.kind === 'symbol' && rounded[0] !== undefined) {
    return { type: 'value', expr: rounded[0], isRounded: true, label: { text: first.name } };
  }
  const verdicts = exact.slice(1).map((item, index) => areEqual(exact[index] ?? item, item).result);
  const isNumber = exact.every((item) => freeSymbols(item).length === 0 && isPlain(item));
  if (!isNumber && (exact.length === 1 || verdicts.some((verdict) => verdict !== 'equal'))) {
    // 2n + 3 = 2·5 + 3 = 13: what is put in is no equation.
    const before = exact.at(-2);
    const isEvaluated =
      exact.length > 2 && before !== undefined && freeSymbols(before).length + freeSymbols(last).length === 0;
    return isEvaluated && verdicts.at(-1) === 'equal'
      ? ofExpr(last)
      : rounded.length > 0 && isNumberLike(last)
        ? ofExpr(last)
        : 'none';
  }
  if (verdicts.some((verdict) => verdict !== 'equal')) return undefined;
  if (rounded.some((item) => !isRoundingOf(item, last))) return undefined;
  return ofExpr(last);
}

function isPlain(expr: Expr): boolean {
  return !contains(expr, ({ kind }) => isListKind(kind));
}

function isListKind(kind: Expr['kind']): boolean {
  return ['tuple', 'set', 'interval', 'union', 'matrix', 'emptySet', 'plusMinus'].includes(kind);
}

function isNumberLike(expr: Expr): boolean {
  return freeSymbols(expr).length > 0 && !isStatement(expr);
}

/** Off by at most one in the last place that is written. */
function isRoundingOf(rounded: Expr, exact: Expr): boolean {
  const [near, value] = [evaluate(rounded), evaluate(exact)];
  const places = /\.(\d+)$/.exec(rounded.kind === 'number' ? rounded.text : '')?.[1]?.length ?? 0;
  return (
    Math.abs(near - value) <=
    1.01 * Math.max(10 ** -places, Math.abs(value) * 1e-12, rounded.kind === 'number' ? 0 : Math.abs(value) * 1e-2)
  );
}

function isSaying(operators: readonly string[]): boolean {
  return operators.every((operator) => operator === '=' || operator === 'approx');
}

export function parse(text: string, { decimalMark, isLogNatural }: ReadOptions): Expr | undefined {
  const names = [...text.matchAll(/(?<![\\a-zA-Z])([a-zA-Z]{2,12})\s*\(/g)].map(([, name]) => name ?? '');
  const functions = names.filter(
    (name) => !functionNames.has(name) && !/^(?:or|and)$/.test(name) && name !== name.toUpperCase(),
  );
  const result = parseMath(text, {
    ...(functions.length > 0 && { functions, words: functions }),
    ...(decimalMark !== undefined && { decimalMark }),
  });
  if (result.type !== 'parsed') return undefined;
  return isLogNatural === true ? withNaturalLog(result.expr) : result.expr;
}

function withNaturalLog(expr: Expr): Expr {
  return mapExpr(expr, (node) =>
    node.kind === 'call' && node.name === 'log' && node.args.length === 1 ? { ...node, name: 'ln' } : node,
  );
}

const productLetters = /^(?:[a-d]+|[i-n]+|[l-q]+|[p-t]+|[r-v]+|[u-z]+)$/;

/** Runs of letters that are words, not products of unknowns. */
export function hasWords(text: string): boolean {
  const runs = text
    .replace(/\\(?:begin|end)\s*\{[a-z]+\*?\}(?:\s*\{[lcr| ]*\})?|\\[a-zA-Z]+/g, ' ')
    .matchAll(/[a-zA-Z]{2,}/g);
  for (const [run] of runs) {
    if (functionNames.has(run) || greekLetters.has(run) || /^(?:pi|infinity|oo|in|union|or|and|mod|th)$/.test(run))
      continue;
    if (new RegExp(`${run}\\s*\\(`).test(text) && run.length >= 3 && !/^(?:the|for|with|and|where)$/.test(run))
      continue;
    if (
      run.length === 2 &&
      !/^(?:no|is|it|of|to|by|at|on|we|he|be|as|if|an|am|pm|cm|km|mm|kg|ft|lb|oz|hr|so)$/.test(run)
    )
      continue;
    if (productLetters.test(run) && new Set(run).size === run.length) continue;
    if (run === run.toUpperCase() && run.length <= 4) continue;
    return true;
  }
  return false;
}
