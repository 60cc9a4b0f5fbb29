import { sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { mapChildren, mapExpr } from '../../math/tree.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { toText } from '../../math/print/toText.ts';

/** Stand-ins begin with a character that no author's letter begins with. */
const mark = '\u2060';

/** An expression in which everything that is not a letter, a number or one of + − · / and whole powers is a letter of its own. */
export interface Abstracted {
  readonly expr: Expr;
  /** Puts the originals back. */
  readonly show: (expr: Expr) => Expr;
  readonly count: number;
}

/**
 * √x, sin x, 2^x and their like become letters, the same one wherever they look the same, so that like terms in them are
 * collected as like terms in x are.
 */
export function abstractKernels(expr: Expr, rewrite: (kernel: Expr) => Expr = (kernel) => kernel): Abstracted {
  const names = new Map<string, string>();
  const originals = new Map<string, Expr>();
  const standIn = (kernel: Expr): Expr => {
    const key = toText(kernel);
    const name = names.get(key) ?? `${mark}${names.size.toString().padStart(4, '0')}`;
    names.set(key, name);
    originals.set(name, kernel);
    return sym(name);
  };
  const walk = (node: Expr): Expr => {
    switch (node.kind) {
      case 'number':
      case 'symbol':
        return node;
      case 'add':
      case 'negate':
      case 'multiply':
      case 'divide':
        return mapChildren(node, walk);
      case 'power':
        return isWholeNumber(node.exponent) ? { ...node, base: walk(node.base) } : standIn(rewrite(node));
      default:
        return standIn(rewrite(node));
    }
  };
  return {
    expr: walk(expr),
    count: names.size,
    show: (shown) =>
      originals.size === 0
        ? shown
        : mapExpr(shown, (node) => (node.kind === 'symbol' ? (originals.get(node.name) ?? node) : node)),
  };
}

function isWholeNumber(exponent: Expr): boolean {
  const polynomial = toPolynomial(exponent);
  const value = polynomial?.variables.length === 0 ? (polynomial.terms[0]?.coefficient ?? undefined) : undefined;
  return polynomial?.terms.length === 0 || (value?.d === 1n && (value.s > 0n || value.n === 0n));
}
