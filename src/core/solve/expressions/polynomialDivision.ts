import { checkClaim } from '../../check/claims.ts';
import { add, divide, equals, multiply } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import {
  addPolynomials,
  coefficientsIn,
  constantPolynomial,
  constantValue,
  degree,
  isZeroPolynomial,
  multiplyPolynomials,
  subtractPolynomials,
  variablePolynomial,
  zeroPolynomial,
  type Polynomial,
} from '../../math/polynomial.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { toTex } from '../../math/print/toTex.ts';
import { toText } from '../../math/print/toText.ts';
import { over } from '../../math/rational.ts';
import type { Answer, Derivation, Move, Way } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import type { TaskOf } from '../task.ts';

/** Long division of polynomials in one letter. */
export const polynomialDivision: Kind = {
  id: 'polynomial-division',
  tasks: ['polynomialDivision'],
  ways(task): readonly Way[] {
    if (task.kind !== 'polynomialDivision') return [];
    const division = readDivision(task.dividend, task.divisor);
    if (division === undefined) return [];
    return [{ id: 'long-division', name: 'long division', derive: () => deriveDivision(task, division) }];
  },
};

interface DivisionTask {
  readonly dividend: Polynomial;
  readonly divisor: Polynomial;
  readonly variable: string;
}

export function readDivision(dividendExpr: Expr, divisorExpr: Expr): DivisionTask | undefined {
  const [dividend, divisor] = [toPolynomial(dividendExpr), toPolynomial(divisorExpr)];
  if (dividend === undefined || divisor === undefined || isZeroPolynomial(divisor)) return undefined;
  const [variable, ...others] = new Set([...divisor.variables, ...dividend.variables]);
  return variable === undefined || others.length > 0 ? undefined : { dividend, divisor, variable };
}

export interface DivisionRow {
  readonly term: Polynomial;
  readonly product: Polynomial;
  readonly before: Polynomial;
  readonly after: Polynomial;
}

/** The rows of the long division and what comes out. */
export function longDivision({ dividend, divisor, variable }: DivisionTask): {
  readonly rows: readonly DivisionRow[];
  readonly quotient: Polynomial;
  readonly remainder: Polynomial;
} {
  const rows: DivisionRow[] = [];
  let [quotient, rest] = [zeroPolynomial, dividend];
  const size = degree(divisor, variable);
  while (!isZeroPolynomial(rest) && degree(rest, variable) >= size) {
    const term = leadingQuotient(rest, divisor, variable);
    const product = multiplyPolynomials(term, divisor);
    const after = subtractPolynomials(rest, product);
    rows.push({ term, product, before: rest, after });
    quotient = addPolynomials(quotient, term);
    rest = after;
  }
  return { rows, quotient, remainder: rest };
}

function leadingQuotient(rest: Polynomial, divisor: Polynomial, variable: string): Polynomial {
  const [top, bottom] = [coefficientsIn(rest, variable).at(-1), coefficientsIn(divisor, variable).at(-1)];
  const [above, below] = [top && constantValue(top), bottom && constantValue(bottom)];
  if (above === undefined || below === undefined) throw new TypeError('polynomials in one letter expected');
  return multiplyPolynomials(
    constantPolynomial(over(above, below)),
    variablePolynomial(variable, degree(rest, variable) - degree(divisor, variable)),
  );
}

/** One move a row: which term, what it takes away, what is left. */
export function divisionMoves(task: DivisionTask): readonly Move[] {
  const show = (polynomial: Polynomial): Expr => polynomialToExpr(polynomial, { variable: task.variable });
  const math = (polynomial: Polynomial): string => `$${toTex(show(polynomial))}$`;
  const leading = (polynomial: Polynomial): string => math(leadingTerm(polynomial, task.variable));
  let quotient = zeroPolynomial;
  return longDivision(task).rows.map((row): Move => {
    quotient = addPolynomials(quotient, row.term);
    const result = add(multiply(show(task.divisor), show(quotient)), show(row.after));
    const line = equals(
      show(task.dividend),
      isZeroPolynomial(row.after) ? multiply(show(task.divisor), show(quotient)) : result,
    );
    return {
      text: `${leading(row.before)} divided by ${leading(task.divisor)} is ${math(row.term)}. Take ${math(row.term)} times ${math(task.divisor)}, that is ${math(row.product)}, away from ${math(row.before)}: ${math(row.after)} is left.`,
      latex: toTex(line),
      why: 'Each round removes the highest power that is left, so what is left gets simpler until the divisor no longer fits into it.',
      rule: 'long-division',
      claim: { type: 'equal', left: show(task.dividend), right: result },
    };
  });
}

function leadingTerm(polynomial: Polynomial, variable: string): Polynomial {
  const size = degree(polynomial, variable);
  const coefficient = coefficientsIn(polynomial, variable).at(-1) ?? zeroPolynomial;
  return multiplyPolynomials(coefficient, variablePolynomial(variable, size));
}

function deriveDivision(task: TaskOf<'polynomialDivision'>, division: DivisionTask): Derivation {
  const { quotient, remainder } = longDivision(division);
  const show = (polynomial: Polynomial): Expr => polynomialToExpr(polynomial, { variable: division.variable });
  const identity = add(multiply(show(division.divisor), show(quotient)), show(remainder));
  const answer = divisionAnswer(task, show(quotient), show(remainder), identity);
  const summary: Move = {
    text: isZeroPolynomial(remainder)
      ? `The division comes out even: the quotient is $${toTex(show(quotient))}$.`
      : `The divisor no longer fits: the quotient is $${toTex(show(quotient))}$ and the remainder $${toTex(show(remainder))}$.`,
    latex: toTex(
      equals(
        divide(task.dividend, task.divisor),
        isZeroPolynomial(remainder) ? show(quotient) : add(show(quotient), divide(show(remainder), task.divisor)),
      ),
    ),
    why: 'The remainder has a smaller degree than the divisor.',
    rule: 'division-result',
    claim: { type: 'equal', left: task.dividend, right: identity },
  };
  return { type: 'solved', moves: [...divisionMoves(division), summary], answer };
}

function divisionAnswer(task: TaskOf<'polynomialDivision'>, quotient: Expr, remainder: Expr, identity: Expr): Answer {
  const verdict = checkClaim({ type: 'equal', left: task.dividend, right: identity });
  if (task.ask === 'quotient') return { text: toText(quotient), latex: toTex(quotient), value: quotient, verdict };
  if (task.ask === 'remainder') return { text: toText(remainder), latex: toTex(remainder), value: remainder, verdict };
  return {
    text: `quotient ${toText(quotient)}, remainder ${toText(remainder)}`,
    latex: `${toTex(quotient)}\\quad\\text{remainder } ${toTex(remainder)}`,
    verdict,
  };
}
