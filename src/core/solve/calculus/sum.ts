import { add, equals, multiply, num, power, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import {
  addPolynomials,
  coefficientsIn,
  constantPolynomial,
  constantValue,
  degree,
  isZeroPolynomial,
  multiplyPolynomials,
  samePolynomial,
  scalePolynomial,
  substituteInPolynomial,
  subtractPolynomials,
  sumOf,
  univariatePolynomial,
  variablePolynomial,
  type Polynomial,
} from '../../math/polynomial.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { toTex } from '../../math/print/toTex.ts';
import { toText } from '../../math/print/toText.ts';
import { isInteger, minus, numeratorOf, one, over, rational, times, zero, type Rational } from '../../math/rational.ts';
import { substitute } from '../../math/tree.ts';
import type { Verdict } from '../../session/step.ts';
import type { Derivation, Move, Way } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import type { TaskOf } from '../task.ts';

/** Sums over an index with polynomial terms: by the formulas for sums of powers, or term by term where they are few. */
export const sum: Kind = {
  id: 'sum',
  tasks: ['sum'],
  ways(task): readonly Way[] {
    if (task.kind !== 'sum') return [];
    const read = readSum(task);
    if (read === undefined) return [];
    const formulas: Way = {
      id: 'sums-of-powers',
      name: 'the formulas for sums of powers',
      derive: () => deriveByFormula(task, read),
    };
    const count = countOf(read);
    const terms: Way = {
      id: 'term-by-term-sum',
      name: 'adding term by term',
      derive: () => deriveTermByTerm(task, read, count ?? 0),
    };
    if (count === undefined || count > fewTerms) return [formulas];
    return count <= 5 ? [terms, formulas] : [formulas, terms];
  },
};

const fewTerms = 20;
const highestPower = 30;

interface SumTask {
  readonly body: Polynomial;
  readonly variable: string;
  readonly lower: Polynomial;
  readonly upper: Polynomial;
}

function readSum({ expr, variable, lower, upper }: TaskOf<'sum'>): SumTask | undefined {
  const [body, from, to] = [toPolynomial(expr), toPolynomial(lower), toPolynomial(upper)];
  if (body === undefined || from === undefined || to === undefined || degree(body, variable) > highestPower)
    return undefined;
  const bounds = [from, to].map(constantValue);
  if (bounds.some((value) => value !== undefined && !isInteger(value))) return undefined;
  return from.variables.includes(variable) || to.variables.includes(variable)
    ? undefined
    : { body, variable, lower: from, upper: to };
}

/** How many terms, where both bounds are numbers. */
function countOf({ lower, upper }: SumTask): number | undefined {
  const [from, to] = [constantValue(lower), constantValue(upper)];
  return from === undefined || to === undefined ? undefined : Number(numeratorOf(minus(to, from))) + 1;
}

/**
 * 0^m + 1^m + … + n^m as a polynomial in n, with 0^0 = 1.
 * Source: (n+1)^(m+1) = sum over j ≤ m of binomial(m+1, j) · S_j(n), Pascal 1654.
 */
function powerSum(exponent: number): Polynomial {
  const sums: Polynomial[] = [];
  for (let m = 0; m <= exponent; m += 1) {
    const raised = univariatePolynomial('n', binomials(m + 1));
    const rest = sumOf(sums.map((lower, j) => scalePolynomial(lower, binomials(m + 1)[j] ?? zero)));
    sums.push(scalePolynomial(subtractPolynomials(raised, rest), over(one, rational(m + 1))));
  }
  return sums[exponent] ?? constantPolynomial(0);
}

function binomials(size: number): readonly Rational[] {
  const row: Rational[] = [one];
  for (let k = 1; k <= size; k += 1) row.push(over(times(row[k - 1] ?? one, rational(size - k + 1)), rational(k)));
  return row;
}

/** F with F(n) = f(1) + … + f(n), a polynomial in the index and the other letters. */
function antidifference({ body, variable }: SumTask): Polynomial {
  const coefficients = coefficientsIn(body, variable);
  return sumOf(
    coefficients.map((coefficient, m) => multiplyPolynomials(coefficient, renamed(sumFromOne(m), variable))),
  );
}

/** 1^m + … + n^m; for m = 0 simply n. */
function sumFromOne(m: number): Polynomial {
  return m === 0 ? variablePolynomial('n') : powerSum(m);
}

function renamed(p: Polynomial, variable: string): Polynomial {
  return p.variables.length === 0 ? p : { variables: [variable], terms: p.terms };
}

function valueOf(task: SumTask): Polynomial {
  const total = antidifference(task);
  const before = subtractPolynomials(task.lower, constantPolynomial(1));
  return subtractPolynomials(
    substituteInPolynomial(total, task.variable, task.upper),
    substituteInPolynomial(total, task.variable, before),
  );
}

function deriveByFormula(task: TaskOf<'sum'>, read: SumTask): Derivation {
  const { variable } = read;
  const whole = (body: Expr): Expr => ({
    kind: 'bigOperator',
    operator: 'sum',
    body,
    variable,
    lower: task.lower,
    upper: task.upper,
  });
  const result = valueOf(read);
  const final = polynomialToExpr(result);
  const coefficients = coefficientsIn(read.body, variable);
  const pieces = coefficients
    .map((coefficient, m) => ({ coefficient, m }))
    .filter(({ coefficient }) => !isZeroPolynomial(coefficient))
    .reverse();
  const powerExpr = (m: number): Expr => (m === 0 ? num(1) : m === 1 ? sym(variable) : power(sym(variable), num(m)));
  const split = add(...pieces.map(({ coefficient, m }) => scaled(polynomialToExpr(coefficient), whole(powerExpr(m)))));
  const values = pieces.map(({ m }) => ({
    m,
    value: polynomialToExpr(
      valueOf({ ...read, body: m === 0 ? constantPolynomial(1) : variablePolynomial(variable, m) }),
    ),
  }));
  const filled = add(
    ...pieces.map(({ coefficient }, index) => scaled(polynomialToExpr(coefficient), values[index]?.value ?? num(0))),
  );
  const moves: Move[] = [];
  if (toTex(split) !== toTex(whole(task.expr))) {
    moves.push({
      text: `Sum each power of $${toTex(sym(variable))}$ by itself and take out what does not depend on $${toTex(sym(variable))}$.`,
      latex: toTex(equals(whole(task.expr), split)),
      why: 'The order of the terms does not matter, and a common factor can be taken out of a sum.',
      rule: 'split-sum',
      claim: {
        type: 'equal',
        left: task.expr,
        right: add(...pieces.map(({ coefficient, m }) => multiply(polynomialToExpr(coefficient), powerExpr(m)))),
      },
    });
  }
  moves.push({
    text: 'Use the formulas for sums of powers.',
    latex: values.map(({ m, value }) => toTex(equals(whole(powerExpr(m)), value))).join(',\\quad '),
    why: formulaWhy(pieces.map(({ m }) => m)),
    rule: 'sums-of-powers',
    claim: { type: 'decided', verdict: verdictFor(read) },
  });
  const put: Move = {
    text: 'Put the sums in and collect.',
    latex:
      toTex(filled) === toTex(final)
        ? toTex(equals(whole(task.expr), final))
        : toTex({ kind: 'relation', operands: [whole(task.expr), filled, final], operators: ['=', '='] }),
    why: 'Equals may be put in for equals.',
    rule: 'put-in',
    claim: { type: 'equal', left: filled, right: final },
  };
  const isOnePower = pieces.length === 1 && toTex(final) === toTex(values[0]?.value ?? final);
  return {
    type: 'solved',
    moves: isOnePower ? moves : [...moves, put],
    answer: { text: toText(final), latex: toTex(final), value: final, verdict: verdictFor(read) },
  };
}

function scaled(coefficient: Expr, body: Expr): Expr {
  if (coefficient.kind === 'negate') return { kind: 'negate', operand: scaled(coefficient.operand, body) };
  const isOne = coefficient.kind === 'number' && coefficient.value.n === 1n && coefficient.value.d === 1n;
  return isOne ? body : multiply(coefficient, body);
}

function formulaWhy(powers: readonly number[]): string {
  const known: Readonly<Record<number, string>> = {
    1: '$1 + 2 + \\dots + n = \\frac{n(n+1)}{2}$',
    2: '$1^2 + 2^2 + \\dots + n^2 = \\frac{n(n+1)(2n+1)}{6}$',
    3: '$1^3 + 2^3 + \\dots + n^3 = \\left(\\frac{n(n+1)}{2}\\right)^2$',
  };
  const said = powers.flatMap((m) => known[m] ?? []);
  return said.length === 0
    ? 'A sum of ones counts the terms; sums of powers have formulas of one degree more.'
    : `${said.join('; ')}.`;
}

function deriveTermByTerm(task: TaskOf<'sum'>, read: SumTask, count: number): Derivation {
  const first = constantValue(read.lower);
  if (first === undefined || count < 0)
    return { type: 'stuck', reason: 'unsupported', detail: 'The bounds of this sum are not numbers.' };
  const whole: Expr = {
    kind: 'bigOperator',
    operator: 'sum',
    body: task.expr,
    variable: read.variable,
    lower: task.lower,
    upper: task.upper,
  };
  const terms = Array.from({ length: count }, (_, index) =>
    substitute(task.expr, { [read.variable]: num(rational(numeratorOf(first) + BigInt(index))) }),
  );
  const final = polynomialToExpr(valueOf(read));
  const written = add(...terms);
  return {
    type: 'solved',
    moves: [
      {
        text:
          count === 0
            ? 'The upper bound lies below the lower one, so there is nothing to add.'
            : `Write the ${count.toString()} terms out.`,
        latex: toTex(equals(whole, written)),
        why: 'A sum sign stands for the terms for every whole number between its bounds.',
        rule: 'write-sum-out',
        claim: { type: 'none' },
      },
      {
        text: 'Add them up.',
        latex: `= ${toTex(final)}`,
        why: 'Terms of the same kind are added.',
        rule: 'collect-terms',
        claim: { type: 'equal', left: written, right: final },
      },
    ],
    answer: { text: toText(final), latex: toTex(final), value: final, verdict: verdictFor(read) },
  };
}

/** The most terms that are added one by one to check a formula. */
const mostChecked = 2000;

/**
 * Independent of the formulas: the terms added one by one where they are few, else the telescoping proof,
 * F(k) − F(k−1) = f(k) as polynomials and F(0) = 0.
 */
function verdictFor(task: SumTask): Verdict {
  const count = countOf(task);
  const from = constantValue(task.lower);
  if (count !== undefined && count >= 0 && count <= mostChecked && from !== undefined) {
    let total = constantPolynomial(0);
    for (let index = 0; index < count; index += 1) {
      const at = constantPolynomial(rational(numeratorOf(from) + BigInt(index)));
      total = addPolynomials(total, substituteInPolynomial(task.body, task.variable, at));
    }
    const isSame = samePolynomial(total, valueOf(task));
    return isSame
      ? {
          kind: 'proved',
          how: 'recomputed',
          relation: 'equal',
          evidence: `All ${count.toString()} terms added one by one give the same.`,
        }
      : {
          kind: 'invalid',
          how: 'recomputed',
          relation: 'different',
          evidence: `Added one by one the terms give $${toTex(polynomialToExpr(total))}$.`,
        };
  }
  const total = antidifference(task);
  const before = substituteInPolynomial(
    total,
    task.variable,
    subtractPolynomials(variablePolynomial(task.variable), constantPolynomial(1)),
  );
  const isTelescoping = samePolynomial(subtractPolynomials(total, before), task.body);
  return isTelescoping
    ? {
        kind: 'proved',
        how: 'symbolic',
        relation: 'equal',
        evidence: 'From each upper bound to the next the formula grows by exactly one term.',
      }
    : { kind: 'unknown', how: 'none' };
}
