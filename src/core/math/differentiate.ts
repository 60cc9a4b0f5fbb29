import { abs, add, call, divide, e, multiply, negate, num, pi, power, sqrt, subtract } from './build.ts';
import type { Expr } from './expr.ts';
import { contains, hasSymbol } from './tree.ts';

/**
 * The derivative by the rules, with nothing simplified but zeros and ones. Undefined for what has no such rule
 * (floor, author's own functions, sets, …). Letters other than the variable are constants.
 */
export function differentiate(expr: Expr, variable: string): Expr | undefined {
  // ∫ 1 dx depends on x, though no x stands in it.
  const isOpen = contains(expr, (node) => node.kind === 'integral' && !node.lower && node.variable === variable);
  if (!isOpen && !hasSymbol(expr, variable)) return isNumeric(expr) ? num(0) : undefined;
  const d = (child: Expr) => differentiate(child, variable);
  switch (expr.kind) {
    case 'symbol':
      return num(1);
    case 'add': {
      const slopes = expr.terms.map(d);
      return slopes.every((slope) => slope !== undefined) ? plus(...slopes) : undefined;
    }
    case 'negate': {
      const slope = d(expr.operand);
      return slope && (isNumber(slope, 0) ? slope : negate(slope));
    }
    case 'multiply': {
      const terms = expr.factors.map((factor, index) => {
        const slope = d(factor);
        return slope && product(...expr.factors.slice(0, index), slope, ...expr.factors.slice(index + 1));
      });
      return terms.every((term) => term !== undefined) ? plus(...terms) : undefined;
    }
    case 'divide': {
      const { numerator, denominator } = expr;
      const [top, bottom] = [d(numerator), d(denominator)];
      if (!top || !bottom) return undefined;
      if (isNumber(bottom, 0)) return isNumber(top, 0) ? top : divide(top, denominator);
      const difference = subtract(product(top, denominator), product(numerator, bottom));
      return divide(difference, power(denominator, num(2)));
    }
    case 'power':
      return ofPower(expr.base, expr.exponent, variable);
    case 'root': {
      const slope = d(expr.radicand);
      if (!slope || (expr.index && hasSymbol(expr.index, variable))) return undefined;
      const index = expr.index ?? num(2);
      return divide(slope, product(index, power(expr, subtract(index, num(1)))));
    }
    case 'abs': {
      const slope = d(expr.operand);
      return slope && product(divide(expr.operand, expr), slope);
    }
    case 'call':
      return ofCall(expr, variable);
    case 'derivative': {
      const slope = d(expr.body);
      return slope && { ...expr, body: slope };
    }
    case 'integral':
      return expr.lower === undefined && expr.upper === undefined && expr.variable === variable ? expr.body : undefined;
    case 'piecewise': {
      const branches = expr.branches.map(({ value, condition }) => ({ value: d(value), condition }));
      const known = branches.flatMap(({ value, condition }) => (value ? [{ value, condition }] : []));
      return known.length === branches.length ? { ...expr, branches: known } : undefined;
    }
    default:
      return undefined;
  }
}

function ofPower(base: Expr, exponent: Expr, variable: string): Expr | undefined {
  const [slope, rate] = [differentiate(base, variable), differentiate(exponent, variable)];
  if (!slope || !rate) return undefined;
  const whole = power(base, exponent);
  const byBase = product(exponent, power(base, subtract(exponent, num(1))), slope);
  if (isNumber(rate, 0)) return byBase;
  const logarithm: Expr = base.kind === 'constant' && base.name === 'e' ? num(1) : call('ln', base);
  const byExponent = product(whole, logarithm, rate);
  return isNumber(slope, 0) ? byExponent : plus(byExponent, byBase);
}

function ofCall(expr: Extract<Expr, { readonly kind: 'call' }>, variable: string): Expr | undefined {
  const [u, base] = expr.args;
  if (!u || expr.primes) return undefined;
  const slope = differentiate(u, variable);
  if (!slope) return undefined;
  if (expr.name === 'log') {
    if (base && hasSymbol(base, variable)) return differentiate(divide(call('ln', u), call('ln', base)), variable);
    return divide(slope, product(u, call('ln', base ?? num(10))));
  }
  const rule = rules[expr.name];
  return rule && expr.args.length === 1 ? product(rule(u), slope) : undefined;
}

const square = (u: Expr): Expr => power(u, num(2));

/** f'(u) for the functions of one argument. */
const rules: Readonly<Record<string, (u: Expr) => Expr>> = {
  exp: (u) => call('exp', u),
  ln: (u) => divide(num(1), u),
  sqrt: (u) => divide(num(1), multiply(num(2), sqrt(u))),
  sin: (u) => call('cos', u),
  cos: (u) => negate(call('sin', u)),
  tan: (u) => divide(num(1), square(call('cos', u))),
  cot: (u) => negate(divide(num(1), square(call('sin', u)))),
  sec: (u) => multiply(call('sec', u), call('tan', u)),
  csc: (u) => negate(multiply(call('csc', u), call('cot', u))),
  asin: (u) => divide(num(1), sqrt(subtract(num(1), square(u)))),
  acos: (u) => negate(divide(num(1), sqrt(subtract(num(1), square(u))))),
  atan: (u) => divide(num(1), add(num(1), square(u))),
  acot: (u) => negate(divide(num(1), add(num(1), square(u)))),
  sinh: (u) => call('cosh', u),
  cosh: (u) => call('sinh', u),
  tanh: (u) => divide(num(1), square(call('cosh', u))),
  coth: (u) => negate(divide(num(1), square(call('sinh', u)))),
  asinh: (u) => divide(num(1), sqrt(add(square(u), num(1)))),
  acosh: (u) => divide(num(1), sqrt(subtract(square(u), num(1)))),
  atanh: (u) => divide(num(1), subtract(num(1), square(u))),
  asec: (u) => divide(num(1), multiply(abs(u), sqrt(subtract(square(u), num(1))))),
  acsc: (u) => negate(divide(num(1), multiply(abs(u), sqrt(subtract(square(u), num(1)))))),
  sech: (u) => negate(multiply(call('sech', u), call('tanh', u))),
  csch: (u) => negate(multiply(call('csch', u), call('coth', u))),
  acoth: (u) => divide(num(1), subtract(num(1), square(u))),
  asech: (u) => negate(divide(num(1), multiply(u, sqrt(subtract(num(1), square(u)))))),
  acsch: (u) => negate(divide(num(1), multiply(abs(u), sqrt(add(square(u), num(1)))))),
  Si: (u) => divide(call('sin', u), u),
  Ci: (u) => divide(call('cos', u), u),
  Ei: (u) => divide(power(e, u), u),
  li: (u) => divide(num(1), call('ln', u)),
  sinc: (u) => divide(subtract(multiply(u, call('cos', u)), call('sin', u)), square(u)),
  erf: (u) => divide(multiply(num(2), power(e, negate(square(u)))), sqrt(pi)),
  erfi: (u) => divide(multiply(num(2), power(e, square(u))), sqrt(pi)),
};

function isNumeric(expr: Expr): boolean {
  return ![
    'relation',
    'and',
    'or',
    'not',
    'set',
    'tuple',
    'interval',
    'union',
    'emptySet',
    'hole',
    'plusMinus',
  ].includes(expr.kind);
}

function isNumber(expr: Expr, value: number): boolean {
  return expr.kind === 'number' && expr.value.equals(value);
}

function plus(...terms: readonly Expr[]): Expr {
  return add(...terms.filter((term) => !isNumber(term, 0)));
}

function product(...factors: readonly Expr[]): Expr {
  if (factors.some((factor) => isNumber(factor, 0))) return num(0);
  return multiply(...factors.filter((factor) => !isNumber(factor, 1)));
}
