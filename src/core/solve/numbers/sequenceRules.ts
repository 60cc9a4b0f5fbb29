import type { Rule } from '../rule.ts';

/** The ideas behind the steps of going on with a sequence, by their ids. */
export const sequenceRules = {
  differences: {
    name: 'Differences',
    why: 'The differences of neighbouring terms show how a sequence grows; where they are constant at some level, a polynomial of that degree is behind it.',
    look: 'the differences of neighbouring terms',
  },
  'extend-differences': {
    name: 'Going on with the differences',
    why: 'If the last row of differences stays constant, each row above can be continued by adding.',
    look: 'the last row of differences',
  },
  'newton-formula': {
    name: 'A formula from differences',
    why: 'The first entries of the rows of differences are the coefficients of the sequence in binomial terms.',
    look: 'the first entry of each row of differences',
  },
  'common-ratio': {
    name: 'Common ratio',
    why: 'A sequence whose neighbours always have the same quotient grows by multiplying.',
    look: 'the quotients of neighbouring terms',
  },
  'sum-of-two-before': {
    name: 'A sum of earlier terms',
    why: 'Each term is built from the ones before it by the same rule.',
    look: 'each term and the ones before it',
  },
  'prime-sequence': {
    name: 'The primes',
    why: 'The terms are the primes one after another, so the next prime follows.',
    look: 'the divisors of the terms',
  },
} as const satisfies Record<string, Rule>;
