import { num, root, sqrt } from '../../math/build.ts';
import { negate } from '../../math/build.ts';
import { toTex } from '../../math/print/toTex.ts';
import type { Expr } from '../../math/expr.ts';
import { signOf } from '../../math/rational.ts';
import { rootOfRational } from './surd.ts';
import { rationalOf, tidy } from './tidy.ts';

/** The real root, written as simply as its radicand allows. */
export function rootOf(value: Expr, index: number): Expr {
  const exact = rationalOf(value);
  if (exact !== undefined && (signOf(exact) >= 0 || index % 2 === 1)) {
    const size = rootOfRational(exact.abs(), index);
    return signOf(exact) < 0 ? tidy(negate(size)) : size;
  }
  const plain = index === 2 ? sqrt(value) : root(value, num(index));
  const worked = tidy(plain);
  return toTex(worked).length < toTex(plain).length ? worked : plain;
}

/** As one says it. */
export function rootName(index: number): string {
  return index === 2 ? 'square root' : index === 3 ? 'cube root' : `root of order ${index.toString()}`;
}
