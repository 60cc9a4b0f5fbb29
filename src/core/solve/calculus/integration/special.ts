import { call, divide, e, multiply, negate, num, pi, power, sqrt, sym } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { toTex } from '../../../math/print/toTex.ts';
import { freeSymbols } from '../../../math/tree.ts';
import { tidy } from '../tidy.ts';
import { isZeroExpr, productOf } from './forms.ts';
import { planOf } from './pending.ts';
import type { IntegrationRule } from './plan.ts';
import { quadraticOf, signOf, tidyRoot } from './quadratic.ts';

/** e^(a x² + c): no elementary antiderivative; the error function is defined by it. */
const gaussian: IntegrationRule = (f, x) => {
  const { parts } = productOf(f, x);
  const [part, second] = parts;
  if (part === undefined || second !== undefined || part.base.kind !== 'constant' || part.base.name !== 'e')
    return undefined;
  const quadratic = quadraticOf(part.exponent, x);
  if (quadratic === undefined || !isZeroExpr(quadratic.b)) return undefined;
  const { a, c } = quadratic;
  const { sign } = signOf(a);
  const isUnknown = freeSymbols(a).length > 0;
  const isImaginary = sign > 0 && !isUnknown;
  const k: Expr = isImaginary ? tidyRoot(a) : isUnknown && sign > 0 ? sqrt(negate(a)) : tidyRoot(negate(a));
  const name = isImaginary ? 'erfi' : 'erf';
  const result = divide(multiply(sqrt(pi), call(name, tidy(multiply(k, sym(x))))), multiply(num(2), k));
  const outer = isZeroExpr(c) ? result : multiply(power(e, c), result);
  const condition = isUnknown ? ` (the root is real for $${toTex(a)} < 0$)` : '';
  return planOf(
    f,
    x,
    [
      {
        to: tidy(outer),
        text: `No elementary function has this derivative: the error function is defined for it${condition}.`,
        why: isImaginary
          ? "$\\operatorname{erfi}'(u) = \\frac{2}{\\sqrt{\\pi}} e^{u^2}$."
          : "$\\operatorname{erf}'(u) = \\frac{2}{\\sqrt{\\pi}} e^{-u^2}$.",
        rule: 'error-function',
      },
    ],
    [],
  );
};

export const specialRules: readonly IntegrationRule[] = [gaussian];
