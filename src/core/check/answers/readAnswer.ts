import { add, num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { areEqual } from '../../math/equality.ts';
import { evaluate } from '../../math/evaluate.ts';
import { parseMath } from '../../math/read/parseMath.ts';
import { functionNames, greekLetters } from '../../math/read/names.ts';
import { isStatement } from '../../math/read/statements.ts';
import { contains, freeSymbols } from '../../math/tree.ts';
import { fractionInWords, wholeNumber } from '../../solve/read/numberWords.ts';
import { withSign } from '../statement.ts';
import type { Answer, AnswerUnit } from './answer.ts';
import { currencyOf, readUnit } from './answerUnits.ts';
import { labelled, readLabel } from './label.ts';
import { readDate, readSpecial, readTime, readTruth } from './specialAnswer.ts';
import { splitAnswers } from './splitAnswers.ts';

export interface ReadOptions {
  readonly decimalMark?: '.' | ',' | undefined;
  /** The problem's own words: what is named there (a + b, the area) may stand before `=`. */
  readonly question?: string | undefined;
}

/** The longest text that is read as one answer. */
const maximumLength = 5_000;

/** What a tidied text says; undefined for what is no answer that can be compared. */
export function readAnswer(text: string, options: ReadOptions = {}, depth = 0): Answer | undefined {
  if (text === '' || text.length > maximumLength || depth > 6) return undefined;
  const whole = readWhole(text) ?? readChoice(text, options, depth);
  if (whole !== undefined) return whole;
  const set =
    /^([A-Za-z])?\s*(?:\\in|∈)?\s*\\?\{\s*([A-Za-z])\s*(?:(?:\\in|∈)\s*ℝ\s*)?(?:\\mid|\\vert|\||:)\s*(.+?)\s*\\?\}$/.exec(
      text,
    );
  if (set !== null) return readAnswer(set[3] ?? '', options, depth + 1);
  const without = /^(?:[A-Za-z]\s*(?:\\in|∈)\s*)?ℝ\s*(?:\\setminus|\\backslash|\\|-)\s*\\?\{(.+?)\\?\}$/.exec(text);
  if (without !== null) return readWithout(without[1] ?? '', options);
  const { items, joined } = splitAnswers(text);
  if (items.length === 0) return undefined;
  if (items.length > 1) return readRow(items, joined, options, depth);
  return readOne(items[0] ?? '', options, depth);
}

function readWhole(text: string): Answer | undefined {
  return readSpecial(text) ?? readTruth(text) ?? readTime(text) ?? readDate(text) ?? readNumberWords(text);
}

function readNumberWords(text: string): Answer | undefined {
  const list = text.toLowerCase().replace(/-/g, ' ').split(/\s+/);
  if (!list.every((word) => /^[a-z]+$/.test(word)) || list.length > 12) return undefined;
  if (list.length === 1 && /^(?:no|a|an|square|cube|second)$/.test(list[0] ?? '')) return undefined;
  for (let count = list.length; count > 0; count -= 1) {
    const [head, tail] = [list.slice(0, count), list.slice(count)];
    if (/^(?:a|an|no|and)$/.test(head.join(' '))) continue;
    const whole = wholeNumber(head);
    const fraction = whole === undefined ? fractionInWords(head) : undefined;
    if (whole === undefined && fraction === undefined) continue;
    if (
      whole === undefined &&
      list.length === 1 &&
      /^(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/.test(list[0] ?? '')
    )
      return undefined;
    const value: Expr = whole !== undefined ? num(whole) : divided(fraction ?? [0, 1]);
    const unit = tail.length === 0 ? undefined : readUnit(tail.join(' '));
    if (tail.length > 0 && unit === undefined) return undefined;
    return valueWith(value, unit);
  }
  return undefined;
}

function divided([top, bottom]: readonly [number, number]): Expr {
  return { kind: 'divide', numerator: num(top), denominator: num(bottom), style: 'fraction' };
}

function valueWith(expr: Expr, unit: AnswerUnit | 'none' | 'percent' | undefined): Answer {
  if (unit === 'percent') return { type: 'value', expr, isPercent: true };
  return { type: 'value', expr, ...(unit !== undefined && unit !== 'none' && { unit }) };
}

const choice = /^(?:(?:option|choice|answer)\s*:?\s*)?\(?\s*([A-Ha-h])\s*\)\s*[.:]?\s*(.*)$/i;
const dotted = /^(?:(?:option|choice|answer)\s*:?\s*)?([A-H])\s*[.:]\s+(.+)$|^(?:option|choice)\s*:?\s*([A-Ha-h])$/i;

/** (B), B. 12, option C; a capital alone may be the unknown too. */
function readChoice(text: string, options: ReadOptions, depth: number): Answer | undefined {
  if (/^[A-H]$/.test(text)) return { type: 'choice', letter: text, text: '', isBare: true };
  const found =
    text.startsWith('(') || /^(?:option|choice|answer)/i.test(text) || /^[A-Ha-h]\s*\)/.test(text)
      ? choice.exec(text)
      : null;
  const other = found ?? dotted.exec(text);
  const letter = other?.[1] ?? other?.[3];
  if (other === null || letter === undefined) return undefined;
  const rest = other[2]?.trim() ?? '';
  // (a)(b) and (a+1)… are products, (b)^2 a power.
  if (rest !== '' && /^[\^_!+\-*/=(<>]/.test(rest)) return undefined;
  const value = rest === '' ? undefined : readAnswer(rest, options, depth + 1);
  return {
    type: 'choice',
    letter: letter.toUpperCase(),
    text: rest,
    isBare: false,
    ...(value !== undefined && { rest: value }),
  };
}

function readWithout(text: string, options: ReadOptions): Answer | undefined {
  const items: Expr[] = [];
  for (const item of splitAnswers(text).items) {
    const parsed = parse(item, options);
    if (parsed === undefined) return undefined;
    items.push({ kind: 'relation', operands: [{ kind: 'symbol', name: 'x' }, parsed], operators: ['!='] });
  }
  const [only] = items;
  return only && { type: 'statement', expr: items.length === 1 ? only : { kind: 'and', items } };
}

function readRow(
  parts: readonly string[],
  joined: 'or' | 'and' | 'row',
  options: ReadOptions,
  depth: number,
): Answer | undefined {
  const compound = readCompound(parts, joined);
  if (compound !== undefined) return compound;
  const items: Answer[] = [];
  for (const [index, part] of parts.entries()) {
    const item = readAnswer(part, options, depth + 1);
    if (item === undefined) return readWords(parts.join(' '));
    // n = 1, 2, 3: the name stands for all.
    const first = items[0];
    const carried = index > 0 && item.label === undefined && item.type === 'value' ? first?.label : undefined;
    items.push(
      carried !== undefined && items.every(({ label }) => label?.text === carried.text)
        ? { ...item, label: carried }
        : item,
    );
  }
  if (items.every((item) => item.type === 'words'))
    return readWords(parts.join(' ')) && { type: 'list', order: 'row', items };
  const statements = items.filter(
    (item) => item.type === 'statement' || (item.type === 'range' && item.relation !== undefined),
  );
  if (statements.length > 0) {
    const exprs = items.map((item) => (item.type === 'statement' ? item.expr : item.relation));
    const known = exprs.filter((expr) => expr !== undefined);
    if (known.length < items.length) return undefined;
    const isBounds = known.every((expr) => freeSymbols(expr).length <= 1 && !isEquation(expr));
    const kind = joined === 'or' ? 'or' : 'and';
    // Bounds of one unknown with only a comma between: x < 1, x > 3 can be meant either way.
    if (isBounds && joined === 'row') return undefined;
    if (isBounds || joined === 'or') return { type: 'statement', expr: { kind, items: known } };
  }
  if (joined === 'or' && items.every(({ type }) => type === 'range')) {
    return {
      type: 'range',
      expr: { kind: 'union', items: items.flatMap((item) => (item.type === 'range' ? [item.expr] : [])) },
    };
  }
  return {
    type: 'list',
    order: 'row',
    items: items.flatMap((item) => (item.type === 'list' && item.order === 'row' ? item.items : [item])),
  };
}

function isEquation(expr: Expr): boolean {
  return expr.kind === 'relation' && expr.operators.every((operator) => operator === '=');
}

/** 2 hours and 30 minutes, 5 feet, 3 inches: one quantity. */
function readCompound(parts: readonly string[], joined: string): Answer | undefined {
  if (joined === 'or') return undefined;
  let total: Answer | undefined;
  for (const part of parts) {
    const found = /^(\$?[\d.,]+)\s*([a-zA-Z]+)$/.exec(part);
    const unit = found?.[2] === undefined ? undefined : readUnit(found[2]);
    if (found === null || typeof unit !== 'object' || unit.type !== 'known') return undefined;
    const value = parse(found[1] ?? '', {});
    if (value === undefined) return undefined;
    const scaled: Expr = { kind: 'multiply', factors: [value, num(unit.factor)], sign: 'implicit' };
    if (total === undefined) {
      total = { type: 'value', expr: scaled, unit: { ...unit, factor: num1 } };
    } else if (total.type === 'value' && total.unit?.type === 'known' && total.unit.dimension === unit.dimension) {
      total = { ...total, expr: add(total.expr, scaled) };
    } else return undefined;
  }
  return parts.length > 1 ? total : undefined;
}

const num1 = (() => {
  const unit = readUnit('m');
  if (typeof unit !== 'object' || unit.type !== 'known') throw new Error('the metre is no unit');
  return unit.factor;
})();

function readOne(text: string, options: ReadOptions, depth: number): Answer | undefined {
  const inner = /^\((.*)\)$/s.exec(text)?.[1];
  const congruence = readCongruence(text, options);
  if (congruence !== undefined) return congruence;
  const name = readLabel(text, options.question);
  if (name !== undefined) {
    const value = readAnswer(name.rest, options, depth + 1);
    const relation = hasWords(text) ? undefined : parse(text, options);
    if (value === undefined)
      return relation !== undefined && isStatement(relation) ? { type: 'statement', expr: relation } : undefined;
    return labelled(value, name.label, relation?.kind === 'relation' ? relation : undefined);
  }
  const ratio = readRatio(text, options);
  if (ratio !== undefined) return ratio;
  const quantity = readQuantity(text, options);
  if (quantity !== undefined) return quantity;
  if (!hasWords(text)) {
    const expr = parse(text, options);
    if (expr !== undefined) return ofExpr(expr);
    const flipped = /^\]\s*(.+)\s*\[$/.exec(text) ?? /^\]\s*(.+)\s*\]$/.exec(text) ?? /^\[\s*(.+)\s*\[$/.exec(text);
    if (flipped !== null) {
      const turned = `${text.startsWith(']') ? '(' : '['}${flipped[1] ?? ''}${text.endsWith('[') ? ')' : ']'}`;
      const range = parse(turned, options);
      if (range !== undefined) return ofExpr(range);
    }
  }
  if (inner !== undefined && hasWords(inner)) return readAnswer(inner, options, depth + 1);
  return readWords(text);
}

function readCongruence(text: string, options: ReadOptions): Answer | undefined {
  const found =
    /^(?:([a-zA-Z])\s*(?:\\equiv|≡|=)\s*)?(.+?)\s*(?:\\pmod\s*\{?|\\bmod\s*|\(\s*\\?mod(?:ulo)?\s*|\\mod\s*|mod(?:ulo)?\s+)\{?\s*([^{}()]+?)\s*\}?\)?$/.exec(
      text,
    );
  if (found === null) return undefined;
  const modulus = parse(found[3] ?? '', options);
  const residues = splitAnswers((found[2] ?? '').replace(/\\equiv|≡/g, ',')).items.map((item) => parse(item, options));
  const known = residues.filter((item) => item !== undefined && item.kind !== 'relation');
  if (modulus === undefined || known.length < residues.length || known.length === 0) return undefined;
  return { type: 'congruence', residues: known.filter((item) => item !== undefined), modulus };
}

function readRatio(text: string, options: ReadOptions): Answer | undefined {
  const parts = text.split(/\s*(?::|\\colon)\s*/);
  if (parts.length < 2 || parts.length > 6) return undefined;
  const exprs = parts.map((part) => (hasWords(part) || part === '' ? undefined : parse(part, options)));
  const known = exprs.filter((expr) => expr !== undefined && !isStatement(expr));
  return known.length === parts.length
    ? { type: 'ratio', parts: known.filter((expr) => expr !== undefined) }
    : undefined;
}

const currencyFirst = /^(-?)\s*([$€£¥₹])\s*(-?)\s*(.+)$/;
const currencyLast = /^(.*[\d)}])\s*([$€£¥₹])$/;

/** A number with what stands behind it: 10 units, 15 cm², $18.90, 28 percent, 90°. */
function readQuantity(text: string, options: ReadOptions): Answer | undefined {
  const first = currencyFirst.exec(text);
  if (first !== null) {
    const inner = readQuantity(first[4] ?? '', options) ?? ofValue(first[4] ?? '', options);
    if (inner?.type !== 'value') return undefined;
    const unit =
      inner.unit?.type === 'known' && inner.unit.dimension !== (currencyOf(first[2] ?? '')?.name ?? '')
        ? inner.unit
        : currencyOf(first[2] ?? '');
    const sign = `${first[1] ?? ''}${first[3] ?? ''}`;
    return {
      ...inner,
      ...(unit && { unit }),
      expr: sign === '-' ? { kind: 'negate', operand: inner.expr } : inner.expr,
    };
  }
  const last = currencyLast.exec(text);
  if (last !== null) {
    const inner = ofValue(last[1] ?? '', options);
    const unit = currencyOf(last[2] ?? '');
    return inner?.type === 'value' && unit !== undefined ? { ...inner, unit } : undefined;
  }
  const percent = /^(.*?[\d)}])\s*(?:\\?%)$/.exec(text);
  if (percent !== null) {
    const inner = ofValue(percent[1] ?? '', options);
    return inner?.type === 'value' ? { ...inner, isPercent: true } : undefined;
  }
  const degrees = /^(.*?[\w)}])\s*(?:\^\s*\{?\s*\\circ\s*\}?|°|º|\\degree)\s*(?:[CF])?$/.exec(text);
  if (degrees !== null) {
    const inner = ofValue(degrees[1] ?? '', options);
    return inner?.type === 'value' ? valueWith(inner.expr, readUnit('degrees')) : undefined;
  }
  // The words behind: the longest tail of plain words after something that reads as a value.
  const tail =
    /^(.*?[\d)}\]π]|.*?\\pi|.*?[a-zA-Z0-9)}]\^\{?\d+\}?|[a-z])\s*-?\s*((?:[a-zA-Z][a-zA-Z'./ -]*|°)(?:\s*\^\s*\{?\s*-?\d\s*\}?|[²³])?(?:\s*\/\s*[a-zA-Z]+)?)$/.exec(
      text,
    );
  if (tail === null) return undefined;
  const [head, words] = [tail[1] ?? '', (tail[2] ?? '').trim()];
  const isLetter = /^[a-zA-Z]$/.test(words);
  if (isLetter && (!/^[mglshL]$/.test(words) || !/^[\d.,{}\\!]+ [mglshL]$/.test(text))) return undefined;
  if (/^[a-zA-Z]{2}$/.test(words) && !/^(?:cm|mm|km|dm|nm|kg|mg|ml|mL|cl|dl|ft|in|yd|mi|lb|oz|hr|hp)$/.test(words))
    return undefined;
  const unit = readUnit(words);
  if (unit === undefined) return undefined;
  const inner = /^[$€£¥₹]/.test(head) ? readQuantity(head, options) : ofValue(head, options);
  if (inner?.type !== 'value') return undefined;
  if (inner.unit !== undefined)
    return unit === 'none' || (typeof unit === 'object' && unit.type === 'counted') ? inner : undefined;
  return valueWith(inner.expr, unit);
}

function ofValue(text: string, options: ReadOptions): Answer | undefined {
  if (hasWords(text)) return undefined;
  const expr = parse(text, options);
  const answer = expr && ofExpr(expr);
  return answer?.type === 'value' ? answer : undefined;
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

export function parse(text: string, { decimalMark }: ReadOptions): Expr | undefined {
  const names = [...text.matchAll(/(?<![\\a-zA-Z])([a-zA-Z]{2,12})\s*\(/g)].map(([, name]) => name ?? '');
  const functions = names.filter(
    (name) => !functionNames.has(name) && !/^(?:or|and)$/.test(name) && name !== name.toUpperCase(),
  );
  const result = parseMath(text, {
    ...(functions.length > 0 && { functions, words: functions }),
    ...(decimalMark !== undefined && { decimalMark }),
  });
  return result.type === 'parsed' ? result.expr : undefined;
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

function readWords(text: string): Answer | undefined {
  const list = text
    .toLowerCase()
    .replace(/[.,;:!?"()]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !/^(?:the|a|an)$/.test(word));
  return list.length === 0 || list.length > 60 || /\\[a-z]/.test(text) ? undefined : { type: 'words', words: list };
}
