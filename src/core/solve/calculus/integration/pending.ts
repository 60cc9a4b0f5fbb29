import { integral, multiply } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { toText } from '../../../math/print/toText.ts';
import { contains, mapChildren, substitute } from '../../../math/tree.ts';
import { tidy } from '../tidy.ts';
import { isOne, productOf, productToExpr } from './forms.ts';
import type { Plan, Search, Stage, Substitution } from './plan.ts';

/** ∫ c·g dx with the constant in front, and the integrand that is left. */
export interface Pending {
  readonly line: Expr;
  readonly integrand: Expr;
}

export function pendingIntegral(f: Expr, x: string): Pending {
  const plain = tidy(f);
  if (plain.kind === 'add') return { line: integral(plain, x), integrand: plain };
  const { constant, parts } = productOf(plain, x);
  const core = isOne(constant) ? plain : productToExpr({ constant: { ...oneExpr }, parts });
  const integrand = parts.length === 0 ? oneExpr : core;
  return {
    line: isOne(constant) ? integral(integrand, x) : tidy(multiply(constant, integral(integrand, x))),
    integrand,
  };
}

const oneExpr: Expr = productToExpr({ constant: tidy(multiply()), parts: [] });

/** Key of a pending integral: by it a line's integrals find their plans. */
export function keyOfIntegral(integrand: Expr, x: string): string {
  return `${x}: ${toText(integrand)}`;
}

/** Replaces every pending integral for which `change` gives something. */
export function replaceIntegrals(line: Expr, change: (integrand: Expr, x: string) => Expr | undefined): Expr {
  if (line.kind === 'integral') return change(line.body, line.variable) ?? line;
  return mapChildren(line, (child) => replaceIntegrals(child, change));
}

export function hasPending(line: Expr): boolean {
  return contains(line, (node) => node.kind === 'integral');
}

/** The plan that ends with these stages, whose last line's integrals are found by the children; undefined where one is missing. */
export function planOf(
  integrand: Expr,
  variable: string,
  stages: readonly Stage[],
  children: readonly (Plan | undefined)[],
  substitution?: Substitution,
): Plan | undefined {
  const last = stages.at(-1);
  if (last === undefined || !children.every((child) => child !== undefined)) return undefined;
  const plans = new Map(children.map((child) => [keyOfIntegral(child.integrand, child.variable), child]));
  const filled = replaceIntegrals(last.to, (body, x) => plans.get(keyOfIntegral(body, x))?.result);
  if (hasPending(filled)) return undefined;
  const result = tidy(
    substitution === undefined ? filled : substitute(filled, { [substitution.letter]: substitution.value }),
  );
  return { integrand, variable, stages, children, substitution, result };
}

/** One stage that rewrites the integrand, and the plan for what it becomes. */
export function rewriting(f: Expr, x: string, to: Expr, words: Omit<Stage, 'to'>, search: Search): Plan | undefined {
  const next = pendingIntegral(to, x);
  return planOf(f, x, [{ ...words, to: next.line }], [search.integrate(next.integrand, x)]);
}
