import type { Expr } from '../expr.ts';
import { hole, num } from '../build.ts';
import { type Cursor, type Grammar, spanned } from './cursor.ts';
import { isDifferential } from './terms.ts';
import type { Token } from './token.ts';

/** The letter that an operator binds. */
function readVariable(cursor: Cursor): string {
  const token = cursor.next();
  if (token.type !== 'name' && token.type !== 'constant')
    throw cursor.failure('I expected a letter here.', token.start);
  if (!cursor.is('_')) return token.text;
  cursor.next();
  return `${token.text}_${cursor.next().text}`;
}

function isD(token: Token): boolean {
  return (token.type === 'name' && token.text === 'd') || (token.type === 'op' && token.text === '∂');
}

/** d/dx …, \frac{d^2y}{dx^2}, ∂f/∂x: undefined, with nothing consumed, where it is something else. */
export function readLeibniz(cursor: Cursor, grammar: Grammar): Expr | undefined {
  const isFraction = cursor.isCommand('frac');
  if (!isD(cursor.ahead(isFraction ? 2 : 0))) return undefined;
  const mark = cursor.mark();
  const head = readLeibnizHead(cursor, grammar, isFraction);
  if (head === undefined) {
    cursor.reset(mark);
    return undefined;
  }
  const { variables, isPartial } = head;
  const isBracket = cursor.is('(', '[');
  let body = head.body ?? (isBracket ? grammar.juxtaposed() : grammar.term());
  for (const { name, order } of variables.toReversed()) {
    body = { kind: 'derivative', body, variable: name, order, isPartial };
  }
  return body;
}

interface LeibnizHead {
  readonly variables: readonly { name: string; order: number }[];
  readonly body: Expr | undefined;
  readonly isPartial: boolean;
}

function readLeibnizHead(cursor: Cursor, grammar: Grammar, isFraction: boolean): LeibnizHead | undefined {
  if (isFraction) {
    cursor.next();
    if (!cursor.take('{')) return undefined;
  }
  const isPartial = cursor.next().text === '∂';
  const order = readOrder(cursor);
  let body: Expr | undefined;
  if (!cursor.is('/', '}')) {
    if (cursor.token.type !== 'name' || isD(cursor.token)) return undefined;
    body = grammar.power();
  }
  if (!(isFraction ? cursor.take('}') && cursor.take('{') : cursor.take('/'))) return undefined;
  const variables: { name: string; order: number }[] = [];
  const bracket = !isFraction && cursor.take('(');
  while (isD(cursor.token) && (cursor.ahead(1).type === 'name' || cursor.ahead(1).type === 'constant')) {
    cursor.next();
    const name = readVariable(cursor);
    variables.push({ name, order: readOrder(cursor) });
  }
  if (variables.length === 0 || variables.reduce((sum, { order: one }) => sum + one, 0) !== order) return undefined;
  if (isFraction && !cursor.take('}')) return undefined;
  if (bracket && !cursor.take(')')) return undefined;
  return { variables, body, isPartial };
}

/** ^2, ^{2} or nothing. */
function readOrder(cursor: Cursor): number {
  if (!cursor.take('^')) return 1;
  const isGroup = cursor.take('{');
  const value = Number(cursor.next().text);
  if (isGroup) cursor.expect('}');
  return Number.isInteger(value) && value > 0 && value <= 100 ? value : 0;
}

/** dx where the body of an integral is a fraction: ∫ dx/x. It counts as 1. */
export function readDifferential(cursor: Cursor): Expr | undefined {
  if (cursor.integral === undefined || !isDifferential(cursor)) return undefined;
  cursor.next();
  cursor.integral = { variable: readVariable(cursor) };
  return num(1);
}

export function readIntegral(cursor: Cursor, grammar: Grammar): Expr {
  const { start } = cursor.next();
  const { lower, upper } = readBounds(cursor, grammar);
  const outer = cursor.integral;
  cursor.integral = { variable: undefined };
  const body = cursor.deeper(() => grammar.sum());
  let { variable } = cursor.integral;
  cursor.integral = outer;
  if (variable === undefined && isDifferential(cursor)) {
    cursor.next();
    variable = readVariable(cursor);
  }
  if (variable === undefined) throw cursor.failure('The integral does not say its variable: dx is missing.', start);
  const node: Expr = { kind: 'integral', body, variable };
  return spanned(lower === undefined || upper === undefined ? node : { ...node, lower, upper }, start, cursor.end);
}

function readBounds(cursor: Cursor, grammar: Grammar): { lower: Expr | undefined; upper: Expr | undefined } {
  let [lower, upper]: (Expr | undefined)[] = [];
  while (cursor.is('_', '^')) {
    const sign = cursor.next().text;
    const bound = readBound(cursor, grammar);
    if (sign === '_') lower = bound;
    else upper = bound;
  }
  return { lower, upper };
}

function readBound(cursor: Cursor, grammar: Grammar): Expr {
  if (!cursor.is('-')) return cursor.is('{') ? grammar.argument() : grammar.primary();
  const sign = cursor.next();
  const operand = grammar.primary();
  return spanned({ kind: 'negate', operand }, sign.start, cursor.end);
}

/** ∑ and ∏ with bounds; the body is one term. */
export function readBigOperator(cursor: Cursor, grammar: Grammar): Expr {
  const { start, text } = cursor.next();
  const open = cursor.token;
  if (!cursor.take('_')) throw cursor.failure('A sum needs its bounds, as in \\sum_{k=1}^{n}.', open.start);
  const group = cursor.token;
  if (!cursor.take('(')) cursor.expect('{');
  const variable = readVariable(cursor);
  cursor.expect('=');
  const lower = cursor.fresh(() => grammar.sum());
  cursor.expect(group.text === '(' ? ')' : '}', group);
  if (!cursor.take('^')) throw cursor.failure('The upper bound of the sum is missing.');
  const upper = readBound(cursor, grammar);
  const body = cursor.withBound(variable, () => cursor.deeper(() => grammar.term()));
  const operator = text === '∑' || text === 'sum' ? 'sum' : 'product';
  return spanned({ kind: 'bigOperator', operator, body, variable, lower, upper }, start, cursor.end);
}

/** \lim_{x \to 0^+} …; the body is the whole sum behind it. */
export function readLimit(cursor: Cursor, grammar: Grammar): Expr {
  const { start } = cursor.next();
  cursor.take('_');
  const group = cursor.token;
  const isGroup = cursor.take('{', '(');
  const variable = readVariable(cursor);
  if (!cursor.take('→', '=')) throw cursor.failure('I expected “→” here, as in \\lim_{x \\to 0}.');
  const target = cursor.fresh(() => readTarget(cursor, grammar, isGroup));
  const side = readSide(cursor);
  if (isGroup) cursor.expect(group.text === '(' ? ')' : '}', group);
  cursor.take(',', ':');
  const outer = cursor.isInLimit;
  cursor.isInLimit = true;
  const body = cursor.deeper(() => grammar.sum());
  cursor.isInLimit = outer;
  return spanned({ kind: 'limit', body, variable, target, ...(side && { side }) }, start, cursor.end);
}

/** The target ends before the ^+ or - that names a side. */
function readTarget(cursor: Cursor, grammar: Grammar, isGroup: boolean): Expr {
  const sign = cursor.token;
  const isNegative = cursor.take('-');
  cursor.take('+');
  if (cursor.token.type === 'number' || cursor.token.type === 'constant' || cursor.token.type === 'name') {
    const after = [cursor.ahead(1).text, cursor.ahead(2).text, cursor.ahead(3).text];
    const isSide =
      after[0] === '^' && (/^[+-]$/.test(after[1] ?? '') || (after[1] === '{' && /^[+-]$/.test(after[2] ?? '')));
    const isSign = /^[+-]$/.test(after[0] ?? '') && /^[)}]$/.test(cursor.ahead(2).text);
    if (isSide || isSign) {
      const token = cursor.next();
      const leaf: Expr =
        token.number !== undefined
          ? { kind: 'number', ...token.number }
          : token.type === 'constant'
            ? { kind: 'constant', name: token.text === 'infinity' ? 'infinity' : token.text === 'pi' ? 'pi' : 'e' }
            : { kind: 'symbol', name: token.text };
      const placed = spanned(leaf, token.start, token.end);
      return isNegative ? spanned({ kind: 'negate', operand: placed }, sign.start, token.end) : placed;
    }
  }
  let target = isGroup ? grammar.term() : grammar.power();
  if (!isGroup && cursor.is('/') && cursor.ahead(1).type === 'number') {
    cursor.next();
    target = { kind: 'divide', numerator: target, denominator: grammar.power(), style: 'fraction' };
  }
  return isNegative ? spanned({ kind: 'negate', operand: target }, sign.start, cursor.end) : target;
}

function readSide(cursor: Cursor): 'left' | 'right' | undefined {
  const isRaised = cursor.take('^');
  const isGroup = isRaised && cursor.take('{');
  if (!cursor.is('+', '-')) return undefined;
  const sign = cursor.next().text;
  if (isGroup) cursor.expect('}');
  return sign === '+' ? 'right' : 'left';
}

/** diff(x^2, x), int(x^2, x, 0, 1), limit(f, x, 0), sum(k, k, 1, n) as computer algebra systems write them. */
export function calculusCall(name: string, args: readonly Expr[], cursor: Cursor, token: Token): Expr | undefined {
  const kind = (
    { diff: 'derivative', int: 'integral', limit: 'limit', lim: 'limit', sum: 'sum', prod: 'product' } as const
  )[name];
  if (kind === undefined) return undefined;
  const [body = hole, letter, third, fourth] = args;
  const variable = letter?.kind === 'symbol' ? letter.name : undefined;
  if (variable === undefined) throw cursor.failure(`“${token.text}” needs its variable behind a comma.`, token.start);
  switch (kind) {
    case 'derivative': {
      const order = third?.kind === 'number' ? Number(third.text) : 1;
      if (!Number.isInteger(order) || order < 1 || order > 100)
        throw cursor.failure("I don't understand this order.", token.start);
      return { kind, body, variable, order, isPartial: false };
    }
    case 'integral':
      return third && fourth ? { kind, body, variable, lower: third, upper: fourth } : { kind, body, variable };
    case 'limit':
      if (third === undefined) throw cursor.failure('The limit does not say where its variable goes.', token.start);
      return { kind, body, variable, target: third };
    case 'sum':
    case 'product':
      if (!third || !fourth) throw cursor.failure('The sum does not say its bounds.', token.start);
      return { kind: 'bigOperator', operator: kind, body, variable, lower: third, upper: fourth };
  }
}
