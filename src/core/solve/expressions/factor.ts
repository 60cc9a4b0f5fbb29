import { multiply, negate, num, power, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { isIrreducible } from '../../math/factorPolynomial.ts';
import {
  constantPolynomial,
  degree,
  multiplyPolynomials,
  negatePolynomial,
  powerOfPolynomial,
  samePolynomial,
  variablePolynomial,
  onePolynomial,
  type Polynomial,
} from '../../math/polynomial.ts';
import { divideExactly } from '../../math/polynomial/division.ts';
import { contentOf } from '../../math/polynomial/gcd.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { readPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { absolute, isInteger, negated, one, powerOf, times, zero, type Rational } from '../../math/rational.ts';
import { toTex } from '../../math/print/toTex.ts';
import { freeSymbols } from '../../math/tree.ts';
import type { Derivation, Move, Way } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import { answerEqualTo } from './answer.ts';
import { splitOnce, type Piece } from './factorRules.ts';
import { abstractKernels } from './kernels.ts';
import { Lines } from './lines.ts';
import { isFlat, multiplyOut } from './multiplyOut.ts';

/** A polynomial as a product of irreducible factors over the rationals. */
export const factor: Kind = {
  id: 'factor',
  tasks: ['factor'],
  ways(task): readonly Way[] {
    if (task.kind !== 'factor' || freeSymbols(task.expr).length === 0) return [];
    return [{ id: 'factoring', name: 'factoring', derive: () => derive(task.expr) }];
  },
};

/** A product in the making: number · letters · brackets. */
interface Product {
  readonly content: Rational;
  readonly letters: readonly Piece[];
  readonly brackets: readonly Piece[];
}

function derive(asked: Expr): Derivation {
  const reading = readPolynomial(asked);
  if (reading.type === 'tooLarge')
    return {
      type: 'stuck',
      reason: 'too-large',
      detail: 'Multiplied out, this polynomial would be too long to work with.',
    };
  if (reading.type === 'notPolynomial') return withKernels(asked);
  const lines = new Lines(asked);
  let product = start(lines, asked, reading.polynomial);
  for (;;) {
    const split = firstSplit(product);
    if (split === undefined) break;
    product = split.product;
    lines.write(show(product), split.remark);
  }
  const final = show(product);
  const moves = lines.moves.length > 0 ? lines.moves : [irreducible(asked, final)];
  const isComplete = product.brackets.every((piece) => isIrreducible(piece.polynomial));
  // Equal to the question is not enough: a factor that might split further is not called verified.
  return {
    type: 'solved',
    moves,
    answer: answerEqualTo(asked, final, isComplete ? {} : { verdict: { kind: 'unknown', how: 'none' } }),
  };
}

function irreducible(asked: Expr, final: Expr): Move {
  return {
    text:
      asked.kind === 'add'
        ? 'This cannot be factored: over the rational numbers no product of simpler expressions gives it.'
        : 'This is a product already, and none of its factors splits.',
    latex: toTex(final),
    rule: 'irreducible',
    claim: { type: 'equal', left: asked, right: final },
  };
}

/** Roots, exponentials and the like taken for letters: only that nothing splits can be said then. */
function withKernels(asked: Expr): Derivation {
  const reading = readPolynomial(abstractKernels(asked).expr);
  if (reading.type !== 'polynomial' || !isIrreducible(reading.polynomial)) {
    return { type: 'stuck', reason: 'unsupported', detail: 'I can factor polynomials only.' };
  }
  return { type: 'solved', moves: [irreducible(asked, asked)], answer: answerEqualTo(asked, asked) };
}

/** Takes a product as it is written; else multiplies out and takes out what is common to all terms. */
function start(lines: Lines, asked: Expr, polynomial: Polynomial): Product {
  const written = asProduct(asked);
  if (written === undefined) {
    if (!isFlat(asked) || !isCollected(asked, polynomial))
      multiplyOut(lines, polynomial.variables.length === 1 ? polynomial.variables[0] : undefined);
    const product = withoutCommonFactor(polynomial);
    if (isUnit(product.content) && product.letters.length === 0)
      return product.content.s > 0n ? product : minusTakenOut(lines, product);
    lines.write(show(product), {
      text: commonFactorText(product),
      rule: 'common-factor',
      why: 'What divides every term can be taken out in front of a bracket.',
    });
    return product;
  }
  lines.write(show(written), {
    text: 'Take out of each bracket what its terms have in common.',
    rule: 'common-factor',
    why: 'What divides every term of a bracket can be taken out in front of it.',
  });
  return written;
}

/** A first term with a minus sign is easier to factor behind a minus sign. */
function minusTakenOut(lines: Lines, product: Product): Product {
  lines.write(show(product), {
    text: 'Take out a minus sign.',
    rule: 'common-factor',
    why: 'With a positive first term the patterns are easier to see.',
    isMinor: true,
  });
  return product;
}

/** As many terms as the polynomial has: nothing to collect, whatever the order. */
function isCollected(expr: Expr, polynomial: Polynomial): boolean {
  return (expr.kind === 'add' ? expr.terms.length : 1) === polynomial.terms.length;
}

function commonFactorText(product: Product): string {
  const common = show({ ...product, brackets: [] });
  return `Take out the common factor $${toTex(common)}$.`;
}

/** A product, or a power, whose factors are taken one by one. */
function asProduct(expr: Expr): Product | undefined {
  if (expr.kind === 'negate') {
    const inner = asProduct(expr.operand);
    return inner && { ...inner, content: negated(inner.content) };
  }
  if (
    expr.kind === 'power' &&
    expr.base.kind === 'add' &&
    expr.exponent.kind === 'number' &&
    isInteger(expr.exponent.value)
  ) {
    return raise(asBracket(expr.base), Number(expr.exponent.value.n));
  }
  if (
    expr.kind !== 'multiply' ||
    !expr.factors.some((factor) => factor.kind === 'add' || (factor.kind === 'power' && factor.base.kind === 'add'))
  )
    return undefined;
  let product: Product | undefined = { content: one, letters: [], brackets: [] };
  for (const each of expr.factors) {
    const next: Product | undefined = asProduct(each) ?? asBracket(each);
    product = next && product && join(product, next);
  }
  return product;
}

function asBracket(expr: Expr): Product | undefined {
  const reading = readPolynomial(expr);
  return reading.type === 'polynomial' ? withoutCommonFactor(reading.polynomial) : undefined;
}

function raise(product: Product | undefined, exponent: number): Product | undefined {
  if (product === undefined || exponent < 1 || exponent > 1000) return undefined;
  const raised = (piece: Piece): Piece => ({ ...piece, multiplicity: piece.multiplicity * exponent });
  return {
    content: powerOf(product.content, exponent),
    letters: product.letters.map(raised),
    brackets: product.brackets.map(raised),
  };
}

function join(left: Product, right: Product): Product {
  return {
    content: times(left.content, right.content),
    letters: merged([...left.letters, ...right.letters]),
    brackets: merged([...left.brackets, ...right.brackets]),
  };
}

/** Equal factors become one with a higher power. */
function merged(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const index = result.findIndex((other) => samePolynomial(other.polynomial, piece.polynomial));
    const other = result[index];
    if (other === undefined) result.push(piece);
    else result[index] = { ...other, multiplicity: other.multiplicity + piece.multiplicity };
  }
  return result;
}

function withoutCommonFactor(p: Polynomial): Product {
  if (p.variables.length === 0 || p.terms.length === 0)
    return { content: p.terms[0]?.coefficient ?? zero, letters: [], brackets: [] };
  const letters = p.variables.flatMap((name, index): Piece[] => {
    const lowest = Math.min(...p.terms.map((term) => term.exponents[index] ?? 0));
    return lowest > 0 ? [{ polynomial: variablePolynomial(name), multiplicity: lowest }] : [];
  });
  const monomial = letters.reduce(
    (product, piece) => multiplyPolynomials(product, powerOfPolynomial(piece.polynomial, piece.multiplicity)),
    onePolynomial,
  );
  const isNegative = highestTerm(p).coefficient.s < 0n;
  const size = absolute(contentOf(p));
  const content = isNegative ? negated(size) : size;
  const rest = divideExactly(p, multiplyPolynomials(constantPolynomial(content), monomial)) ?? p;
  const isOne = rest.variables.length === 0;
  return { content, letters, brackets: isOne ? [] : [{ polynomial: rest, multiplicity: 1 }] };
}

function highestTerm(p: Polynomial): Polynomial['terms'][number] {
  const size = degree(p);
  const found =
    p.terms.find((term) => term.exponents.reduce((sum, exponent) => sum + exponent, 0) === size) ?? p.terms[0];
  if (found === undefined) throw new RangeError('the zero polynomial has no terms');
  return found;
}

function firstSplit(
  product: Product,
): { readonly product: Product; readonly remark: Parameters<Lines['write']>[1] } | undefined {
  for (const [index, piece] of product.brackets.entries()) {
    const split = splitOnce(piece.polynomial);
    if (split === undefined) continue;
    const signs = split.pieces
      .map((part) => (highestTerm(part.polynomial).coefficient.s < 0n ? part.multiplicity : 0))
      .reduce((sum, count) => sum + count, 0);
    const isTurned = (signs * piece.multiplicity) % 2 === 1;
    const pieces = split.pieces.map((part) => ({
      polynomial: withPositiveLead(part.polynomial),
      multiplicity: part.multiplicity * piece.multiplicity,
    }));
    const rest = product.brackets.toSpliced(index, 1, ...pieces);
    const several = product.brackets.length > 1 || product.letters.length > 0 || !isUnit(product.content);
    const text = several
      ? `Go on with the factor $${toTex(polynomialToExpr(piece.polynomial))}$. ${split.remark.text}`
      : split.remark.text;
    return {
      product: { ...product, content: isTurned ? negated(product.content) : product.content, brackets: merged(rest) },
      remark: { ...split.remark, text },
    };
  }
  return undefined;
}

function withPositiveLead(p: Polynomial): Polynomial {
  return highestTerm(p).coefficient.s < 0n ? negatePolynomial(p) : p;
}

function isUnit(value: Rational): boolean {
  return isInteger(value) && value.n === 1n;
}

function show({ content, letters, brackets }: Product): Expr {
  const size = absolute(content);
  const factors = [
    ...letters.map((piece) => raised(sym(piece.polynomial.variables[0] ?? ''), piece.multiplicity)),
    ...brackets.map((piece) => raised(polynomialToExpr(piece.polynomial), piece.multiplicity)),
  ];
  const body = multiply(...(isUnit(size) && factors.length > 0 ? [] : [num(size)]), ...factors);
  return content.s < 0n ? negate(body) : body;
}

function raised(base: Expr, exponent: number): Expr {
  return exponent === 1 ? base : power(base, num(exponent));
}
