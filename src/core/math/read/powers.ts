import type { Expr } from '../expr.ts';
import { rational } from '../rational.ts';
import { num, quantity } from '../build.ts';
import { type Cursor, type Grammar, spanned } from './cursor.ts';

/** A primary with everything that is written behind it: powers, !, °, %. */
export function readPower(cursor: Cursor, grammar: Grammar): Expr {
  const start = cursor.token.start;
  let expr = grammar.primary();
  for (let depth = 1; ; depth += 1) {
    cursor.checkDepth(depth);
    const next = readPostfix(cursor, grammar, expr);
    if (next === undefined) return expr;
    expr = spanned(next, start, cursor.end);
  }
}

function readPostfix(cursor: Cursor, grammar: Grammar, base: Expr): Expr | undefined {
  if (cursor.is('!') && !(cursor.ahead(1).text === '=' && !cursor.ahead(1).isSpaced)) {
    cursor.next();
    return { kind: 'factorial', operand: base };
  }
  if (cursor.take('°')) return quantity(base, '°');
  if (cursor.is('%') && !isModulo(cursor)) {
    cursor.next();
    return percent(base);
  }
  if (cursor.token.type === 'text' && isAmount(base)) {
    const unit = readUnit(cursor);
    if (unit !== undefined) return quantity(base, unit);
  }
  if (!cursor.is('^')) return undefined;
  cursor.next();
  if (cursor.is('{') && cursor.ahead(1).text === '°' && cursor.ahead(2).text === '}') {
    for (let count = 0; count < 3; count += 1) cursor.next();
    return quantity(base, '°');
  }
  if (cursor.take('°')) return quantity(base, '°');
  return { kind: 'power', base, exponent: readExponent(cursor, grammar) };
}

function isAmount(expr: Expr): boolean {
  return expr.kind === 'number' || (expr.kind === 'divide' && isAmount(expr.numerator) && isAmount(expr.denominator));
}

/** cm, m/s, km^2: the canonical symbols; undefined, with nothing consumed, for a word that is no unit. */
function readUnit(cursor: Cursor): string | undefined {
  const unit = cursor.options.unitOf?.(cursor.token.text);
  if (unit === undefined) return undefined;
  cursor.next();
  const raised = unit + readUnitPower(cursor);
  const below =
    cursor.is('/') && cursor.ahead(1).type !== 'number' ? cursor.options.unitOf?.(cursor.ahead(1).text) : undefined;
  if (below === undefined) return raised;
  cursor.next();
  cursor.next();
  return `${raised}/${below}${readUnitPower(cursor)}`;
}

function readUnitPower(cursor: Cursor): string {
  const isGroup = cursor.is('^') && /^[({]$/.test(cursor.ahead(1).text);
  const digit = cursor.is('^') ? cursor.ahead(isGroup ? 2 : 1) : undefined;
  if (digit?.type !== 'number' || !/^[2-9]$/.test(digit.text)) return '';
  if (isGroup && !/^[)}]$/.test(cursor.ahead(3).text)) return '';
  for (let count = isGroup ? 4 : 2; count > 0; count -= 1) cursor.next();
  return `^${digit.text}`;
}

/** 7 % 3 with room on both sides is a remainder, 20% is a part of a hundred. */
function isModulo(cursor: Cursor): boolean {
  const after = cursor.ahead(1);
  const isOperand = after.type === 'number' || after.type === 'name' || after.text === '(';
  if (!isOperand || !cursor.token.isSpaced) return false;
  throw cursor.failure('I don\'t know whether “%” means percent or a remainder here; write "mod" for the remainder.');
}

function percent(base: Expr): Expr {
  if (base.kind === 'number' && (base.notation === 'integer' || base.notation === 'decimal')) {
    return { kind: 'number', value: base.value.div(rational(100n)), notation: 'percent', text: `${base.text}%` };
  }
  return { kind: 'divide', numerator: base, denominator: num(100), style: 'fraction' };
}

export function readExponent(cursor: Cursor, grammar: Grammar): Expr {
  if (cursor.is('{')) return grammar.argument();
  if (cursor.is('-', '+')) {
    const sign = cursor.next();
    const operand = cursor.deeper(() => readExponent(cursor, grammar));
    return sign.text === '+' ? operand : spanned({ kind: 'negate', operand }, sign.start, cursor.end);
  }
  const token = cursor.token;
  const exponent = grammar.power();
  const after = cursor.token;
  if (
    token.type === 'number' &&
    exponent.kind === 'number' &&
    !after.isSpaced &&
    (after.type === 'name' || after.type === 'constant')
  ) {
    if (cursor.ahead(-2).text === '^' && isConstantBase(cursor)) {
      cursor.note('Only the number right behind ^ is the exponent: e^2x is (e^2)·x.');
    }
  }
  return exponent;
}

function isConstantBase(cursor: Cursor): boolean {
  return cursor.ahead(-3).type === 'constant' || cursor.ahead(-3).type === 'number';
}
