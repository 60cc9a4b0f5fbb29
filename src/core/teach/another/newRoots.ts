import { add, divide, multiply, negate, num, power, subtract, sym } from '../../math/build.ts';
import type { Expr, ExprOf } from '../../math/expr.ts';
import { factorPolynomial } from '../../math/factorPolynomial.ts';
import {
  degree,
  multiplyPolynomials,
  type Polynomial,
  powerOfPolynomial,
  scalePolynomial,
  univariateCoefficients,
  univariatePolynomial,
} from '../../math/polynomial.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { absolute, isInteger, isZero, negated, over, type Rational, rational, times } from '../../math/rational.ts';
import { freeSymbols, mapChildren } from '../../math/tree.ts';
import { mapFormulas, mapWords } from './formulas.ts';
import type { Random } from './random.ts';

const maxDegree = 8;

/**
 * Moves the zeros of all polynomials of a text to other places, the same zero to the same place everywhere: what cancelled
 * still cancels, what had nice zeros still has nice ones. Undefined where no polynomial is found, or where a polynomial
 * would get other powers than it has.
 */
export function withOtherRoots(text: string, random: Random, isLimit: boolean): string | undefined {
  const move = random.chance(0.5) ? scaled(random) : redrawn(random);
  const state = { isBroken: false };
  const result = mapFormulas(text, (expr) => {
    const moved = change(expr, move);
    state.isBroken ||= moved === undefined;
    return moved ?? expr;
  });
  if (state.isBroken || result === undefined) return undefined;
  // The target of a limit stands among the words: it is one of the zeros.
  return isLimit
    ? mapWords(result, (words) =>
        words.replaceAll(/-?\d+(?!\w)/g, (digits) => move.known(rational(BigInt(digits)))?.toFraction() ?? digits),
      )
    : result;
}

/** Where each zero goes. */
interface Move {
  root(value: Rational): Rational;
  known(value: Rational): Rational | undefined;
  /** Of all zeros, those of factors without rational zeros among them; undefined where each goes its own way. */
  readonly factor: Rational | undefined;
}

function scaled(random: Random): Move {
  const factor = random.pick([2, 3, -1, -2, -3, 4, 5].map((value) => rational(value)) as [Rational, ...Rational[]]);
  const root = (value: Rational): Rational => times(value, factor);
  const seen = new Set<string>();
  return {
    factor,
    root: (value) => {
      seen.add(value.toFraction());
      return root(value);
    },
    known: (value) => (seen.has(value.toFraction()) ? root(value) : undefined),
  };
}

function redrawn(random: Random): Move {
  const places = new Map<string, Rational>();
  const known = (value: Rational): Rational | undefined => places.get(value.toFraction());
  return {
    factor: undefined,
    known,
    root: (value) => {
      const before = known(value);
      if (before !== undefined) return before;
      const opposite = known(negated(value));
      const drawn = isZero(value) ? value : opposite === undefined ? draw(value, places, random) : negated(opposite);
      places.set(value.toFraction(), drawn);
      return drawn;
    },
  };
}

/** An integer for an integer, a fraction with the same denominator for a fraction; no two zeros in one place. */
function draw(value: Rational, taken: ReadonlyMap<string, Rational>, random: Random): Rational {
  const most = Math.min(60, Math.max(7, Number(absolute(value).n) + 3));
  for (let turn = 0; turn < 30; turn += 1) {
    const size = rational(random.between(1, most), value.d);
    const drawn = value.s < 0n === random.chance(0.75) ? negated(size) : size;
    const isTaken = [...taken.values()].some((other) => absolute(other).equals(size));
    if (drawn.d === value.d && !drawn.equals(value) && !isTaken) return drawn;
  }
  return value;
}

/** Undefined where a polynomial can't be kept in shape. */
function change(expr: Expr, move: Move): Expr | undefined {
  const state = { isBroken: false };
  const walk = (node: Expr): Expr => {
    if (state.isBroken) return node;
    const variable = unknownOf(node);
    if (node.kind === 'relation' && variable !== undefined) {
      const [left, right] = node.operands;
      const whole =
        node.operands.length === 2 && left !== undefined && right !== undefined
          ? movedSides(left, right, variable, move)
          : undefined;
      if (whole === 'broken') state.isBroken = true;
      else if (whole !== undefined) return { ...node, operands: whole };
    }
    if (node.kind === 'add' && variable !== undefined && isExpanded(node, variable)) {
      const moved = movedSum(node, variable, move, rational(0));
      state.isBroken = moved === undefined;
      return moved ?? node;
    }
    if (node.kind === 'limit' && node.target.kind === 'number') {
      const body = walk(node.body);
      const target = move.known(node.target.value);
      return { ...node, body, target: target === undefined ? node.target : num(target) };
    }
    if (node.kind === 'power') {
      const base = walk(node.base);
      return base === node.base ? node : { ...node, base };
    }
    return mapChildren(node, walk);
  };
  const result = walk(expr);
  return state.isBroken ? undefined : result;
}

function unknownOf(node: Expr): string | undefined {
  const letters = freeSymbols(node);
  return letters.length === 1 ? letters[0] : undefined;
}

/** P(x) = c and P(x) = Q(x): the zeros are those of the difference, and the right side stays as it is. */
function movedSides(left: Expr, right: Expr, variable: string, move: Move): readonly Expr[] | 'broken' | undefined {
  if (!isExpanded(left, variable)) return undefined;
  const constant = univariateCoefficients(toPolynomial(right) ?? { variables: [variable], terms: [] }, variable);
  if (constant === undefined || toPolynomial(right) === undefined) return undefined;
  const whole = toPolynomial(subtract(left, right));
  if (whole === undefined || degree(whole, variable) < 2) return undefined;
  if (left.kind === 'power' && constant.length <= 1) {
    // x³ = 27: there is nowhere else for the number to go.
    const [moved] = coefficientsAfter(whole, variable, move) ?? [];
    return moved === undefined ? 'broken' : [left, num(negated(moved))];
  }
  if (left.kind !== 'add') return undefined;
  const before = univariateCoefficients(whole, variable);
  const after = coefficientsAfter(whole, variable, move);
  if (before === undefined || after === undefined) return 'broken';
  const sum = after.map((coefficient, index) => coefficient.add(constant[index] ?? rational(0)));
  const rebuilt = written(left, variable, sum);
  return rebuilt === undefined ? 'broken' : [rebuilt, right];
}

/** A sum of multiples of powers of one letter, each power once. */
function isExpanded(expr: Expr, variable: string): boolean {
  const terms = expr.kind === 'add' ? expr.terms : [expr];
  const powers = terms.map((term) => powerIn(term, variable));
  return powers.every((exponent) => exponent !== undefined) && new Set(powers).size === powers.length;
}

/** The k of c·x^k; undefined for anything else. */
function powerIn(term: Expr, variable: string): number | undefined {
  switch (term.kind) {
    case 'negate':
      return powerIn(term.operand, variable);
    case 'number':
      return 0;
    case 'symbol':
      return term.name === variable ? 1 : undefined;
    case 'power':
      return term.base.kind === 'symbol' && term.exponent.kind === 'number' && isInteger(term.exponent.value)
        ? Number(term.exponent.value.n)
        : undefined;
    case 'divide':
      return term.denominator.kind === 'number' ? powerIn(term.numerator, variable) : undefined;
    case 'multiply': {
      const [coefficient, rest] = term.factors;
      return term.factors.length === 2 && coefficient?.kind === 'number' && rest !== undefined && rest.kind !== 'number'
        ? powerIn(rest, variable)
        : undefined;
    }
    default:
      return undefined;
  }
}

function movedSum(sum: ExprOf<'add'>, variable: string, move: Move, shift: Rational): Expr | undefined {
  const p = toPolynomial(sum);
  const after = p && coefficientsAfter(p, variable, move);
  return after && written(sum, variable, [(after[0] ?? rational(0)).add(shift), ...after.slice(1)]);
}

/** The coefficients of the polynomial with its zeros moved, the constant first. */
function coefficientsAfter(p: Polynomial, variable: string, move: Move): readonly Rational[] | undefined {
  const top = degree(p, variable);
  if (top < 1 || top > maxDegree) return undefined;
  const { content, factors } = factorPolynomial(p);
  let product = univariatePolynomial(variable, [content]);
  for (const { polynomial, multiplicity } of factors) {
    const moved = movedFactor(polynomial, variable, move);
    if (moved === undefined) return undefined;
    product = multiplyPolynomials(product, powerOfPolynomial(moved, multiplicity));
  }
  return univariateCoefficients(product, variable);
}

function movedFactor(factor: Polynomial, variable: string, move: Move): Polynomial | undefined {
  const coefficients = univariateCoefficients(factor, variable);
  if (coefficients === undefined) return undefined;
  const [constant, slope] = coefficients;
  if (coefficients.length === 2 && constant !== undefined && slope !== undefined) {
    const root = move.root(over(negated(constant), slope));
    return scalePolynomial(univariatePolynomial(variable, [negated(root), rational(1)]), slope);
  }
  const { factor: scale } = move;
  if (scale === undefined) return undefined;
  let size = rational(1);
  const stretched = coefficients.toReversed().map((coefficient) => {
    const value = times(coefficient, size);
    size = times(size, scale);
    return value;
  });
  return univariatePolynomial(variable, stretched.toReversed());
}

/** The same powers in the same order with the new coefficients; undefined where a power would come or go. */
function written(sum: ExprOf<'add'>, variable: string, coefficients: readonly Rational[]): Expr | undefined {
  const exponents = sum.terms.map((term) => powerIn(term, variable) ?? 0);
  const present = coefficients.filter((coefficient) => !isZero(coefficient)).length;
  const terms = exponents.map((exponent, index) => {
    const coefficient = coefficients[exponent] ?? rational(0);
    return isZero(coefficient) ? undefined : termLike(sum.terms[index], coefficient, variable, exponent);
  });
  if (present !== exponents.length || !terms.every((term) => term !== undefined)) return undefined;
  return add(...terms);
}

/** 3x/4 stays a fraction, with the same denominator where it can. */
function termLike(before: Expr | undefined, coefficient: Rational, variable: string, exponent: number): Expr {
  const plain = before?.kind === 'negate' ? before.operand : before;
  if (plain?.kind !== 'divide' || plain.denominator.kind !== 'number') return termOf(coefficient, variable, exponent);
  const above = times(coefficient, plain.denominator.value);
  const fraction = divide(termOf(absolute(above), variable, exponent), plain.denominator);
  return coefficient.s < 0n ? negate(fraction) : fraction;
}

function termOf(coefficient: Rational, variable: string, exponent: number): Expr {
  const size = absolute(coefficient);
  const letters = exponent === 1 ? sym(variable) : power(sym(variable), num(exponent));
  const term = exponent === 0 ? num(size) : size.equals(1) ? letters : multiply(num(size), letters);
  return coefficient.s < 0n ? negate(term) : term;
}
