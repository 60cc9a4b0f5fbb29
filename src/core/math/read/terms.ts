import type { Expr } from '../expr.ts';
import { type Cursor, type Grammar, spanned } from './cursor.ts';
import type { Token } from './token.ts';

type Sign = 'implicit' | 'dot' | 'times';

const signs: Readonly<Record<string, Sign>> = { '*': 'implicit', '·': 'dot', '×': 'times', of: 'times' };
const openers: ReadonlySet<string> = new Set([
  '(',
  '[',
  '{',
  'lbar',
  '⌊',
  '⌈',
  '√',
  '∛',
  '∜',
  '∫',
  '∑',
  '∏',
  'lim',
  '∅',
]);

/** Products and quotients with a sign between them, from left to right. */
export function readTerm(cursor: Cursor, grammar: Grammar): Expr {
  const start = cursor.token.start;
  let left = readJuxtaposed(cursor, grammar);
  let lastToken = soleToken(cursor, left);
  let depth = 0;
  while (cursor.integral?.variable === undefined) {
    const sign = cursor.token.type === 'op' ? signs[cursor.token.text] : undefined;
    if (sign !== undefined) {
      cursor.next();
      const rightStart = cursor.token.start;
      const right = readSignedFactors(cursor, grammar);
      lastToken = soleToken(cursor, right);
      const isOpen = { left: start === left.span?.start, right: rightStart === right.span?.start };
      left = spanned(joined(left, right, sign, isOpen), start, cursor.end);
    } else if (cursor.is('/', '÷')) {
      depth += 1;
      cursor.checkDepth(depth);
      const style = cursor.next().text === '÷' ? 'obelus' : 'fraction';
      const isBare = lastToken?.type === 'number' && cursor.options.isOtherReach !== true;
      const denominator = isBare ? readBareNumber(cursor, grammar) : undefined;
      if (denominator !== undefined) {
        left = spanned({ kind: 'divide', numerator: left, denominator, style }, start, cursor.end);
        left = readCoefficientOf(cursor, grammar, left, start);
      } else {
        const first = readSignedFactors(cursor, grammar);
        const right = style === 'obelus' ? readFractionBehind(cursor, grammar, first) : first;
        noteWideDenominator(cursor, right);
        left = spanned({ kind: 'divide', numerator: left, denominator: right, style }, start, cursor.end);
      }
      lastToken = soleToken(cursor, left);
    } else if (cursor.is('mod')) {
      cursor.next();
      left = spanned({ kind: 'call', name: 'mod', args: [left, readJuxtaposed(cursor, grammar)] }, start, cursor.end);
    } else break;
  }
  return left;
}

/** 3/4 ÷ 1/5: beside the other sign the stroke is that of a fraction. */
function readFractionBehind(cursor: Cursor, grammar: Grammar, numerator: Expr): Expr {
  const isNumber = soleToken(cursor, numerator) !== undefined && cursor.is('/') && cursor.ahead(1).type === 'number';
  if (!isNumber || cursor.options.isOtherReach === true) return numerator;
  cursor.next();
  const denominator = grammar.power();
  cursor.note('I read the stroke behind ÷ as that of a fraction: a ÷ b/c is a ÷ (b/c).');
  const start = numerator.span?.start ?? cursor.end;
  return spanned({ kind: 'divide', numerator, denominator, style: 'fraction' }, start, cursor.end);
}

/** The token that an operand consists of, where it is only one. */
function soleToken(cursor: Cursor, operand: Expr): Token | undefined {
  const last = cursor.ahead(-1);
  return operand.kind === 'number' && operand.span?.start === last.start ? last : undefined;
}

/**
 * a·b·c is one product when all signs are alike; a product in brackets stays a factor of its own, and so does 2x in 2x · 3y.
 * `isOpen`: which side was written without brackets.
 */
function joined(left: Expr, right: Expr, sign: Sign, isOpen: { left: boolean; right: boolean }): Expr {
  const isGrown = isOpen.left && left.kind === 'multiply' && left.sign === sign;
  const isSpliced = isOpen.right && right.kind === 'multiply' && right.sign === sign;
  const factors = [...(isGrown ? left.factors : [left]), ...(isSpliced ? right.factors : [right])];
  return { kind: 'multiply', factors, sign };
}

/** Behind · and / one sign may stand before the factors: 2·−3, 6/−2x. */
function readSignedFactors(cursor: Cursor, grammar: Grammar): Expr {
  while (cursor.take('line', '+')) continue;
  const minuses = [];
  while (cursor.is('-', '+')) {
    const sign = cursor.next();
    if (sign.text === '-') minuses.push(sign);
    cursor.checkDepth(minuses.length);
  }
  let expr = readJuxtaposed(cursor, grammar);
  for (const minus of minuses.reverse()) expr = spanned({ kind: 'negate', operand: expr }, minus.start, cursor.end);
  return expr;
}

/** In 8/5n the denominator is 5 alone: undefined where the number behind the stroke has no letter or bracket behind it. */
function readBareNumber(cursor: Cursor, grammar: Grammar): Expr | undefined {
  const [number, after] = [cursor.token, cursor.ahead(1)];
  if (number.type !== 'number' || after.type === 'number' || after.type === 'end') return undefined;
  const isFactor = after.type !== 'op' || openers.has(after.text);
  return isFactor && after.type !== 'text' ? grammar.power() : undefined;
}

/** The factors that stand behind a numeric fraction: 8/5n, 1/2 (x + 1). */
function readCoefficientOf(cursor: Cursor, grammar: Grammar, fraction: Expr, start: number): Expr {
  if (!isFactorStart(cursor)) return fraction;
  const first = cursor.token;
  const rest = readJuxtaposed(cursor, grammar);
  if (!first.isSpaced)
    cursor.note('I read a fraction of two numbers before a letter or a bracket as its coefficient: 1/2x is (1/2)·x.');
  const factors =
    rest.kind === 'multiply' && rest.span?.start === first.start && first.text !== '(' ? rest.factors : [rest];
  return spanned({ kind: 'multiply', factors: [fraction, ...factors], sign: 'implicit' }, start, cursor.end);
}

function noteWideDenominator(cursor: Cursor, denominator: Expr): void {
  const isWide = denominator.kind === 'multiply' && denominator.sign === 'implicit';
  if (isWide && cursor.ahead(-1).text !== ')') {
    cursor.note('I read factors without a sign between them as one denominator: a/bx is a/(bx).');
  }
}

/** Factors side by side: 2x, 3(x + 1)(x − 2), x sin x. */
export function readJuxtaposed(cursor: Cursor, grammar: Grammar): Expr {
  while (cursor.take('line')) continue;
  const start = cursor.token.start;
  const factors: Expr[] = [grammar.power()];
  while (isFactorStart(cursor) && cursor.integral?.variable === undefined) {
    if (cursor.token.type === 'number' && cursor.ahead(-1).type === 'number') {
      throw cursor.failure('Two numbers stand side by side here, with no sign between them.');
    }
    factors.push(grammar.power());
  }
  const [only] = factors;
  return factors.length === 1 && only
    ? only
    : spanned({ kind: 'multiply', factors, sign: 'implicit' }, start, cursor.end);
}

/** True where a new factor can begin without a sign before it. */
function isFactorStart(cursor: Cursor): boolean {
  const { type, text } = cursor.token;
  switch (type) {
    case 'number':
    case 'constant':
    case 'function':
      return true;
    case 'name':
      return !(cursor.integral !== undefined && isDifferential(cursor));
    case 'command':
      return !text.startsWith('end:') && text !== 'not' && text !== 'pmod';
    case 'op':
      if (text === '(' && cursor.ahead(1).text === 'mod') return false;
      return text === '|' ? cursor.openBars === 0 : openers.has(text);
    case 'text':
    case 'end':
      return false;
  }
}

/** `dx` behind the body of an integral. */
export function isDifferential(cursor: Cursor): boolean {
  const after = cursor.ahead(1);
  return (
    cursor.token.type === 'name' && cursor.token.text === 'd' && (after.type === 'name' || after.type === 'constant')
  );
}
