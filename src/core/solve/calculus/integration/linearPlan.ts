import { equals, sym } from '../../../math/build.ts';
import { differentiate } from '../../../math/differentiate.ts';
import type { Expr } from '../../../math/expr.ts';
import { toTex } from '../../../math/print/toTex.ts';
import { tidy } from '../tidy.ts';
import { pendingIntegral, planOf } from './pending.ts';
import type { Plan, Search } from './plan.ts';
import { differentialTex } from './substitution.ts';

/** u = g(x), solved for x as x = h(u): the integrand is written in u throughout. */
export function linearPlan(
  f: Expr,
  x: string,
  letter: string,
  value: Expr,
  inverse: Expr,
  integrand: Expr,
  search: Search,
): Plan | undefined {
  const next = pendingIntegral(integrand, letter);
  const slope = tidy(differentiate(inverse, letter) ?? sym(letter));
  return planOf(
    f,
    x,
    [
      {
        to: next.line,
        text: `Substitute $${toTex(equals(sym(letter), value))}$, that is $${toTex(equals(sym(x), inverse))}$ and $d${toTex(sym(x))} = ${differentialTex(slope, letter)}$.`,
        why: 'With the bracket as the letter, the product becomes a sum of powers.',
        rule: 'substitution',
      },
    ],
    [search.integrate(next.integrand, letter)],
    { letter, value },
  );
}
