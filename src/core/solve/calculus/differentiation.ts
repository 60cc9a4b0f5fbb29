import {
  abs,
  add,
  call,
  derivative,
  divide,
  equals,
  multiply,
  negate,
  num,
  power,
  subtract,
  sym,
} from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { rational, type Rational } from '../../math/rational.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { toTex } from '../../math/print/toTex.ts';
import { contains, freeSymbols, hasSymbol } from '../../math/tree.ts';
import { outerDerivative } from './outerDerivative.ts';
import { numberOf, tidy } from './tidy.ts';

/** One rule applied to one expression whose derivative is wanted. The result may hold further derivatives that are wanted. */
export interface Applied {
  readonly result: Expr;
  readonly rule: string;
  readonly text: string;
  readonly why: string;
}

/**
 * The outermost rule for d/dx of `body`, or undefined where there is none.
 * Constants, powers of x, the table's functions of x and sums of their multiples are done at once; products, quotients,
 * powers and compositions leave the derivatives of their parts to be worked out.
 */
export function applyRule(body: Expr, x: string): Applied | undefined {
  const simple = elementary(body, x);
  if (simple !== undefined) return { result: inOrder(simple), ...elementaryWords(body, x) };
  const d = (inner: Expr): Expr => elementaryOrPending(inner, x);
  switch (body.kind) {
    case 'add':
      return {
        result: add(...body.terms.map(d)),
        rule: 'sum-rule',
        text: 'Differentiate term by term.',
        why: 'The derivative of a sum is the sum of the derivatives.',
      };
    case 'negate':
      return {
        result: negate(derivative(body.operand, x)),
        rule: 'constant-factor-rule',
        text: 'The sign stays in front.',
        why: 'A constant factor stays as it is when differentiating.',
      };
    case 'multiply':
      return productRule(body.factors, x);
    case 'divide':
      return quotientRule(body.numerator, body.denominator, x);
    case 'power':
      return powerRule(body.base, body.exponent, x);
    case 'root':
      if (body.index === undefined)
        return {
          result: divide(d(body.radicand), multiply(num(2), body)),
          rule: 'chain-rule',
          text: `Chain rule for a square root with ${named(letterFor(body, 'u', 'w', 't'), body.radicand)} inside: the derivative of the inside over twice the root.`,
          why: "$(\\sqrt{u})' = \\frac{u'}{2\\sqrt{u}}$.",
        };
      return powerRule(body.radicand, divide(num(1), body.index ?? num(2)), x);
    case 'call':
    case 'abs':
      return chainRule(body, x);
    default:
      return undefined;
  }
}

/** A polynomial with its highest power first, unless it is a product or a high power of sums; all else only tidied. */
export function inOrder(expr: Expr): Expr {
  const tidied = tidy(expr);
  const polynomial = toPolynomial(expr);
  const isSum = (node: Expr): boolean => node.kind === 'add';
  const isKept =
    tidied.kind === 'add'
      ? contains(tidied, (node) => node.kind === 'power' && isSum(node.base) && (numberOf(node.exponent)?.n ?? 0n) > 2n)
      : contains(tidied, isSum);
  return polynomial === undefined || isKept ? tidied : polynomialToExpr(polynomial);
}

/** A letter for the inside that does not occur yet. */
function letterFor(expr: Expr, ...names: readonly string[]): string {
  const used = freeSymbols(expr);
  return names.find((name) => !used.includes(name)) ?? 'w';
}

function named(name: string, expr: Expr): string {
  return `$${toTex(equals(sym(name), expr))}$`;
}

function elementaryOrPending(inner: Expr, x: string): Expr {
  const simple = elementary(inner, x);
  return simple === undefined ? derivative(inner, x) : tidy(simple);
}

/** The derivative of what stands in every table, and of constant multiples and sums of it. */
function elementary(body: Expr, x: string): Expr | undefined {
  if (!hasSymbol(body, x)) return num(0);
  switch (body.kind) {
    case 'symbol':
      return num(1);
    case 'negate': {
      const inner = elementary(body.operand, x);
      return inner && negate(inner);
    }
    case 'add': {
      const terms = body.terms.map((term) => elementary(term, x));
      return terms.every((term) => term !== undefined) ? add(...terms) : undefined;
    }
    case 'multiply': {
      const [constants, rest] = partition(body.factors, x);
      const only = rest.length === 1 ? rest[0] : undefined;
      const inner = only && elementary(only, x);
      return inner && multiply(...constants, inner);
    }
    case 'divide': {
      if (hasSymbol(body.denominator, x)) return reciprocalPower(body, x);
      const inner = elementary(body.numerator, x);
      return inner && divide(inner, body.denominator);
    }
    case 'power':
      if (body.base.kind === 'symbol' && !hasSymbol(body.exponent, x))
        return multiply(body.exponent, power(body.base, tidy(subtract(body.exponent, num(1)))));
      if (body.exponent.kind === 'symbol' && !hasSymbol(body.base, x))
        return isE(body.base) ? body : multiply(body, call('ln', body.base));
      return undefined;
    case 'root':
      return body.radicand.kind === 'symbol' && body.index === undefined
        ? divide(num(1), multiply(num(2), body))
        : undefined;
    case 'call':
      return isOfLetter(body, x) ? outerDerivative(body) : lnOfAbsolute(body);
    case 'abs':
      return body.operand.kind === 'symbol' ? divide(body.operand, body) : undefined;
    default:
      return undefined;
  }
}

/** c/x^n, where the power rule needs no quotient. */
function reciprocalPower(body: Extract<Expr, { kind: 'divide' }>, x: string): Expr | undefined {
  const n = exponentBelow(body.denominator);
  if (n === undefined || hasSymbol(body.numerator, x)) return undefined;
  return negate(divide(multiply(num(n), body.numerator), power(sym(x), num(n.add(1)))));
}

function exponentBelow(denominator: Expr): Rational | undefined {
  if (denominator.kind === 'symbol') return rational(1);
  const n =
    denominator.kind === 'power' && denominator.base.kind === 'symbol' ? numberOf(denominator.exponent) : undefined;
  return n !== undefined && n.s > 0n ? n : undefined;
}

function isOfLetter(body: Extract<Expr, { kind: 'call' }>, x: string): boolean {
  const [first, ...others] = body.args;
  return first?.kind === 'symbol' && others.every((other) => !hasSymbol(other, x));
}

/** (ln|x|)' is 1/x on both sides of 0. */
function lnOfAbsolute(body: Extract<Expr, { kind: 'call' }>): Expr | undefined {
  const [inside] = body.name === 'ln' ? body.args : [];
  return inside?.kind === 'abs' && inside.operand.kind === 'symbol' ? divide(num(1), inside.operand) : undefined;
}

function isE(expr: Expr): boolean {
  return expr.kind === 'constant' && expr.name === 'e';
}

function elementaryWords(body: Expr, x: string): Omit<Applied, 'result'> {
  if (!hasSymbol(body, x))
    return {
      rule: 'constant-rule',
      text: `$${x}$ does not occur, so the derivative is $0$.`,
      why: 'What does not change has the derivative $0$.',
    };
  const core = withoutConstants(body, x);
  switch (core.kind) {
    case 'add':
      return {
        rule: 'sum-rule',
        text: 'Differentiate term by term.',
        why: 'The derivative of a sum is the sum of the derivatives; for powers, the exponent comes in front and falls by $1$.',
      };
    case 'call':
      return {
        rule: 'table-derivative',
        text: `Use the basic derivative $${tableEntry(core, x)}$.`,
        why: 'The basic derivatives are known by heart or from a table.',
      };
    case 'abs':
      return {
        rule: 'table-derivative',
        text: `The derivative of $${toTex(core)}$ is $${toTex(divide(core.operand, core))}$, which is $1$ for positive and $-1$ for negative $${x}$.`,
        why: 'The absolute value falls with slope $-1$ before $0$ and rises with slope $1$ after it.',
      };
    case 'divide':
      return {
        rule: 'power-rule',
        text: `Write it as a power, ${rewritten(core, x)}: the exponent comes in front and falls by $1$.`,
        why: "$\\frac{1}{x^n} = x^{-n}$ and $(x^{-n})' = -n x^{-n-1}$, and a constant factor stays.",
      };
    case 'root':
      return {
        rule: 'power-rule',
        text: 'The derivative of a square root is one over twice the root.',
        why: "$\\sqrt{x} = x^{1/2}$, so $(\\sqrt{x})' = \\frac{1}{2\\sqrt{x}}$.",
      };
    case 'symbol':
      return {
        rule: 'power-rule',
        text: `The derivative of $${x}$ is $1$; a factor in front stays.`,
        why: 'A straight line has the same slope everywhere.',
      };
    case 'power':
      if (!hasSymbol(core.exponent, x)) break;
      return isE(core.base)
        ? { rule: 'exponential-rule', text: 'The exponential function is its own derivative.', why: "$(e^x)' = e^x$." }
        : {
            rule: 'exponential-rule',
            text: 'An exponential function keeps its form, times the logarithm of its base.',
            why: "$(a^x)' = a^x \\ln a$.",
          };
    default:
  }
  return {
    rule: 'power-rule',
    text: 'The exponent comes in front and falls by $1$.',
    why: "$(x^n)' = n x^{n-1}$, and a constant factor stays.",
  };
}

function tableEntry(core: Expr, x: string): string {
  return `\\left( ${toTex(core)} \\right)' = ${toTex(tidy(elementary(core, x) ?? core))}`;
}

/** 1/x² as x^(-2), with what stands above. */
function rewritten(core: Extract<Expr, { kind: 'divide' }>, x: string): string {
  const n = exponentBelow(core.denominator) ?? rational(1);
  const raised: Expr = power(sym(x), num(n.neg()));
  const isOne = isOneNumber(core.numerator);
  return `$${toTex(equals(core, isOne ? raised : multiply(core.numerator, raised)))}$`;
}

/** The factor that changes, where there is only one. */
function withoutConstants(body: Expr, x: string): Expr {
  if (body.kind === 'negate') return withoutConstants(body.operand, x);
  if (body.kind === 'divide' && !hasSymbol(body.denominator, x)) return withoutConstants(body.numerator, x);
  if (body.kind !== 'multiply') return body;
  const [, rest] = partition(body.factors, x);
  return rest.length === 1 && rest[0] !== undefined ? withoutConstants(rest[0], x) : body;
}

function partition(factors: readonly Expr[], x: string): readonly [readonly Expr[], readonly Expr[]] {
  return [factors.filter((factor) => !hasSymbol(factor, x)), factors.filter((factor) => hasSymbol(factor, x))];
}

function productRule(factors: readonly Expr[], x: string): Applied {
  const [constants, rest] = partition(factors, x);
  if (constants.length > 0) {
    return {
      result: multiply(...constants, derivative(multiply(...rest), x)),
      rule: 'constant-factor-rule',
      text: 'Take the constant factor in front.',
      why: 'A constant factor stays as it is when differentiating.',
    };
  }
  const terms = rest.map((factor, index) =>
    multiply(...rest.slice(0, index), derivative(factor, x), ...rest.slice(index + 1)),
  );
  const [u, v] = rest;
  return {
    result: add(...terms),
    rule: 'product-rule',
    text:
      u !== undefined && v !== undefined && rest.length === 2
        ? `Product rule with ${named('u', u)} and ${named('v', v)}: $u'v + uv'$.`
        : `Product rule with the factors ${rest.map((factor) => `$${toTex(factor)}$`).join(', ')}: differentiate one at a time and add up.`,
    why: "$(uv)' = u'v + uv'$.",
  };
}

function quotientRule(numerator: Expr, denominator: Expr, x: string): Applied {
  if (!hasSymbol(denominator, x)) {
    return {
      result: divide(derivative(numerator, x), denominator),
      rule: 'constant-factor-rule',
      text: 'The constant denominator stays.',
      why: 'A constant factor stays as it is when differentiating.',
    };
  }
  if (!hasSymbol(numerator, x)) {
    const result = negate(divide(multiply(numerator, derivative(denominator, x)), power(denominator, num(2))));
    return {
      result: tidy(result),
      rule: 'reciprocal-rule',
      text: `Differentiate the reciprocal of ${named('v', denominator)}: minus $v'$ over the square of $v$.`,
      why: "$(1/v)' = -v'/v^2$.",
    };
  }
  const top = subtract(
    multiply(derivative(numerator, x), denominator),
    multiply(numerator, derivative(denominator, x)),
  );
  return {
    result: divide(top, power(denominator, num(2))),
    rule: 'quotient-rule',
    text: `Quotient rule with ${named('u', numerator)} and ${named('v', denominator)}: $u'v - uv'$ over $v^2$.`,
    why: "$(u/v)' = (u'v - uv')/v^2$.",
  };
}

function isOneNumber(expr: Expr): boolean {
  return expr.kind === 'number' && expr.value.n === 1n && expr.value.d === 1n;
}

function powerRule(base: Expr, exponent: Expr, x: string): Applied {
  const [varies, grows] = [hasSymbol(base, x), hasSymbol(exponent, x)];
  if (varies && !grows) {
    const lowered = tidy(subtract(exponent, num(1)));
    const outer = multiply(exponent, isOneNumber(lowered) ? base : power(base, lowered), elementaryOrPending(base, x));
    return {
      result: outer,
      rule: 'chain-rule',
      text: `Power rule and chain rule with ${named(letterFor(base, 'u', 'w', 't'), base)}: the exponent comes in front and falls by $1$, times the derivative of the inside.`,
      why: "$(u^n)' = n u^{n-1} \\cdot u'$.",
    };
  }
  const itself = power(base, exponent);
  if (!varies) {
    const factors = isE(base)
      ? [itself, elementaryOrPending(exponent, x)]
      : [itself, call('ln', base), elementaryOrPending(exponent, x)];
    return {
      result: multiply(...factors),
      rule: 'exponential-rule',
      text: isE(base)
        ? `The exponential function stays, times the derivative of its exponent $${toTex(exponent)}$.`
        : `The exponential function stays, times the logarithm of its base, times the derivative of its exponent $${toTex(exponent)}$.`,
      why: "$(a^u)' = a^u \\ln a \\cdot u'$.",
    };
  }
  return {
    result: multiply(itself, derivative(multiply(exponent, call('ln', base)), x)),
    rule: 'logarithmic-differentiation',
    text: 'Base and exponent both change, so write the power as $e$ to the exponent times the logarithm of the base.',
    why: "$u^v = e^{v \\ln u}$, so $(u^v)' = u^v \\cdot (v \\ln u)'$.",
  };
}

function chainRule(body: Expr, x: string): Applied | undefined {
  const inside = body.kind === 'abs' ? body.operand : body.kind === 'call' ? body.args[0] : undefined;
  const outer =
    body.kind === 'abs' ? divide(body.operand, body) : body.kind === 'call' ? outerDerivative(body) : undefined;
  if (inside === undefined || outer === undefined) return undefined;
  if (body.kind === 'call' && body.args.slice(1).some((arg) => hasSymbol(arg, x))) {
    const [argument, base] = body.args;
    if (body.name !== 'log' || argument === undefined || base === undefined) return undefined;
    return {
      result: derivative(divide(call('ln', argument), call('ln', base)), x),
      rule: 'change-of-base',
      text: 'The base changes too: write the logarithm as a quotient of natural logarithms.',
      why: '$\\log_b a = \\ln a / \\ln b$.',
    };
  }
  const u = letterFor(body, 'u', 'w', 't');
  // (ln|g|)' = g'/g: the bars of the outer slope and those of the inner one make up for each other.
  if (body.kind === 'call' && body.name === 'ln' && inside.kind === 'abs') {
    return {
      result: divide(elementaryOrPending(inside.operand, x), inside.operand),
      rule: 'chain-rule',
      text: `Chain rule with ${named(u, inside.operand)} inside: its derivative over itself.`,
      why: "$(\\ln|u|)' = \\frac{u'}{u}$.",
    };
  }
  const shown: Expr =
    body.kind === 'abs'
      ? abs(sym(u))
      : body.kind === 'call'
        ? { ...body, args: [sym(u), ...body.args.slice(1)] }
        : body;
  return {
    result: multiply(outer, elementaryOrPending(inside, x)),
    rule: 'chain-rule',
    text: `Chain rule with ${named(u, inside)} inside: the derivative of $${toTex(shown)}$, times the derivative of the inside.`,
    why: "$(f(u))' = f'(u) \\cdot u'$.",
  };
}
