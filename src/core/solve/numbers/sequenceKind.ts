import { equals, num } from '../../math/build.ts';
import { isPrime } from '../../math/integers.ts';
import {
  isInteger,
  isZero,
  minus,
  numeratorOf,
  plus,
  rational,
  times,
  zero,
  type Rational,
} from '../../math/rational.ts';
import { substitute } from '../../math/tree.ts';
import type { Verdict } from '../../session/step.ts';
import type { Claim, Derivation, Move } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import {
  coefficientsOf,
  differenceTable,
  nextEntries,
  polynomialExpr,
  valueAt,
  type DifferenceTable,
} from './differences.ts';
import { geometricGeneral, geometricNext } from './geometric.ts';
import { valuesOf } from './integerValues.ts';
import { styleOf } from './numberTable.ts';
import {
  aligned,
  answerOf,
  confirmed,
  decided,
  listWords,
  math,
  numberExpr,
  stuck,
  tex,
  way,
  type NumberStyle,
} from './write.ts';

export const sequenceKind: Kind = {
  id: 'sequence',
  tasks: ['sequence'],
  ways: (task, work) => {
    if (task.kind !== 'sequence') return [];
    const found = valuesOf(task.terms, work);
    if (found === undefined || found.values.length === 0) return [];
    const { values, opening } = found;
    const style: NumberStyle = task.terms.some((term) => styleOf(term) === 'decimal') ? 'decimal' : 'fraction';
    const sequence: Sequence = { terms: values, opening, style, index: task.index ?? 'n' };
    return task.ask === 'next' ? nextWays(sequence) : generalWays(sequence);
  },
};

interface Sequence {
  readonly terms: readonly Rational[];
  readonly opening: readonly Move[];
  readonly style: NumberStyle;
  readonly index: string;
}

function nextWays(sequence: Sequence) {
  const { terms, opening, style } = sequence;
  const differences = way('differences', 'differences', () => byDifferences(sequence));
  if (terms.length < 2)
    return [
      way('differences', 'differences', () =>
        stuck('nothing-to-do', 'One term alone does not show how the sequence goes on.'),
      ),
    ];
  const table = differenceTable(terms);
  const linear = table !== undefined && table.degree <= 1;
  const ratio = geometricNext(terms, opening, style);
  const primes = way('primes', 'recognising the primes', () => byPrimes(sequence));
  const sums = way('sum-of-two', 'sums of the two terms before', () => bySums(sequence));
  const ways = [
    ...(linear ? [differences] : []),
    ...(ratio === undefined ? [] : [way('common-ratio', 'the common ratio', () => ratio)]),
    ...(linear || !arePrimes(terms) ? [] : [primes]),
    ...(linear || !areSums(terms) ? [] : [sums]),
    ...(linear || table === undefined ? [] : [differences]),
  ];
  return ways.length > 0 ? ways : [way('differences', 'differences', () => guessed(sequence))];
}

function generalWays(sequence: Sequence) {
  const { terms, opening, style, index } = sequence;
  if (terms.length < 2)
    return [
      way('differences', 'differences', () =>
        stuck('nothing-to-do', 'One term alone does not show the rule of the sequence.'),
      ),
    ];
  const table = differenceTable(terms);
  const ratio = table !== undefined && table.degree <= 1 ? undefined : geometricGeneral(terms, opening, style, index);
  const ways = [
    ...(ratio === undefined ? [] : [way('common-ratio', 'the common ratio', () => ratio)]),
    ...(table === undefined ? [] : [way('differences', 'differences', () => general(sequence, table))]),
  ];
  return ways.length > 0
    ? ways
    : [
        way('differences', 'differences', () =>
          stuck(
            'unsupported',
            'The differences of these terms never become constant, and the quotients are not constant either, so I can’t tell the rule.',
          ),
        ),
      ];
}

function rowTex(row: readonly Rational[], style: NumberStyle): string {
  return row.map((value) => tex(numberExpr(value, style))).join(',\\; ');
}

const rowNames = [
  'terms',
  'first differences',
  'second differences',
  'third differences',
  'fourth differences',
  'fifth differences',
];

function rowName(level: number): string {
  return rowNames[level] ?? `${level.toString()}th differences`;
}

/** The rows of differences down to the constant one. */
function tableMoves({ rows, degree }: DifferenceTable, style: NumberStyle): readonly Move[] {
  const rowMove = (level: number): Move => {
    const row = rows[level] ?? [];
    const [first, second] = rows[level - 1] ?? [];
    const example =
      first !== undefined && second !== undefined
        ? `$${tex(numberExpr(second, style))} - ${wrapped(tex(numberExpr(first, style)))} = ${tex(numberExpr(minus(second, first), style))}$`
        : '';
    const [constant] = row;
    return {
      text: `${level === 1 ? 'Subtract each term from the next one' : `Take the differences of the ${rowName(level - 1)}`}: ${example}, and so on.${level === degree && constant !== undefined ? ` They are all ${math(numberExpr(constant, style))}.` : ''}`,
      latex: rowTex(row, style),
      why: 'Differences show how the sequence grows from term to term.',
      rule: 'differences',
      claim: decided(
        row.every((value, index) =>
          plus(value, rows[level - 1]?.[index] ?? zero).equals(rows[level - 1]?.[index + 1] ?? zero),
        ),
        'Each difference added to its term gives the next one.',
      ),
    };
  };
  if (degree <= 1) return [rowMove(1)];
  const parts = Array.from({ length: degree - 1 }, (_, index) => rowMove(index + 2));
  const [constant] = rows[degree] ?? [];
  const deeper: Move = {
    text: `${degree === 2 ? 'They are not constant, so take their differences too' : 'They are not constant, so take differences again and again'}: the ${rowName(degree)} are all ${math(numberExpr(constant ?? zero, style))}.`,
    latex:
      degree === 2
        ? rowTex(rows[2] ?? [], style)
        : aligned(rows.slice(2).map((row, index) => `\\text{${rowName(index + 2)}:}\\; & ${rowTex(row, style)}`)),
    why: `Constant ${rowName(degree)} belong to a polynomial of degree ${degree.toString()}.`,
    rule: 'differences',
    claim: { type: 'all', claims: parts.map((part) => part.claim) },
    parts: parts.length > 1 ? parts : undefined,
  };
  return [rowMove(1), deeper];
}

function wrapped(source: string): string {
  return source.startsWith('-') ? `(${source})` : source;
}

/** The polynomial through the given terms, evaluated one place further: not the way the table was continued. */
function nextVerdict(table: DifferenceTable, terms: readonly Rational[], next: Rational): Verdict {
  const coefficients = coefficientsOf(table);
  const reproduces = terms.every((term, index) => valueAt(coefficients, rational(index + 1)).equals(term));
  return confirmed(
    reproduces && valueAt(coefficients, rational(terms.length + 1)).equals(next),
    `The formula $${tex(polynomialExpr(coefficients, 'n'))}$ gives all ${terms.length.toString()} terms for $n = 1, \\dots, ${terms.length.toString()}$ and this one for $n = ${(terms.length + 1).toString()}$.`,
  );
}

function byDifferences({ terms, opening, style }: Sequence): Derivation {
  const table = differenceTable(terms);
  if (table === undefined) return stuck('unsupported', 'The differences of these terms never become constant.');
  return extended(table, terms, opening, style, nextVerdict(table, terms, nextEntries(table)[0] ?? zero), '');
}

function extended(
  table: DifferenceTable,
  terms: readonly Rational[],
  opening: readonly Move[],
  style: NumberStyle,
  verdict: Verdict,
  reading: string,
): Derivation {
  const entries = nextEntries(table);
  const next = entries[0] ?? zero;
  const show = (value: Rational) => tex(numberExpr(value, style));
  const sums = table.rows
    .slice(0, -1)
    .map(
      (row, level) =>
        `${show(row.at(-1) ?? zero)} + ${wrapped(show(entries[level + 1] ?? zero))} = ${show(entries[level] ?? zero)}`,
    );
  const result = numberExpr(next, style);
  const adds = table.rows
    .slice(0, -1)
    .map((row, level): Claim => ({
      type: 'holds',
      statement: equals(num(minus(entries[level] ?? zero, row.at(-1) ?? zero)), num(entries[level + 1] ?? zero)),
    }));
  const claim: Claim = verdict.kind === 'proved' ? { type: 'decided', verdict } : { type: 'all', claims: adds };
  const [onlySum] = sums;
  const ascending = sums.toReversed();
  const last: Move =
    table.degree === 0
      ? {
          text: `All terms are the same, so the next one is ${math(result)} too.`,
          latex: show(next),
          rule: 'extend-differences',
          claim,
        }
      : {
          text:
            sums.length === 1
              ? `Every term is the one before plus $${show(entries[1] ?? zero)}$; so the next one is $${onlySum ?? ''}$.`
              : `Continue every row by one entry, from the constant row upwards: ${listWords(ascending.map((line) => `$${line}$`))}. The next term is ${math(result)}.`,
          latex: sums.length === 1 ? (onlySum ?? '') : aligned(ascending.map((line) => line.replace(' = ', ' &= '))),
          why: 'If the last row stays constant, each entry above is the one before it plus the difference below.',
          rule: 'extend-differences',
          claim,
        };
  const moves = table.degree === 0 ? [last] : [...tableMoves(table, style), last];
  const said =
    reading === ''
      ? moves
      : moves.map((move, index) => (index === 0 ? { ...move, text: `${reading} ${move.text}` } : move));
  return { type: 'solved', moves: [...opening, ...said], answer: answerOf(result, verdict) };
}

/** No rule shows itself: the polynomial of the lowest degree, said to be a choice. */
function guessed({ terms, opening, style }: Sequence): Derivation {
  const table = differenceTable(terms, 1);
  if (table === undefined || terms.length < 2) return stuck('unsupported', 'I see no rule in these terms.');
  const verdict: Verdict = {
    kind: 'unknown',
    how: 'none',
    evidence: 'These terms don’t fix how the sequence goes on.',
  };
  const reading =
    terms.length === 2
      ? 'Two terms fit many rules; I take it that the same is added each time.'
      : 'I see no rule that the terms confirm; I take the polynomial of the lowest degree through them.';
  return extended(table, terms, opening, style, verdict, reading);
}

function general({ terms, opening, style, index }: Sequence, table: DifferenceTable): Derivation {
  const coefficients = coefficientsOf(table);
  const formula = polynomialExpr(coefficients, index);
  const reproduces = terms.every((term, place) => valueAt(coefficients, rational(place + 1)).equals(term));
  const verdict = confirmed(
    reproduces,
    `Put in $${index} = 1, \\dots, ${terms.length.toString()}$, the formula gives all ${terms.length.toString()} terms.`,
  );
  const answer = answerOf(formula, verdict);
  const checks: Claim = {
    type: 'all',
    claims: terms
      .slice(0, 6)
      .map((term, place): Claim => ({
        type: 'holds',
        statement: equals(substitute(formula, { [index]: num(place + 1) }), num(term)),
      })),
  };
  const show = (value: Rational) => tex(numberExpr(value, style));
  const [first = zero] = terms;
  const name = `a_{${index}}`;
  if (table.degree === 0) {
    return {
      type: 'solved',
      moves: [
        ...opening,
        {
          text: `All terms are the same, so the ${index}th term is ${math(first)} for every $${index}$.`,
          latex: `${name} = ${show(first)}`,
          rule: 'differences',
          claim: checks,
        },
      ],
      answer,
    };
  }
  const start = [...opening, ...tableMoves(table, style)];
  if (table.degree === 1) {
    const step = table.rows[1]?.[0] ?? zero;
    const last: Move = {
      text: `The first term is ${math(numberExpr(first, style))}, and each of the $${index} - 1$ steps to the term number $${index}$ adds ${math(numberExpr(step, style))}.`,
      latex: `${name} = ${show(first)} + (${index} - 1) \\cdot ${wrapped(show(step))} = ${tex(formula)}`,
      why: 'Equal steps make a linear formula.',
      rule: 'newton-formula',
      claim: checks,
    };
    return { type: 'solved', moves: [...start, last], answer };
  }
  return {
    type: 'solved',
    moves: [
      ...start,
      ...(table.degree === 2
        ? quadraticMoves(coefficients, table, terms, index, checks, tex(formula), style)
        : newtonMoves(table, index, checks, tex(formula), style)),
    ],
    answer,
  };
}

/** a from the second difference, then b from the first one, then c from the first term. */
function quadraticMoves(
  coefficients: readonly Rational[],
  { rows }: DifferenceTable,
  terms: readonly Rational[],
  index: string,
  checks: Claim,
  formula: string,
  style: NumberStyle,
): readonly Move[] {
  const [c = zero, b = zero, a = zero] = coefficients;
  const show = (value: Rational) => tex(numberExpr(value, style));
  const [second = zero, firstDifference = zero, first = zero] = [rows[2]?.[0], rows[1]?.[0], terms[0]];
  const threeA = times(a, rational(3n));
  return [
    {
      text: `Constant second differences mean a quadratic formula $a${index}^2 + b${index} + c$, whose second difference is $2a$. So $2a = ${show(second)}$ and $a = ${show(a)}$.`,
      latex: `a = \\frac{${show(second)}}{2} = ${show(a)}`,
      why: `The second difference of $${index}^2$ is $2$.`,
      rule: 'newton-formula',
      claim: { type: 'holds', statement: equals(num(times(a, rational(2n))), num(second)) },
    },
    {
      text: `The first of the first differences is $3a + b$: from $3 \\cdot ${wrapped(show(a))} + b = ${show(firstDifference)}$ follows $b = ${show(b)}$. The first term is $a + b + c$: from $${show(plus(a, b))} + c = ${show(first)}$ follows $c = ${show(c)}$.`,
      latex: `a_{${index}} = ${formula}`,
      why: 'Three known numbers fix the three coefficients.',
      rule: 'newton-formula',
      claim: {
        type: 'all',
        claims: [{ type: 'holds', statement: equals(num(plus(threeA, b)), num(firstDifference)) }, checks],
      },
    },
  ];
}

function newtonMoves(
  { rows, degree }: DifferenceTable,
  index: string,
  checks: Claim,
  formula: string,
  style: NumberStyle,
): readonly Move[] {
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

function arePrimes(terms: readonly Rational[]): boolean {
  if (terms.length < 4 || !terms.every(isInteger)) return false;
  return terms.every((term, index) => {
    const [value, next] = [numeratorOf(term), terms[index + 1]];
    return value < 10n ** 12n && isPrime(value) && (next === undefined || nextPrime(value) === numeratorOf(next));
  });
}

function nextPrime(value: bigint): bigint {
  let candidate = value + 1n;
  while (!isPrime(candidate)) candidate += 1n;
  return candidate;
}

function byPrimes({ terms, opening }: Sequence): Derivation {
  const last = numeratorOf(terms.at(-1) ?? zero);
  const next = nextPrime(last);
  const verdict = confirmed(
    isPrime(next),
    `$${next.toString()}$ is prime, and no number between $${last.toString()}$ and it is.`,
  );
  const move: Move = {
    text: `These are the primes one after another. After ${math(last)} the next prime is ${math(next)}.`,
    latex: next.toString(),
    why: 'All the numbers in between have a divisor.',
    rule: 'prime-sequence',
    claim: { type: 'decided', verdict },
  };
  return { type: 'solved', moves: [...opening, move], answer: answerOf(num(next), verdict) };
}

function areSums(terms: readonly Rational[]): boolean {
  return (
    terms.length >= 4 &&
    terms.slice(2).every((term, index) => term.equals(plus(terms[index] ?? zero, terms[index + 1] ?? zero)))
  );
}

function bySums({ terms, opening, style }: Sequence): Derivation {
  const [before = zero, last = zero] = terms.slice(-2);
  const next = plus(before, last);
  const show = (value: Rational) => tex(numberExpr(value, style));
  const verdict = confirmed(areSums([...terms, next]), 'Every term from the third on is the sum of the two before it.');
  const [a = zero, b = zero, c = zero] = terms;
  const moves: readonly Move[] = [
    {
      text: `Each term is the sum of the two before it: $${show(a)} + ${wrapped(show(b))} = ${show(c)}$, and so on.`,
      latex: 'a_n = a_{n-1} + a_{n-2}',
      why: 'The rule fits all the terms from the third on.',
      rule: 'sum-of-two-before',
      claim: decided(areSums(terms), 'Checked for every given term.'),
    },
    {
      text: `So add the last two terms.`,
      latex: `${show(before)} + ${wrapped(show(last))} = ${show(next)}`,
      rule: 'sum-of-two-before',
      claim: { type: 'holds', statement: equals(num(next), num(plus(last, before))) },
    },
  ];
  return { type: 'solved', moves: [...opening, ...moves], answer: answerOf(numberExpr(next, style), verdict) };
}
