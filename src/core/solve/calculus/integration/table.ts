import { abs, add, call, divide, multiply, negate, num, power, sqrt, subtract } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { toTex } from '../../../math/print/toTex.ts';
import { isInteger, numeratorOf } from '../../../math/rational.ts';
import { hasSymbol } from '../../../math/tree.ts';
import { numberOf, tidy } from '../tidy.ts';
import { isOne, linearOf, logarithmOf, partToExpr, productOf, type Linear, type Part } from './forms.ts';

/** An antiderivative that is known at once, and the words for it. */
export interface Basic {
  readonly result: Expr;
  readonly rule: string;
  readonly text: string;
  readonly why: string;
}

/** What stands in every table of integrals, also with a linear expression inside, and sums of multiples of that. */
export function basicIntegral(f: Expr, x: string): Basic | undefined {
  if (f.kind === 'add') return sumOfBasics(f.terms, x);
  if (f.kind === 'negate') {
    const inner = basicIntegral(f.operand, x);
    return inner && { ...inner, result: tidy(negate(inner.result)) };
  }
  if (f.kind === 'divide' && f.numerator.kind === 'add' && !hasSymbol(f.denominator, x)) {
    const inner = basicIntegral(f.numerator, x);
    return inner && { ...inner, result: tidy(divide(inner.result, f.denominator)) };
  }
  const { constant, parts } = productOf(f, x);
  const [part, second, third] = parts;
  if (part === undefined) {
    return {
      result: tidy(multiply(f, { kind: 'symbol', name: x })),
      rule: 'integral-constant',
      text: `The integral of a constant is the constant times $${toTex({ kind: 'symbol', name: x })}$.`,
      why: 'Differentiating a straight line gives its slope back.',
    };
  }
  const inner =
    third !== undefined ? undefined : second !== undefined ? pairIntegral([part, second], x) : partIntegral(part, x);
  if (inner === undefined) return undefined;
  return { ...inner, result: scaled(constant, inner.result) };
}

function scaled(constant: Expr, result: Expr): Expr {
  return tidy(multiply(constant, result));
}

function sumOfBasics(terms: readonly Expr[], x: string): Basic | undefined {
  const all = terms.map((term) => basicIntegral(term, x));
  if (!all.every((basic) => basic !== undefined)) return undefined;
  const whys = [...new Set(all.map((basic) => basic.why))].filter((why) => why !== constantWhy);
  return {
    result: tidy(add(...all.map((basic) => basic.result))),
    rule: 'integral-sum',
    text: 'Integrate term by term; constant factors stay in front.',
    why: ['The integral of a sum is the sum of the integrals.', ...whys.slice(0, 2)].join(' '),
  };
}

const constantWhy = 'Differentiating a straight line gives its slope back.';

function partIntegral({ base, exponent }: Part, x: string): Basic | undefined {
  if (!hasSymbol(base, x)) return exponentialIntegral(base, exponent, x);
  if (hasSymbol(exponent, x)) return undefined;
  if (base.kind === 'abs' && isOne(exponent)) return absoluteIntegral(base.operand, x);
  const linear = linearOf(base, x);
  if (linear !== undefined) return powerIntegral(base, exponent, linear, x);
  if (base.kind !== 'call' || base.args.length !== 1 || base.args[0] === undefined) return undefined;
  const [inside] = base.args;
  const angle = linearOf(inside, x);
  const n = numberOf(exponent);
  if (angle === undefined || n === undefined || !isInteger(n)) return undefined;
  const entry = functionIntegrals[`${base.name}^${numeratorOf(n).toString()}`];
  if (entry === undefined) return undefined;
  const shown = toTex(partToExpr({ ...base, args: [{ kind: 'symbol', name: 'x' }] }, exponent));
  const outer = entry({ kind: 'symbol', name: 'x' });
  return withInside(entry(inside), angle, inside, x, {
    rule: 'table-integral',
    text: 'This is one of the basic integrals.',
    why: `$\\int ${shown} \\, dx = ${toTex(tidy(outer))}$.`,
  });
}

function withInside(outer: Expr, { slope }: Linear, inside: Expr, x: string, words: Omit<Basic, 'result'>): Basic {
  if (inside.kind === 'symbol') return { ...words, result: tidy(outer) };
  if (isOne(slope)) {
    return {
      ...words,
      result: tidy(outer),
      text: `${words.text} The inside $${toTex(inside)}$ has the derivative $1$, so nothing else changes.`,
    };
  }
  return {
    result: tidy(divide(outer, slope)),
    rule: 'linear-inside',
    text: `The inside $${toTex(inside)}$ is linear: integrate the outer function and divide by $${toTex(slope)}$, the factor of $${toTex({ kind: 'symbol', name: x })}$.`,
    why: `${words.why} Differentiating by the chain rule brings the factor $${toTex(slope)}$ back.`,
  };
}

function powerIntegral(base: Expr, exponent: Expr, linear: Linear, x: string): Basic {
  const n = numberOf(exponent);
  if (n !== undefined && isInteger(n) && numeratorOf(n) === -1n) {
    return withInside(logarithmOf(base), linear, base, x, {
      rule: 'table-integral',
      text: 'The integral of the reciprocal is the logarithm of the absolute value.',
      why: '$\\int \\frac{1}{x} \\, dx = \\ln|x|$.',
    });
  }
  const raised = tidy(add(exponent, num(1)));
  const text =
    n === undefined
      ? `The exponent rises by $1$, and one divides by the new exponent (for $${toTex(exponent)} \\neq -1$).`
      : `The exponent rises by $1$ to $${toTex(raised)}$, and one divides by it.`;
  return withInside(divide(partToExpr(base, raised), raised), linear, base, x, {
    rule: 'integral-power',
    text,
    why: '$\\int x^n \\, dx = \\frac{x^{n+1}}{n+1}$ for $n \\neq -1$.',
  });
}

function exponentialIntegral(base: Expr, exponent: Expr, x: string): Basic | undefined {
  const linear = linearOf(exponent, x);
  if (linear === undefined) return undefined;
  const itself = power(base, exponent);
  const isE = base.kind === 'constant' && base.name === 'e';
  return withInside(isE ? itself : divide(itself, call('ln', base)), linear, exponent, x, {
    rule: 'table-integral',
    text: isE
      ? 'The exponential function is its own antiderivative.'
      : 'An exponential function stays, divided by the logarithm of its base.',
    why: isE ? '$\\int e^x \\, dx = e^x$.' : '$\\int a^x \\, dx = \\frac{a^x}{\\ln a}$.',
  });
}

/** |u| for a linear u: u·|u|/2. */
function absoluteIntegral(inside: Expr, x: string): Basic | undefined {
  const linear = linearOf(inside, x);
  if (linear === undefined) return undefined;
  return withInside(divide(multiply(inside, abs(inside)), two), linear, inside, x, {
    rule: 'table-integral',
    text: 'The absolute value is $u$ or $-u$; both cases are said at once by $\\frac{u|u|}{2}$.',
    why: '$\\int |u| \\, du = \\frac{u\\,|u|}{2}$.',
  });
}

/** sec·tan and csc·cot. */
function pairIntegral([first, second]: readonly [Part, Part], x: string): Basic | undefined {
  if (!isOne(first.exponent) || !isOne(second.exponent)) return undefined;
  if (first.base.kind !== 'call' || second.base.kind !== 'call') return undefined;
  const inside = first.base.args[0];
  if (inside === undefined || toTex(inside) !== toTex(second.base.args[0] ?? num(0))) return undefined;
  const names = [first.base.name, second.base.name].sort().join(' ');
  const angle = linearOf(inside, x);
  if (angle === undefined) return undefined;
  if (names === 'sec tan') {
    return withInside(call('sec', inside), angle, inside, x, {
      rule: 'table-integral',
      text: 'This is one of the basic integrals.',
      why: '$\\int \\sec x \\tan x \\, dx = \\sec x$.',
    });
  }
  if (names !== 'cot csc') return undefined;
  return withInside(negate(call('csc', inside)), angle, inside, x, {
    rule: 'table-integral',
    text: 'This is one of the basic integrals.',
    why: '$\\int \\csc x \\cot x \\, dx = -\\csc x$.',
  });
}

const one = num(1);
const two = num(2);

/** By name and exponent: the antiderivative of f(u)^n by u. */
const functionIntegrals: Readonly<Record<string, ((u: Expr) => Expr) | undefined>> = {
  'sin^1': (u) => negate(call('cos', u)),
  'cos^1': (u) => call('sin', u),
  'tan^1': (u) => negate(call('ln', abs(call('cos', u)))),
  'cot^1': (u) => call('ln', abs(call('sin', u))),
  'sec^1': (u) => call('ln', abs(add(call('sec', u), call('tan', u)))),
  'cos^-1': (u) => call('ln', abs(add(divide(one, call('cos', u)), call('tan', u)))),
  'csc^1': (u) => negate(call('ln', abs(add(call('csc', u), call('cot', u))))),
  'sin^-1': (u) => negate(call('ln', abs(add(divide(one, call('sin', u)), call('cot', u))))),
  'sec^2': (u) => call('tan', u),
  'cos^-2': (u) => call('tan', u),
  'csc^2': (u) => negate(call('cot', u)),
  'sin^-2': (u) => negate(call('cot', u)),
  'tan^-1': (u) => call('ln', abs(call('sin', u))),
  'sinh^1': (u) => call('cosh', u),
  'cosh^1': (u) => call('sinh', u),
  'tanh^1': (u) => call('ln', call('cosh', u)),
  'coth^1': (u) => call('ln', abs(call('sinh', u))),
  'sech^1': (u) => call('atan', call('sinh', u)),
  'cosh^-1': (u) => call('atan', call('sinh', u)),
  'csch^1': (u) => call('ln', abs(call('tanh', divide(u, two)))),
  'sinh^-1': (u) => call('ln', abs(call('tanh', divide(u, two)))),
  'sech^2': (u) => call('tanh', u),
  'cosh^-2': (u) => call('tanh', u),
  'csch^2': (u) => negate(call('coth', u)),
  'sinh^-2': (u) => negate(call('coth', u)),
};

/** 1/(x² + a²), 1/√(a² − x²) and their like are written with these. */
export const quadraticIntegrals = {
  atan: (u: Expr, a: Expr): Expr => divide(call('atan', divide(u, a)), a),
  asin: (u: Expr, a: Expr): Expr => call('asin', divide(u, a)),
  logOfRoot: (u: Expr, radicand: Expr): Expr => call('ln', abs(add(u, sqrt(radicand)))),
  logOfQuotient: (u: Expr, a: Expr): Expr =>
    divide(call('ln', abs(divide(subtract(u, a), add(u, a)))), multiply(two, a)),
} as const;
