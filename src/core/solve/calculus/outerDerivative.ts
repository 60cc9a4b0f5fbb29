import { add, call, divide, e, multiply, negate, num, pi, power, sqrt, subtract } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { tidy } from './tidy.ts';

/** f'(u) for f(u). */
export function outerDerivative(body: Extract<Expr, { kind: 'call' }>): Expr | undefined {
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
