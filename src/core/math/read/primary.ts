import type { ConstantName, Expr } from '../expr.ts';
import { emptySet } from '../build.ts';
import { rational, type Rational } from '../rational.ts';
import { readArguments, readCall, readFunction } from './calls.ts';
import { readBigOperator, readDifferential, readIntegral, readLeibniz, readLimit } from './calculus.ts';
import { type Cursor, type Grammar, spanned } from './cursor.ts';
import { readEnvironment } from './environments.ts';
import { readBars, readBracket } from './groups.ts';
import type { Token } from './token.ts';

/** The smallest operand: a number, a letter, a bracket, a function with its argument. */
export function readPrimary(cursor: Cursor, grammar: Grammar): Expr {
  while (cursor.take('line')) continue;
  const { type, start } = cursor.token;
  const expr = readUnspanned(cursor, grammar, type);
  return expr.span === undefined ? spanned(expr, start, cursor.end) : expr;
}

function readUnspanned(cursor: Cursor, grammar: Grammar, type: Token['type']): Expr {
  switch (type) {
    case 'number':
      return readNumber(cursor, grammar);
    case 'name':
      return readLeibniz(cursor, grammar) ?? readDifferential(cursor) ?? readName(cursor, grammar);
    case 'constant':
      return readConstant(cursor, grammar);
    case 'function':
      return readOperator(cursor, grammar) ?? readFunction(cursor, grammar);
    case 'command':
      return readCommand(cursor, grammar);
    case 'op':
      return readSymbol(cursor, grammar);
    case 'text':
      // \text{A} names a quantity, \text{east} is a word.
      if (/^[A-Z]{1,3}$/.test(cursor.token.text)) return { kind: 'symbol', name: cursor.next().text };
      throw missing(cursor);
    case 'end':
      throw missing(cursor);
  }
}

/** lim x->0 …, sum_(k=1)^n …, int_0^1 … in plain letters. */
function readOperator(cursor: Cursor, grammar: Grammar): Expr | undefined {
  const [{ text }, after] = [cursor.token, cursor.ahead(1)];
  const hasIndex = after.type === 'op' && after.text === '_';
  if (text === 'lim' && (hasIndex || after.type === 'name')) return readLimit(cursor, grammar);
  if (text === 'int' && after.text !== '(') return readIntegral(cursor, grammar);
  return (text === 'sum' || text === 'prod') && hasIndex ? readBigOperator(cursor, grammar) : undefined;
}

function missing(cursor: Cursor): Error {
  if (cursor.is(')', ']', '}', '\\}')) {
    const before = cursor.ahead(-1);
    return before.text === '(' || before.text === '['
      ? cursor.failure('There is nothing between these brackets.')
      : cursor.failure(`Something is missing before the bracket ${cursor.nameOf()}.`);
  }
  return cursor.failure(`I expected a number, a letter or a bracket before ${cursor.nameOf()}.`);
}

function readNumber(cursor: Cursor, grammar: Grammar): Expr {
  const token = cursor.next();
  const literal = token.number;
  if (literal === undefined) throw cursor.failure('I expected a number.', token.start);
  const inBase = literal.notation === 'integer' ? readBase(cursor, literal.text) : undefined;
  if (inBase !== undefined) return spanned(inBase, token.start, cursor.end);
  const mixed = literal.notation === 'integer' ? readMixed(cursor, grammar, literal.value) : undefined;
  if (mixed !== undefined) return spanned(mixed, token.start, cursor.end);
  return { kind: 'number', ...literal, span: { start: token.start, end: token.end } };
}

/** 1011_2 and 52_{8}: the index is the base. */
function readBase(cursor: Cursor, digits: string): Expr | undefined {
  if (!cursor.is('_')) return undefined;
  const isGroup = cursor.ahead(1).text === '{';
  const base = Number(cursor.ahead(isGroup ? 2 : 1).text);
  if (!Number.isInteger(base) || base < 2 || base > 36 || (isGroup && cursor.ahead(3).text !== '}')) return undefined;
  if (digits.length > 2_000 || [...digits].some((digit) => Number(digit) >= base)) return undefined;
  for (let count = isGroup ? 4 : 2; count > 0; count -= 1) cursor.next();
  const value = [...digits].reduce((sum, digit) => sum * BigInt(base) + BigInt(digit), 0n);
  return { kind: 'number', value: rational(value), notation: 'base', text: `${digits}_${base}` };
}

/** 2 1/2 and 2\frac{1}{2} are one number where the fraction is a proper one. */
function readMixed(cursor: Cursor, grammar: Grammar, whole: Rational): Expr | undefined {
  const mark = cursor.mark();
  const fraction = readPlainFraction(cursor, grammar);
  if (fraction === undefined || fraction.above.compare(fraction.below) >= 0 || fraction.above.equals(0)) {
    cursor.reset(mark);
    return undefined;
  }
  const { above, below } = fraction;
  const text = `${whole.toFraction()} ${above.toFraction()}/${below.toFraction()}`;
  return { kind: 'number', value: whole.add(above.div(below)), notation: 'mixed', text };
}

function readPlainFraction(cursor: Cursor, grammar: Grammar): { above: Rational; below: Rational } | undefined {
  if (cursor.isCommand('frac')) {
    cursor.next();
    const above = integerArgument(cursor, grammar);
    const below = above && integerArgument(cursor, grammar);
    return above && below && { above, below };
  }
  const [above, stroke, below, after] = [cursor.token, cursor.ahead(1), cursor.ahead(2), cursor.ahead(3)];
  const isTight = above.isSpaced && !stroke.isSpaced && !below.isSpaced;
  if (!isTight || stroke.text !== '/' || above.number?.notation !== 'integer' || below.number?.notation !== 'integer') {
    return undefined;
  }
  if (after.text === '^' || after.text === '!' || after.text === '/') return undefined;
  for (let count = 0; count < 3; count += 1) cursor.next();
  return { above: above.number.value, below: below.number.value };
}

function integerArgument(cursor: Cursor, _grammar: Grammar): Rational | undefined {
  const isGroup = cursor.take('{');
  const token = cursor.next();
  if (token.number?.notation !== 'integer' || (isGroup && !cursor.take('}'))) return undefined;
  return token.number.value;
}

function readConstant(cursor: Cursor, grammar: Grammar): Expr {
  const { text } = cursor.token;
  const isLetter = text === 'e' || text === 'i';
  if (isLetter && (cursor.isBound(text) || cursor.ahead(1).text === '_')) return readName(cursor, grammar);
  const token = cursor.next();
  return { kind: 'constant', name: token.text as ConstantName, span: { start: token.start, end: token.end } };
}

function readName(cursor: Cursor, grammar: Grammar): Expr {
  const token = cursor.next();
  const name = token.text + readSubscript(cursor, token);
  return readCall(cursor, grammar, name, token) ?? spanned({ kind: 'symbol', name }, token.start, cursor.end);
}

/** `_1`, `_{n+1}`: part of the name. x1 without a sign between is x₁ as well. */
function readSubscript(cursor: Cursor, letter: Token): string {
  const digits = cursor.token;
  if (
    digits.type === 'number' &&
    !digits.isSpaced &&
    letter.text.length === 1 &&
    digits.number?.notation === 'integer'
  ) {
    cursor.next();
    cursor.note(`I read ${letter.text}${digits.text} as one name, ${letter.text} with the index ${digits.text}.`);
    return `_${digits.text}`;
  }
  if (!cursor.take('_')) return '';
  const open = cursor.token;
  if (!cursor.take('{')) {
    if (!['number', 'name', 'constant'].includes(open.type)) throw cursor.failure('I expected an index behind “_”.');
    return `_${cursor.next().text}`;
  }
  let text = '';
  while (!cursor.is('}') && cursor.token.type !== 'end') text += cursor.next().text;
  cursor.expect('}', open);
  return `_${text}`;
}

function readCommand(cursor: Cursor, grammar: Grammar): Expr {
  const { text } = cursor.token;
  if (text.startsWith('begin:')) return readEnvironment(cursor, grammar);
  if (text === 'frac') return readLeibniz(cursor, grammar) ?? readFraction(cursor, grammar);
  if (text === 'binom') {
    cursor.next();
    return { kind: 'call', name: 'binomial', args: [grammar.argument(), grammar.argument()] };
  }
  if (text === 'sqrt') return readRoot(cursor, grammar);
  const marked = readMarked(cursor, grammar, text);
  if (marked !== undefined) return marked;
  if (text === 'root' || text === 'pmod' || text === 'not') {
    throw cursor.failure(`I don't understand \\${text} here.`);
  }
  throw text.startsWith('end:')
    ? cursor.failure(`\\end{${text.slice(4)}} has no \\begin.`)
    : cursor.failure(`I don't understand \\${text}.`);
}

/** What is only named by its mark: \overline{z}, \vec{v} are opaque functions of what they stand over, \angle ABC a number by itself. */
function readMarked(cursor: Cursor, grammar: Grammar, text: string): Expr | undefined {
  if (/^(?:overline|bar|vec|hat|widehat|tilde|dot|ddot)$/.test(text)) {
    cursor.next();
    const under = grammar.argument();
    const index = cursor.is('_') && under.kind === 'symbol' ? readSubscript(cursor, cursor.ahead(-1)) : '';
    const marked: Expr = under.kind === 'symbol' ? { kind: 'symbol', name: under.name + index } : under;
    return { kind: 'call', name: text === 'widehat' ? 'hat' : text, args: [marked] };
  }
  if (text !== 'angle' && text !== 'triangle') return undefined;
  cursor.next();
  let letters = '';
  while (cursor.token.type === 'name' && letters.length < 4) letters += cursor.next().text;
  if (letters === '') throw cursor.failure(`I expected the name of an angle or a triangle before ${cursor.nameOf()}.`);
  return { kind: 'symbol', name: `${text} ${letters}` };
}

function readFraction(cursor: Cursor, grammar: Grammar): Expr {
  const start = cursor.next().start;
  const numerator = grammar.argument();
  const denominator = grammar.argument();
  return spanned({ kind: 'divide', numerator, denominator, style: 'fraction' }, start, cursor.end);
}

function readRoot(cursor: Cursor, grammar: Grammar): Expr {
  cursor.next();
  const open = cursor.token;
  if (!cursor.take('[')) return { kind: 'root', radicand: grammar.argument() };
  const index = cursor.fresh(() => grammar.sum());
  cursor.expect(']', open);
  return { kind: 'root', radicand: grammar.argument(), index };
}

function readSymbol(cursor: Cursor, grammar: Grammar): Expr {
  const { text } = cursor.token;
  switch (text) {
    case '(':
      return readComposition(cursor, grammar) ?? readBracket(cursor, grammar);
    case '[':
    case '\\{':
    case '{':
      return readBracket(cursor, grammar);
    case '|':
    case 'lbar':
    case '⌊':
    case '⌈':
      return readBars(cursor, grammar);
    case '√':
    case '∛':
    case '∜': {
      cursor.next();
      const radicand = grammar.power();
      return text === '√'
        ? { kind: 'root', radicand }
        : { kind: 'root', radicand, index: small(text === '∛' ? 3n : 4n) };
    }
    case '∅':
      cursor.next();
      return emptySet;
    case '∑':
    case '∏':
      return readBigOperator(cursor, grammar);
    case '∫':
      return readIntegral(cursor, grammar);
    case 'lim':
      return readLimit(cursor, grammar);
    case 'not': {
      cursor.next();
      return { kind: 'not', operand: grammar.relation() };
    }
    case '∂':
      return readLeibniz(cursor, grammar) ?? unknownSymbol(cursor);
    default:
      throw missing(cursor);
  }
}

/** (f ∘ g)(x) is f(g(x)). */
function readComposition(cursor: Cursor, grammar: Grammar): Expr | undefined {
  const [outer, ring, inner] = [cursor.ahead(1), cursor.ahead(2), cursor.ahead(3)];
  const isRing = ring.text === '∘' || ring.text === '°';
  if (
    outer.type !== 'name' ||
    !isRing ||
    inner.type !== 'name' ||
    cursor.ahead(4).text !== ')' ||
    cursor.ahead(5).text !== '('
  ) {
    return undefined;
  }
  for (let count = 0; count < 5; count += 1) cursor.next();
  const args = readArguments(cursor, grammar);
  return { kind: 'call', name: outer.text, args: [{ kind: 'call', name: inner.text, args }] };
}

function unknownSymbol(cursor: Cursor): never {
  throw cursor.failure(`I don't understand ${cursor.nameOf()} here.`);
}

function small(value: bigint): Expr {
  return { kind: 'number', value: rational(value), notation: 'integer', text: value.toString() };
}
