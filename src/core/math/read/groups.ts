import type { Expr } from '../expr.ts';
import { emptySet } from '../build.ts';
import { type Cursor, type Grammar, spanned } from './cursor.ts';
import type { Token } from './token.ts';

/** `{…}`, or the single token that LaTeX takes as an argument. */
export function readArgument(cursor: Cursor, grammar: Grammar): Expr {
  const open = cursor.token;
  if (!cursor.take('{')) return readSole(cursor) ?? grammar.power();
  const expr = cursor.fresh(() => overFraction(cursor, grammar, grammar.statements()));
  cursor.expect('}', open);
  return expr;
}

/** \frac x2: a letter by itself is all of the argument. */
function readSole(cursor: Cursor): Expr | undefined {
  if (cursor.token.type !== 'name' || cursor.token.text.length !== 1) return undefined;
  const { text, start, end } = cursor.next();
  return { kind: 'symbol', name: text, span: { start, end } };
}

/** Plain TeX's {a \over b} and {n \choose k}. */
function overFraction(cursor: Cursor, grammar: Grammar, numerator: Expr): Expr {
  const isFraction = cursor.is('over');
  if (!cursor.take('over', 'choose')) return numerator;
  const denominator = grammar.statements();
  const expr: Expr = isFraction
    ? { kind: 'divide', numerator, denominator, style: 'fraction' }
    : { kind: 'call', name: 'binomial', args: [numerator, denominator] };
  return spanned(expr, numerator.span?.start ?? 0, cursor.end);
}

/** What stands in (…), […] or {…}: one expression, a tuple, an interval, a set, or a matrix as a list of rows. */
export function readBracket(cursor: Cursor, grammar: Grammar): Expr {
  const open = cursor.next();
  const { items, close } = readItems(cursor, grammar, open);
  const expr = bracketed(open, close, items, cursor);
  // A bracket keeps its own span only where it makes a node of its own.
  return items.length === 1 && items[0] === expr ? expr : spanned(expr, open.start, cursor.end);
}

function readItems(cursor: Cursor, grammar: Grammar, open: Token): { items: readonly Expr[]; close: Token } {
  const isSet = open.text === '{' || open.text === '\\{';
  const closers = isSet ? ['}', '\\}'] : [')', ']'];
  const items: Expr[] = [];
  cursor.fresh(() => {
    while (cursor.take('line')) continue;
    if (cursor.is(...closers)) return;
    do items.push(overFraction(cursor, grammar, grammar.statement()));
    while (cursor.take(',', ';'));
    while (cursor.take('line')) continue;
  });
  const close = cursor.token;
  if (!cursor.is(...closers)) cursor.expect(closers[0] ?? ')', open);
  cursor.next();
  return { items, close };
}

function bracketed(open: Token, close: Token, items: readonly Expr[], cursor: Cursor): Expr {
  const [first, second] = items;
  if (open.text === '{' || open.text === '\\{') {
    if (first === undefined) return emptySet;
    return open.text === '\\{' || items.length > 1 ? { kind: 'set', items } : first;
  }
  if (first === undefined) throw cursor.failure('There is nothing between these brackets.', open.start);
  const isMixed = (open.text === '(') !== (close.text === ')');
  if (second === undefined) {
    if (isMixed) throw cursor.failure(`The bracket “${open.text}” is closed by “${close.text}”.`, close.start);
    if (open.text === '[' && first.kind === 'tuple' && isRow(first)) return { kind: 'matrix', rows: [first.items] };
    return first;
  }
  const isRange = items.length === 2 && (isMixed || open.text === '[' || items.some(isInfinite));
  if (open.text === '[' && items.every(isRow)) {
    return { kind: 'matrix', rows: items.map((item) => rowOf(item)) };
  }
  if (isRange) {
    return {
      kind: 'interval',
      lower: first,
      upper: second,
      isLowerClosed: open.text === '[',
      isUpperClosed: close.text === ']',
    };
  }
  if (isMixed) throw cursor.failure(`The bracket “${open.text}” is closed by “${close.text}”.`, close.start);
  return { kind: 'tuple', items };
}

function isRow(expr: Expr): boolean {
  return expr.kind === 'tuple' || (expr.kind === 'interval' && expr.isLowerClosed && expr.isUpperClosed);
}

function rowOf(expr: Expr): readonly Expr[] {
  return expr.kind === 'tuple' ? expr.items : expr.kind === 'interval' ? [expr.lower, expr.upper] : [expr];
}

function isInfinite(expr: Expr): boolean {
  const inner = expr.kind === 'negate' ? expr.operand : expr;
  return inner.kind === 'constant' && inner.name === 'infinity';
}

/** |x|, ⌊x⌋, ⌈x⌉ */
export function readBars(cursor: Cursor, grammar: Grammar): Expr {
  const open = cursor.next();
  const outer = cursor.openBars;
  const operand = cursor.deeper(() => {
    cursor.openBars = outer + 1;
    const inner = grammar.sum();
    cursor.openBars = outer;
    return inner;
  });
  const closer = open.text === '⌊' ? '⌋' : open.text === '⌈' ? '⌉' : cursor.is('rbar') ? 'rbar' : '|';
  if (!cursor.take(closer)) {
    throw cursor.failure('The bar “|” is opened here, but never closed.', open.start);
  }
  const node: Expr =
    open.text === '⌊'
      ? { kind: 'call', name: 'floor', args: [operand] }
      : open.text === '⌈'
        ? { kind: 'call', name: 'ceil', args: [operand] }
        : { kind: 'abs', operand };
  return spanned(node, open.start, cursor.end);
}
