import { call, divide, e, equals, multiply, negate, num, pi, power, sqrt, sym } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { toTex } from '../../../math/print/toTex.ts';
import { contains, freeSymbols, mapExpr, sameExpr } from '../../../math/tree.ts';
import { tidy } from '../tidy.ts';
import { isZeroExpr, productOf, productToExpr } from './forms.ts';
import { pendingIntegral, planOf } from './pending.ts';
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

/** Powers of x and functions of ln x: with x = e^u a product with an exponential. */
const logarithmAsLetter: IntegrationRule = (f, x, search) => {
  const logarithm = call('ln', sym(x));
  if (!contains(f, (node) => sameExpr(node, logarithm))) return undefined;
  const letter = search.freshLetter('u');
  const u = sym(letter);
  const replaced = mapExpr(f, (node) => (sameExpr(node, logarithm) ? u : node));
  const grown = power(e, u);
  const written = mapExpr(multiply(replaced, sym(x)), (node) =>
    node.kind === 'symbol' && node.name === x ? grown : node,
  );
  const integrand = productToExpr(productOf(written, letter));
  const next = pendingIntegral(integrand, letter);
  return planOf(
    f,
    x,
    [
      {
        to: next.line,
        text: `Substitute $${toTex(equals(u, logarithm))}$, that is $${toTex(equals(sym(x), grown))}$ and $d${toTex(sym(x))} = ${toTex(grown)}\\,d${letter}$.`,
        why: 'With the logarithm as the letter the inside becomes plain.',
        rule: 'substitution',
      },
    ],
    [search.integrate(next.integrand, letter)],
    { letter, value: logarithm },
  );
};

export const specialRules: readonly IntegrationRule[] = [gaussian, logarithmAsLetter];
