import type { Expr } from '../expr.ts';
import { num } from '../build.ts';
import { type Cursor, type Grammar, spanned } from './cursor.ts';
import { calculusCall } from './calculus.ts';
import { prefixFunctions } from './names.ts';
import { readExponent } from './powers.ts';
import type { Token } from './token.ts';

const usualFunctions: ReadonlySet<string> = new Set(['f', 'g', 'h', 'F', 'G', 'H']);
const possibleFunctions: ReadonlySet<string> = new Set('p q r s u v w y P Q R S T U V W Y phi psi'.split(' '));
const usualVariables: ReadonlySet<string> = new Set(['x', 't', 'n', 'z', 'theta']);
const inverse: Readonly<Record<string, string>> = {
  ...{ sin: 'asin', cos: 'acos', tan: 'atan', cot: 'acot', sec: 'asec', csc: 'acsc' },
  ...{ sinh: 'asinh', cosh: 'acosh', tanh: 'atanh', coth: 'acoth', sech: 'asech', csch: 'acsch' },
};

/** f(x), f'(x), y', f^{-1}(x): undefined where the letter is only a factor. */
export function readCall(cursor: Cursor, grammar: Grammar, name: string, token: Token): Expr | undefined {
  let primes = 0;
  const mark = cursor.mark();
  for (;;) {
    if (cursor.take("'")) primes += 1;
    else if (cursor.is('^') && cursor.ahead(1).text === "'") cursor.next();
    else if (cursor.is('^') && cursor.ahead(1).text === '{' && cursor.ahead(2).text === "'") {
      cursor.next();
      cursor.next();
      while (cursor.take("'")) primes += 1;
      cursor.expect('}');
    } else break;
  }
  const isInverse = primes === 0 && takeInverse(cursor);
  const isCall = cursor.is('(') && isFunction(cursor, name, token, primes > 0 || isInverse);
  if (!isCall && isInverse) {
    cursor.reset(mark);
    return undefined;
  }
  if (!isCall && primes === 0) return undefined;
  const args = isCall ? readArguments(cursor, grammar) : [];
  const node: Expr = { kind: 'call', name: isInverse ? `${name}^-1` : name, args, ...(primes > 0 && { primes }) };
  return spanned(node, token.start, cursor.end);
}

/** ^{-1} or ^-1 with a bracket behind it. */
function takeInverse(cursor: Cursor): boolean {
  const at = (count: number): string => cursor.ahead(count).text;
  const length = at(0) !== '^' ? 0 : at(1) === '{' && at(2) === '-' && at(3) === '1' && at(4) === '}' ? 5 : 0;
  if (length === 0 || at(length) !== '(' || !usualFunctions.has(at(-1))) return false;
  for (let count = 0; count < length; count += 1) cursor.next();
  return true;
}

/**
 * A letter before a bracket is a function where it was declared as one or is usually one (f, g, h), or where the bracket
 * holds a lone variable, as in p(x). Else it is a product: a(b + c), x(x − 1).
 */
function isFunction(cursor: Cursor, name: string, token: Token, isMarked: boolean): boolean {
  const { functions, letters, words } = cursor.options;
  if (functions?.includes(name)) return true;
  if (cursor.token.isSpaced && !isMarked) return false;
  if (letters?.includes(name) || words?.includes(name)) return false;
  if (isMarked || usualFunctions.has(name)) return true;
  const inner = cursor.ahead(1);
  const isLone = cursor.ahead(2).text === ')' && usualVariables.has(inner.text) && inner.text !== name;
  return isLone && possibleFunctions.has(token.text);
}

export function readArguments(cursor: Cursor, grammar: Grammar): readonly Expr[] {
  const open = cursor.next();
  const args: Expr[] = [];
  cursor.fresh(() => {
    if (cursor.is(')', ']', '}')) return;
    do args.push(grammar.relation());
    while (cursor.take(',', ';'));
  });
  cursor.expect(open.text === '[' ? ']' : open.text === '{' ? '}' : ')', open);
  return args;
}

/** A known function: sin x, sin(2x), sin²x, log_2 x, sqrt(x), nthRoot(x, 3). */
export function readFunction(cursor: Cursor, grammar: Grammar): Expr {
  const token = cursor.next();
  let name = token.text;
  let base: Expr | undefined;
  let exponent: Expr | undefined;
  while (cursor.is('_', '^') || (cursor.is("'") && name === 'log')) {
    if (cursor.next().text === '_') base = grammar.argument();
    else exponent = readExponent(cursor, grammar);
  }
  if (exponent?.kind === 'negate' && exponent.operand.kind === 'number' && exponent.operand.text === '1') {
    const inverted = inverse[name];
    if (inverted !== undefined) [name, exponent] = [inverted, undefined];
  }
  const args = readFunctionArguments(cursor, grammar, name, token);
  const call = spanned(
    callOf(name, base === undefined ? args : [...args, base], cursor, token),
    token.start,
    cursor.end,
  );
  return exponent === undefined ? call : spanned({ kind: 'power', base: call, exponent }, token.start, cursor.end);
}

function readFunctionArguments(cursor: Cursor, grammar: Grammar, name: string, token: Token): readonly Expr[] {
  if (cursor.is('(', '[', '{')) return readArguments(cursor, grammar);
  if (!prefixFunctions.has(name)) {
    throw cursor.failure(`I expected a bracket behind “${token.text}”.`);
  }
  if (name === 'sqrt' || name === 'cbrt') return [grammar.power()];
  return [cursor.deeper(() => readBareArgument(cursor, grammar))];
}

/** sin 2x cos x: the argument of the first function ends where the next begins. */
function readBareArgument(cursor: Cursor, grammar: Grammar): Expr {
  const start = cursor.token.start;
  if (cursor.is('-', '+', '±')) {
    const sign = cursor.next();
    const operand = readBareArgument(cursor, grammar);
    if (sign.text === '+') return operand;
    return spanned(
      sign.text === '-' ? { kind: 'negate', operand } : { kind: 'plusMinus', operand, isMinusPlus: false },
      start,
      cursor.end,
    );
  }
  const factors: Expr[] = [grammar.power()];
  const isBar = cursor.ahead(-1).text === '|' || cursor.ahead(-1).text === 'rbar';
  while (!isBar && isArgumentFactor(cursor)) factors.push(grammar.power());
  const [only] = factors;
  if (factors.length === 1 && only) return only;
  return spanned({ kind: 'multiply', factors, sign: 'implicit' }, start, cursor.end);
}

function isArgumentFactor(cursor: Cursor): boolean {
  const { type, text } = cursor.token;
  if (type === 'name') return !(cursor.integral !== undefined && text === 'd');
  return type === 'constant' || (type === 'command' && (text === 'frac' || text === 'sqrt') && !cursor.token.isSpaced);
}

/** Brings the many names of roots, absolute values and logarithms to their own nodes. */
function callOf(name: string, args: readonly Expr[], cursor: Cursor, token: Token): Expr {
  const [first, second] = args;
  if (first === undefined) throw cursor.failure(`“${token.text}” needs an argument.`, token.start);
  const calculus = calculusCall(name, args, cursor, token);
  if (calculus !== undefined) return calculus;
  switch (name) {
    case 'sqrt':
      return { kind: 'root', radicand: first };
    case 'cbrt':
      return { kind: 'root', radicand: first, index: num(3) };
    case 'nthroot':
      return second === undefined || isTwo(second)
        ? { kind: 'root', radicand: first }
        : { kind: 'root', radicand: first, index: second };
    case 'abs':
      return { kind: 'abs', operand: first };
    case 'factorial':
      return { kind: 'factorial', operand: first };
    case 'pow':
      if (second === undefined) throw cursor.failure('“pow” needs two arguments.', token.start);
      return { kind: 'power', base: first, exponent: second };
    case 'log2':
      return { kind: 'call', name: 'log', args: [first, num(2)] };
    case 'log10':
      return { kind: 'call', name: 'log', args: [first, num(10)] };
    default:
      return { kind: 'call', name, args };
  }
}

function isTwo(expr: Expr): boolean {
  return expr.kind === 'number' && expr.value.equals(2);
}
