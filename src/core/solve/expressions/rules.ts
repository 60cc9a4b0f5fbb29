import type { Rule } from '../rule.ts';

export const expressionRules = {
  'already-simple': {
    name: 'Nothing left to do',
    why: 'There are no brackets to multiply out, no like terms to collect and no common factors to cancel.',
    look: 'the whole expression, part by part',
    question: 'Is there a bracket to multiply out, are there like terms to collect, or common factors to cancel?',
  },
  'multiply-factors': {
    name: 'Multiply factor by factor',
    why: 'The order of factors does not matter, so numbers are multiplied with numbers and each letter with itself.',
    look: 'the numbers first, then each letter',
  },
  'collect-terms': {
    name: 'Collect like terms',
    why: 'Terms with the same letters in the same powers are multiples of the same thing, so their numbers can be added.',
    look: 'the terms with the same letters in the same powers',
    place: 'alone',
  },
  'order-terms': {
    name: 'Put the terms in order',
    why: 'The order of the terms of a sum does not matter; the highest power first is the usual order.',
    look: 'the powers, from the highest on',
  },
  'collect-in-brackets': {
    name: 'Tidy the brackets first',
    why: 'A short bracket is easier to multiply out than a long one, and tidying it does not change its value.',
    look: 'the inside of each bracket',
  },
  'expand-brackets': {
    name: 'Multiply out',
    why: 'A factor in front of a bracket multiplies every term in it; of two brackets, every term of one multiplies every term of the other: that is the distributive law.',
    words:
      'A factor beside a bracket multiplies every term in it; of two brackets, every term of one multiplies every term of the other.',
    look: 'the brackets, and what they are multiplied with',
    place: 'alone',
  },
  'minus-bracket': {
    name: 'A minus sign in front of a bracket',
    why: 'Taking a sum away takes every one of its terms away, so every sign inside turns.',
    look: 'the bracket with the minus sign in front of it',
    place: 'alone',
  },
  'divide-bracket': {
    name: 'Divide a bracket',
    why: 'A sum is divided by dividing each of its terms.',
    look: 'each term of the bracket',
  },
  'binomial-square': {
    name: 'The square of a sum',
    why: '$(a+b)^2 = a^2 + 2ab + b^2$: the middle term is there because $ab$ occurs twice.',
    words:
      'The square of a sum has both squares and twice the product of the two terms, because that product occurs twice.',
    look: 'the square of the bracket',
    place: 'alone',
  },
  'binomial-theorem': {
    name: 'The binomial theorem',
    why: 'The powers of the first term fall while those of the second rise, with the numbers of Pascal’s triangle in front.',
    look: 'the power of the bracket, and its two terms',
  },
  'binomial-square-back': {
    name: 'Recognise a square',
    why: '$a^2 + 2ab + b^2$ is the square of $a + b$.',
    words: 'Two squares and twice the product of what is squared make the square of a sum.',
    look: 'the two squares, and the term between them',
    place: 'within',
  },
  'perfect-power': {
    name: 'Recognise a power',
    why: 'The same bracket multiplied by itself several times gives this polynomial.',
    look: 'the first term and the last: which power is each of them?',
  },
  'exponent-product': {
    name: 'Multiply powers of the same base',
    why: '$a^m \\cdot a^n = a^{m+n}$: the factors are counted together.',
    words:
      'A power counts equal factors. When powers of the same base are multiplied, all the factors are counted together.',
    look: 'the exponents of the same base',
  },
  'exponent-quotient': {
    name: 'Divide powers of the same base',
    why: '$a^m / a^n = a^{m-n}$: factors that stand above and below cancel.',
    words: 'A power counts equal factors. Those that stand both above and below cancel.',
    look: 'the exponents of the same base',
  },
  'exponent-power': {
    name: 'A power of a power',
    why: '$(a^m)^n = a^{mn}$: $n$ groups of $m$ factors each.',
    words: 'A power counts equal factors, and a power of a power counts groups of them.',
    look: 'the exponent inside and the one outside',
    place: 'alone',
  },
  'zero-exponent': {
    name: 'Exponent zero',
    why: '$a^0 = 1$ for every $a$ but $0$: an empty product.',
    words: 'A power with exponent zero is an empty product, which is one, for every base but zero.',
    look: 'the exponent zero',
  },
  'root-as-power': {
    name: 'A root is a power',
    why: 'The $n$-th root is the power with exponent $\\frac{1}{n}$, because its $n$-th power gives the number back.',
    words:
      'A root is the power whose exponent is one over the index, because raised to the index it gives the number back.',
    look: 'the root',
  },
  'negative-power': {
    name: 'Negative exponents',
    why: '$a^{-n} = \\frac{1}{a^n}$: so the rules of exponents go on below zero.',
    words: 'A negative exponent stands for one over the power: so the rules of exponents go on below zero.',
    look: 'the negative exponent',
  },
  'join-roots': {
    name: 'One root for a product of roots',
    why: 'The root of a product is the product of the roots, wherever the roots exist.',
    look: 'the roots that are multiplied',
  },
  'take-out-of-root': {
    name: 'Take powers out of a root',
    why: 'A factor that is a full power of the root’s index can stand in front of the root; an even root of an even power needs absolute value bars.',
    look: 'the factors under the root that are full powers',
  },
  'multiply-fractions': {
    name: 'Multiply fractions',
    why: 'Numerator times numerator over denominator times denominator.',
    look: 'the numerators, and the denominators',
  },
  'divide-fractions': {
    name: 'Divide by a fraction',
    why: 'Dividing by a fraction is multiplying by the fraction turned upside down.',
    look: 'the fraction that is divided by',
  },
  'power-of-fraction': {
    name: 'A power of a fraction',
    why: 'A power of a fraction is the fraction of the powers.',
    look: 'the fraction in the bracket',
  },
  'add-fractions': {
    name: 'Add fractions',
    why: 'Only fractions with the same denominator can be added, so they are extended to a common one first.',
    look: 'the denominators',
  },
  'common-denominator': {
    name: 'Find a common denominator',
    why: 'Multiplying above and below by the same changes nothing.',
    look: 'the denominators',
  },
  'factor-fraction': {
    name: 'Factor before cancelling',
    why: 'Only a factor of the whole numerator and of the whole denominator can be cancelled.',
    look: 'the numerator and the denominator, each by itself',
  },
  'cancel-factor': {
    name: 'Cancel a common factor',
    why: 'Dividing above and below by the same changes nothing, as long as it is not $0$.',
    words: 'Dividing above and below by the same changes nothing, as long as it is not zero.',
    look: 'the factors that stand above and below',
  },
  'tidy-fraction': {
    name: 'Tidy the fraction',
    why: 'Above and below may be multiplied or divided by the same number.',
    look: 'the numerator and the denominator',
    place: 'alone',
  },
  'common-factor': {
    name: 'Take out a common factor',
    why: 'What divides every term can be taken out in front of a bracket.',
    look: 'for what divides every term',
    place: 'within',
  },
  'factor-out': {
    name: 'Take out a factor',
    why: 'A factor can be taken out in front of a bracket if every term in the bracket is divided by it.',
    look: 'for the factor that is taken out',
  },
  'difference-of-squares': {
    name: 'A difference of two squares',
    why: '$a^2 - b^2 = (a-b)(a+b)$.',
    words: 'The sum of two terms times their difference is the difference of their squares.',
    look: 'the two squares',
    place: 'within',
  },
  'sum-of-cubes': {
    name: 'A sum or difference of cubes',
    why: '$a^3 \\pm b^3 = (a \\pm b)(a^2 \\mp ab + b^2)$.',
    words: 'A sum or difference of two cubes has the sum or difference of their bases as a factor.',
    look: 'the two cubes',
    place: 'within',
  },
  'sum-and-product': {
    name: 'Sum and product',
    why: '$(x+m)(x+n) = x^2 + (m+n)x + mn$: look for two numbers with the right sum and product.',
    words:
      'When two brackets are multiplied out, their numbers meet twice: as a sum in front of the letter, as a product at the end.',
    look: 'the coefficient in the middle and the number at the end',
    place: 'within',
  },
  'split-middle-term': {
    name: 'Split the middle term',
    why: 'With the middle term split in the right way, the first two and the last two terms share a bracket.',
    look: 'the middle term',
    place: 'within',
  },
  'factor-theorem': {
    name: 'A zero gives a factor',
    why: 'A polynomial that is $0$ at $x = r$ is divisible by $x - r$.',
    words: 'A polynomial that is zero at a number has the letter minus this number as a factor.',
    look: 'for small whole numbers that make the polynomial zero',
  },
  'divide-factor-out': {
    name: 'Find a bracket as a factor',
    why: 'A polynomial with a known factor is the product of that factor and what is left; where the terms stand in groups, a bracket that every group has is such a factor.',
    look: 'for terms that share a factor, and for a bracket that comes again',
  },
  irreducible: {
    name: 'It does not factor',
    why: 'Over the rational numbers there is no product of simpler polynomials that gives it.',
    look: 'for two factors that could give it',
    question: 'Can there be a product of simpler polynomials?',
  },
  'complete-square': {
    name: 'Complete the square',
    why: '$u^2 + 2hu + h^2$ is the square of $u + h$; what is added is taken away again, so nothing changes.',
    words:
      'Half the middle coefficient, squared, completes the square; what is added is taken away again, so nothing changes.',
    look: 'the coefficient of the letter, next to its square',
  },
  'long-division': {
    name: 'Divide polynomials',
    why: 'Each round removes the highest power that is left, until the divisor no longer fits.',
    look: 'the leading terms',
  },
  'division-result': {
    name: 'Quotient and remainder',
    why: 'The division ends when what is left has a smaller degree than the divisor.',
    look: 'what is left: does the divisor still fit?',
  },
  'partial-fractions-ansatz': {
    name: 'One simple fraction for each factor',
    why: 'A fraction whose denominator is a product is a sum of fractions with the factors as denominators.',
    look: 'the factors of the denominator',
  },
  'clear-denominators': {
    name: 'Multiply by the denominator',
    why: 'Two fractions with the same denominator are equal when their numerators are.',
    look: 'the denominators',
  },
  'find-numerators': {
    name: 'Compare both sides',
    why: 'Two polynomials that are the same agree at every number and in every coefficient.',
    look: 'the numbers that make one of the factors zero',
  },
  'compare-coefficients': {
    name: 'Compare coefficients',
    why: 'Two polynomials that are the same agree in every coefficient.',
    look: 'the coefficients of the same power on both sides',
  },
  'trigonometric-identities': {
    name: 'Relations between sine, cosine and tangent',
    why: '$\\sin^2 u + \\cos^2 u = 1$ and $\\tan u = \\frac{\\sin u}{\\cos u}$ hold for every angle.',
    words:
      'The squares of sine and cosine add up to one, and the tangent is the sine over the cosine, for every angle.',
    look: 'the functions of the same angle',
  },
  'logarithm-identities': {
    name: 'Exponential function and logarithm undo each other',
    why: '$e^{\\ln u} = u$ and $\\ln e^u = u$; a power below a logarithm comes in front of it.',
    words:
      'The exponential function and the logarithm undo each other; a power below a logarithm comes in front of it.',
    look: 'the logarithm and the power that meet',
  },
  'absolute-value-of-product': {
    name: 'The absolute value of a product',
    why: '$|ab| = |a|\\,|b|$: sizes multiply, signs do not matter.',
    words: 'The size of a product is the product of the sizes: signs do not matter.',
    look: 'the factors between the bars',
  },
  'powers-of-roots': {
    name: 'Powers of roots',
    why: 'The $n$-th power of an $n$-th root is the number below the root.',
    look: 'the exponent, and the index of the root',
  },
  'collect-powers': {
    name: 'Collect the powers of one letter',
    why: 'Terms with the same power of the letter are multiples of it, whatever else they hold.',
    look: 'the terms with the same power of the letter',
  },
} satisfies Record<string, Rule>;
