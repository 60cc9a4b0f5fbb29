import type { Rule } from '../rule.ts';

/** The ideas behind the steps of equations with functions of angles, by their ids. */
export const trigonometricRules = {
  'double-angle': {
    name: 'Double angles',
    why: '$\\sin 2\\alpha = 2\\sin\\alpha\\cos\\alpha$ and $\\cos 2\\alpha = 1 - 2\\sin^2\\alpha$: so only one angle is left in the equation.',
    words:
      'The sine and the cosine of a doubled angle can be written with the single angle, so that only one angle is left in the equation.',
    look: 'the two different angles',
  },
  'inverse-trigonometry': {
    name: 'All angles with a given value',
    why: 'The functions of angles repeat after every turn, so one angle gives infinitely many; symmetry gives the others.',
    look: 'the function of the angle and its value',
  },
  'one-wave': {
    name: 'One sine for sine and cosine',
    why: 'A sum of multiples of sine and cosine of one angle is a single sine, stretched and shifted.',
    look: 'the sine and the cosine of the same angle',
  },
  'pythagorean-identity': {
    name: 'Use the squares of sine and cosine',
    why: 'The squares of sine and cosine of one angle add up to $1$, so one of them can be replaced by the other.',
    words: 'The squares of sine and cosine of one angle add up to one, so one of them can be replaced by the other.',
    look: 'the square of the sine or of the cosine',
  },
  'divide-by-cosine': {
    name: 'From sine and cosine to tangent',
    why: 'Where the cosine is $0$ the sine is not, so dividing by the cosine loses no solution.',
    words: 'Where the cosine is zero the sine is not, so dividing by the cosine loses no solution.',
    look: 'the sine and the cosine of the same angle',
  },
  'factor-out-function': {
    name: 'Take out a common factor',
    why: 'What is common to all terms, even a function, may be put in front of a bracket; then the product rule for zero applies.',
    look: 'what all terms have in common',
  },
  'list-in-range': {
    name: 'List the solutions in the range',
    why: 'Only those of the solutions count that lie in the range that the problem gives.',
    look: 'the range that the problem gives',
  },
} satisfies Record<string, Rule>;
