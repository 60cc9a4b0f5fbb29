import { call, divide, num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';

/** Tangent and its relatives as quotients of sine and cosine. */
export function inSineAndCosine(node: Expr): Expr {
  const [u] = node.kind === 'call' ? node.args : [];
  if (node.kind !== 'call' || u === undefined || node.args.length !== 1) return node;
  const [sine, cosine] = [call('sin', u), call('cos', u)];
  const forms: Readonly<Record<string, Expr>> = {
    tan: divide(sine, cosine),
    cot: divide(cosine, sine),
    sec: divide(num(1), cosine),
    csc: divide(num(1), sine),
  };
  return Object.hasOwn(forms, node.name) ? (forms[node.name] ?? node) : node;
}
