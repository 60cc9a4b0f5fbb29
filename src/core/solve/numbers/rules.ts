import type { Rule } from '../rule.ts';
import { sequenceRules } from './sequenceRules.ts';

export type RuleId = keyof typeof numberRules;

export const numberRules = {
  ...sequenceRules,
  'innermost-first': {
    name: 'Brackets first',
    why: 'A bracket stands for one number. Until that number is known nothing can be done with it, so the innermost brackets come first.',
    look: 'the innermost bracket',
    place: 'alone',
  },
  'order-of-operations': {
    name: 'Order of operations',
    why: 'Powers are worked out before products and quotients, and these before sums and differences.',
    look: 'the products and quotients first',
  },
  'add-and-subtract': {
    name: 'Adding and subtracting',
    why: 'Terms may be added in any order as long as each keeps its own sign; so what is added and what is subtracted can be collected first.',
    look: 'what is added, and what is subtracted',
  },
  'add-with-signs': {
    name: 'Adding numbers with signs',
    why: 'Numbers of one sign pull the same way: their sizes add up. Numbers of different signs pull against each other: the larger size wins by the difference.',
    look: 'the signs of the numbers',
  },
  'subtract-negative': {
    name: 'Subtracting a negative number',
    why: 'Taking away a debt is the same as receiving the money: subtracting a negative number adds its size.',
    look: 'the two signs that meet',
  },
  'multiply-numbers': {
    name: 'Multiplying numbers',
    why: 'The sizes are multiplied; every minus sign turns the direction round, so an even number of them cancels out.',
    look: 'the factors and their signs',
    place: 'alone',
  },
  'multiply-decimals': {
    name: 'Multiplying decimals',
    why: 'Leaving the points out multiplies each number by a power of ten, so the product has to be divided by these powers again: the decimal places add up.',
    look: 'the decimal places of the factors',
  },
  'divide-numbers': {
    name: 'Dividing numbers',
    why: 'A division asks how often one number fits into another. Where it does not fit a whole number of times the answer is a fraction.',
    look: 'how often the divisor fits',
  },
  'reduce-fraction': {
    name: 'Reducing a fraction',
    why: 'Dividing top and bottom by the same number changes the pieces and their size alike, so the fraction keeps its value.',
    look: 'for a number that divides top and bottom',
  },
  'divide-by-fraction': {
    name: 'Dividing by a fraction',
    why: 'Dividing by a fraction is multiplying by the fraction turned upside down, because the two of them multiply to one.',
    look: 'the fraction that is divided by',
  },
  'multiply-fractions': {
    name: 'Multiplying fractions',
    why: 'Tops multiply with tops and bottoms with bottoms; whatever stands both above and below cancels.',
    look: 'what stands both above and below',
  },
  'common-denominator': {
    name: 'Common denominator',
    why: 'Only pieces of the same size can be counted together, so the fractions are first written with the same denominator.',
    look: 'the denominators',
  },
  'zero-factor': {
    name: 'A factor of zero',
    why: 'However often nothing is taken, it stays nothing.',
    look: 'the factors',
  },
  power: {
    name: 'Powers',
    why: 'A whole power is a short way of writing a product of equal factors.',
    look: 'the powers',
    place: 'alone',
  },
  'negative-power': {
    name: 'Negative powers',
    why: 'Lowering the exponent by one divides by the base, so below zero the base stands in the denominator.',
    look: 'the sign of the exponent',
  },
  'fractional-power': {
    name: 'Fractional powers',
    why: 'The denominator of an exponent is a root: raised to that power, it must give the base back.',
    look: 'the denominator of the exponent',
  },
  factorial: {
    name: 'Factorial',
    why: 'The factorial is the product of all whole numbers from one up to the number.',
    look: 'the factors that both factorials share',
  },
  'absolute-value': {
    name: 'Absolute value',
    why: 'The absolute value is the distance from zero, so a minus sign is dropped.',
    look: 'what stands between the bars',
    place: 'alone',
  },
  'percent-meaning': { name: 'Percent', why: 'Percent means hundredths.', look: 'what the percent sign stands for' },
  'mixed-number': {
    name: 'Mixed numbers',
    why: 'A mixed number is a whole number plus a fraction; written as pieces of one size they make a single fraction.',
    look: 'the whole number and the fraction',
  },
  'recurring-decimal': {
    name: 'Recurring decimals',
    why: 'Shifting the point by one period and subtracting removes the endless tail, which leaves an equation for the fraction.',
    look: 'the digits that come again and again',
  },
  'scientific-notation': {
    name: 'Scientific notation',
    why: 'Multiplying by a power of ten only moves the decimal point, so any number can be written as a number between one and ten times a power of ten.',
    look: 'how far the decimal point moves',
  },
  'number-function': {
    name: 'A function of numbers',
    why: 'The definition of the function is applied to its numbers.',
    look: 'the function and its numbers',
  },
  'exact-angle': {
    name: 'Exact values of angles',
    why: 'For some angles the point on the unit circle has exact coordinates: they come from the square and the equilateral triangle.',
    look: 'the angle',
  },
  'inverse-function': {
    name: 'Inverse functions of angles',
    why: 'An inverse function asks backwards: for which angle, in the agreed range, does the function take this value?',
    look: 'the value, and the range for the angle',
  },
  logarithm: {
    name: 'Logarithms',
    why: 'A logarithm is the exponent that turns its base into the number; so it turns products into sums and powers into products.',
    look: 'the base and the number',
  },
  'imaginary-unit': {
    name: 'The imaginary unit',
    why: 'The imaginary unit i is defined by its square: i² = −1.',
    words: 'The imaginary unit i is defined by its square, which is minus one.',
    look: 'the powers of i',
  },
  'multiply-complex': {
    name: 'Multiplying complex numbers',
    why: 'Complex numbers are multiplied like sums with a letter; then every i² is replaced by −1.',
    words: 'Complex numbers are multiplied like sums with a letter; then the square of i is replaced by minus one.',
    look: 'the product of the complex numbers',
  },
  conjugate: {
    name: 'The conjugate',
    why: 'A complex number times its conjugate is the sum of two squares, so i disappears.',
    look: 'the denominator',
  },
  'pull-out-squares': {
    name: 'Simplifying a root',
    why: 'A square under a square root comes out as its base, because the root of a product is the product of the roots.',
    look: 'the squares that divide the numbers under the roots',
  },
  'nested-root': {
    name: 'A root under a root',
    why: 'A sum of a number and a root is sometimes the square of a sum of two roots; then the outer root undoes the square.',
    look: 'what stands under the outer root',
  },
  'collect-roots': {
    name: 'Collecting like roots',
    why: 'Multiples of the same root count the same thing, so their coefficients may be added; different roots stay apart.',
    look: 'the multiples of the same root',
    place: 'alone',
  },
  'multiply-roots': {
    name: 'Multiplying roots',
    why: 'Every term of one bracket meets every term of the other, and a square root times itself is the number under it.',
    look: 'the roots that are multiplied',
  },
  'divide-roots': {
    name: 'Dividing roots',
    why: 'The quotient of two square roots is the square root of the quotient.',
    look: 'the numbers under the two roots',
  },
  rationalize: {
    name: 'Rationalising the denominator',
    why: 'Multiplying top and bottom by the same number keeps the value; it is chosen so that the root in the denominator disappears.',
    look: 'the root in the denominator',
  },
  euclid: {
    name: "Euclid's algorithm",
    why: 'Whatever divides two numbers also divides the remainder of their division, so the larger one may be replaced by that remainder.',
    look: 'the larger number and the smaller one',
  },
  'common-prime-factors': {
    name: 'Common prime factors',
    why: 'A common divisor can only use primes that both numbers contain, and no more often than either of them does.',
    look: 'the prime factors of each number',
  },
  'lcm-from-gcd': {
    name: 'Least common multiple',
    why: 'The product of two numbers counts their common part twice, so it is divided by the greatest common factor once.',
    look: 'the product of the numbers and their common part',
  },
  'lcm-from-primes': {
    name: 'Least common multiple from primes',
    why: 'A common multiple needs every prime at least as often as each of the numbers has it, and the least one has nothing more.',
    look: 'the highest power of each prime',
  },
  'least-common-denominator': {
    name: 'Least common denominator',
    why: 'A common denominator has to be a multiple of every denominator; the smallest one is their least common multiple.',
    look: 'the denominators',
  },
  'find-divisor': {
    name: 'Finding a divisor',
    why: 'A number with a divisor other than one and itself is composite; a single one decides the matter.',
    look: 'the small primes, one after the other',
    question:
      'Is there a divisor other than one and the number itself? A single one decides the matter, and beyond the square root none has to be looked for.',
  },
  'trial-bound': {
    name: 'How far to look',
    why: 'Of two factors that multiply to a number, one is not above its square root; so no divisor has to be looked for beyond it.',
    look: 'the square root of the number',
    question:
      'Is there a divisor other than one and the number itself? A single one decides the matter, and beyond the square root none has to be looked for.',
  },
  'prime-test': {
    name: 'A test for primes',
    why: 'Powers modulo a prime obey laws that a composite number breaks for most bases; a number that keeps them for enough bases is prime.',
    look: 'the number itself',
    question:
      'Is there a divisor other than one and the number itself? A single one decides the matter, and beyond the square root none has to be looked for.',
  },
  'split-off-prime': {
    name: 'Splitting off primes',
    why: 'Every whole number above one is a product of primes in one way only; they are found from the smallest on.',
    look: 'for the smallest prime that divides what is left',
  },
  'division-with-remainder': {
    name: 'Division with remainder',
    why: 'The divisor is taken away as often as it fits; what is left is smaller than the divisor.',
    look: 'how often the divisor fits',
  },
  divisibility: {
    name: 'Divisibility',
    why: 'One number divides another exactly when the division leaves no remainder.',
    look: 'the remainder of the division',
  },
  'place-value': {
    name: 'Place value',
    why: 'The place of a digit tells its value: each place to the left is worth ten times as much.',
    look: 'the places of the digits, counted from the point',
    place: 'within',
  },
  rounding: {
    name: 'Rounding',
    why: 'The digit after the last one that is kept decides: from five on the next multiple is at least as near above as below.',
    look: 'the digit after the last one that is kept',
    place: 'within',
  },
  'nearest-root': {
    name: 'Roots between whole numbers',
    why: 'Powers grow with their base, so a root lies between two numbers as soon as their powers enclose the number under it.',
    look: 'for the whole numbers on both sides of the root',
  },
  'value-of-digits': {
    name: 'The value of the digits',
    why: 'In any base each digit counts a power of the base, just as in base ten it counts a power of ten.',
    look: 'each digit and its place',
  },
  'repeated-division': {
    name: 'Repeated division',
    why: 'The remainder of dividing by the base is the last digit; the quotient holds the digits before it.',
    look: 'the remainder of dividing by the base',
  },
  'column-arithmetic': {
    name: 'Calculating in a base',
    why: 'Column by column as in base ten; only the carry happens at the base instead of at ten.',
    look: 'the last column first',
  },
  'unit-factor': {
    name: 'Changing units',
    why: 'The quantity stays the same; a smaller unit fits into it more often, a larger one less often.',
    look: 'how many of one unit make the other',
  },
  clock: {
    name: 'Hours and minutes',
    why: 'An hour has sixty minutes and a day twenty-four hours, so whole hours and whole days are split off.',
    look: 'the hours and the minutes, each by themselves',
  },
  'compare-numbers': {
    name: 'Comparing numbers',
    why: 'Numbers are compared by size once they are written in the same form; a negative number is below every positive one.',
    look: 'both numbers, written in the same form',
  },
  'order-numbers': {
    name: 'Ordering numbers',
    why: 'On the number line smaller numbers stand further left; of two negative numbers the one with the larger size is the smaller.',
    look: 'the signs first, then the sizes',
  },
  distance: {
    name: 'Distance',
    why: 'The distance of two numbers is the size of their difference, whichever of them is larger.',
    look: 'the distance of each number',
  },
  'decide-statement': {
    name: 'Deciding a statement',
    why: 'A statement about numbers is settled by working out both sides and comparing them.',
    look: 'both sides of the statement',
  },
  'count-outcomes': {
    name: 'Counting outcomes',
    why: 'If all draws are equally likely, a probability is the number of wanted outcomes over the number of all.',
    look: 'all outcomes, and the wanted ones among them',
  },
  'multiply-chances': {
    name: 'Multiplying along the draws',
    why: 'What is wanted has to happen at every draw, and each draw leaves one thing less, so the chances of the draws are multiplied.',
    look: 'what is left in the bag at each draw',
  },
  'add-chances': {
    name: 'Adding cases',
    why: 'Cases that exclude each other can be counted one after the other, so their chances add up.',
    look: 'the cases that exclude each other',
  },
  'opposite-event': {
    name: 'The opposite',
    why: 'Either an event happens or its opposite does, so the two chances add up to one.',
    look: 'the opposite of what is asked',
  },
  arrangements: {
    name: 'Counting orders',
    why: 'Every order of the same things is equally likely, so the chance of one order is multiplied by the number of orders.',
    look: 'the orders in which the same things can come',
  },
  'percent-change': {
    name: 'Change in percent',
    why: 'A change in percent is measured against the value at the start, which counts as the whole.',
    look: 'the value at the start, and the change',
  },
  'percent-rate': {
    name: 'Percentage',
    why: 'A share in percent is the part over the whole, in hundredths.',
    look: 'the part, and the whole',
  },
  ratio: {
    name: 'Ratios',
    why: 'A ratio stays the same when all its parts are divided by the same number.',
    look: 'for a number that divides all the parts',
  },
  'share-in-ratio': {
    name: 'Sharing in a ratio',
    why: 'The parts of the ratio are counted together; each share is its number of equal parts.',
    look: 'the sum of the parts',
  },
  'change-form': {
    name: 'Another form of the same number',
    why: 'Fractions, decimals and percentages are ways of writing the same number.',
    look: 'the form that the question asks for',
  },
  mean: {
    name: 'Mean',
    why: 'The mean shares the total out equally.',
    look: 'the sum of the values and how many they are',
  },
  median: {
    name: 'Median',
    why: 'The median is the middle of the ordered values.',
    look: 'the middle of the ordered values',
  },
  mode: {
    name: 'Mode',
    why: 'The mode is the value that occurs most often.',
    look: 'how often each value occurs',
  },
  range: {
    name: 'Range',
    why: 'The range is the distance from the smallest to the largest value.',
    look: 'the largest and the smallest value',
  },
  'state-answer': {
    name: 'The answer',
    why: 'What was found is put into the form that the question asked for.',
    look: 'what was found, and the form that the question asks for',
  },
} as const satisfies Record<string, Rule>;
