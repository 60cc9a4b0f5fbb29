import { add, multiplyWithDot, num, power } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { multiplyPolynomials, onePolynomial, type Polynomial } from '../../math/polynomial.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { contains, mapChildren } from '../../math/tree.ts';
import { collectTerms } from './collectTerms.ts';
import type { Lines, Remark } from './lines.ts';
import { replaceNodes } from './replaceNodes.ts';

/** Up to so many products of single terms are written out before they are collected. */
const longestWrittenOut = 9;

/**
 * Multiplies out every bracket of the line, the innermost first, and collects like terms: each pass over the whole line is
 * one idea. The line must be a polynomial in its letters (see kernels.ts).
 * @returns false where it isn't one or would be too large; nothing is written then.
 */
export function multiplyOut(lines: Lines, variable?: string): boolean {
  if (toPolynomial(lines.line) === undefined) return false;
  for (let pass = 0; pass < 50 && !isFlat(lines.line); pass += 1) {
    tidyBrackets(lines);
    if (!isFlat(lines.line)) expandInnermost(lines);
  }
  collectTerms(lines, variable);
  return true;
}

/** A sum without brackets, or a product of single things. */
export function isFlat(expr: Expr): boolean {
  return expr.kind === 'add' ? expr.terms.every((term) => !hasSum(term)) : !hasSum(expr);
}

function hasSum(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'add');
}

/** Like terms inside the innermost brackets. */
function tidyBrackets(lines: Lines): void {
  const tidied: { readonly from: Expr; readonly to: Expr }[] = [];
  const tidy = (node: Expr, isRoot: boolean): Expr => {
    if (!isRoot && node.kind === 'add' && isFlat(node)) {
      const to = collected(node);
      if (lines.latexOf(to) !== lines.latexOf(node)) tidied.push({ from: node, to });
      return to;
    }
    return mapChildren(node, (child) => tidy(child, false));
  };
  const to = tidy(lines.line, true);
  const only = tidied.length === 1 ? tidied[0] : undefined;
  const collapse = (from: Expr, result: Expr): string =>
    lines.math({ kind: 'relation', operands: [from, result], operators: ['='] });
  lines.write(to, {
    text:
      tidied.length === 0
        ? 'Put the terms in the brackets in order.'
        : only !== undefined
          ? `Collect like terms in the bracket: ${collapse(only.from, only.to)}.`
          : 'Collect like terms inside each bracket.',
    rule: 'collect-in-brackets',
    why: 'A short bracket is easier to multiply out than a long one.',
    isMinor: tidied.length === 0,
    parts: tidied.map((_, index) => {
      const pair = tidied[index];
      return {
        to: replaceNodes(lines.line, tidied.slice(0, index + 1)),
        remark: {
          text: pair === undefined ? '' : `Collect like terms: ${collapse(pair.from, pair.to)}.`,
          rule: 'collect-in-brackets',
        },
      };
    }),
  });
}

/** Products, powers and minus signs in front of brackets whose insides are free of brackets. */
function expandInnermost(lines: Lines): void {
  const expanded: { readonly from: Expr; readonly to: Expr }[] = [];
  const expand = (node: Expr): Expr => {
    if (!hasSum(node)) return node;
    if (node.kind !== 'add' && innermost(node)) {
      const to = writtenOut(node);
      expanded.push({ from: node, to });
      return to;
    }
    const mapped = mapChildren(node, expand);
    return mapped.kind === 'add' ? add(...mapped.terms) : mapped;
  };
  const to = expand(lines.line);
  const only = expanded.length === 1 ? expanded[0] : undefined;
  lines.write(to, {
    ...(only === undefined ? severalBrackets(expanded.map((pair) => pair.from)) : oneBracket(lines, only.from)),
    parts: expanded.map((pair, index) => {
      const partial = replaceNodes(lines.line, expanded.slice(0, index + 1));
      return { to: flattened(partial), remark: oneBracket(lines, pair.from) };
    }),
  });
}

function flattened(expr: Expr): Expr {
  const mapped = mapChildren(expr, flattened);
  return mapped.kind === 'add' ? add(...mapped.terms) : mapped;
}

/** Everything directly below is flat, so this is the next thing to expand. A sum below a product counts as one thing. */
function innermost(node: Expr): boolean {
  switch (node.kind) {
    case 'negate':
      return isFlat(node.operand);
    case 'multiply':
      return node.factors.every(isFlat);
    case 'divide':
      return isFlat(node.numerator) && !hasSum(node.denominator);
    case 'power':
      return isFlat(node.base);
    default:
      return false;
  }
}

function severalBrackets(froms: readonly Expr[]): Remark {
  const areSigns = froms.every((from) => from.kind === 'negate');
  return areSigns
    ? {
        text: 'Take the brackets away: a minus sign in front turns every sign inside.',
        rule: 'minus-bracket',
        why: minusWhy,
      }
    : { text: 'Multiply out the brackets.', rule: 'expand-brackets', why: expandWhy };
}

const minusWhy = 'Taking a sum away takes every one of its terms away.';
const expandWhy = 'Each term of one bracket is multiplied by each term of the other.';

function oneBracket(lines: Lines, from: Expr): Remark {
  switch (from.kind) {
    case 'negate':
      return {
        text: `Take the bracket away: the minus sign in front of it turns every sign inside.`,
        rule: 'minus-bracket',
        why: minusWhy,
      };
    case 'power':
      return { text: `Multiply out ${lines.math(from)}${powerDetail(lines, from)}.`, ...powerRule(from) };
    case 'divide':
      return {
        text: `Divide every term of the bracket by ${lines.math(from.denominator)}.`,
        rule: 'divide-bracket',
        why: 'A sum is divided by dividing each of its terms.',
      };
    default:
      return { text: `Multiply out ${lines.math(from)}.`, rule: 'expand-brackets', why: expandWhy };
  }
}

/** The products of a square, or the numbers in front of a higher power. */
function powerDetail(lines: Lines, { base, exponent }: Extract<Expr, { kind: 'power' }>): string {
  if (base.kind !== 'add' || base.terms.length !== 2 || exponent.kind !== 'number' || exponent.value.n > 12n) return '';
  const [a, b] = base.terms;
  if (a === undefined || b === undefined) return '';
  if (exponent.value.n === 2n)
    return `: ${lines.math(add(power(a, num(2)), multiplyWithDot(num(2), a, b), power(b, num(2))))}`;
  const row = binomials(Number(exponent.value.n));
  return `, with the numbers $${row.join(',\\ ')}$ of Pascal’s triangle in front`;
}

function binomials(size: number): readonly number[] {
  const row = [1];
  for (let k = 1; k <= size; k += 1) row.push(((row[k - 1] ?? 1) * (size - k + 1)) / k);
  return row;
}

function powerRule(from: Extract<Expr, { kind: 'power' }>): Pick<Remark, 'rule' | 'why'> {
  const isSquare = from.exponent.kind === 'number' && from.exponent.value.n === 2n;
  const isBinomial = from.base.kind === 'add' && from.base.terms.length === 2;
  if (isSquare && isBinomial)
    return {
      rule: 'binomial-square',
      why: 'The square of a sum is the square of the first, twice the product, and the square of the last: $(a+b)^2 = a^2 + 2ab + b^2$.',
    };
  if (isBinomial)
    return {
      rule: 'binomial-theorem',
      why: 'The powers of the first term fall while those of the second rise, with the numbers of Pascal’s triangle in front.',
    };
  return { rule: 'expand-brackets', why: expandWhy };
}

/** The product written out term by term where that is short, else collected at once. */
function writtenOut(node: Expr): Expr {
  const factors = factorsOf(node);
  const polynomials = factors?.map((factor) => termsOf(factor));
  const count = polynomials?.reduce((product, terms) => product * (terms?.length ?? Number.POSITIVE_INFINITY), 1);
  if (polynomials === undefined || count === undefined || count > longestWrittenOut) return collected(node);
  let products: readonly Polynomial[] = [onePolynomial];
  for (const terms of polynomials) {
    products = products.flatMap((product) => (terms ?? []).map((term) => multiplyPolynomials(product, term)));
  }
  return add(...products.filter((product) => product.terms.length > 0).map((product) => polynomialToExpr(product)));
}

/** The factors of what is to be expanded; undefined where writing it out helps nobody (high powers). */
function factorsOf(node: Expr): readonly Expr[] | undefined {
  if (node.kind === 'negate') return [num(-1), node.operand];
  if (node.kind === 'multiply') return node.factors;
  if (
    node.kind === 'power' &&
    node.exponent.kind === 'number' &&
    node.exponent.value.n === 2n &&
    node.exponent.value.d === 1n
  ) {
    return node.base.kind === 'add' && node.base.terms.length === 2 ? undefined : [node.base, node.base];
  }
  return undefined;
}

/** The terms of a flat sum, one polynomial each, in the order written. */
function termsOf(expr: Expr): readonly Polynomial[] | undefined {
  const polynomials = (expr.kind === 'add' ? expr.terms : [expr]).map((term) => toPolynomial(term));
  return polynomials.every((polynomial) => polynomial !== undefined) ? polynomials : undefined;
}

function collected(expr: Expr): Expr {
  const polynomial = toPolynomial(expr);
  return polynomial === undefined ? expr : polynomialToExpr(polynomial);
}
