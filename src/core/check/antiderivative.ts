import { areEqual, type EqualityOptions } from '../math/equality.ts';
import { differentiate } from '../math/differentiate.ts';
import type { Expr, ExprOf } from '../math/expr.ts';
import { toTex } from '../math/print/toTex.ts';
import { contains } from '../math/tree.ts';
import type { Verdict } from '../session/step.ts';

/** True where an integral without bounds occurs. */
export function isIndefinite(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'integral' && node.lower === undefined);
}

/**
 * Two expressions of which at least one holds an integral without bounds are the same up to a constant: their derivatives
 * by the variable of the integral are compared.
 */
export function checkAntiderivative(left: Expr, right: Expr, options: EqualityOptions = {}): Verdict {
  const variable = variableOf(left) ?? variableOf(right);
  const [a, b] = variable === undefined ? [] : [differentiate(left, variable), differentiate(right, variable)];
  if (variable === undefined || a === undefined || b === undefined) return { kind: 'unknown', how: 'none' };
  return verdictOnDerivatives(a, b, variable, options);
}

/** Is `antiderivative` one of `integrand` by `variable`? */
export function checkIntegral(
  antiderivative: Expr,
  integrand: Expr,
  variable: string,
  options: EqualityOptions = {},
): Verdict {
  const slope = differentiate(antiderivative, variable);
  if (slope === undefined) return { kind: 'unknown', how: 'none' };
  return verdictOnDerivatives(slope, integrand, variable, options);
}

function verdictOnDerivatives(a: Expr, b: Expr, variable: string, options: EqualityOptions): Verdict {
  const equality = areEqual(a, b, options);
  const by = `Differentiating by $${toTex({ kind: 'symbol', name: variable })}$ gives`;
  if (equality.result === 'unknown') return { kind: 'unknown', how: 'none' };
  if (equality.result === 'different') {
    return {
      kind: 'invalid',
      how: equality.how,
      relation: 'different',
      evidence: `${by} different functions on both sides.`,
    };
  }
  // ln x and ln |x| have the same derivative where both are defined: the domain is the integrand's to say.
  if (equality.how === 'points') {
    return {
      kind: 'valid',
      how: 'points',
      relation: 'equal',
      points: equality.points,
      evidence: `${by} the same values.`,
    };
  }
  return { kind: 'proved', how: equality.how, relation: 'equal', evidence: `${by} the integrand back.` };
}

function variableOf(expr: Expr): string | undefined {
  let found: string | undefined;
  contains(expr, (node) => {
    if (node.kind === 'integral' && node.lower === undefined) found = (node satisfies ExprOf<'integral'>).variable;
    return found !== undefined;
  });
  return found;
}
