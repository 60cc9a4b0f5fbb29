import { equals, num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { coefficientsIn, degree, isZeroPolynomial, type Polynomial } from '../../math/polynomial.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { toTex } from '../../math/print/toTex.ts';
import { toText } from '../../math/print/toText.ts';
import { zero, type Rational } from '../../math/rational.ts';
import { freeSymbols, substitute } from '../../math/tree.ts';
import { checkClaim } from '../../check/claims.ts';
import type { Claim, Derivation, Way } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import type { TaskOf } from '../task.ts';
import { collectTerms } from './collectTerms.ts';
import { Lines } from './lines.ts';
import { multiplyOut } from './multiplyOut.ts';

/** A coefficient of a polynomial: named by a form that it is brought to, or by the term that it belongs to. */
export const coefficient: Kind = {
  id: 'coefficient',
  tasks: ['coefficient'],
  ways(task): readonly Way[] {
    if (task.kind !== 'coefficient') return [];
    const found = 'form' in task ? named(task) : ofTerm(task);
    if (found === undefined) return [];
    return [{ id: 'comparing-coefficients', name: 'comparing coefficients', derive: () => derive(task.expr, found) }];
  },
};

interface Found {
  readonly value: Rational;
  /** The term that is looked for: x², or 1 for the constant term. */
  readonly monomial: Expr;
  /** What the answer is called: the letter in the form. */
  readonly name?: string | undefined;
  /** The form with every coefficient put in: equal to the expression. */
  readonly filled?: Expr | undefined;
}

type Named = Extract<TaskOf<'coefficient'>, { readonly form: Expr }>;
type OfTerm = Extract<TaskOf<'coefficient'>, { readonly term: Expr }>;

/** Each letter of the form that is not one of the expression's stands at one term: its coefficient there. */
function named({ expr, form, name }: Named): Found | undefined {
  const [polynomial, pattern] = [toPolynomial(expr), toPolynomial(form)];
  const letters = freeSymbols(form).filter((letter) => !freeSymbols(expr).includes(letter));
  if (polynomial === undefined || pattern === undefined || !letters.includes(name)) return undefined;
  const values = new Map<string, Expr>();
  let found: Found | undefined;
  for (const letter of letters) {
    const place = degree(pattern, letter) === 1 ? coefficientsIn(pattern, letter)[1] : undefined;
    const value = place && coefficientAt(polynomial, place);
    if (place === undefined || value === undefined) return undefined;
    values.set(letter, num(value));
    if (letter === name) found = { value, monomial: polynomialToExpr(place), name };
  }
  const filled = substitute(form, values);
  const matches = checkClaim({ type: 'equal', left: expr, right: filled }).kind === 'proved';
  return found && matches ? { ...found, filled } : undefined;
}

function ofTerm({ expr, term }: OfTerm): Found | undefined {
  const [polynomial, place] = [toPolynomial(expr), toPolynomial(term)];
  const value = polynomial && place && coefficientAt(polynomial, place);
  return value && { value, monomial: term };
}

/** The coefficient of a monomial with coefficient 1; undefined where `place` is no such thing. */
function coefficientAt(polynomial: Polynomial, place: Polynomial): Rational | undefined {
  const [only, more] = place.terms;
  if (isZeroPolynomial(place) || only === undefined || more !== undefined || !only.coefficient.equals(1))
    return undefined;
  const wanted = new Map(place.variables.map((name, index) => [name, only.exponents[index] ?? 0]));
  const exponentOf = (name: string): number => wanted.get(name) ?? 0;
  if (place.variables.some((name) => exponentOf(name) > 0 && !polynomial.variables.includes(name))) return zero;
  const term = polynomial.terms.find(({ exponents }) =>
    polynomial.variables.every((name, index) => (exponents[index] ?? 0) === exponentOf(name)),
  );
  return term?.coefficient ?? zero;
}

function derive(expr: Expr, { value, monomial, name, filled }: Found): Derivation {
  const lines = new Lines(expr);
  multiplyOut(lines);
  collectTerms(lines);
  const [answer, place] = [num(value), toTex(monomial)];
  const isConstant = monomial.kind === 'number';
  const where = isConstant ? 'The term without a letter' : `The coefficient of $${place}$`;
  const claim: Claim = { type: 'equal', left: expr, right: filled ?? lines.line };
  const shown = name === undefined ? toTex(answer) : toTex(equals({ kind: 'symbol', name }, answer));
  return {
    type: 'solved',
    moves: [
      ...lines.moves,
      {
        text: `${where} is $${toTex(answer)}$${name === undefined ? '' : `, and in the form asked for that is $${name}$`}.`,
        latex: shown,
        why: 'Two polynomials that are the same agree in every coefficient.',
        rule: 'compare-coefficients',
        claim,
      },
    ],
    answer: { text: toText(answer), latex: toTex(answer), value: answer, verdict: checkClaim(claim) },
  };
}
