import type { Rule } from '../rule.ts';
import { trigonometricRules } from './trigonometricRules.ts';

/** The ideas behind the steps of solving equations, systems and inequalities, by their ids. */
export const equationRules = {
  ...trigonometricRules,
  'absolute-value-cases': {
    name: 'Two cases for an absolute value',
    why: 'The absolute value is the distance from $0$, and a number and its opposite are equally far from it.',
    words: 'The absolute value is the distance from zero, and a number and its opposite are equally far from it.',
    look: 'the absolute value',
  },
  'absolute-value-interval': {
    name: 'Absolute values on an interval',
    why: 'Where the sign of an expression is known, its absolute value is the expression itself or its opposite.',
    look: 'the sign of the expression between the bars',
  },
  'absolute-value-intervals': {
    name: 'Split where the signs change',
    why: 'An expression between the bars can change its sign only where it is $0$, so between these places the bars can be resolved.',
    words:
      'An expression between the bars can change its sign only where it is zero, so between these places the bars can be resolved.',
    look: 'the expressions between the bars',
  },
  'add-both-sides': {
    name: 'Add the same to both sides',
    why: 'What holds stays true when the same is added to both sides, and subtracting it again leads back, so no solution is gained or lost.',
    words:
      'A term that is in the way goes when its opposite is added, on both sides alike. No solution is gained or lost: subtracting it again leads back.',
    look: 'both sides, and what is in the way there',
    place: 'alone',
  },
  'back-substitution': {
    name: 'Work back to the other unknowns',
    why: 'Once one unknown is known, an earlier equation gives the next one.',
    look: 'the unknown that is known by now, in the equations before',
  },
  'check-candidates': {
    name: 'Put the candidates back',
    why: 'A step that cannot be undone may bring in false solutions; putting a candidate into the first equation decides.',
    look: 'the equation of the problem, before anything was done to it',
  },
  'clear-fractions': {
    name: 'Clear the fractions',
    why: 'Both sides may be multiplied by the same number other than $0$; with a common multiple of the denominators, or a power of ten for decimals, only whole numbers are left.',
    words:
      'Both sides may be multiplied by the same number, as long as it is not zero. With a common multiple of the denominators, or a power of ten for decimals, only whole numbers are left.',
    look: 'the fractions or decimals',
  },
  'collect-cases': {
    name: 'Put the cases together',
    why: 'A number solves the equation exactly when it solves one of the cases.',
    look: 'the results of the cases',
  },
  'combine-logarithms': {
    name: 'Combine logarithms',
    why: 'Logarithms are exponents: where powers are multiplied, exponents are added.',
    look: 'the logarithms that are added or subtracted',
  },
  'compare-exponents': {
    name: 'Compare the exponents',
    why: 'Powers of one base (positive and not $1$) are equal only where their exponents are.',
    words: 'Powers of the same positive base, other than one, are equal only where their exponents are.',
    look: 'the two exponents',
  },
  'complete-square': {
    name: 'Complete the square',
    why: '$x^2 + 2hx + h^2 = (x+h)^2$, so the square of half the middle coefficient is what is missing.',
    words:
      'The square of a sum has a middle term: twice the product of its parts. So the square of half the middle coefficient is what is missing.',
    look: 'the coefficient of the unknown, next to the square',
  },
  'dependent-equations': {
    name: 'An equation that says nothing new',
    why: 'A line that is always true follows from the other equations and may be left out.',
    look: 'the equation that says nothing new',
    question: 'What does each of the equations still say?',
  },
  discriminant: {
    name: 'The discriminant',
    why: '$b^2 - 4ac$ stands under the root of the quadratic formula: positive gives two real solutions, zero one, negative none.',
    words:
      'It stands under the root of the quadratic formula: positive gives two real solutions, zero gives one, negative gives none.',
    look: 'the three coefficients',
  },
  'divide-both-sides': {
    name: 'Divide both sides',
    why: 'Both sides may be divided by the same number other than $0$; multiplying leads back.',
    words:
      'What the unknown is multiplied with goes when both sides are divided by it. It must not be zero; multiplying leads back.',
    look: 'what the unknown is multiplied with',
    place: 'alone',
  },
  'divide-by-factor': {
    name: 'Divide by a linear factor',
    why: 'Where a number $r$ makes a polynomial $0$, the factor $x - r$ divides it without remainder.',
    words:
      'Where a number makes a polynomial zero, the unknown minus that number is a factor, and it divides without remainder.',
    look: 'the zero that was found',
  },
  'divide-by-parameter': {
    name: 'Divide by a letter',
    why: 'Division by $0$ has no meaning, so the case in which the letter makes the divisor $0$ stands apart.',
    words: 'Division by zero has no meaning, so the case in which the letter makes the divisor zero stands apart.',
    look: 'the letter in front of the unknown',
    place: 'alone',
  },
  'eliminate-unknown': {
    name: 'Eliminate an unknown',
    why: 'Equal sides added to equal sides stay equal; with the right multiples one unknown cancels.',
    look: 'the coefficients of one unknown in two of the equations',
  },
  'enclose-roots': {
    name: 'Enclose the zeros',
    why: 'A polynomial changes its sign only at a zero, so a change of sign encloses one as closely as one likes.',
    look: 'the signs of the polynomial at neighbouring whole numbers',
  },
  'excluded-values': {
    name: 'Exclude zeros of denominators',
    why: 'Division by $0$ has no value, so a number that makes a denominator $0$ cannot be a solution.',
    words: 'Division by zero has no value, so a number that makes a denominator zero cannot be a solution.',
    look: 'the denominators',
  },
  'factor-by-grouping': {
    name: 'Factor by grouping',
    why: 'With the middle term split in the right way, two pairs of terms share a bracket that can be taken out.',
    look: 'the middle term',
    place: 'within',
  },
  'factor-by-sum-and-product': {
    name: 'Sum and product',
    why: '$(x+m)(x+n) = x^2 + (m+n)x + mn$: two numbers with the right sum and product give the factors.',
    words:
      'When two brackets are multiplied out, their numbers meet twice: as a sum in front of the unknown, as a product at the end. Two numbers with the right sum and product give the factors.',
    look: 'the coefficient of the unknown and the number at the end',
    place: 'within',
  },
  'factor-polynomial': {
    name: 'Factor',
    why: 'A product is easier to compare with $0$ than a sum: it is enough to look at each factor.',
    words: 'A product is easier to compare with zero than a sum: it is enough to look at each factor.',
    look: 'the side that is not zero',
  },
  'free-unknown': {
    name: 'Infinitely many solutions',
    why: 'With fewer independent equations than unknowns, at least one unknown may be chosen freely.',
    look: 'the number of unknowns and of equations',
    question: 'What does each of the equations still say?',
  },
  identity: {
    name: 'True for every number',
    why: 'When both sides are the same expression, every number for which they have a value is a solution.',
    look: 'both sides of the line',
    question: 'Which numbers make this line true?',
  },
  'isolate-absolute-value': {
    name: 'The absolute value alone',
    why: 'Only where the absolute value stands alone can it be resolved into two cases.',
    look: 'what stands beside the absolute value',
  },
  'isolate-power': {
    name: 'The power alone',
    why: 'When the unknown occurs in one power only, find that power first.',
    look: 'what stands beside the power',
  },
  'isolate-root': {
    name: 'The root alone',
    why: 'Raising both sides to a power removes a root only where the root stands alone.',
    look: 'what stands beside the root',
  },
  'isolate-square': {
    name: 'The square alone',
    why: 'When the unknown occurs in its square only, find the square first.',
    look: 'what stands beside the square',
  },
  'logarithm-domain': {
    name: 'Where logarithms exist',
    why: 'A power of a positive base is always positive, so only positive numbers have a logarithm.',
    look: 'what stands inside the logarithms',
  },
  'multiply-both-sides': {
    name: 'Multiply both sides',
    why: 'Both sides may be multiplied by the same number other than $0$; dividing leads back.',
    words:
      'Both sides may be multiplied by the same number, as long as it is not zero. Chosen well, it leaves the unknown alone.',
    look: 'what the unknown is multiplied or divided by',
  },
  'multiply-common-denominator': {
    name: 'Multiply by the common denominator',
    why: 'Every denominator divides it, so all fractions go; it is not $0$ for the numbers that are allowed.',
    words: 'Every denominator divides it, so all fractions go; it is not zero for the numbers that are allowed.',
    look: 'the denominators',
  },
  'multiply-inequality': {
    name: 'Multiply or divide an inequality',
    why: 'A positive factor keeps the order of two numbers, a negative one reverses it.',
    look: 'the sign of the factor',
  },
  'no-solution': {
    name: 'No solution',
    why: 'When a line that nothing can fulfil follows from the problem, nothing fulfils the problem.',
    look: 'the line itself: can it ever be true?',
    question: 'Which numbers make this line true?',
  },
  'order-system': {
    name: 'Put the equations in order',
    why: 'With the unknowns on the left and in the same order, the equations are easy to compare.',
    look: 'the order of the unknowns in the equations',
  },
  'perfect-square': {
    name: 'Recognise a square',
    why: '$u^2 \\pm 2uv + v^2 = (u \\pm v)^2$, whatever $u$ and $v$ stand for.',
    words:
      'The square of a sum holds both squares and twice the product. Where these three stand, the sum can be put back.',
    look: 'the two squares at the ends, and the term between them',
    place: 'within',
  },
  'quadratic-formula': {
    name: 'The quadratic formula',
    why: 'It comes from completing the square once and for all, with letters as coefficients.',
    look: 'the coefficients: of the square, of the unknown, and the number alone',
  },
  'raise-to-reciprocal': {
    name: 'Undo a fractional power',
    why: 'Raised to the reciprocal exponent, the exponents multiply to $1$.',
    words: 'Raised to the reciprocal exponent, the exponents multiply to one.',
    look: 'the exponent',
  },
  'rational-root': {
    name: 'Look for a rational zero',
    why: 'With whole coefficients, a rational zero has a numerator that divides the constant term and a denominator that divides the leading coefficient.',
    look: 'the number at the end and the leading coefficient',
    place: 'within',
  },
  'reduce-fraction': {
    name: 'Reduce the fraction',
    why: 'A common factor of numerator and denominator may be cancelled where it is not $0$.',
    words: 'A common factor of numerator and denominator may be cancelled where it is not zero.',
    look: 'the numerator and the denominator of the fraction',
  },
  'reject-excluded': {
    name: 'Reject excluded values',
    why: 'A number for which a side of the equation has no value cannot solve it.',
    look: 'the values that were excluded at the beginning',
  },
  'reject-extraneous': {
    name: 'Reject false solutions',
    why: 'Squaring, or multiplying by an unknown, can make a false line true; such candidates do not solve the first equation.',
    look: 'the candidates, and the equation of the problem',
  },
  'roots-of-unity': {
    name: 'All complex roots',
    why: 'In the complex plane the roots of a number lie on a circle, at equal angles; one of them gives all the others.',
    look: 'the power of the unknown',
  },
  'same-base': {
    name: 'Write powers with the same base',
    why: 'A power of a power has the product of the exponents, so different bases may be powers of one.',
    look: 'the bases of the powers',
  },
  'select-solution': {
    name: 'Answer what was asked',
    why: 'The solutions are known; the question asks for one thing about them.',
    look: 'what exactly the question asks for',
    question: 'What exactly does the question ask for?',
  },
  'sign-table': {
    name: 'Find the signs',
    why: 'A factor can change its sign only where it is $0$ or has no value; between these places one sign rules.',
    words: 'A factor can change its sign only where it is zero or has no value; between these places one sign rules.',
    look: 'the factors, one by one',
  },
  'simplify-values': {
    name: 'Work out the values',
    why: 'The sign $-$ gives one value and the sign $+$ the other.',
    look: 'the two signs, one after the other',
  },
  'solve-for-one': {
    name: 'Solve for one unknown',
    why: 'An unknown that equals an expression can be replaced by it everywhere.',
    look: 'an equation in which an unknown has no other coefficient',
  },
  'solve-linear-factors': {
    name: 'Solve what is linear',
    why: 'Each is solved by the same operation on both sides.',
    words: 'A linear equation is solved by the same operations on both sides, until the unknown stands alone.',
    look: 'each linear equation by itself',
  },
  'square-both-sides': {
    name: 'Raise both sides to a power',
    why: 'Equal numbers have equal powers. For even powers the way back is not sure, so candidates must be checked.',
    look: 'the root that stands alone',
  },
  'square-roots': {
    name: 'Take the root, with both signs',
    why: 'Two opposite numbers have the same even power, and no others have it.',
    look: 'the power that stands alone',
  },
  'state-answer': {
    name: 'The answer',
    why: 'The unknown stands alone.',
    look: 'the last line, and what the question asked for',
  },
  'substitute-back': {
    name: 'Put back what the letter stands for',
    why: 'The new letter was only a name for an expression in the unknown.',
    look: 'what the new letter stands for',
  },
  'substitute-definition': {
    name: 'Put one equation into the other',
    why: 'Equals may stand for equals, and one unknown is then gone.',
    look: 'the unknown that equals an expression, wherever else it stands',
  },
  substitution: {
    name: 'A new letter',
    why: 'When the unknown occurs in one expression only, a letter for this expression makes the equation simpler.',
    look: 'the expression that occurs again and again',
  },
  'subtract-both-sides': {
    name: 'Subtract the same from both sides',
    why: 'What holds stays true when the same is taken from both sides, and adding it again leads back.',
    words:
      'A term that is in the way goes when it is subtracted, on both sides alike. No solution is gained or lost: adding it again leads back.',
    look: 'both sides, and what is in the way there',
    place: 'alone',
  },
  'swap-sides': { name: 'Swap the sides', why: 'An equation says the same in both directions.', look: 'the two sides' },
  'take-logarithm': {
    name: 'Take logarithms',
    why: 'The logarithm brings an unknown exponent down; equal positive numbers have equal logarithms.',
    look: 'the unknown in the exponent',
  },
  'take-reciprocal': {
    name: 'Turn both sides over',
    why: 'Two numbers other than $0$ are equal exactly when their reciprocals are.',
    words: 'Two numbers other than zero are equal exactly when their reciprocals are.',
    look: 'the two fractions, as wholes',
  },
  'take-root': {
    name: 'Take the root',
    why: 'Exactly one real number has a given odd power; for an even power there are two opposite ones.',
    look: 'the power that stands alone',
  },
  'test-interval': {
    name: 'Split the number line',
    why: 'Between neighbouring zeros nothing changes its sign, so each piece is in the solution as a whole or not at all.',
    look: 'the pieces of the number line',
  },
  'undo-logarithm': {
    name: 'Undo the logarithm',
    why: 'The logarithm is the exponent to which the base is raised; raising the base to it gives the number back.',
    look: 'the logarithm that stands alone',
  },
  'write-interval': {
    name: 'Write the solution as an interval',
    why: 'A square bracket takes the end in, a round one leaves it out.',
    look: 'the ends of the solution: do they belong to it?',
  },
  'zero-fraction': {
    name: 'When a fraction is zero',
    why: 'A fraction is $0$ exactly where its numerator is $0$ and its denominator is not.',
    words: 'A fraction is zero exactly where its numerator is zero and its denominator is not.',
    look: 'the numerator',
  },
  'zero-product': {
    name: 'When a product is zero',
    why: 'A product is $0$ exactly when one of its factors is.',
    words: 'A product is zero exactly when one of its factors is.',
    look: 'the factors of the product',
  },
} satisfies Record<string, Rule>;
