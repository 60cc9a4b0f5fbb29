import { equals, num } from '../../math/build.ts';
import { minus, rational, zero, type Rational } from '../../math/rational.ts';
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
import { tableMoves, wrapped, type Sequence } from './differenceMoves.ts';
import { generalByBinomials, generalTerm } from './generalTerm.ts';
import { arePrimes, areSums, byPrimes, bySums } from './namedSequences.ts';
import { geometricGeneral, geometricNext } from './geometric.ts';
import { valuesOf } from './integerValues.ts';
import { styleOf } from './numberTable.ts';
import {
  aligned,
  answerOf,
  confirmed,
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
    ...(table === undefined
      ? []
      : [
          way('differences', 'differences', () => generalTerm(sequence, table)),
          ...(table.degree > 2 ? [way('binomials', 'binomials', () => generalByBinomials(sequence, table))] : []),
        ]),
  ];
  if (ways.length > 0) return ways;
  const fitted = terms.length <= 3 ? differenceTable(terms, 1) : undefined;
  if (fitted !== undefined) return [way('differences', 'differences', () => fittedTerm(sequence, fitted))];
  return [
    way('differences', 'differences', () =>
      stuck(
        'unsupported',
        'The differences of these terms never become constant, and the quotients are not constant either, so I can’t tell the rule.',
      ),
    ),
  ];
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
  const adds = table.rows.slice(0, -1).map((row, level): Claim => ({
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

/** So few terms fix no rule: the polynomial of the lowest degree through them, said to be a choice. */
function fittedTerm(sequence: Sequence, table: DifferenceTable): Derivation {
  const derivation = generalTerm(sequence, table);
  if (derivation.type !== 'solved') return derivation;
  const [first, ...rest] = derivation.moves;
  const reading = `${sequence.terms.length === 2 ? 'Two' : 'Three'} terms fit many rules; I take the simplest polynomial through them.`;
  const verdict: Verdict = {
    kind: 'unknown',
    how: 'none',
    evidence: 'These terms don’t fix the rule; the formula gives the terms that are there.',
  };
  return {
    ...derivation,
    moves: first === undefined ? rest : [{ ...first, text: `${reading} ${first.text}` }, ...rest],
    answer: { ...derivation.answer, verdict },
  };
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
