import { add, multiply } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { children, mapChildren, sameExpr } from '../../math/tree.ts';

/** A part of the earlier line and what stands in its place now; everything around the two is the same. */
export interface ChangedPart {
  readonly from: Expr;
  readonly to: Expr;
  /** The later line with something else in the place of `to`. */
  readonly around: (replacement: Expr) => Expr;
}

const maximumDepth = 12;

/** The changed parts from the whole to the smallest one that holds all that changed. */
export function changedParts(from: Expr, to: Expr): readonly ChangedPart[] {
  const parts: ChangedPart[] = [];
  let part: ChangedPart | undefined = { from, to, around: (replacement) => replacement };
  while (part && parts.length < maximumDepth) {
    parts.push(part);
    part = smaller(part);
  }
  return parts;
}

function smaller(part: ChangedPart): ChangedPart | undefined {
  const { from, to, around } = part;
  if (from.kind === 'add') return smallerList(part, from.terms, to.kind === 'add' ? to.terms : [to], 'add');
  if (from.kind === 'multiply') {
    return smallerList(part, from.factors, to.kind === 'multiply' ? to.factors : [to], 'multiply');
  }
  // The sign in front of a product is one of its signs: -8/(-1) is looked at as a whole.
  if (from.kind === 'negate' && from.operand.kind !== 'add') return undefined;
  if (from.kind !== to.kind || from.kind === 'relation' || from.kind === 'or' || from.kind === 'and') return undefined;
  const [ours, theirs] = [children(from), children(to)];
  if (ours.length !== theirs.length || ours.length === 0 || !hasSameHead(from, to)) return undefined;
  const changed = ours.flatMap((child, index) => (sameExpr(child, theirs[index] ?? child) ? [] : [index]));
  const [index] = changed;
  if (index === undefined || changed.length !== 1) return undefined;
  const [ourChild, theirChild] = [ours[index], theirs[index]];
  if (!ourChild || !theirChild) return undefined;
  return {
    from: ourChild,
    to: theirChild,
    around: (replacement) => around(mapChildren(to, (child) => (child === theirChild ? replacement : child))),
  };
}

/** Equal heads: the trees are the same once the children of one are put under the other. */
function hasSameHead(from: Expr, to: Expr): boolean {
  const ours = [...children(from)];
  let next = 0;
  return sameExpr(
    from,
    mapChildren(to, () => ours[next++] ?? from),
  );
}

/** Terms (or factors) that stand on both sides are taken away. */
function smallerList(
  { to, around }: ChangedPart,
  ours: readonly Expr[],
  theirs: readonly Expr[],
  kind: 'add' | 'multiply',
): ChangedPart | undefined {
  const left = [...ours];
  const kept: Expr[] = [];
  const rest: Expr[] = [];
  for (const item of theirs) {
    const index = left.findIndex((other) => sameExpr(other, item));
    if (index < 0) rest.push(item);
    else {
      left.splice(index, 1);
      kept.push(item);
    }
  }
  if (kept.length === 0 || left.length === 0 || rest.length === 0) {
    return undefined;
  }
  const build = (items: readonly Expr[]): Expr => {
    if (kind === 'add') return add(...items);
    const product = multiply(...items);
    return product.kind === 'multiply' && to.kind === 'multiply' ? { ...product, sign: to.sign } : product;
  };
  const place = theirs.indexOf(rest[0] ?? to);
  return {
    from: build(left),
    to: build(rest),
    around: (replacement) => {
      const items = theirs.filter((item) => !rest.includes(item));
      const before = theirs.slice(0, place).filter((item) => !rest.includes(item)).length;
      return around(build([...items.slice(0, before), replacement, ...items.slice(before)]));
    },
  };
}
