import { add, multiply, negate, num, power, sym } from '../build.ts';
import type { Expr } from '../expr.ts';
import { descending, type Polynomial, type Term } from '../polynomial.ts';
import { absolute, isInteger, isZero } from '../rational.ts';

export interface PolynomialLayout {
  /** Terms descend in this letter first; without it by total degree, then alphabetically. */
  readonly variable?: string | undefined;
  /** What stands for a variable, where it isn't a letter of that name. */
  readonly symbolOf?: ((name: string) => Expr) | undefined;
}

/** The expanded sum in descending order: 3x² - x + 1/2. */
export function polynomialToExpr(p: Polynomial, layout: PolynomialLayout = {}): Expr {
  if (p.terms.length === 0) return num(0);
  const symbolOf = layout.symbolOf ?? sym;
  return add(...orderedTerms(p, layout.variable).map((term) => termToExpr(p.variables, term, symbolOf)));
}

function orderedTerms(p: Polynomial, variable: string | undefined): readonly Term[] {
  const position = variable === undefined ? -1 : p.variables.indexOf(variable);
  const rank = (term: Term) =>
    position < 0 ? term.exponents.reduce((sum, exponent) => sum + exponent, 0) : (term.exponents[position] ?? 0);
  return [...p.terms].sort((a, b) => rank(b) - rank(a) || descending(a, b));
}

function termToExpr(variables: readonly string[], term: Term, symbolOf: (name: string) => Expr): Expr {
  const powers = variables.flatMap((name, index) => {
    const exponent = term.exponents[index] ?? 0;
    return exponent === 0 ? [] : [exponent === 1 ? symbolOf(name) : power(symbolOf(name), num(exponent))];
  });
  const size = absolute(term.coefficient);
  const isOne = isInteger(size) && size.n === 1n;
  const body = powers.length === 0 ? num(size) : multiply(...(isOne ? powers : [num(size), ...powers]));
  return term.coefficient.s < 0n && !isZero(term.coefficient) ? negate(body) : body;
}
