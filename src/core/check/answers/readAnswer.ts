import { add, emptySet, num, relation, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { isStatement } from '../../math/read/statements.ts';
import { freeSymbols, substitute } from '../../math/tree.ts';
import { fractionInWords, wholeNumber } from '../../solve/read/numberWords.ts';
import { unlimitedWork } from '../../solve/exactWork.ts';
import { checkEquivalent } from '../equivalent.ts';
import type { Answer } from './answer.ts';
import { readUnit } from './answerUnits.ts';
import { labelled, readLabel } from './label.ts';
import { hasWords, ofExpr, parse, valueWith, type ReadOptions } from './readFormula.ts';
import { readQuantity } from './readQuantity.ts';
import { readSetAlgebra } from './setAlgebra.ts';
import { readDate, readSpecial, readTime, readTruth } from './specialAnswer.ts';
import { splitAnswers } from './splitAnswers.ts';

/** The longest text that is read as one answer. */
const maximumLength = 5_000;

/** What a tidied text says; undefined for what is no answer that can be compared. */
export function readAnswer(text: string, options: ReadOptions = {}, depth = 0): Answer | undefined {
  if (text === '' || text.length > maximumLength || depth > 6) return undefined;
  const whole = readWhole(text) ?? readChoice(text, options, depth);
  if (whole !== undefined) return whole;
  const ofIntegers =
    /^(.*\S)\s*(?:,|;|\\quad|where|for|with)+\s*(?:\\quad\s*)?(?:any )?(?:(?:integers? )?([klmnt])\s*(?:\\in|∈)\s*ℤ|integers? ([klmnt])|([klmnt]) (?:is )?an(?:y)? integer)$/.exec(
      text,
    );
  if (ofIntegers !== null) {
    const letter = ofIntegers[2] ?? ofIntegers[3] ?? ofIntegers[4] ?? 'k';
    const answer = readAnswer(ofIntegers[1] ?? '', options, depth + 1);
    if (answer?.type === 'value' && freeSymbols(answer.expr).includes(letter))
      return { ...answer, expr: substitute(answer.expr, { [letter]: sym('n') }) };
  }
  const set =
    /^([A-Za-z])?\s*(?:\\in|∈)?\s*\\?\{\s*([A-Za-z])\s*(?:(?:\\in|∈)\s*ℝ\s*)?(?:\\mid|\\vert|\||:)\s*(.+?)\s*\\?\}$/.exec(
      text,
    );
  if (set !== null) return readAnswer(set[3] ?? '', options, depth + 1);
  const without = /^(?:[A-Za-z]\s*(?:\\in|∈)\s*)?ℝ\s*(?:\\setminus|\\backslash|\\|-)\s*\\?\{(.+?)\\?\}$/.exec(text);
  if (without !== null) return readWithout(without[1] ?? '', options);
  const except =
    /^(?:[a-z]\s*(?:\\in|∈)\s*)?(?:all |any |every )?(?:real numbers?|reals?|ℝ|real values?)(?: [a-z])?,? (?:except|but|other than|excluding|apart from|with)(?: for)?:? (?:[a-z] ?(?:=|≠|\\neq?) ?)?([-\d./\\{}a-z, ]+)$/i.exec(
      text,
    );
  if (except !== null && !/[a-z]{4}/i.test((except[1] ?? '').replace(/\\[a-z]+/g, '')))
    return readWithout(except[1] ?? '', options);
  const algebra =
    depth < 4 && /\\(?:cap|setminus|smallsetminus|backslash)(?![a-zA-Z])|[∩∖]/.test(text)
      ? readSetAlgebra(text.replace(/^[a-z]\s*(?:\\in|∈)\s*/, ''), (part) => readAnswer(part, options, depth + 1))
      : undefined;
  if (algebra !== undefined) return algebra;
  const turned = readTurned(text, options);
  if (turned !== undefined) return turned;
  const compound = /^(?:[\d.]+\s*[a-z]+\.?\s+)+[\d.]+\s*[a-z]+\.?$/i.test(text)
    ? readCompound(text.match(/[\d.]+\s*[a-z]+/gi) ?? [], 'and')
    : undefined;
  if (compound !== undefined) return compound;
  const { items, joined } = splitAnswers(text, options.decimalMark === ',');
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
  const mixed =
    list.length > 3 && list.at(-1) === 'half' && list.at(-2) === 'a' && list.at(-3) === 'and'
      ? wholeNumber(list.slice(0, -3))
      : undefined;
  if (mixed !== undefined) return valueWith(add(num(mixed), divided([1, 2])), undefined);
  for (let count = list.length; count > 0; count -= 1) {
    const [head, tail] = [list.slice(0, count), list.slice(count)];
    if (
      /^(?:no|and)$|^an?(?! (?:hundred|thousand|million|billion|half|third|quarter|fourth|fifth|sixth|eighth|tenth))| and$/.test(
        head.join(' '),
      )
    )
      continue;
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
  if (/^(?:and|or)\b|^[,;]/.test(rest)) return undefined;
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
  if (items.some(({ type }) => type === 'words') && items.some(({ type }) => type !== 'words' && type !== 'choice'))
    return readWords(parts.join(' '));
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
    if (isBounds && joined === 'row') return ofBounds(known);
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

/** x > 1, x < 3 means both, since one or the other says nothing; x < 1, x > 3 means one or the other. */
function ofBounds(items: readonly Expr[]): Answer | undefined {
  const [both, either]: readonly Expr[] = [
    { kind: 'and', items },
    { kind: 'or', items },
  ];
  const unknowns = [...new Set(items.flatMap(freeSymbols))];
  const [unknown] = unknowns;
  if (both === undefined || either === undefined || unknown === undefined || unknowns.length > 1) return undefined;
  const isAs = (from: Expr, to: Expr): boolean =>
    checkEquivalent(from, relation(sym(unknown), 'in', to), { unknowns, work: unlimitedWork }).kind === 'proved';
  const [saysNothing, isEmpty] = [isAs(either, sym('R')), isAs(both, emptySet)];
  if (saysNothing === isEmpty) return undefined;
  return { type: 'statement', expr: saysNothing ? both : either };
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
  const plain =
    /^(?:for )?(?:about|approximately|approx\.?|around|roughly|exactly|all|~|\\approx|\\sim)\s*(?=[^a-z\s]|[a-z] )(.+)$/i.exec(
      text,
    )?.[1];
  if (plain !== undefined) return readAnswer(plain, options, depth + 1);
  const point = /^[A-Z]'?\s*(\([^()]+,[^()]+\))$/.exec(text)?.[1];
  if (point !== undefined) return readAnswer(point, options, depth + 1);
  const large = /^(.*\d)\s*(thousand|million|billion|trillion)(.*)$/i.exec(text);
  if (large !== null) return readLarge(large, options, depth);
  const congruence = readCongruence(text, options);
  if (congruence !== undefined) return congruence;
  const name = readLabel(text, options.question);
  if (name !== undefined) {
    const value = lastOf(readAnswer(name.rest, options, depth + 1));
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
  }
  if (inner !== undefined && hasWords(inner)) return readAnswer(inner, options, depth + 1);
  return readWords(text);
}

/** A = πr² = 9π: the name's value is the last one. */
function lastOf(answer: Answer | undefined): Answer | undefined {
  if (answer?.type !== 'statement' || answer.expr.kind !== 'relation') return answer;
  const last = answer.expr.operators.every((operator) => operator === '=') ? answer.expr.operands.at(-1) : undefined;
  return last === undefined ? answer : ofExpr(last);
}

/** 3.5 million dollars */
function readLarge(found: RegExpExecArray, options: ReadOptions, depth: number): Answer | undefined {
  const answer = readAnswer(`${found[1] ?? ''} ${found[3] ?? ''}`.trim(), options, depth + 1);
  const scale = wholeNumber([(found[2] ?? '').toLowerCase()]);
  if (answer?.type !== 'value' || scale === undefined || answer.isPercent === true) return undefined;
  return { ...answer, expr: { kind: 'multiply', factors: [answer.expr, num(scale)], sign: 'implicit' } };
}

/** ]0, 1[ is (0, 1). */
function readTurned(text: string, options: ReadOptions): Answer | undefined {
  const found = /^([[\]])([^[\]]+)([[\]])$/.exec(text);
  if (found === null || (found[1] === '[' && found[3] === ']')) return undefined;
  const range = parse(`${found[1] === ']' ? '(' : '['}${found[2] ?? ''}${found[3] === '[' ? ')' : ']'}`, options);
  const answer = range && ofExpr(range);
  return answer?.type === 'range' || answer?.type === 'list' ? answer : undefined;
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
  return { type: 'congruence', residues: known, modulus };
}

function readRatio(text: string, options: ReadOptions): Answer | undefined {
  const parts = text.replace(/(?<=\d)\s+to\s+(?=\d)/g, ':').split(/\s*(?::|\\colon)\s*/);
  if (parts.length < 2 || parts.length > 6) return undefined;
  const exprs = parts.map((part) => (hasWords(part) || part === '' ? undefined : parse(part, options)));
  const known = exprs.filter((expr) => expr !== undefined && !isStatement(expr));
  return known.length === parts.length
    ? { type: 'ratio', parts: known.filter((expr) => expr !== undefined) }
    : undefined;
}

function readWords(text: string): Answer | undefined {
  const list = text
    .toLowerCase()
    .replace(/[.,;:!?"()]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !/^(?:the|a|an)$/.test(word));
  return list.length === 0 || list.length > 60 || /\\[a-z]/.test(text) ? undefined : { type: 'words', words: list };
}
