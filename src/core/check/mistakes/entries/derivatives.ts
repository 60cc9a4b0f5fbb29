import { add, call, divide, multiply, negate, num, power, sqrt, subtract } from '../../../math/build.ts';
import { differentiate } from '../../../math/differentiate.ts';
import type { Expr } from '../../../math/expr.ts';
import { hasSymbol, mapChildren, sizeOf } from '../../../math/tree.ts';
import type { MistakeEntry } from '../entry.ts';
import { without } from '../views.ts';

type Rule = 'product' | 'quotient' | 'chain' | 'power' | 'exponential' | 'function' | 'constant' | 'factor';

interface WrongSlope {
  readonly rule: Rule;
  readonly result: Expr;
  /** Where the rule was misused. */
  readonly at: Expr;
}

const maximumSize = 40;

/** The derivative with one rule misused in one place, all others used rightly. */
function* wrongSlopes(expr: Expr, variable: string): Iterable<WrongSlope> {
  const d = (child: Expr): Expr => differentiate(child, variable) ?? num(0);
  const isConstant = (child: Expr): boolean => !hasSymbol(child, variable);
  if (isConstant(expr)) {
    yield { rule: 'constant', result: expr, at: expr };
    yield { rule: 'constant', result: num(1), at: expr };
    return;
  }
  switch (expr.kind) {
    case 'symbol':
      yield { rule: 'power', result: expr, at: expr };
      yield { rule: 'power', result: num(0), at: expr };
      return;
    case 'add':
      for (const [index, term] of expr.terms.entries()) {
        const others = without(expr.terms, index).map(d);
        for (const wrong of wrongSlopes(term, variable)) yield { ...wrong, result: add(...others, wrong.result) };
      }
      return;
    case 'negate':
      for (const wrong of wrongSlopes(expr.operand, variable)) yield { ...wrong, result: negate(wrong.result) };
      return;
    case 'multiply':
      yield* ofProduct(expr, expr.factors, variable);
      return;
    case 'divide': {
      const { numerator: u, denominator: v } = expr;
      if (isConstant(v)) {
        for (const wrong of wrongSlopes(u, variable)) yield { ...wrong, result: divide(wrong.result, v) };
        yield { rule: 'factor', result: d(u), at: expr };
        return;
      }
      const square = power(v, num(2));
      const [first, second] = [multiply(d(u), v), multiply(u, d(v))];
      const wrongs = [
        divide(d(u), d(v)),
        divide(subtract(second, first), square),
        divide(add(first, second), square),
        divide(subtract(first, second), v),
        subtract(first, second),
        divide(d(u), v),
        divide(u, d(v)),
      ];
      for (const result of wrongs) yield { rule: 'quotient', result, at: expr };
      for (const wrong of wrongSlopes(u, variable)) {
        if (!isConstant(u)) yield { ...wrong, result: divide(subtract(multiply(wrong.result, v), second), square) };
      }
      for (const wrong of wrongSlopes(v, variable)) {
        yield { ...wrong, result: divide(subtract(first, multiply(u, wrong.result)), square) };
      }
      return;
    }
    case 'power':
      yield* ofPower(expr, expr.base, expr.exponent, variable);
      return;
    case 'root': {
      if (expr.index) return;
      const u = expr.radicand;
      const root = sqrt(u);
      if (u.kind !== 'symbol') {
        yield { rule: 'chain', result: divide(num(1), multiply(num(2), root)), at: expr };
        yield { rule: 'chain', result: sqrt(d(u)), at: expr };
      }
      for (const wrong of [
        divide(d(u), root),
        multiply(num(2), root, d(u)),
        multiply(d(u), divide(root, num(2))),
        divide(multiply(num(2), d(u)), root),
      ]) {
        yield { rule: 'power', result: wrong, at: expr };
      }
      for (const wrong of wrongSlopes(u, variable))
        yield { ...wrong, result: divide(wrong.result, multiply(num(2), root)) };
      return;
    }
    case 'call': {
      const [u, ...rest] = expr.args;
      if (!u) return;
      const slope = d(expr);
      const letter: Expr = { kind: 'symbol', name: variable };
      const outer = differentiate(call(expr.name, letter, ...rest), variable);
      if (outer && u.kind !== 'symbol') {
        yield { rule: 'chain', result: replaceLetter(outer, variable, u), at: expr };
        yield { rule: 'chain', result: replaceLetter(outer, variable, d(u)), at: expr };
        yield { rule: 'chain', result: multiply(replaceLetter(outer, variable, u), u), at: expr };
      }
      yield { rule: 'function', result: negate(slope), at: expr };
      yield { rule: 'function', result: multiply(expr, d(u)), at: expr };
      if (outer) {
        for (const wrong of wrongSlopes(u, variable)) {
          yield { ...wrong, result: multiply(replaceLetter(outer, variable, u), wrong.result) };
        }
      }
      return;
    }
    default:
  }
}

function replaceLetter(expr: Expr, name: string, value: Expr): Expr {
  if (expr.kind === 'symbol') return expr.name === name ? value : expr;
  return mapChildren(expr, (child) => replaceLetter(child, name, value));
}

function* ofProduct(expr: Expr, factors: readonly Expr[], variable: string): Iterable<WrongSlope> {
  const d = (child: Expr): Expr => differentiate(child, variable) ?? num(0);
  const constants = factors.filter((factor) => !hasSymbol(factor, variable));
  const moving = factors.filter((factor) => hasSymbol(factor, variable));
  const [only, other] = moving;
  if (only && !other) {
    for (const wrong of wrongSlopes(only, variable)) yield { ...wrong, result: multiply(...constants, wrong.result) };
    yield { rule: 'factor', result: d(only), at: expr };
    yield { rule: 'factor', result: num(0), at: expr };
    return;
  }
  yield { rule: 'product', result: multiply(...constants, ...moving.map(d)), at: expr };
  const parts = moving.map((factor, index) => multiply(...constants, d(factor), ...without(moving, index)));
  for (const [index, part] of parts.entries()) {
    yield { rule: 'product', result: part, at: expr };
    yield {
      rule: 'product',
      result: add(...parts.map((item, place) => (place === index ? negate(item) : item))),
      at: expr,
    };
    const factor = moving[index];
    if (!factor) continue;
    for (const wrong of wrongSlopes(factor, variable)) {
      const term = multiply(...constants, wrong.result, ...without(moving, index));
      yield { ...wrong, result: add(...without(parts, index), term) };
    }
  }
}

function* ofPower(expr: Expr, base: Expr, exponent: Expr, variable: string): Iterable<WrongSlope> {
  const d = (child: Expr): Expr => differentiate(child, variable) ?? num(0);
  if (!hasSymbol(exponent, variable)) {
    const [slope, lower] = [d(base), subtract(exponent, num(1))];
    const isPlain = base.kind === 'symbol';
    if (!isPlain) {
      yield { rule: 'chain', result: multiply(exponent, power(base, lower)), at: expr };
      yield { rule: 'chain', result: multiply(exponent, power(slope, lower)), at: expr };
      yield { rule: 'chain', result: power(slope, exponent), at: expr };
    }
    const wrongs = [
      multiply(exponent, expr),
      power(base, lower),
      multiply(lower, power(base, lower)),
      multiply(exponent, power(base, add(exponent, num(1)))),
      multiply(lower, expr),
      divide(power(base, add(exponent, num(1))), add(exponent, num(1))),
      multiply(exponent, base),
    ];
    for (const wrong of wrongs) yield { rule: 'power', result: multiply(wrong, slope), at: expr };
    if (!isPlain) {
      for (const wrong of wrongSlopes(base, variable)) {
        yield { ...wrong, result: multiply(exponent, power(base, lower), wrong.result) };
      }
    }
    return;
  }
  if (hasSymbol(base, variable)) return;
  const slope = d(exponent);
  const logarithm = base.kind === 'constant' && base.name === 'e' ? num(1) : call('ln', base);
  if (exponent.kind !== 'symbol') {
    yield { rule: 'chain', result: multiply(expr, logarithm), at: expr };
    yield { rule: 'chain', result: power(base, slope), at: expr };
  }
  yield { rule: 'exponential', result: multiply(exponent, power(base, subtract(exponent, num(1))), slope), at: expr };
  yield { rule: 'exponential', result: multiply(exponent, power(base, subtract(exponent, num(1)))), at: expr };
  yield { rule: 'exponential', result: multiply(expr, slope), at: expr };
  for (const wrong of wrongSlopes(exponent, variable))
    yield { ...wrong, result: multiply(expr, logarithm, wrong.result) };
}

function entryOf(
  rule: Rule,
  id: string,
  weight: number,
  sentence: string,
  example: MistakeEntry['example'],
): MistakeEntry {
  return {
    id,
    scope: 'part',
    weight,
    sentence,
    *rewrite(part) {
      if (part.kind !== 'derivative' || part.order !== 1 || sizeOf(part.body) > maximumSize) return;
      for (const wrong of wrongSlopes(part.body, part.variable)) {
        if (wrong.rule === rule) yield { result: wrong.result, parts: { at: wrong.at } };
      }
    },
    example,
  };
}

const x = '\\frac{d}{dx}';

export const derivativeEntries: readonly MistakeEntry[] = [
  entryOf(
    'product',
    'derivative-of-product',
    1,
    'The derivative of the product {at} isn’t made of the derivatives of its factors multiplied or taken alone: each factor is differentiated in turn while the others stay, and the results are added.',
    { from: `${x}(x^2 \\sin x)`, to: '2x \\cos x' },
  ),
  entryOf(
    'quotient',
    'derivative-of-quotient',
    1,
    'The derivative of the quotient {at} needs the quotient rule, with its difference above in the right order and the square of the denominator below.',
    { from: `${x} \\frac{x^2}{x^3 + 1}`, to: '\\frac{2x}{3x^2}' },
  ),
  entryOf(
    'chain',
    'chain-rule',
    1,
    'In {at} there is a function inside of a function: the outer one is differentiated at the inner one, and the inner derivative comes as a factor.',
    { from: `${x} \\sin(3x)`, to: '\\cos(3x)' },
  ),
  entryOf(
    'power',
    'power-rule',
    1.1,
    'For the power {at} the exponent becomes a factor and goes down by one; one of the two went wrong.',
    { from: `${x} x^5`, to: '5x^5' },
  ),
  entryOf(
    'exponential',
    'derivative-of-exponential',
    1,
    'In {at} the variable is in the exponent, so it isn’t differentiated like a power of the variable.',
    { from: `${x} 2^x`, to: 'x \\cdot 2^{x-1}' },
  ),
  entryOf(
    'function',
    'derivative-of-function',
    1.2,
    'The derivative of {at} has the wrong sign or is that function itself: look it up in the table of derivatives.',
    { from: `${x} \\cos x`, to: '\\sin x' },
  ),
  entryOf(
    'constant',
    'derivative-of-constant',
    1.3,
    '{at} doesn’t change with the variable, so it adds nothing to the slope as a term.',
    { from: `${x}(x^2 + 7)`, to: '2x + 7' },
  ),
  entryOf('factor', 'constant-factor-lost', 1.3, 'The constant factor of {at} stays a factor of the derivative.', {
    from: `${x}(4x^3)`,
    to: '3x^2',
  }),
];
