import type { Expr } from '../../math/expr.ts';
import { children, mapChildren } from '../../math/tree.ts';

/** A part of an expression, and the whole with something else in its place. */
export interface Site {
  readonly part: Expr;
  readonly rebuild: (replacement: Expr) => Expr;
}

const maximumSites = 60;

/** The expression itself and all of its parts, outer ones first, not below what binds a letter. */
export function sitesOf(expr: Expr): readonly Site[] {
  const sites: Site[] = [{ part: expr, rebuild: (replacement) => replacement }];
  for (let next = 0; next < sites.length && sites.length < maximumSites; next += 1) {
    const site = sites[next];
    if (!site || ['derivative', 'integral', 'bigOperator', 'limit'].includes(site.part.kind)) continue;
    const { part, rebuild } = site;
    children(part).forEach((child, index) => {
      if (child.kind === 'hole') return;
      sites.push({
        part: child,
        rebuild: (replacement) => {
          let position = 0;
          return rebuild(mapChildren(part, (old) => (position++ === index ? replacement : old)));
        },
      });
    });
  }
  return sites;
}
