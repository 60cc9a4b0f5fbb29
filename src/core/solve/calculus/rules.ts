import type { Rule } from '../rule.ts';

export const calculusRules = {
  'constant-rule': {
    name: 'The derivative of a constant',
    why: 'What does not change has the derivative $0$.',
    words: 'What does not change has the derivative zero.',
    look: 'the constant',
  },
  'constant-factor-rule': {
    name: 'A constant factor stays',
    why: 'Stretching a graph stretches its slopes by the same factor.',
    look: 'the constant in front',
  },
  'sum-rule': {
    name: 'Term by term',
    why: 'The derivative of a sum is the sum of the derivatives.',
    look: 'the terms, one by one',
  },
  'power-rule': {
    name: 'The power rule',
    why: "$(x^n)' = n x^{n-1}$: the exponent comes in front and falls by $1$.",
    words: 'The exponent comes in front as a factor, and then it falls by one.',
    look: 'the power',
  },
  'table-derivative': {
    name: 'A basic derivative',
    why: 'The derivatives of the basic functions are known by heart or from a table.',
    look: 'the function as a whole',
  },
  'differentiate-parts': {
    name: 'Differentiate the parts',
    why: 'Each part that is left is simple enough for a rule of its own: a power, or a function from the table.',
    look: 'the derivatives that are still to be worked out',
  },
  'product-rule': {
    name: 'The product rule',
    why: "$(uv)' = u'v + uv'$: each factor changes in turn while the other stands still.",
    look: 'the two factors',
  },
  'quotient-rule': {
    name: 'The quotient rule',
    why: "$(u/v)' = (u'v - uv')/v^2$.",
    words:
      'The slope of the numerator times the denominator, minus the numerator times the slope of the denominator; all of it over the square of the denominator.',
    look: 'the numerator and the denominator',
  },
  'reciprocal-rule': {
    name: 'The derivative of a reciprocal',
    why: "$(1/v)' = -v'/v^2$.",
    words: 'The slope of a reciprocal is minus the slope of the denominator, over its square.',
    look: 'the denominator',
  },
  'chain-rule': {
    name: 'The chain rule',
    why: "$(f(u))' = f'(u) \\cdot u'$: the outer slope times the inner slope.",
    look: 'the outer function, and what stands inside it',
  },
  'exponential-rule': {
    name: 'The derivative of an exponential function',
    why: "$(a^u)' = a^u \\ln a \\cdot u'$.",
    words:
      'An exponential function is its own slope, times the logarithm of its base, times the slope of its exponent.',
    look: 'the exponent',
  },
  'logarithmic-differentiation': {
    name: 'Write the power with base e',
    why: '$u^v = e^{v \\ln u}$ turns a power with a changing base into an exponential function.',
    look: 'the base and the exponent: which of them change?',
  },
  'change-of-base': {
    name: 'Change the base',
    why: '$\\log_b a = \\ln a / \\ln b$.',
    look: 'the base of the logarithm',
  },
  'tangent-line': {
    name: 'The line in the usual form',
    why: 'In $y = mx + b$ the slope and the height at $0$ can be read off.',
    words:
      'Where a line is written as a multiple of the letter plus a number, the slope and the height at zero can be read off.',
    look: 'the line through the point',
  },
  'point-slope': {
    name: 'Point and slope',
    why: "A line is fixed by one of its points and its slope: $y = f(a) + f'(a)\\,(x - a)$.",
    look: 'the point of contact and the slope',
  },
  'split-sum': {
    name: 'Split the sum',
    why: 'The order of the terms does not matter, and a common factor can be taken out of a sum.',
    look: 'the terms below the sum sign',
  },
  'sums-of-powers': {
    name: 'Sums of powers',
    why: 'The sum of the first $n$ powers is a polynomial in $n$ of one degree more.',
    look: 'the power that is summed, and the last number',
  },
  'write-sum-out': {
    name: 'Write the sum out',
    why: 'A sum sign stands for the terms for every whole number between its bounds.',
    look: 'the first number and the last one',
  },
  'limit-put-in': {
    name: 'Put the target in',
    why: 'Where a function is continuous its limit is its value.',
    look: 'the target of the limit',
  },
  'limit-pole': {
    name: 'Something over nothing',
    why: 'Dividing by ever smaller numbers gives ever larger ones; the sign decides the direction.',
    look: 'what the numerator tends to, and what the denominator tends to',
  },
  'limit-highest-power': {
    name: 'The highest power decides',
    why: 'Divided by the highest power, all lower powers tend to $0$.',
    words: 'Divided by the highest power, all lower powers tend to zero.',
    look: 'the highest powers above and below',
  },
  'limit-simplify': {
    name: 'Simplify before the limit',
    why: 'The limit looks only at points near the target, not at the target itself.',
    look: 'for what can be cancelled or put in order before the target comes into play',
  },
  'limit-laws': {
    name: 'The laws of limits',
    why: 'Limits of sums, products, quotients and continuous functions are those of their limits, where these decide.',
    look: 'what each part tends to',
  },
  'limit-factor': {
    name: 'Factor before the limit',
    why: 'A polynomial that is $0$ at $x = a$ has the factor $x - a$, so $0/0$ hides a factor that both parts have.',
    words:
      'A polynomial that is zero at the target has the letter minus the target as a factor, so zero over zero hides a factor that both parts have.',
    look: 'the numerator and the denominator, at the target',
  },
  'limit-swings': {
    name: 'Values that swing without end',
    why: 'Where there is a limit, the values stay close to it; they cannot keep close to two different numbers.',
    look: 'the values close to the target',
    question: 'What do the values do close to the target?',
  },
  'limit-squeeze': {
    name: 'Bounded times something that vanishes',
    why: 'Such a product lies between two expressions that both tend to $0$.',
    words: 'Such a product lies between two expressions that both tend to zero.',
    look: 'the part that stays bounded, and the part that vanishes',
  },
  'limit-absolute': {
    name: 'The absolute value close to the target',
    why: 'Where the sign of the inside is settled, the absolute value is the inside or its opposite.',
    look: 'the sign between the bars, close to the target',
  },
  'limit-conjugate': {
    name: 'The conjugate',
    why: '$(u - v)(u + v) = u^2 - v^2$ takes the roots away where a difference is not decided.',
    words:
      'The sum of two terms times their difference is the difference of their squares: it takes the roots away where a difference is not decided.',
    look: 'the difference with the root',
  },
  'limit-quotient': {
    name: 'A product as a quotient',
    why: '$u \\cdot v = \\frac{u}{1/v}$ makes of $0 \\cdot \\infty$ a quotient.',
    words:
      'Dividing by the reciprocal of a factor is multiplying by it: so a product of something that vanishes and something without bound becomes a quotient.',
    look: 'the two factors',
  },
  'limit-exponential': {
    name: 'The power with base e',
    why: '$u^v = e^{v \\ln u}$, and the exponential function is continuous.',
    look: 'the base and the exponent of the power',
  },
  'limit-sides': {
    name: 'From both sides',
    why: 'A limit exists where the limits from the left and from the right are the same.',
    look: 'both sides of the target',
    question: 'What do the values do on the left of the target, and what on the right?',
  },
  hospital: {
    name: 'L’Hôpital’s rule',
    why: 'Where numerator and denominator both tend to $0$, or both grow beyond every bound, the quotient behaves as the quotient of their slopes.',
    words:
      'Where numerator and denominator both tend to zero, or both grow beyond every bound, the quotient behaves as the quotient of their slopes.',
    look: 'the numerator and the denominator, each by itself',
  },
  'integral-constant': {
    name: 'The integral of a constant',
    why: 'Differentiating a straight line gives its slope back.',
    look: 'the constant',
  },
  'integral-sum': {
    name: 'Integrate term by term',
    why: 'The integral of a sum is the sum of the integrals, and a constant factor stays as it is.',
    look: 'the terms, one by one',
    place: 'within',
  },
  'integral-power': {
    name: 'The power rule for integrals',
    why: '$\\int x^n\\,dx = \\frac{x^{n+1}}{n+1}$ for $n \\neq -1$: the exponent rises by $1$, and one divides by it.',
    words: 'The exponent rises by one, and one divides by the new exponent; only the exponent minus one is different.',
    look: 'the power',
  },
  'table-integral': {
    name: 'A basic integral',
    why: 'The integrals of the basic functions are known from their derivatives.',
    look: 'the function as a whole: whose derivative is it?',
  },
  'linear-inside': {
    name: 'A linear inside',
    why: 'Differentiating $F(ax+b)$ gives $a\\,f(ax+b)$, so one divides by $a$.',
    words: 'Where the inside is linear, differentiating brings out its coefficient, so integrating divides by it.',
    look: 'the inside, and the coefficient of the letter in it',
    place: 'within',
  },
  'rewrite-integrand': {
    name: 'Rewrite the integrand',
    why: 'Equal functions have the same integral.',
    look: 'what stands under the integral sign',
  },
  'expand-integrand': {
    name: 'Multiply out before integrating',
    why: 'A sum can be integrated term by term, a product cannot.',
    look: 'the product under the integral sign',
  },
  'split-fraction': {
    name: 'Split the fraction',
    why: '$\\frac{a+b}{c} = \\frac{a}{c} + \\frac{b}{c}$.',
    words: 'A sum over a denominator is a sum of fractions with that denominator.',
    look: 'the terms of the numerator',
  },
  substitution: {
    name: 'Substitution',
    why: "$\\int f(g(x))\\,g'(x)\\,dx = \\int f(u)\\,du$ with $u = g(x)$: the chain rule, read backwards.",
    look: 'the inner expression, and its derivative beside it',
    place: 'within',
  },
  'put-back': {
    name: 'Put the letter back',
    why: 'The question was asked in the first letter, so the answer must be too.',
    look: 'what the new letter stands for',
  },
  'by-parts': {
    name: 'Integration by parts',
    why: "$\\int u v'\\,dx = u v - \\int u' v\\,dx$: the product rule, read backwards.",
    look: 'the factor that gets simpler when it is differentiated',
    place: 'within',
  },
  'by-parts-table': {
    name: 'Integration by parts, many times at once',
    why: 'Each round differentiates the one factor and integrates the other, with changing signs.',
    look: 'the factor that vanishes when it is differentiated often enough',
  },
  'solve-for-integral': {
    name: 'Solve for the integral',
    why: 'Where the same integral comes back, the line is an equation for it.',
    look: 'the integral that comes back',
  },
  'partial-fractions': {
    name: 'Partial fractions',
    why: 'A quotient of polynomials is a sum of simple fractions, each with a known integral.',
    look: 'the factors of the denominator',
  },
  'partial-fractions-ansatz': {
    name: 'Simple fractions with unknown numerators',
    why: 'Each factor of the denominator gives one simple fraction for each of its powers.',
    look: 'the factors of the denominator',
  },
  'find-numerators': {
    name: 'Compare the coefficients',
    why: 'Two polynomials that are equal everywhere agree in every coefficient.',
    look: 'the numbers that make a factor zero',
  },
  'divide-integrand': {
    name: 'Divide first',
    why: 'A polynomial is integrated at once, and partial fractions need a numerator of smaller degree.',
    look: 'the highest powers above and below',
  },
  'split-numerator': {
    name: 'Split the numerator',
    why: 'A multiple of the derivative of the denominator gives a logarithm or a power, a constant an arctangent.',
    look: 'the derivative of the denominator',
  },
  'arctangent-integral': {
    name: 'An arctangent',
    why: '$\\int \\frac{dx}{x^2+k^2} = \\frac{1}{k}\\arctan\\frac{x}{k}$.',
    words: 'The slope of the arctangent is one over one plus a square, so quotients of this shape come from it.',
    look: 'the square and the number in the denominator',
  },
  'arcsine-integral': {
    name: 'An arcsine',
    why: '$\\int \\frac{dx}{\\sqrt{k^2-x^2}} = \\arcsin\\frac{x}{k}$.',
    words:
      'The slope of the arcsine is one over the root of one minus a square, so quotients of this shape come from it.',
    look: 'what stands under the root',
  },
  'logarithm-integral': {
    name: 'A logarithm',
    why: "The derivative of $\\ln|u|$ is $\\frac{u'}{u}$, so quotients of this shape come from logarithms.",
    look: 'the denominator, and its derivative',
  },
  'lower-the-power': {
    name: 'Lower the power',
    why: 'Integration by parts brings a high power down to a lower one of the same kind.',
    look: 'the high power',
  },
  'trigonometric-substitution': {
    name: 'Sine, cosine or tangent as the new letter',
    why: '$\\sin^2\\theta + \\cos^2\\theta = 1$ turns what is left into the new letter.',
    words: 'The squares of sine and cosine add up to one: that turns what is left into the new letter.',
    look: 'the odd power',
  },
  pythagoras: {
    name: 'Sine squared plus cosine squared',
    why: '$\\sin^2\\theta + \\cos^2\\theta = 1$.',
    words: 'The squares of sine and cosine of the same angle add up to one.',
    look: 'the squares of sine and cosine',
  },
  'double-angle': {
    name: 'The double angle',
    why: '$\\sin^2\\theta = \\frac{1-\\cos 2\\theta}{2}$ and $\\cos^2\\theta = \\frac{1+\\cos 2\\theta}{2}$ lower even powers.',
    words: 'The square of a sine or cosine is a simple wave of the doubled angle: that lowers even powers.',
    look: 'the even power',
    place: 'within',
  },
  'product-to-sum': {
    name: 'A product of waves as a sum',
    why: 'Products of sines and cosines are sums of sines and cosines of the sum and the difference of the angles.',
    look: 'the two angles',
  },
  'half-angle-substitution': {
    name: 'The tangent of the half angle',
    why: 'It makes every rational expression in sine and cosine a rational function.',
    look: 'the sines and cosines, all of the same angle',
  },
  'undetermined-coefficients': {
    name: 'Unknown coefficients',
    why: 'Where the shape of the answer is known, differentiating and comparing finds its numbers.',
    look: 'the shape that the answer must have',
  },
  'error-function': {
    name: 'The error function',
    why: 'Some simple functions have no antiderivative among the elementary functions; one is then defined by its derivative.',
    look: 'the function under the integral sign',
  },
  'slope-zero': {
    name: 'Where the slope is zero',
    why: 'At a highest or lowest point inside the domain the tangent is level.',
    look: 'the derivative',
  },
  'second-derivative-test': {
    name: 'The second derivative test',
    why: 'At a level point the curve has a minimum where the second derivative is positive, a maximum where it is negative.',
    look: 'the level points, and the second derivative',
  },
  'kind-of-extremum': {
    name: 'Maximum or minimum',
    why: 'A maximum has the curve rising before it and falling after it, a minimum the other way round.',
    look: 'the level points, one by one',
    question: 'Is the level point the top of a hill or the bottom of a valley?',
  },
  'no-sign-change': {
    name: 'Level, but no extremum',
    why: 'Where the slope has the same sign before and after, the curve goes on rising or falling.',
    look: 'the level point, and the slopes on both sides of it',
    question: 'Which sign has the slope before the level point, and which after it?',
  },
  'integral-formula': {
    name: 'A formula from a table of integrals',
    why: 'A formula is checked by differentiating: the integrand must come back.',
    look: 'the form of the integrand',
  },
  'put-bounds-in': {
    name: 'Put the bounds in',
    why: '$\\int_a^b f(x)\\,dx = F(b) - F(a)$ for an antiderivative $F$ of $f$.',
    look: 'the two bounds',
  },
  'improper-integral': {
    name: 'An improper integral',
    why: 'It is the limit of integrals over intervals that grow towards the bound.',
    look: 'the bound where the integral does not simply exist',
  },
  'tidy-up': {
    name: 'Tidy up',
    why: 'Numbers go to the front, equal factors become powers, equal terms are added.',
    look: 'the numbers, the equal factors and the equal terms',
  },
} satisfies Record<string, Rule>;
