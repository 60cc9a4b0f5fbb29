import { add, call, divide, e, equals, infinity, multiply, negate, num, power, sqrt, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import {
  isZero,
  minus,
  negated,
  numeratorOf,
  over,
  plus,
  rational,
  times,
  type Rational,
} from '../../math/rational.ts';
import { rationalFunctionToExpr, toRationalFunction } from '../../math/rationalFunction.ts';
import { children, contains, hasSymbol, mapExpr, sameExpr } from '../../math/tree.ts';
import type { Move } from '../derivation.ts';
import { coefficientsOf } from './integration/forms.ts';
import { isInfinite, isZeroValue, tendencyOf, tendencyToExpr } from './limitValue.ts';
import { approachOf, shownLimit, type LimitWork } from './limitWork.ts';
import { numberOf, tidy } from './tidy.ts';

/** A rule that ends the work gives the limit. */
export type EndingRule = (work: LimitWork) => Expr | undefined;
/** A rule that leaves a simpler limit; false where it does not apply. */
export type RewritingRule = (work: LimitWork) => boolean;

function arrow(part: Expr, to: Expr): string {
  return `${toTex(part)} \\to ${toTex(to)}`;
}

/** The laws of limits: sums, products, quotients and continuous functions of what tends somewhere. */
export const byLaws: EndingRule = (work) => {
  const approach = approachOf(work);
  const found = tendencyOf(work.expr, approach);
  if (found === undefined) return undefined;
  const value = tendencyToExpr(found);
  const parts = partsOf(work.expr, work.task.variable).flatMap((part) => {
    const tendency = tendencyOf(part, approach);
    return tendency === undefined ? [] : [`$${arrow(part, tendencyToExpr(tendency))}$`];
  });
  work.moves.push({
    text: parts.length === 0 ? 'This limit is known.' : `Look at the parts: ${parts.join(', ')}.`,
    latex: toTex(equals(shownLimit(work, work.expr), work.isExponent ? power(e, value) : value)),
    why: 'Limits of sums, products, quotients and continuous functions are those of their limits, as long as no part is like $0/0$, $\\infty/\\infty$, $0\\cdot\\infty$ or $\\infty-\\infty$.',
    rule: 'limit-laws',
    claim: { type: 'none' },
  });
  return value;
};

function partsOf(expr: Expr, variable: string): readonly Expr[] {
  if (expr.kind === 'negate') return partsOf(expr.operand, variable);
  const parts = children(expr).filter((part) => hasSymbol(part, variable));
  return parts.some((part) => part.kind !== 'symbol') ? parts : [];
}

const boundedFunctions = new Set(['sin', 'cos', 'atan', 'tanh', 'erf']);

/** Something bounded times something that tends to 0. */
export const squeezed: EndingRule = (work) => {
  const { variable } = work.task;
  const factors = factorsOf(work.expr).filter((factor) => hasSymbol(factor, variable));
  const isBounded = (factor: Expr): boolean =>
    factor.kind === 'call' && boundedFunctions.has(factor.name)
      ? true
      : factor.kind === 'power' && isBounded(factor.base) && (numberOf(factor.exponent)?.s ?? -1n) > 0n;
  const wild = factors.filter((factor) => isBounded(factor) && tendencyOf(factor, approachOf(work)) === undefined);
  const rest = factors.filter((factor) => !wild.includes(factor));
  if (wild.length === 0 || rest.length === 0) return undefined;
  const tendency = tendencyOf(rest.length === 1 ? (rest[0] ?? num(1)) : multiply(...rest), approachOf(work));
  if (tendency?.type !== 'finite' || !isZeroValue(tendency.value)) return undefined;
  const shown = wild.map((factor) => `$${toTex(factor)}$`).join(' and ');
  work.moves.push({
    text: `${shown} swings, but stays bounded, while $${toTex(tidy(multiply(...rest)))}$ tends to $0$.`,
    latex: toTex(equals(shownLimit(work, work.expr), num(0))),
    why: 'The product lies between two expressions that both tend to $0$.',
    rule: 'limit-squeeze',
    claim: { type: 'none' },
  });
  return num(0);
};

/** The factors, those below the line as reciprocals. */
function factorsOf(expr: Expr): readonly Expr[] {
  if (expr.kind === 'negate') return factorsOf(expr.operand);
  if (expr.kind === 'multiply') return expr.factors.flatMap(factorsOf);
  if (expr.kind === 'divide') return [...factorsOf(expr.numerator), divide(num(1), expr.denominator)];
  return [expr];
}

/** |g| is g or -g close to the target, where the sign of g is settled. */
export const absoluteAway: RewritingRule = (work) => {
  const approach = approachOf(work);
  const done: string[] = [];
  const next = mapExpr(work.expr, (node) => {
    if (node.kind !== 'abs' || !hasSymbol(node.operand, work.task.variable)) return node;
    const sign = approach.signNear(node.operand);
    if (sign === 0) return node;
    const plain = sign > 0 ? node.operand : tidy(negate(node.operand));
    done.push(`$${toTex(equals(node, plain))}$`);
    return plain;
  });
  if (done.length === 0) return false;
  rewrite(work, tidy(next), {
    text: `Close to the target ${done.join(', ')}.`,
    why: 'The absolute value of a positive number is the number, that of a negative one its opposite.',
    rule: 'limit-absolute',
    claim: { type: 'none' },
  });
  return true;
};

function rewrite(work: LimitWork, next: Expr, words: Omit<Move, 'latex'>): void {
  work.moves.push({ ...words, latex: `= ${toTex(shownLimit(work, next))}` });
  work.expr = next;
}

/** √A − B is (A − B²)/(√A + B): where a difference with roots tends to 0 or is ∞ − ∞. */
export const conjugate: RewritingRule = (work) => {
  const { expr } = work;
  const places: { readonly sum: Expr; readonly build: (top: Expr, below: Expr) => Expr }[] = [];
  const rootSum = (node: Expr): boolean =>
    node.kind === 'add' &&
    node.terms.length === 2 &&
    node.terms.some((term) => hasRoot(term)) &&
    isUndecided(work, node);
  if (rootSum(expr)) places.push({ sum: expr, build: divide });
  if (expr.kind === 'divide') {
    const { numerator, denominator } = expr;
    if (rootSum(numerator))
      places.push({ sum: numerator, build: (top, below) => divide(top, multiply(below, denominator)) });
    else if (rootSum(denominator))
      places.push({ sum: denominator, build: (top, below) => divide(multiply(numerator, below), top) });
  }
  const [place] = places;
  if (place?.sum.kind !== 'add') return false;
  const [a, b] = place.sum.terms;
  if (a === undefined || b === undefined) return false;
  const other = tidy(add(a, negate(b)));
  const product = toRationalFunction(multiply(place.sum, other));
  if (product === undefined) return false;
  const top = tidy(rationalFunctionToExpr(product));
  if (contains(top, (node) => node.kind === 'root')) return false;
  const next = cancelled(place.build(top, other));
  rewrite(work, next, {
    text: `Multiply above and below by $${toTex(other)}$.`,
    why: '$(u - v)(u + v) = u^2 - v^2$ takes the roots away where the difference is not decided.',
    rule: 'limit-conjugate',
    claim: { type: 'equal', left: expr, right: next },
  });
  return true;
};

/** x/(x·s) is 1/s; nothing is multiplied out. */
function cancelled(expr: Expr): Expr {
  return tidy(expr);
}

function hasRoot(expr: Expr): boolean {
  const inner = expr.kind === 'negate' ? expr.operand : expr;
  return inner.kind === 'root' && inner.index === undefined
    ? true
    : inner.kind === 'multiply' && inner.factors.some(hasRoot);
}

function isUndecided(work: LimitWork, sum: Expr): boolean {
  const tendency = tendencyOf(sum, approachOf(work));
  return tendency === undefined || (tendency.type === 'finite' && isZeroValue(tendency.value));
}

/** u^v with 1^∞, 0^0 or ∞^0: e to the power of v·ln u. */
export const asExponential: RewritingRule = (work) => {
  const { expr } = work;
  const { variable } = work.task;
  if (work.isExponent || expr.kind !== 'power') return false;
  if (!hasSymbol(expr.base, variable) || !hasSymbol(expr.exponent, variable)) return false;
  const next = tidy(multiply(expr.exponent, call('ln', expr.base)));
  work.isExponent = true;
  rewrite(work, next, {
    text: 'Write the power with the base $e$ and look at the exponent.',
    why: '$u^v = e^{v \\ln u}$, and the exponential function is continuous.',
    rule: 'limit-exponential',
    claim: { type: 'equal', left: expr, right: power(e, next) },
  });
  return true;
};

/** 0·∞: one factor goes below the line as its reciprocal. */
export const productAsQuotient: RewritingRule = (work) => {
  const { expr } = work;
  const { variable } = work.task;
  const sign = expr.kind === 'negate' ? -1 : 1;
  const inner = expr.kind === 'negate' ? expr.operand : expr;
  if (inner.kind !== 'multiply') return false;
  const factors = inner.factors.filter((factor) => hasSymbol(factor, variable));
  const constants = inner.factors.filter((factor) => !hasSymbol(factor, variable));
  if (factors.length < 2) return false;
  const logs = factors.filter((factor) =>
    contains(factor, (node) => node.kind === 'call' && (node.name === 'ln' || node.name === 'log')),
  );
  const exponentials = factors.filter((factor) => exponentOf(factor) !== undefined);
  const small = factors.filter((factor) => {
    const tendency = tendencyOf(factor, approachOf(work));
    return tendency?.type === 'finite' && isZeroValue(tendency.value);
  });
  const below =
    exponentials.length > 0
      ? exponentials.slice(0, 1)
      : logs.length > 0
        ? factors.filter((factor) => !logs.includes(factor))
        : factors.filter((factor) => !small.includes(factor));
  const above = factors.filter((factor) => !below.includes(factor));
  if (below.length === 0 || above.length === 0) return false;
  const denominator = tidy(multiply(...below.map(reciprocal)));
  const numerator = tidy(multiply(num(sign), ...constants, ...above));
  const next: Expr = divide(numerator, denominator);
  if (sameExpr(next, expr)) return false;
  rewrite(work, next, {
    text: `One factor tends to $0$ and another one grows beyond every bound: write the product as a quotient with $${toTex(denominator)}$ below.`,
    why: '$u \\cdot v = \\frac{u}{1/v}$ makes of $0 \\cdot \\infty$ a quotient, to which L’Hôpital’s rule applies.',
    rule: 'limit-quotient',
    claim: { type: 'equal', left: expr, right: next },
  });
  return true;
};

function exponentOf(expr: Expr): Expr | undefined {
  if (expr.kind === 'call' && expr.name === 'exp') return expr.args[0];
  return expr.kind === 'power' && expr.base.kind === 'constant' && expr.base.name === 'e' ? expr.exponent : undefined;
}

function reciprocal(expr: Expr): Expr {
  const exponent = exponentOf(expr);
  if (exponent !== undefined) return power(e, tidy(negate(exponent)));
  const n = expr.kind === 'power' ? numberOf(expr.exponent) : undefined;
  if (expr.kind === 'power' && n !== undefined && n.s < 0n) return power(expr.base, num(negated(n)));
  return expr.kind === 'divide' ? divide(expr.denominator, expr.numerator) : divide(num(1), expr);
}

/** coefficient · x^power, what an algebraic expression is like for large positive x. */
interface Leading {
  readonly coefficient: Expr;
  readonly power: Rational;
}

/** Quotients with roots at infinity: the highest powers decide. */
export const leadingPowers: EndingRule = (work) => {
  const { variable, target } = work.task;
  if (!isInfinite(target) || target.kind === 'negate' || work.expr.kind !== 'divide') return undefined;
  const { numerator, denominator } = work.expr;
  const [above, below] = [leadingOf(numerator, variable), leadingOf(denominator, variable)];
  if (above === undefined || below === undefined) return undefined;
  const difference = minus(above.power, below.power);
  const ratio = toRationalFunction(divide(above.coefficient, below.coefficient));
  if (ratio === undefined) return undefined;
  const lead = rationalFunctionToExpr(ratio);
  const sign = numberOf(lead)?.s;
  const value = isZero(difference)
    ? lead
    : difference.s < 0n
      ? num(0)
      : sign === undefined
        ? undefined
        : sign > 0n
          ? infinity
          : negate(infinity);
  if (value === undefined) return undefined;
  const size = tidy(power(sym(variable), num(below.power)));
  work.moves.push({
    text: `Divide above and below by $${toTex(size)}$: then the numerator is like $${toTex(tidy(multiply(above.coefficient, power(sym(variable), num(difference)))))}$ and the denominator tends to $${toTex(tidy(below.coefficient))}$.`,
    latex: toTex(equals(shownLimit(work, work.expr), work.isExponent ? power(e, value) : value)),
    why: 'Divided by the highest power, all lower powers tend to $0$; a root of $x^2$ counts as $x$.',
    rule: 'limit-highest-power',
    claim: { type: 'none' },
  });
  return value;
};

function leadingOf(expr: Expr, x: string): Leading | undefined {
  if (!hasSymbol(expr, x)) return isZeroValue(expr) ? undefined : { coefficient: expr, power: rational(0) };
  const coefficients = coefficientsOf(expr, x);
  if (coefficients !== undefined)
    return { coefficient: coefficients.at(-1) ?? num(0), power: rational(coefficients.length - 1) };
  switch (expr.kind) {
    case 'negate': {
      const inner = leadingOf(expr.operand, x);
      return inner && { ...inner, coefficient: tidy(negate(inner.coefficient)) };
    }
    case 'add': {
      const terms = expr.terms.map((term) => leadingOf(term, x));
      if (!terms.every((term) => term !== undefined)) return undefined;
      const highest = terms.reduce(
        (most, term) => (term.power.compare(most) > 0 ? term.power : most),
        terms[0]?.power ?? rational(0),
      );
      const coefficient = tidy(
        add(...terms.filter((term) => term.power.equals(highest)).map((term) => term.coefficient)),
      );
      return isZeroValue(coefficient) ? undefined : { coefficient, power: highest };
    }
    case 'multiply': {
      const factors = expr.factors.map((factor) => leadingOf(factor, x));
      if (!factors.every((factor) => factor !== undefined)) return undefined;
      return {
        coefficient: tidy(multiply(...factors.map((factor) => factor.coefficient))),
        power: factors.reduce((sum, factor) => plus(sum, factor.power), rational(0)),
      };
    }
    case 'divide': {
      const [above, below] = [leadingOf(expr.numerator, x), leadingOf(expr.denominator, x)];
      if (above === undefined || below === undefined) return undefined;
      return {
        coefficient: tidy(divide(above.coefficient, below.coefficient)),
        power: minus(above.power, below.power),
      };
    }
    case 'root':
    case 'power': {
      const inner = leadingOf(expr.kind === 'root' ? expr.radicand : expr.base, x);
      const exponent =
        expr.kind === 'power'
          ? numberOf(expr.exponent)
          : expr.index === undefined
            ? rational(1, 2)
            : reciprocalOf(numberOf(expr.index));
      if (inner === undefined || exponent === undefined) return undefined;
      const isPositive = (numberOf(inner.coefficient)?.s ?? 1n) > 0n;
      if (!isPositive && exponent.d !== 1n) return undefined;
      const raised =
        exponent.n === 1n && exponent.d === 2n && exponent.s > 0n
          ? sqrt(inner.coefficient)
          : power(inner.coefficient, num(exponent));
      const plain = toRationalFunction(raised);
      return {
        coefficient: plain === undefined ? raised : rationalFunctionToExpr(plain),
        power: times(inner.power, exponent),
      };
    }
    default:
      return undefined;
  }
}

function reciprocalOf(value: Rational | undefined): Rational | undefined {
  return value === undefined || isZero(value) || numeratorOf(value) < 0n ? undefined : over(rational(1), value);
}
