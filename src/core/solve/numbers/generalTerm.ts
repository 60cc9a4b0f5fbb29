import { equals, num } from '../../math/build.ts';
import { isZero, minus, over, plus, rational, times, zero, type Rational } from '../../math/rational.ts';
import { substitute } from '../../math/tree.ts';
import type { Answer, Claim, Derivation, Move } from '../derivation.ts';
import { rowTex, tableMoves, wrapped, type Sequence } from './differenceMoves.ts';
import { coefficientsOf, differenceTable, polynomialExpr, valueAt, type DifferenceTable } from './differences.ts';
import { answerOf, confirmed, decided, listWords, math, numberExpr, tex } from './write.ts';

interface General extends Sequence {
  readonly table: DifferenceTable;
  readonly coefficients: readonly Rational[];
  readonly formula: string;
  readonly checks: Claim;
  readonly answer: Answer;
}

function opened(sequence: Sequence, table: DifferenceTable): General {
  const { terms, index } = sequence;
  const coefficients = coefficientsOf(table);
  const formula = polynomialExpr(coefficients, index);
  const reproduces = terms.every((term, place) => valueAt(coefficients, rational(place + 1)).equals(term));
  const verdict = confirmed(
    reproduces,
    `Put in $${index} = 1, \\dots, ${terms.length.toString()}$, the formula gives all ${terms.length.toString()} terms.`,
  );
  const checks: Claim = {
    type: 'all',
    claims: terms.slice(0, 6).map((term, place): Claim => ({
      type: 'holds',
      statement: equals(substitute(formula, { [index]: num(place + 1) }), num(term)),
    })),
  };
  return { ...sequence, table, coefficients, formula: tex(formula), checks, answer: answerOf(formula, verdict) };
}

/** The polynomial behind the terms: its leading power is found from the constant difference and taken off, then the next. */
export function generalTerm(sequence: Sequence, table: DifferenceTable): Derivation {
  const general = opened(sequence, table);
  const { terms, opening, style, index, answer, checks } = general;
  const [first = zero] = terms;
  if (table.degree === 0) {
    const move: Move = {
      text: `All terms are the same, so the term number $${index}$ is ${math(first)} for every $${index}$.`,
      latex: `a_{${index}} = ${tex(numberExpr(first, style))}`,
      rule: 'differences',
      claim: checks,
    };
    return { type: 'solved', moves: [...opening, move], answer };
  }
  const start = [...opening, ...tableMoves(table, style)];
  if (table.degree === 1) return { type: 'solved', moves: [...start, linearMove(general)], answer };
  if (table.degree === 2)
    return { type: 'solved', moves: [...start, ...quadraticMoves(general, table, terms, '')], answer };
  return { type: 'solved', moves: [...start, ...peeled(general)], answer };
}

/** The same formula from the first entries of the rows (Newton). */
export function generalByBinomials(sequence: Sequence, table: DifferenceTable): Derivation {
  const general = opened(sequence, table);
  return {
    type: 'solved',
    moves: [...general.opening, ...tableMoves(table, general.style), ...newtonMoves(general)],
    answer: general.answer,
  };
}

function linearMove({ table, terms, index, style, formula, checks }: General): Move {
  const show = (value: Rational) => tex(numberExpr(value, style));
  const [first = zero] = terms;
  const step = table.rows[1]?.[0] ?? zero;
  return {
    text: `The first term is ${math(numberExpr(first, style))}, and each of the $${index} - 1$ steps to the term number $${index}$ adds ${math(numberExpr(step, style))}.`,
    latex: `a_{${index}} = ${show(first)} + (${index} - 1) \\cdot ${wrapped(show(step))} = ${formula}`,
    why: 'Equal steps make a linear formula.',
    rule: 'newton-formula',
    claim: checks,
  };
}

/** a from the second difference, then b from the first one, then c from the first term. `taken` is what was taken off before. */
function quadraticMoves(
  { coefficients, index, style, formula, checks }: General,
  { rows }: DifferenceTable,
  terms: readonly Rational[],
  taken: string,
): readonly Move[] {
  const [c = zero, b = zero, a = zero] = coefficients;
  // The letters of the coefficients must not be the letter that counts.
  const [A, B, C] = 'abc'.includes(index) ? ['p', 'q', 'r'] : ['a', 'b', 'c'];
  const show = (value: Rational) => tex(numberExpr(value, style));
  const [second = zero, difference = zero, first = zero] = [rows[2]?.[0], rows[1]?.[0], terms[0]];
  const what =
    taken === ''
      ? 'Constant second differences mean a quadratic formula'
      : `The rest has the constant second difference ${math(numberExpr(second, style))}, so it is quadratic,`;
  const start = taken === '' ? 'The' : 'In the rest, the';
  return [
    {
      text: `${what} $${A}${index}^2 + ${B}${index} + ${C}$, whose second difference is $2${A}$. So $2${A} = ${show(second)}$ and $${A} = ${show(a)}$.`,
      latex: `${A} = \\frac{${show(second)}}{2} = ${show(a)}`,
      why: `The second difference of $${index}^2$ is $2$.`,
      rule: 'newton-formula',
      claim: { type: 'holds', statement: equals(num(times(a, rational(2n))), num(second)) },
    },
    {
      text: `${start} first of the first differences is $3${A} + ${B}$: from $3 \\cdot ${wrapped(show(a))} + ${B} = ${show(difference)}$ follows $${B} = ${show(b)}$. The first term is $${A} + ${B} + ${C}$: from $${show(plus(a, b))} + ${C} = ${show(first)}$ follows $${C} = ${show(c)}$.${taken === '' ? '' : ` Put $${taken}$ back in front.`}`,
      latex: `a_{${index}} = ${formula}`,
      why: 'Three known numbers fix the three coefficients.',
      rule: 'newton-formula',
      claim: {
        type: 'all',
        claims: [{ type: 'holds', statement: equals(num(plus(times(a, rational(3n)), b)), num(difference)) }, checks],
      },
    },
  ];
}

/** Takes the highest power off until a quadratic, linear or constant rest is left. */
function peeled(general: General): readonly Move[] {
  const { index, style, formula, checks, coefficients } = general;
  const moves: Move[] = [];
  let rest = general.terms;
  let taken: readonly Rational[] = [];
  for (;;) {
    const table = differenceTable(rest, 1);
    if (table === undefined) return moves;
    const { degree, rows } = table;
    const takenTex = taken.length === 0 ? '' : tex(polynomialExpr(taken, index));
    if (degree === 2)
      return [
        ...moves,
        ...quadraticMoves({ ...general, coefficients: coefficients.slice(0, 3) }, table, rest, takenTex),
      ];
    if (degree < 2) return [...moves, restMove(general, table, rest, takenTex)];
    const constant = rows[degree]?.[0] ?? zero;
    const factorial = Array.from({ length: degree }, (_, k) => BigInt(k + 1)).reduce(
      (product, factor) => product * factor,
      1n,
    );
    const lead = over(constant, rational(factorial));
    const power = Array.from({ length: degree + 1 }, (_, k) => (k === degree ? lead : zero));
    const before = rest;
    rest = rest.map((term, place) => minus(term, valueAt(power, rational(place + 1))));
    taken = Array.from({ length: Math.max(taken.length, degree + 1) }, (_, k) =>
      k === degree ? lead : (taken[k] ?? zero),
    );
    const powerTex = tex(polynomialExpr(power, index));
    const added = before.every((term, place) =>
      plus(rest[place] ?? zero, valueAt(power, rational(place + 1))).equals(term),
    );
    moves.push({
      text: `The ${ordinalDifference(degree)} difference of $${index}^{${degree.toString()}}$ is $${degree.toString()}! = ${factorial.toString()}$; here it is ${math(numberExpr(constant, style))}, so the formula begins with $${powerTex}$. Subtract that from every term and look at the rest.`,
      latex: rowTex(rest, style),
      why: 'The constant difference comes from the highest power alone; without it a simpler sequence is left.',
      rule: 'newton-formula',
      claim: {
        type: 'all',
        claims: [
          { type: 'holds', statement: equals(num(times(lead, rational(factorial))), num(constant)) },
          decided(added, `Added to the values of $${powerTex}$, the rest gives the terms again.`),
        ],
      },
    });
    if (isZero(lead) || rest.every(isZero)) {
      return [
        ...moves,
        {
          text: `Nothing is left, so this is the whole formula.`,
          latex: `a_{${index}} = ${formula}`,
          rule: 'newton-formula',
          claim: checks,
        },
      ];
    }
  }
}

function ordinalDifference(degree: number): string {
  return ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth'][degree] ?? `${degree.toString()}th`;
}

function restMove(
  { index, style, formula, checks }: General,
  { rows, degree }: DifferenceTable,
  rest: readonly Rational[],
  taken: string,
): Move {
  const show = (value: Rational) => tex(numberExpr(value, style));
  const [first = zero] = rest;
  const step = rows[1]?.[0] ?? zero;
  const what =
    degree === 0
      ? `The rest is always ${math(numberExpr(first, style))}`
      : `The rest grows by ${math(numberExpr(step, style))} each time, from ${math(numberExpr(first, style))} on, so it is $${show(first)} + (${index} - 1) \\cdot ${wrapped(show(step))}$`;
  return {
    text: `${what}. Put $${taken}$ back in front.`,
    latex: `a_{${index}} = ${formula}`,
    why: 'The parts add up to the terms.',
    rule: 'newton-formula',
    claim: checks,
  };
}

function newtonMoves({ table: { rows, degree }, index, checks, formula, style }: General): readonly Move[] {
  const leads = rows.map((row) => row[0] ?? zero);
  const show = (value: Rational) => tex(numberExpr(value, style));
  const terms = leads.flatMap((lead, k) =>
    isZero(lead) && k > 0 ? [] : [k === 0 ? show(lead) : `${wrapped(show(lead))}\\binom{${index}-1}{${k.toString()}}`],
  );
  const sum = terms.join(' + ');
  return [
    {
      text: `Build the formula from the first entries of the rows, ${listWords(leads.map((lead) => math(numberExpr(lead, style))))}: each is multiplied by the number of ways in which it enters the term number $${index}$.`,
      latex: `a_{${index}} = ${sum}`,
      why: `The term number $${index}$ contains each row's first entry a binomial number of times (Newton).`,
      rule: 'newton-formula',
      claim: checks,
    },
    {
      text: `Write the binomials out, $\\binom{${index}-1}{2} = \\frac{(${index}-1)(${index}-2)}{2}$${degree >= 3 ? `, $\\binom{${index}-1}{3} = \\frac{(${index}-1)(${index}-2)(${index}-3)}{6}$` : ''}, multiply out and collect.`,
      latex: `a_{${index}} = ${formula}`,
      why: 'The same formula in powers of the index.',
      rule: 'newton-formula',
      claim: checks,
    },
  ];
}
