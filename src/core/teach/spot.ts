import type { Expr } from '../math/expr.ts';
import { isStatement } from '../math/read/statements.ts';
import { children, contains, sameExpr } from '../math/tree.ts';

/** A place in a line where something is about to change. */
export interface Spot {
  /** The parts of the line, as they are now. */
  readonly nodes: readonly Expr[];
  /** "the bracket on the left". */
  readonly words: string;
  /** Nothing of the line stays. */
  readonly isWhole: boolean;
}

/** The smallest part of `from` that has to change for it to become `to`; undefined where nothing changes. */
export function spotOf(from: Expr, to: Expr): Spot | undefined {
  const found = search(from, to, []);
  if (found === undefined) return undefined;
  const { nodes, trail } = found;
  return {
    nodes,
    words: [nameOf(nodes, trail.includes('bracket')), ...trail.filter((word) => word !== 'bracket')].join(' '),
    isWhole: nodes.some((node) => node === from || isStatement(node)),
  };
}

interface Found {
  readonly nodes: readonly Expr[];
  readonly trail: readonly string[];
}

function search(from: Expr, to: Expr, trail: readonly string[]): Found | undefined {
  if (sameExpr(from, to)) return undefined;
  if (from.kind === 'relation') return searchRelation(from, to, trail);
  if (from.kind === 'add' || from.kind === 'multiply' || from.kind === 'and' || from.kind === 'or')
    return searchParts(from, to, trail);
  const [below, other] = [children(from), children(to)];
  if (from.kind === to.kind && below.length === other.length && below.length > 0) {
    const changed = below.flatMap((child, index) => {
      const partner = other[index];
      return partner === undefined || sameExpr(child, partner) ? [] : [{ child, partner, index }];
    });
    const [only] = changed;
    if (changed.length === 1 && only !== undefined) {
      const word = wayTo(from, only.index);
      return search(only.child, only.partner, word === undefined ? trail : [word, ...trail]);
    }
  }
  return { nodes: [from], trail };
}

function searchRelation(from: Extract<Expr, { kind: 'relation' }>, to: Expr, trail: readonly string[]): Found {
  if (to.kind !== 'relation' || to.operands.length !== from.operands.length) return { nodes: [from], trail };
  const found = from.operands.map((operand, index) => {
    const partner = to.operands[index];
    const side = from.operands.length > 2 ? [] : index === 0 ? ['on the left'] : ['on the right'];
    return partner === undefined ? undefined : search(operand, partner, [...side, ...trail]);
  });
  // What is taken away on one side is a part of it there, while the whole of the other side changes.
  const part = found.find((side, index) => side !== undefined && !side.nodes.includes(from.operands[index] ?? from));
  const changed = found.filter((side) => side !== undefined);
  return part ?? (changed.length === 1 ? changed[0] : undefined) ?? { nodes: [from], trail };
}

/** Terms, factors, equations: those that have no partner among the new ones. */
function searchParts(
  from: Extract<Expr, { kind: 'add' | 'multiply' | 'and' | 'or' }>,
  to: Expr,
  trail: readonly string[],
): Found {
  const parts = children(from);
  const left = [...(to.kind === from.kind ? children(to) : [to])];
  const changed = parts.filter((part) => {
    const at = left.findIndex((other) => sameExpr(part, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const [only] = changed;
  const [partner] = left;
  if (changed.length === 0 || (changed.length === parts.length && parts.length > 1)) {
    const pairs =
      to.kind === from.kind && left.length === parts.length && from.kind !== 'multiply' && from.kind !== 'add';
    return pairs && only !== undefined && partner !== undefined
      ? (search(only, partner, [`in the ${ordinals[parts.indexOf(only)] ?? 'next'} line`, ...trail]) ?? {
          nodes: [from],
          trail,
        })
      : { nodes: [from], trail };
  }
  if (changed.length === 1 && left.length === 1 && only !== undefined && partner !== undefined) {
    const line = isStatement(only) ? [`in the ${ordinals[parts.indexOf(only)] ?? 'next'} line`] : [];
    const inside = only.kind === 'add' && from.kind === 'multiply' ? ['bracket'] : [];
    return search(only, partner, [...inside, ...line, ...trail]) ?? { nodes: changed, trail };
  }
  return { nodes: changed, trail };
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

function wayTo(parent: Expr, index: number): string | undefined {
  switch (parent.kind) {
    case 'divide':
      return index === 0 ? 'in the numerator' : 'in the denominator';
    case 'power':
      return index === 0 ? undefined : 'in the exponent';
    case 'root':
      return 'under the root';
    case 'abs':
      return 'between the bars';
    case 'call':
      return 'inside the function';
    case 'integral':
      return index === 0 ? 'under the integral sign' : 'in the bounds';
    case 'limit':
      return 'under the limit';
    case 'bigOperator':
      return 'under the sum sign';
    default:
      return undefined;
  }
}

function nameOf(nodes: readonly Expr[], isBracket: boolean): string {
  const [only] = nodes;
  if (nodes.length !== 1 || only === undefined) return 'the terms';
  const inner = only.kind === 'negate' ? only.operand : only;
  switch (inner.kind) {
    case 'add':
      return isBracket ? 'the bracket' : 'the sum';
    case 'multiply':
      return inner.factors.some(({ kind }) => kind === 'add') ? 'the bracket' : 'the product';
    case 'divide':
      return inner.style === 'fraction' ? 'the fraction' : 'the division';
    case 'power':
      return inner.base.kind === 'add' ? 'the power of the bracket' : 'the power';
    case 'root':
      return 'the root';
    case 'abs':
      return 'the absolute value';
    case 'call':
      return inner.name === 'ln' || inner.name === 'log' ? 'the logarithm' : 'the function';
    case 'integral':
      return 'the integral';
    case 'limit':
      return 'the limit';
    case 'derivative':
      return 'the derivative';
    case 'bigOperator':
      return 'the sum sign';
    case 'factorial':
      return 'the factorial';
    case 'relation':
      return contains(inner, ({ kind }) => kind === 'symbol') ? 'the line' : 'the statement';
    case 'and':
    case 'or':
      return 'the lines';
    default:
      return 'the term';
  }
}
