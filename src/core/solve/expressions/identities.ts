import { call } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { normalize } from '../../math/normalize.ts';
import { contains, mapExpr, sameExpr, sizeOf } from '../../math/tree.ts';
import type { Lines, Remark } from './lines.ts';

/**
 * The last word on an expression with functions in it: where its normal form is shorter, an identity has not been used
 * yet, and it is named. Nothing is written where the line is as short already.
 */
export function useIdentities(lines: Lines, positive: readonly string[]): void {
  const normal = normalize(lines.line, { positive });
  const best = mapExpr(sizeOf(normal) < sizeOf(lines.line) ? normal : lines.line, asTangent);
  if (sizeOf(best) < sizeOf(lines.line)) lines.write(best, remarkFor(lines.line));
}

function asTangent(node: Expr): Expr {
  if (node.kind !== 'divide' || node.numerator.kind !== 'call' || node.denominator.kind !== 'call') return node;
  const { numerator, denominator } = node;
  const [u, v] = [numerator.args[0], denominator.args[0]];
  if (u === undefined || v === undefined || !sameExpr(u, v)) return node;
  if (numerator.name === 'sin' && denominator.name === 'cos') return call('tan', u);
  return numerator.name === 'cos' && denominator.name === 'sin' ? call('cot', u) : node;
}

const angles = new Set(['sin', 'cos', 'tan', 'cot', 'sec', 'csc']);

function remarkFor(line: Expr): Remark {
  if (contains(line, (node) => node.kind === 'call' && angles.has(node.name)))
    return {
      text: 'Use the relations between sine, cosine and tangent of the same angle.',
      rule: 'trigonometric-identities',
      why: '$\\sin^2 u + \\cos^2 u = 1$ and $\\tan u = \\frac{\\sin u}{\\cos u}$.',
    };
  if (contains(line, (node) => node.kind === 'call' && ['ln', 'log', 'exp'].includes(node.name)))
    return {
      text: 'Use that exponential function and logarithm undo each other, and the rules for logarithms.',
      rule: 'logarithm-identities',
      why: '$e^{\\ln u} = u$, $\\ln e^u = u$ and $\\ln u^n = n \\ln u$.',
    };
  if (contains(line, (node) => node.kind === 'abs'))
    return {
      text: 'Take the number out of the absolute value.',
      rule: 'absolute-value-of-product',
      why: '$|ab| = |a|\\,|b|$, and the sign of a number does not matter between the bars.',
    };
  return {
    text: 'Work out the powers and products of the roots.',
    rule: 'powers-of-roots',
    why: 'The square of a square root is the number below it.',
  };
}
