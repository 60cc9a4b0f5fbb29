import { add, multiply } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { freeSymbols, sizeOf } from '../../../math/tree.ts';
import type { ExactWork } from '../../exactWork.ts';
import { tidy } from '../tidy.ts';
import { byParts } from './byParts.ts';
import { isOne, productOf, productToExpr } from './forms.ts';
import { hyperbolicRules } from './hyperbolic.ts';
import { keyOfIntegral, pendingIntegral, planOf } from './pending.ts';
import type { IntegrationRule, Plan, Search } from './plan.ts';
import { radicalRules } from './radicals.ts';
import { rationalRules } from './rational.ts';
import { rewriteRules } from './rewrite.ts';
import { specialRules } from './special.ts';
import { substitutionRules } from './substitution.ts';
import { basicIntegral } from './table.ts';
import { trigonometricPowers, trigonometricRules } from './trigonometric.ts';

const deepest = 9;
const mostTries = 600;
const largestIntegrand = 160;

/** In the order in which a person would try them. */
const rules: readonly IntegrationRule[] = [
  ...rewriteRules,
  ...trigonometricPowers,
  ...substitutionRules,
  byParts,
  ...trigonometricRules,
  ...hyperbolicRules,
  ...rationalRules,
  ...radicalRules,
  ...specialRules,
];

/** A way to the antiderivative of f by x with the rules of integration, or undefined where they find none. */
export function findIntegral(f: Expr, x: string, work: ExactWork): Plan | undefined {
  const used = new Set([...freeSymbols(f), x, 'C', 'd', 'e', 'i']);
  const onTheWay = new Set<string>();
  const known = new Map<string, Plan>();
  const failed = new Map<string, number>();
  let tries = 0;
  const search: Search = {
    work,
    freshLetter: (...wanted) => {
      const letter = [...wanted, 'u', 'v', 'w', 't', 's', 'r', 'q', 'z', 'y'].find((name) => !used.has(name)) ?? 'u';
      used.add(letter);
      return letter;
    },
    integrate: (integrand, variable) => {
      const plain = tidy(integrand);
      const key = keyOfIntegral(plain, variable);
      const found = known.get(key);
      if (found !== undefined) return found;
      const left = deepest - onTheWay.size;
      if (onTheWay.has(key) || left <= 0 || (failed.get(key) ?? 0) >= left || tries > mostTries) return undefined;
      if (sizeOf(plain) > largestIntegrand) return undefined;
      tries += 1;
      work.check();
      onTheWay.add(key);
      const plan = planFor(plain, variable, search);
      onTheWay.delete(key);
      if (plan === undefined) failed.set(key, left);
      else known.set(key, plan);
      return plan;
    },
  };
  return search.integrate(f, x);
}

function planFor(f: Expr, x: string, search: Search): Plan | undefined {
  const basic = basicIntegral(f, x);
  if (basic !== undefined) return planOf(f, x, [{ ...basic, to: basic.result }], []);
  if (f.kind === 'add') {
    const split = termByTerm(f.terms, f, x, search);
    if (split !== undefined) return split;
  } else {
    const outside = constantInFront(f, x, search);
    if (outside !== 'none') return outside;
  }
  for (const rule of rules) {
    const plan = rule(f, x, search);
    if (plan !== undefined) return plan;
  }
  return undefined;
}

function termByTerm(terms: readonly Expr[], f: Expr, x: string, search: Search): Plan | undefined {
  const pieces = terms.map((term) => pendingIntegral(term, x));
  const children: Plan[] = [];
  for (const piece of pieces) {
    const child = search.integrate(piece.integrand, x);
    if (child === undefined) return undefined;
    children.push(child);
  }
  return planOf(
    f,
    x,
    [
      {
        to: add(...pieces.map((piece) => piece.line)),
        text: 'Integrate term by term; constant factors go in front.',
        why: 'The integral of a sum is the sum of the integrals, and a constant factor stays as it is.',
        rule: 'integral-sum',
      },
    ],
    children,
  );
}

/** A constant factor is taken along by the rule that works on the rest: it is no idea of its own. */
function constantInFront(f: Expr, x: string, search: Search): Plan | 'none' | undefined {
  const { constant, parts } = productOf(f, x);
  if (isOne(constant) || parts.length === 0) return 'none';
  const core = productToExpr({ constant: tidy(multiply()), parts });
  if (keyOfIntegral(core, x) === keyOfIntegral(f, x)) return 'none';
  const inner = search.integrate(core, x);
  if (inner === undefined) return undefined;
  const stages = inner.stages.map((stage) => ({ ...stage, to: tidy(multiply(constant, stage.to)) }));
  return planOf(f, x, stages, inner.children, inner.substitution);
}
