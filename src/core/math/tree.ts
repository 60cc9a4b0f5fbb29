import type { Expr } from './expr.ts';
import { sameRational } from './rational.ts';

const noChildren: readonly Expr[] = [];

/** The expressions directly below a node, in reading order. */
export function children(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'number':
    case 'symbol':
    case 'constant':
    case 'emptySet':
    case 'hole':
      return noChildren;
    case 'add':
      return expr.terms;
    case 'multiply':
      return expr.factors;
    case 'negate':
    case 'abs':
    case 'factorial':
    case 'plusMinus':
    case 'not':
      return [expr.operand];
    case 'divide':
      return [expr.numerator, expr.denominator];
    case 'power':
      return [expr.base, expr.exponent];
    case 'root':
      return expr.index === undefined ? [expr.radicand] : [expr.radicand, expr.index];
    case 'call':
      return expr.args;
    case 'derivative':
      return [expr.body];
    case 'integral':
      return [expr.body, expr.lower, expr.upper].filter((child) => child !== undefined);
    case 'limit':
      return [expr.body, expr.target];
    case 'bigOperator':
      return [expr.body, expr.lower, expr.upper];
    case 'matrix':
      return expr.rows.flat();
    case 'piecewise':
      return expr.branches.flatMap(({ value, condition }) => (condition === undefined ? [value] : [value, condition]));
    case 'tuple':
    case 'set':
    case 'union':
    case 'and':
    case 'or':
      return expr.items;
    case 'interval':
      return [expr.lower, expr.upper];
    case 'quantity':
      return [expr.value];
    case 'relation':
      return expr.operands;
  }
}

/** The same node with its children replaced in the order of `children`; the node itself where none of them changed. */
export function mapChildren(expr: Expr, change: (child: Expr) => Expr): Expr {
  const changed = new Set<Expr>();
  const next = rebuild(expr, (child) => {
    const replacement = change(child);
    if (replacement !== child) changed.add(child);
    return replacement;
  });
  return changed.size > 0 ? next : expr;
}

function rebuild(expr: Expr, change: (child: Expr) => Expr): Expr {
  switch (expr.kind) {
    case 'number':
    case 'symbol':
    case 'constant':
    case 'emptySet':
    case 'hole':
      return expr;
    case 'add':
      return { ...expr, terms: expr.terms.map(change) };
    case 'multiply':
      return { ...expr, factors: expr.factors.map(change) };
    case 'negate':
    case 'abs':
    case 'factorial':
    case 'plusMinus':
    case 'not':
      return { ...expr, operand: change(expr.operand) };
    case 'divide':
      return { ...expr, numerator: change(expr.numerator), denominator: change(expr.denominator) };
    case 'power':
      return { ...expr, base: change(expr.base), exponent: change(expr.exponent) };
    case 'root':
      return { ...expr, radicand: change(expr.radicand), index: expr.index && change(expr.index) };
    case 'call':
      return { ...expr, args: expr.args.map(change) };
    case 'derivative':
      return { ...expr, body: change(expr.body) };
    case 'integral':
      return {
        ...expr,
        body: change(expr.body),
        lower: expr.lower && change(expr.lower),
        upper: expr.upper && change(expr.upper),
      };
    case 'limit':
      return { ...expr, body: change(expr.body), target: change(expr.target) };
    case 'bigOperator':
      return { ...expr, body: change(expr.body), lower: change(expr.lower), upper: change(expr.upper) };
    case 'matrix':
      return { ...expr, rows: expr.rows.map((row) => row.map(change)) };
    case 'piecewise':
      return {
        ...expr,
        branches: expr.branches.map(({ value, condition }) => ({
          value: change(value),
          condition: condition && change(condition),
        })),
      };
    case 'tuple':
    case 'set':
    case 'union':
    case 'and':
    case 'or':
      return { ...expr, items: expr.items.map(change) };
    case 'interval':
      return { ...expr, lower: change(expr.lower), upper: change(expr.upper) };
    case 'quantity':
      return { ...expr, value: change(expr.value) };
    case 'relation':
      return { ...expr, operands: expr.operands.map(change) };
  }
}

/** Rebuilds the tree from its leaves: `change` sees each node after its children were changed. */
export function mapExpr(expr: Expr, change: (node: Expr) => Expr): Expr {
  return change(mapChildren(expr, (child) => mapExpr(child, change)));
}

/** The letter that a node binds inside its body: d/dx binds x for reading, not for substitution, so derivatives don't count. */
function boundVariable(expr: Expr): string | undefined {
  switch (expr.kind) {
    case 'integral':
    case 'limit':
    case 'bigOperator':
      return expr.variable;
    default:
      return undefined;
  }
}

/** The letters that occur free, each once, in reading order. An indefinite integral's variable is free, as in its value. */
export function freeSymbols(expr: Expr): readonly string[] {
  const found = new Set<string>();
  collect(expr, nothing, found);
  return [...found];
}

const nothing: ReadonlySet<string> = new Set();

function collect(expr: Expr, bound: ReadonlySet<string>, found: Set<string>): void {
  if (expr.kind === 'symbol') {
    if (!bound.has(expr.name)) found.add(expr.name);
    return;
  }
  const variable = expr.kind === 'integral' && expr.lower === undefined ? undefined : boundVariable(expr);
  const below = children(expr);
  for (let index = 0; index < below.length; index += 1) {
    const child = below[index];
    if (child === undefined) continue;
    // Only the body, the first child, is in the scope of the bound letter: the bounds of an integral are not.
    collect(child, variable !== undefined && index === 0 ? new Set([...bound, variable]) : bound, found);
  }
}

/** Puts expressions in the place of letters, all at once. Bound letters stay; spans of what was put in are dropped. */
export function substitute(expr: Expr, values: ReadonlyMap<string, Expr> | Readonly<Record<string, Expr>>): Expr {
  const map = values instanceof Map ? (values as ReadonlyMap<string, Expr>) : new Map(Object.entries(values));
  return replaceIn(expr, map);
}

function replaceIn(expr: Expr, values: ReadonlyMap<string, Expr>): Expr {
  if (values.size === 0) return expr;
  if (expr.kind === 'symbol') return values.get(expr.name) ?? expr;
  const variable = boundVariable(expr);
  if (variable === undefined || !values.has(variable)) return mapChildren(expr, (child) => replaceIn(child, values));
  const outer = new Map([...values].filter(([name]) => name !== variable));
  let isBody = true;
  return mapChildren(expr, (child) => {
    const replaced = replaceIn(child, isBody ? outer : values);
    isBody = false;
    return replaced;
  });
}

/** The number of nodes. */
export function sizeOf(expr: Expr): number {
  let count = 0;
  const pending: Expr[] = [expr];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    count += 1;
    for (const child of children(node)) pending.push(child);
  }
  return count;
}

/** True where a node for which `test` holds occurs anywhere in the tree. */
export function contains(expr: Expr, test: (node: Expr) => boolean): boolean {
  const pending: Expr[] = [expr];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (test(node)) return true;
    for (const child of children(node)) pending.push(child);
  }
  return false;
}

export function hasSymbol(expr: Expr, name: string): boolean {
  return freeSymbols(expr).includes(name);
}

/** The same tree: notation of numbers, signs of products, styles of fractions and spans are ignored; grouping and order count. */
export function sameExpr(left: Expr, right: Expr): boolean {
  const pending: [Expr, Expr][] = [[left, right]];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const [a, b] = pair;
    if (a === b) continue;
    if (!sameHead(a, b)) return false;
    const [below, other] = [children(a), children(b)];
    if (below.length !== other.length) return false;
    below.forEach((child, index) => {
      const partner = other[index];
      if (partner !== undefined) pending.push([child, partner]);
    });
  }
  return true;
}

/** Everything of two nodes but their children. */
function sameHead(a: Expr, b: Expr): boolean {
  switch (a.kind) {
    case 'number':
      return b.kind === 'number' && sameRational(a.value, b.value);
    case 'symbol':
    case 'constant':
      return b.kind === a.kind && a.name === b.name;
    case 'call':
      return b.kind === 'call' && a.name === b.name && (a.primes ?? 0) === (b.primes ?? 0);
    case 'plusMinus':
      return b.kind === 'plusMinus' && a.isMinusPlus === b.isMinusPlus;
    case 'derivative':
      return b.kind === 'derivative' && a.variable === b.variable && a.order === b.order;
    case 'integral':
      return b.kind === 'integral' && a.variable === b.variable;
    case 'limit':
      return b.kind === 'limit' && a.variable === b.variable && a.side === b.side;
    case 'bigOperator':
      return b.kind === 'bigOperator' && a.operator === b.operator && a.variable === b.variable;
    case 'matrix':
      return b.kind === 'matrix' && a.rows.length === b.rows.length;
    case 'piecewise':
      return b.kind === 'piecewise' && a.branches.length === b.branches.length;
    case 'interval':
      return b.kind === 'interval' && a.isLowerClosed === b.isLowerClosed && a.isUpperClosed === b.isUpperClosed;
    case 'quantity':
      return b.kind === 'quantity' && a.unit === b.unit;
    case 'relation':
      return b.kind === 'relation' && a.operators.join(' ') === b.operators.join(' ');
    default:
      return a.kind === b.kind;
  }
}
