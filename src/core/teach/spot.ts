import type { Expr, ExprOf } from '../math/expr.ts';
import { isStatement } from '../math/read/statements.ts';
import { children, contains, sameExpr } from '../math/tree.ts';

/** A place in a line where something is about to change. */
export interface Spot {
  /** The parts of the line, as they are now. */
  readonly nodes: readonly Expr[];
  /** "the bracket". */
  readonly name: string;
  /** "on the left"; empty where there is only one place for it. */
  readonly where: string;
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
    name: found.name ?? nameOf(nodes),
    where: trail.join(' '),
    isWhole: nodes.some((node) => node === from || isStatement(node)),
  };
}

interface Found {
  readonly nodes: readonly Expr[];
  readonly trail: readonly string[];
  /** Where the place gives the name: a term of a sum, a factor of a product. */
  readonly name?: string | undefined;
  /** The nodes go, and nothing comes in their place. */
  readonly isRemoval?: boolean | undefined;
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

function searchRelation(from: ExprOf<'relation'>, to: Expr, trail: readonly string[]): Found {
  const whole: Found = { nodes: [from], trail };
  if (to.kind !== 'relation' || to.operands.length !== from.operands.length) return whole;
  const turned = to.operands.length === 2 ? [to.operands.toReversed()] : [];
  const found = [to.operands, ...turned].map((partners) => sidesOf(from, partners, trail));
  // What is taken away on one side is a part of it there, while the whole of the other side changes.
  const parts = found.map((sides) => sides.filter(({ nodes }) => !from.operands.some((side) => nodes.includes(side))));
  const [same = []] = found;
  return (
    // 3x - 6 = 2x + 5 becomes x - 6 = 5: it is the 2x that goes, not the factor 3.
    parts.flat().find(({ isRemoval, name }) => isRemoval === true && name?.startsWith('the term')) ??
    parts.flat().find(({ isRemoval }) => isRemoval === true) ??
    parts[0]?.[0] ??
    (same.length === 1 ? same[0] : undefined) ??
    whole
  );
}

/** The sides that change. */
function sidesOf(from: ExprOf<'relation'>, to: readonly Expr[], trail: readonly string[]): readonly Found[] {
  return from.operands.flatMap((operand, index) => {
    const partner = to[index];
    const side = from.operands.length > 2 ? [] : index === 0 ? ['on the left'] : ['on the right'];
    const found = partner && search(operand, partner, [...side, ...trail]);
    return found === undefined ? [] : [found];
  });
}

/** Terms, factors, equations: those that have no partner among the new ones. */
function searchParts(from: ExprOf<'add' | 'multiply' | 'and' | 'or'>, to: Expr, trail: readonly string[]): Found {
  const whole: Found = { nodes: [from], trail };
  const parts = children(from);
  const left = [...(to.kind === from.kind ? children(to) : [to])];
  const changed = parts.filter((part) => {
    const at = left.findIndex((other) => sameExpr(part, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const [only] = changed;
  const [partner] = left;
  if (only === undefined) return whole;
  const isList = from.kind === 'and' || from.kind === 'or';
  const isPaired = changed.length === left.length;
  if (partner !== undefined && isPaired && (isList || changed.length === 1)) {
    const line = isList ? [`in the ${ordinals[parts.indexOf(only)] ?? 'next'} equation`] : [];
    const found = search(only, partner, [...line, ...trail]) ?? whole;
    const isBracket = only.kind === 'add' && from.kind === 'multiply' && found.nodes[0] === only;
    return isBracket ? { ...found, name: 'the bracket' } : found;
  }
  if (changed.length === parts.length) return whole;
  const name = from.kind === 'multiply' ? 'factor' : from.kind === 'add' ? 'term' : 'equation';
  return {
    nodes: changed,
    trail,
    name: `the ${name}${changed.length > 1 ? 's' : ''}`,
    isRemoval: left.length === 0,
  };
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

function nameOf(nodes: readonly Expr[]): string {
  const [only] = nodes;
  if (nodes.length !== 1 || only === undefined) return 'the terms';
  const inner = only.kind === 'negate' ? only.operand : only;
  switch (inner.kind) {
    case 'add':
      return 'the sum';
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
