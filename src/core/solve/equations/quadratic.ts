import {
  add,
  and,
  decimal,
  divide,
  equals,
  i,
  multiply,
  multiplyWithDot,
  negate,
  num,
  or,
  plusMinus,
  power,
  relation,
  sqrt,
  subtract,
  sym,
} from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { contains, freeSymbols, mapExpr } from '../../math/tree.ts';
import { toTex } from '../../math/print/toTex.ts';
import { isZero as isZeroRational } from '../../math/rational.ts';
import type { Board } from './board.ts';
import { coefficient, type Coefficients } from './coefficients.ts';
import { approximate } from './order.ts';
import type { Setting, Solutions } from './outcome.ts';
import { rationalCoefficients } from './quadraticForm.ts';
import { quadraticSurds, surdExpr } from './surd.ts';
import { difference, isZero, product, quotient, rationalOf, tidy } from './tidy.ts';
import { math } from './words.ts';

/** The equation on the board is ax² + bx + c = 0 with these coefficients, ascending. */
interface Quadratic {
  readonly a: Expr;
  readonly b: Expr;
  readonly c: Expr;
}

function named(items: Coefficients): Quadratic {
  return { a: coefficient(items, 2), b: coefficient(items, 1), c: coefficient(items, 0) };
}

/** x = each of the values, or the one value where they are the same. */
export function rootsLine(unknown: string, values: readonly Expr[]): Expr {
  return or(...values.map((value) => equals(sym(unknown), value)));
}

/** The value in decimals where the problem writes decimals and it has few places. */
export function inNotation(value: Expr, setting: Setting): Expr {
  const exact = setting.hasDecimals ? rationalOf(value) : undefined;
  if (exact === undefined || exact.d > 1_000_000n) return value;
  return decimal(exact);
}

/** Exact roots of a quadratic with rational coefficients, [] where there are none in the domain. */
export function rationalQuadraticRoots(items: Coefficients, setting: Setting): readonly Expr[] | undefined {
  const exact = rationalCoefficients(items);
  const [c, b, a] = exact ?? [];
  if (a === undefined || b === undefined || c === undefined) return undefined;
  const [low, high] = quadraticSurds(a, b, c);
  if (low.isImaginary && setting.domain === 'real') return [];
  const values = isZeroRational(low.part) && low.whole.equals(high.whole) ? [low] : [low, high];
  return values.map((value) => inNotation(surdExpr(value), setting));
}

/** By the quadratic formula; also with letters and radicals as coefficients. */
export function byFormula(board: Board, items: Coefficients, setting: Setting): Solutions {
  const { unknown } = setting;
  const { a, b, c } = named(items);
  const x = sym(unknown);
  const names = coefficientNames([a, b, c], unknown);
  const isSame = [a, b, c].every((item, index) => item.kind === 'symbol' && item.name === names[index]);
  const put = isSame
    ? subtract(power(b, num(2)), multiply(num(4), a, c))
    : subtract(power(b, num(2)), multiplyWithDot(num(4), a, c));
  // b² − 4ac with letters stays in the order in which everybody knows it.
  const discriminant = isSame ? put : difference(product(b, b), product(num(4), product(a, c)));
  const size = approximate(discriminant);
  const isNone = size !== undefined && size < 0 && setting.domain === 'real';
  const [p, q, r] = names;
  const readOff = isSame
    ? `Work out the discriminant $D = ${q}^2 - 4${p}${r}$.`
    : `Read off $${p} = ${toTex(a)}$, $${q} = ${toTex(b)}$ and $${r} = ${toTex(c)}$, and work out the discriminant $D = ${q}^2 - 4${p}${r}$.`;
  board.remark({
    text: isNone ? `${readOff} It is negative, so the equation has no real solution.` : readOff,
    latex: isSame ? `D = ${toTex(put)}` : `D = ${toTex(put)} = ${toTex(discriminant)}`,
    why: 'The discriminant stands under the root of the quadratic formula: it decides how many real solutions there are.',
    rule: 'discriminant',
    claim: { type: 'equal', left: put, right: discriminant },
  });
  const none = `The discriminant ${size === undefined || toTex(discriminant).length < 30 ? math(discriminant) : `$D \\approx ${size.toFixed(2)}$`} is negative.`;
  if (isNone) {
    if (rationalCoefficients(items) !== undefined) return { type: 'none', note: none };
    const root = multiply(i, sqrt(tidy(negate(discriminant))));
    const complex = [negate(root), root].map((term) => divide(add(tidy(negate(b)), term), tidy(multiply(num(2), a))));
    return { type: 'none', note: none, complex };
  }
  const double = tidy(multiply(num(2), a));
  const isRational = rationalCoefficients(items) !== undefined;
  const root = isRational ? sqrt(discriminant) : rootOfDiscriminant(discriminant, setting);
  const top = (term: Expr): Expr => add(tidy(negate(b)), term);
  const roots = rationalQuadraticRoots(items, setting) ?? symbolicRoots(b, root, double);
  const formula = divide(add(tidy(negate(b)), plusMinus(sqrt(discriminant))), double);
  const needsRoot =
    freeSymbols(discriminant).length > 0 &&
    setting.domain === 'real' &&
    roots.some((value) => contains(value, (node) => node.kind === 'root'));
  const conditions = [
    ...(freeSymbols(a).length > 0 ? [relation(a, '!=', num(0))] : []),
    ...(needsRoot ? [relation(discriminant, '>=', num(0))] : []),
  ];
  const condition = conditions.length === 0 ? undefined : and(...conditions);
  const words = [
    ...(freeSymbols(a).length > 0
      ? [`This is for ${math(relation(a, '!=', num(0)))}; else the equation is linear.`]
      : []),
    ...(needsRoot ? [`There are real solutions only for ${math(relation(discriminant, '>=', num(0)))}.`] : []),
  ];
  const sayCondition = words.map((sentence) => ` ${sentence}`).join('');
  const formulaText = `$${toTex(x)} = \\frac{-${q} \\pm \\sqrt{D}}{2${p}}$`;
  board.write({
    text: `Put these into the formula ${formulaText}.${sayCondition}`,
    to: rootsLine(unknown, roots),
    rule: 'quadratic-formula',
    why: 'The formula comes from completing the square once and for all, with letters as coefficients.',
    parts: [
      {
        text: `Put these into the formula ${formulaText}.`,
        to: or(equals(x, divide(top(negate(root)), double)), equals(x, divide(top(root), double))),
        latex: toTex(equals(x, formula)),
        rule: 'quadratic-formula',
        why: 'The formula solves every quadratic equation.',
      },
      {
        text: roots.length === 1 ? 'Work out the value: both signs give the same.' : 'Work out both values.',
        to: rootsLine(unknown, roots),
        rule: 'simplify-values',
        why: 'The sign $-$ gives one solution, the sign $+$ the other.',
      },
    ],
  });
  return { type: 'roots', roots: roots.map((value) => ({ value, condition })) };
}

/** Names for the coefficients that mean nothing else in the equation. */
function coefficientNames(items: readonly Expr[], unknown: string): readonly [string, string, string] {
  const taken = new Set([unknown, ...items.flatMap((item) => [...freeSymbols(item)])]);
  const isPlain = items.every((item, index) => item.kind === 'symbol' && item.name === ['a', 'b', 'c'][index]);
  const choices = [
    ['a', 'b', 'c'],
    ['p', 'q', 'r'],
    ['A', 'B', 'C'],
  ] as const;
  return isPlain ? choices[0] : (choices.find((names) => !names.some((name) => taken.has(name))) ?? choices[2]);
}

/** √D, worked out where it comes out without a root. */
function rootOfDiscriminant(discriminant: Expr, setting: Setting): Expr {
  const found = tidy(sqrt(discriminant));
  const isImaginary = contains(found, (node) => node.kind === 'constant' && node.name === 'i');
  if (found.kind === 'root' || (setting.domain === 'real' && isImaginary)) return sqrt(discriminant);
  // The sign ± stands for both signs of a root that comes out as an absolute value.
  return mapExpr(found, (node) => (node.kind === 'abs' ? node.operand : node));
}

/** Worked out where that makes them shorter. */
function symbolicRoots(b: Expr, root: Expr, double: Expr): readonly Expr[] {
  if (isZero(root)) return [quotient(tidy(negate(b)), double)];
  return [negate(root), root].map((term) => {
    const plain = divide(add(tidy(negate(b)), term), double);
    const worked = root.kind === 'root' ? plain : tidy(plain);
    return toTex(worked).length < toTex(plain).length ? worked : plain;
  });
}
