import { hole } from '../build.ts';
import type { Expr, RelationOperator } from '../expr.ts';
import { contains } from '../tree.ts';
import { type Cursor, type Grammar, spanned } from './cursor.ts';
import type { Token } from './token.ts';

/** As written; a congruence is an equation of remainders once its modulus is known. */
type Sign = RelationOperator | 'congruent' | 'notin';

const signs: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=', 'in', 'approx', 'congruent', 'notin']);

export function isRelationSign(token: Token): boolean {
  return token.type === 'op' && signs.has(token.text);
}

/** Consumes a relation sign, with the alignment mark that may stand on either side of it. */
function takeSign(cursor: Cursor): Sign | undefined {
  const isAligned = cursor.is('&');
  const token = isAligned ? cursor.ahead(1) : cursor.token;
  const isSplit = token.type === 'op' && token.text === '!' && cursor.ahead(isAligned ? 2 : 1).text === '=';
  const negated = cursor.isCommand('not') && (cursor.ahead(1).text === '=' || cursor.ahead(1).text === 'in');
  if (!isSplit && !negated && !isRelationSign(token)) return undefined;
  const isOutside = negated && cursor.ahead(1).text === 'in';
  if (isAligned) cursor.next();
  cursor.next();
  if (isSplit || negated) cursor.next();
  while (cursor.take('&', 'line')) continue;
  if (isOutside) return 'notin';
  return isSplit || negated ? '!=' : (token.text as Sign);
}

/** The modulus of a chain of congruences stands at the end of its last line. */
function takeNextCongruence(cursor: Cursor): Sign | undefined {
  const mark = cursor.mark();
  while (cursor.take('line', 'newline')) continue;
  const token = cursor.is('&') ? cursor.ahead(1) : cursor.token;
  if (token.type === 'op' && token.text === 'congruent') return takeSign(cursor);
  cursor.reset(mark);
  return undefined;
}

export function readRelation(cursor: Cursor, grammar: Grammar): Expr {
  const { start } = cursor.token;
  const found: Sign[] = [];
  const operands: Expr[] = [];
  let sign = takeSign(cursor);
  const isContinuation = sign !== undefined;
  operands.push(isContinuation ? hole : grammar.sum());
  sign ??= takeSign(cursor);
  while (sign !== undefined) {
    found.push(sign);
    const operand = grammar.sum();
    operands.push(sign === 'in' || sign === 'notin' ? asRange(operand) : operand);
    sign = takeSign(cursor) ?? (sign === 'congruent' ? takeNextCongruence(cursor) : undefined);
  }
  const [only] = operands;
  if (found.length === 0 && only !== undefined) return only;
  if (found.includes('notin')) return outside(operands, found, cursor, start);
  const relation = found.includes('congruent')
    ? congruence(operands, found as Exclude<Sign, 'notin'>[], cursor, grammar)
    : { operands, operators: found as RelationOperator[] };
  const node: Expr = { kind: 'relation', ...relation };
  return spanned(isContinuation ? { ...node, isContinuation: true } : node, start, cursor.end);
}

/** x ∉ A: not x ∈ A. */
function outside(operands: readonly Expr[], found: readonly Sign[], cursor: Cursor, start: number): Expr {
  if (found.length !== 1 || operands[0]?.kind === 'hole')
    throw cursor.failure("I don't understand ∉ beside other signs.");
  const relation: Expr = { kind: 'relation', operands, operators: ['in'] };
  return spanned({ kind: 'not', operand: relation }, start, cursor.end);
}

/** Behind ∈, (2, 5) is an interval. */
export function asRange(expr: Expr): Expr {
  const [lower, upper, more] = expr.kind === 'tuple' ? expr.items : [];
  if (lower === undefined || upper === undefined || more !== undefined) return expr;
  return { kind: 'interval', lower, upper, isLowerClosed: false, isUpperClosed: false, span: expr.span };
}

interface Relation {
  readonly operands: readonly Expr[];
  readonly operators: readonly RelationOperator[];
}

/**
 * a ≡ b (mod m) says that the remainders are equal. Without a modulus ≡ means that both sides are the same function, which
 * only sides with letters can say; 24 ≡ 3 has its modulus somewhere in the words.
 */
function congruence(
  written: readonly Expr[],
  found: readonly Exclude<Sign, 'notin'>[],
  cursor: Cursor,
  grammar: Grammar,
): Relation {
  const { modulus, operands } = readModulus(written, cursor, grammar);
  if (modulus === undefined) {
    const hasLetters = operands.every((operand) => contains(operand, (node) => node.kind === 'symbol'));
    if (!hasLetters) throw cursor.failure("I don't know the modulus of this congruence.");
    return { operands, operators: found.map((sign) => (sign === 'congruent' ? '=' : sign)) };
  }
  if (found.some((sign) => sign !== 'congruent' && sign !== '=')) {
    throw cursor.failure("I don't understand a congruence beside other signs.");
  }
  const remainder = (operand: Expr): Expr =>
    operand.kind === 'hole' ? operand : { kind: 'call', name: 'mod', args: [operand, modulus], span: operand.span };
  return { operands: operands.map(remainder), operators: found.map(() => '=') };
}

function readModulus(
  operands: readonly Expr[],
  cursor: Cursor,
  grammar: Grammar,
): { readonly modulus: Expr | undefined; readonly operands: readonly Expr[] } {
  const last = operands.at(-1);
  if (cursor.isCommand('pmod')) {
    cursor.next();
    return { modulus: grammar.argument(), operands };
  }
  if (cursor.is('(') && cursor.ahead(1).text === 'mod') {
    const open = cursor.next();
    cursor.next();
    const modulus = cursor.fresh(() => grammar.sum());
    cursor.expect(')', open);
    return { modulus, operands };
  }
  const [inner, modulus] = last?.kind === 'call' && last.name === 'mod' ? last.args : [];
  return inner && modulus ? { modulus, operands: [...operands.slice(0, -1), inner] } : { modulus: undefined, operands };
}
