import {
  add,
  call,
  derivative,
  divide,
  e,
  multiply,
  negate,
  num,
  pi,
  power,
  sqrt,
  subtract,
} from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { hasSymbol } from '../../math/tree.ts';
import { tidy } from './tidy.ts';

/** One rule applied to one expression whose derivative is wanted. The result may hold further derivatives that are wanted. */
export interface Applied {
  readonly result: Expr;
  readonly rule: string;
  /** The sentence, with `%` where the expression goes. */
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
  if (simple !== undefined) return { result: tidy(simple), ...elementaryWords(body, x) };
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
          text: 'Chain rule for a square root: the derivative of the inside over twice the root.',
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
      if (hasSymbol(body.denominator, x)) return undefined;
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
      return body.args.length === 1 && body.args[0]?.kind === 'symbol' ? outerDerivative(body) : undefined;
    default:
      return undefined;
  }
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
        text: 'This is one of the basic derivatives.',
        why: 'The basic derivatives are known by heart or from a table.',
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
  return {
    result: add(...terms),
    rule: 'product-rule',
    text:
      rest.length === 2
        ? 'Product rule: the first differentiated times the second, plus the first times the second differentiated.'
        : 'Product rule: differentiate one factor at a time and add up.',
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
      result: tidyAround(result),
      rule: 'reciprocal-rule',
      text: 'Differentiate the reciprocal: minus the derivative of the denominator, over its square.',
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
    text: 'Quotient rule: derivative of the top times the bottom, minus the top times the derivative of the bottom, over the bottom squared.',
    why: "$(u/v)' = (u'v - uv')/v^2$.",
  };
}

function isOneNumber(expr: Expr): boolean {
  return expr.kind === 'number' && expr.value.n === 1n && expr.value.d === 1n;
}

/** Takes a factor 1 away without touching what is still to be differentiated. */
function tidyAround(expr: Expr): Expr {
  return tidy(expr);
}

function powerRule(base: Expr, exponent: Expr, x: string): Applied {
  const [varies, grows] = [hasSymbol(base, x), hasSymbol(exponent, x)];
  if (varies && !grows) {
    const lowered = tidy(subtract(exponent, num(1)));
    const outer = multiply(exponent, isOneNumber(lowered) ? base : power(base, lowered), elementaryOrPending(base, x));
    return {
      result: outer,
      rule: 'chain-rule',
      text: 'Power rule and chain rule: the exponent comes in front and falls by $1$, times the derivative of the inside.',
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
        ? 'The exponential function stays, times the derivative of the exponent.'
        : 'An exponential function stays, times the logarithm of its base, times the derivative of the exponent.',
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
  return {
    result: multiply(outer, elementaryOrPending(inside, x)),
    rule: 'chain-rule',
    text: 'Chain rule: the derivative of the outer function at the inside, times the derivative of the inside.',
    why: "$(f(u))' = f'(u) \\cdot u'$.",
  };
}

/** f'(u) for f(u). */
function outerDerivative(body: Extract<Expr, { kind: 'call' }>): Expr | undefined {
  const [u, second] = body.args;
  if (u === undefined || (body.primes ?? 0) > 0) return undefined;
  if (body.name === 'log') return divide(num(1), multiply(u, call('ln', second ?? num(10))));
  if (body.args.length !== 1) return undefined;
  const build = outerDerivatives[body.name];
  return build && tidy(build(u));
}

const one = num(1);
const square = (u: Expr): Expr => power(u, num(2));

const outerDerivatives: Readonly<Record<string, ((u: Expr) => Expr) | undefined>> = {
  exp: (u) => call('exp', u),
  ln: (u) => divide(one, u),
  sin: (u) => call('cos', u),
  cos: (u) => negate(call('sin', u)),
  tan: (u) => divide(one, square(call('cos', u))),
  cot: (u) => negate(divide(one, square(call('sin', u)))),
  sec: (u) => multiply(call('sec', u), call('tan', u)),
  csc: (u) => negate(multiply(call('csc', u), call('cot', u))),
  sinh: (u) => call('cosh', u),
  cosh: (u) => call('sinh', u),
  tanh: (u) => divide(one, square(call('cosh', u))),
  coth: (u) => negate(divide(one, square(call('sinh', u)))),
  sech: (u) => negate(multiply(call('sech', u), call('tanh', u))),
  csch: (u) => negate(multiply(call('csch', u), call('coth', u))),
  asin: (u) => divide(one, sqrt(subtract(one, square(u)))),
  acos: (u) => negate(divide(one, sqrt(subtract(one, square(u))))),
  atan: (u) => divide(one, add(square(u), one)),
  acot: (u) => negate(divide(one, add(square(u), one))),
  asec: (u) => divide(one, multiply({ kind: 'abs', operand: u }, sqrt(subtract(square(u), one)))),
  acsc: (u) => negate(divide(one, multiply({ kind: 'abs', operand: u }, sqrt(subtract(square(u), one))))),
  asinh: (u) => divide(one, sqrt(add(square(u), one))),
  acosh: (u) => divide(one, sqrt(subtract(square(u), one))),
  atanh: (u) => divide(one, subtract(one, square(u))),
  acoth: (u) => divide(one, subtract(one, square(u))),
  asech: (u) => negate(divide(one, multiply(u, sqrt(subtract(one, square(u)))))),
  acsch: (u) => negate(divide(one, multiply({ kind: 'abs', operand: u }, sqrt(add(square(u), one))))),
  sinc: (u) => divide(subtract(multiply(u, call('cos', u)), call('sin', u)), square(u)),
  erf: (u) => divide(multiply(num(2), power(e, negate(square(u)))), sqrt(pi)),
  erfi: (u) => divide(multiply(num(2), power(e, square(u))), sqrt(pi)),
};
