import {
  add,
  decimal,
  divide,
  equals,
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
import { toTex } from '../../math/print/toTex.ts';
import { isZero as isZeroRational, signOf } from '../../math/rational.ts';
import type { Board } from './board.ts';
import { coefficient, type Coefficients } from './coefficients.ts';
import type { Setting, Solutions } from './outcome.ts';
import { rationalCoefficients } from './quadraticForm.ts';
import { quadraticSurds, surdExpr } from './surd.ts';
import { difference, isZero, product, quotient, rationalOf, sum, tidy } from './tidy.ts';
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
  const discriminant = difference(product(b, b), product(num(4), product(a, c)));
  const exact = rationalOf(discriminant);
  const isNegative = exact !== undefined && signOf(exact) < 0;
  const put = subtract(power(b, num(2)), multiplyWithDot(num(4), a, c));
  const readOff = `Read off $a = ${toTex(a)}$, $b = ${toTex(b)}$ and $c = ${toTex(c)}$, and work out the discriminant $D = b^2 - 4ac$.`;
  const isNone = isNegative && setting.domain === 'real';
  board.remark({
    text: isNone ? `${readOff} It is negative, so the equation has no real solution.` : readOff,
    latex: toTex(equals(sym('D'), put)) + ` = ${toTex(discriminant)}`,
    why: 'The discriminant stands under the root of the quadratic formula: it decides how many real solutions there are.',
    rule: 'discriminant',
    claim: { type: 'equal', left: put, right: discriminant },
  });
  if (isNone) return { type: 'none', note: `The discriminant ${math(discriminant)} is negative.` };
  const double = tidy(multiply(num(2), a));
  const top = (sign: 1 | -1): Expr => add(negate(b), sign === 1 ? sqrt(discriminant) : negate(sqrt(discriminant)));
  const roots = rationalQuadraticRoots(items, setting) ?? symbolicRoots({ a, b, c }, discriminant);
  const formula = divide(add(tidy(negate(b)), plusMinus(sqrt(discriminant))), double);
  const condition = rationalOf(a) === undefined && !isConstantExpr(a) ? relation(a, '!=', num(0)) : undefined;
  const sayCondition = condition === undefined ? '' : ` This is for ${math(condition)}; else the equation is linear.`;
  board.write({
    text: `Put these into the formula ${formulaText(unknown)}.${sayCondition}`,
    to: rootsLine(unknown, roots),
    latex:
      roots.length === 1 && exact !== undefined
        ? `${toTex(equals(x, formula))} = ${toTex(roots[0] ?? num(0))}`
        : undefined,
    rule: 'quadratic-formula',
    why: 'The formula comes from completing the square once and for all, for any $a \\neq 0$, $b$ and $c$.',
    parts: [
      {
        text: `Put these into the formula ${formulaText(unknown)}.`,
        to: or(equals(x, divide(top(-1), double)), equals(x, divide(top(1), double))),
        latex: toTex(equals(x, formula)),
        rule: 'quadratic-formula',
        why: 'The formula solves every quadratic equation.',
      },
      {
        text: 'Work out both values.',
        to: rootsLine(unknown, roots),
        rule: 'simplify-values',
        why: 'The sign $-$ gives one solution, the sign $+$ the other.',
      },
    ],
  });
  return { type: 'roots', roots: roots.map((value) => ({ value, condition })) };
}

function formulaText(unknown: string): string {
  return `$${unknown} = \\frac{-b \\pm \\sqrt{D}}{2a}$`;
}

function isConstantExpr(expr: Expr): boolean {
  return tidyHasNoLetters(expr);
}

function tidyHasNoLetters(expr: Expr): boolean {
  return expr.kind !== 'symbol' && !JSON.stringify(toTex(expr)).includes('\\text') && lettersOf(expr).length === 0;
}

function lettersOf(expr: Expr): readonly string[] {
  return expr.kind === 'symbol'
    ? [expr.name]
    : 'terms' in expr
      ? expr.terms.flatMap(lettersOf)
      : 'factors' in expr
        ? expr.factors.flatMap(lettersOf)
        : 'operand' in expr
          ? lettersOf(expr.operand)
          : [];
}

function symbolicRoots({ a, b }: Quadratic, discriminant: Expr): readonly Expr[] {
  const root = tidy(sqrt(discriminant));
  const double = product(num(2), a);
  if (isZero(discriminant)) return [quotient(tidy(negate(b)), double)];
  return [quotient(difference(tidy(negate(b)), root), double), quotient(sum(tidy(negate(b)), root), double)];
}
