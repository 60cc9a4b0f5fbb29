import { add, multiply, num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { over, rational, times, type Rational } from '../../math/rational.ts';
import { children, contains, mapChildren } from '../../math/tree.ts';
import { findUnit, type Dimension } from '../../solve/numbers/units.ts';
import { unitOf } from '../../solve/read/unitNames.ts';
import { formulasOf, type Line, type Part } from './line.ts';

/** Exponents of length, mass, time and data. */
type Powers = readonly [number, number, number, number];

const none: Powers = [0, 0, 0, 0];
const powersOf: Partial<Record<Dimension, Powers>> = {
  length: [1, 0, 0, 0],
  area: [2, 0, 0, 0],
  volume: [3, 0, 0, 0],
  mass: [0, 1, 0, 0],
  time: [0, 0, 1, 0],
  speed: [1, 0, -1, 0],
  data: [0, 0, 0, 1],
};
/** Words that are units only by accident. */
const doubtful = /^(?:in|a|am|pt|mi|d|da|t|nm|pm|ms|as|at|is|day|days|score|quarter|cup)$/i;
const amount =
  /\d\s*(?:\\[,;: ]\s*|~)*(?:\\(?:text|mathrm|mbox|textrm|operatorname)\s*\{\s*([a-zA-Zµ]+)[^{}]*\}|([a-zA-Zµ]+))(?![a-zA-Z{(])/g;

/**
 * The names that are units in a work, once one of several letters stands behind a number (5 km): then m and h behind numbers
 * are units as well, unless they occur as letters of their own. Undefined where there are none.
 */
export function unitNamesIn(texts: readonly string[]): ((name: string) => string | undefined) | undefined {
  const text = texts.join('\n').slice(0, 20_000);
  const names = new Set<string>();
  let isSure = false;
  for (const [whole, said, bare] of text.matchAll(amount)) {
    const name = said ?? bare ?? '';
    if (symbolOf(name) === undefined || (said === undefined && doubtful.test(name))) continue;
    if (said === undefined && hasLetters(text, name)) continue;
    names.add(name);
    if (name.length > 1 || said !== undefined) isSure ||= said !== undefined || /\s/.test(whole) || name.length > 2;
  }
  if (!isSure) return undefined;
  for (const [, below = ''] of text.matchAll(/\/\s*([a-zA-Z]{1,3})(?![a-zA-Z])/g)) {
    if (symbolOf(below) !== undefined && !hasLetters(text, below)) names.add(below);
  }
  const one = (name: string) => (names.has(name) ? symbolOf(name) : undefined);
  return (name) => {
    const symbols = name.split('/').map((part) => one(part.trim()));
    return symbols.every((symbol) => symbol !== undefined) ? symbols.join('/') : undefined;
  };
}

function symbolOf(name: string): string | undefined {
  const symbol = unitOf(name);
  const unit = symbol === undefined ? undefined : findUnit(symbol);
  return unit && unit.convention === undefined && powersOf[unit.dimension] ? symbol : undefined;
}

/** True where one of the letters of a name stands where only an unknown does: h = …, 3 + k. */
function hasLetters(text: string, name: string): boolean {
  if (name.length > 2) return false;
  return [...name].some((letter) => new RegExp(`(?:^|[=+*(<>\\n-])\\s*${letter}(?![a-zA-Z])`).test(text));
}

interface Measure {
  readonly factor: Rational;
  readonly powers: Powers;
}

function measureOf(unit: string): Measure | undefined {
  let factor = rational(1);
  let powers = none;
  for (const [place, part] of unit.split('/').entries()) {
    const [, name = '', raised = '1'] = /^(.*?)(?:\^(\d))?$/.exec(part) ?? [];
    const found = findUnit(name);
    const own = found && powersOf[found.dimension];
    if (!found || !own) return undefined;
    const count = Number(raised) * (place === 0 ? 1 : -1);
    const scale = found.dimension === 'volume' ? over(found.factor, rational(1000)) : found.factor;
    factor = times(factor, scale.pow(count));
    powers = combined(powers, own, count);
  }
  return { factor, powers };
}

function combined(a: Powers, b: Powers, count: number): Powers {
  return [a[0] + count * b[0], a[1] + count * b[1], a[2] + count * b[2], a[3] + count * b[3]];
}

/** Every quantity of the lines in the first unit of its kind that occurs in them. */
export function withCommonUnits(lines: readonly Line[]): readonly Line[] {
  const bases: (Rational | undefined)[] = [undefined, undefined, undefined, undefined];
  const symbols: string[] = ['dm', 'g', 's', 'B'];
  const collect = (expr: Expr): void => {
    contains(expr, (node) => {
      if (node.kind !== 'quantity') return false;
      for (const part of node.unit.split('/')) {
        const found = findUnit(part.replace(/\^\d$/, ''));
        const at = ['length', 'mass', 'time', 'data'].indexOf(found?.dimension ?? '');
        if (!found || at < 0 || bases[at] !== undefined) continue;
        bases[at] = found.factor;
        symbols[at] = found.symbol;
      }
      return false;
    });
  };
  for (const line of lines) for (const { expr } of formulasOf(line)) collect(expr);
  const scale = [
    bases[0] ?? rational(1, 10),
    bases[1] ?? rational(1),
    bases[2] ?? rational(1),
    bases[3] ?? rational(1),
  ];
  const common = (expr: Expr): Expr => {
    const inner = mapChildren(expr, common);
    if (inner.kind === 'multiply' && inner.sign === 'implicit') return asSum(inner);
    if (inner.kind !== 'quantity') return inner;
    const measure = measureOf(inner.unit);
    if (!measure) return inner;
    const base = measure.powers.reduce(
      (product, count, at) => times(product, (scale[at] ?? rational(1)).pow(count)),
      rational(1),
    );
    const factor = over(measure.factor, base);
    const value = factor.equals(1) ? inner.value : multiply(inner.value, num(factor));
    return { kind: 'quantity', value, unit: `#${measure.powers.join()}|${labelOf(measure.powers, symbols)}` };
  };
  const mapPart = (part: Part): Part => {
    if (part.type !== 'formula' || !contains(part.expr, ({ kind }) => kind === 'quantity')) return part;
    return { ...part, expr: common(part.expr), otherExpr: part.otherExpr && common(part.otherExpr) };
  };
  return lines.map((line) => ({
    ...line,
    parts: line.parts.map(mapPart),
    other: line.other && { ...line.other, parts: line.other.parts.map(mapPart) },
  }));
}

/** km, cm², km/h; empty where it takes more than that. */
function labelOf(powers: Powers, symbols: readonly string[]): string {
  const named = powers.flatMap((count, at) => (count === 0 ? [] : [{ count, symbol: symbols[at] ?? '' }]));
  const above = named.filter(({ count }) => count > 0);
  const below = named.filter(({ count }) => count < 0);
  if (above.length !== 1 || below.length > 1) return '';
  const [top, bottom] = [above[0], below[0]];
  const raised = (symbol: string, count: number) =>
    count === 1 ? symbol : `${symbol}${['', '', '²', '³'][count] ?? ''}`;
  if (!top || top.count > 3 || (bottom && bottom.count < -3)) return '';
  return raised(top.symbol, top.count) + (bottom ? `/${raised(bottom.symbol, -bottom.count)}` : '');
}

/** The unit that both sides are said in; empty where that has no short name. */
export function unitSaidOf(...exprs: readonly Expr[]): string {
  for (const expr of exprs) {
    if (expr.kind === 'quantity') return expr.unit.split('|')[1] ?? '';
    const found = expr.kind === 'add' || expr.kind === 'multiply' ? children(expr).map((part) => unitSaidOf(part)) : [];
    const [first = ''] = found;
    if (expr.kind === 'add' && first !== '') return first;
  }
  return '';
}

/** 2 h 30 min is a sum. */
function asSum(expr: Extract<Expr, { kind: 'multiply' }>): Expr {
  const [first] = expr.factors;
  const isSum =
    first?.kind === 'quantity' &&
    first.unit.startsWith('#') &&
    expr.factors.every((factor) => factor.kind === 'quantity' && factor.unit === first.unit);
  return isSum ? add(...expr.factors) : expr;
}

export function hasUnits(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'quantity' && node.unit.startsWith('#'));
}

/** Numbers alone, in the common units. */
export function withoutUnits(expr: Expr): Expr {
  if (expr.kind === 'quantity' && expr.unit.startsWith('#')) return withoutUnits(expr.value);
  return mapChildren(expr, withoutUnits);
}

/** What an expression measures: undefined where letters or unlike terms leave that open. */
export function kindOf(expr: Expr): string | undefined {
  return powersIn(expr)?.join();
}

function powersIn(expr: Expr): Powers | undefined {
  switch (expr.kind) {
    case 'number':
    case 'constant':
      return none;
    case 'quantity':
      return expr.unit.startsWith('#')
        ? ((expr.unit.slice(1).split('|')[0] ?? '').split(',').map(Number) as unknown as Powers)
        : none;
    case 'negate':
    case 'abs':
      return powersIn(expr.operand);
    case 'add': {
      const kinds = expr.terms.map(powersIn);
      const [first] = kinds;
      return first && kinds.every((kind) => kind?.join() === first.join()) ? first : undefined;
    }
    case 'multiply':
      return expr.factors.reduce<Powers | undefined>((product, factor) => {
        const own = powersIn(factor);
        return product && own && combined(product, own, 1);
      }, none);
    case 'divide': {
      const [above, below] = [powersIn(expr.numerator), powersIn(expr.denominator)];
      return above && below && combined(above, below, -1);
    }
    case 'power': {
      const base = powersIn(expr.base);
      const count = expr.exponent.kind === 'number' && expr.exponent.value.d === 1n ? Number(expr.exponent.value.n) : 0;
      return base && count > 0 && count < 10 ? combined(none, base, count) : undefined;
    }
    default:
      return undefined;
  }
}
