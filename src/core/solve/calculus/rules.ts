import type { Rule } from '../rule.ts';

export const calculusRules = {
  'constant-rule': { name: 'The derivative of a constant', why: 'What does not change has the derivative $0$.' },
  'constant-factor-rule': {
    name: 'A constant factor stays',
    why: 'Stretching a graph stretches its slopes by the same factor.',
  },
  'sum-rule': { name: 'Term by term', why: 'The derivative of a sum is the sum of the derivatives.' },
  'power-rule': { name: 'The power rule', why: "$(x^n)' = n x^{n-1}$: the exponent comes in front and falls by $1$." },
  'table-derivative': {
    name: 'A basic derivative',
    why: 'The derivatives of the basic functions are known by heart or from a table.',
  },
  'product-rule': {
    name: 'The product rule',
    why: "$(uv)' = u'v + uv'$: each factor changes in turn while the other stands still.",
  },
  'quotient-rule': { name: 'The quotient rule', why: "$(u/v)' = (u'v - uv')/v^2$." },
  'reciprocal-rule': { name: 'The derivative of a reciprocal', why: "$(1/v)' = -v'/v^2$." },
  'chain-rule': { name: 'The chain rule', why: "$(f(u))' = f'(u) \\cdot u'$: the outer slope times the inner slope." },
  'exponential-rule': { name: 'The derivative of an exponential function', why: "$(a^u)' = a^u \\ln a \\cdot u'$." },
  'logarithmic-differentiation': {
    name: 'Write the power with base e',
    why: '$u^v = e^{v \\ln u}$ turns a power with a changing base into an exponential function.',
  },
  'change-of-base': { name: 'Change the base', why: '$\\log_b a = \\ln a / \\ln b$.' },
  'point-slope': {
    name: 'Point and slope',
    why: "A line is fixed by one of its points and its slope: $y = f(a) + f'(a)\\,(x - a)$.",
  },
  'split-sum': {
    name: 'Split the sum',
    why: 'The order of the terms does not matter, and a common factor can be taken out of a sum.',
  },
  'sums-of-powers': {
    name: 'Sums of powers',
    why: 'The sum of the first $n$ powers is a polynomial in $n$ of one degree more.',
  },
  'write-sum-out': {
    name: 'Write the sum out',
    why: 'A sum sign stands for the terms for every whole number between its bounds.',
  },
  'limit-put-in': { name: 'Put the target in', why: 'Where a function is continuous its limit is its value.' },
  'limit-pole': {
    name: 'Something over nothing',
    why: 'Dividing by ever smaller numbers gives ever larger ones; the sign decides the direction.',
  },
  'limit-highest-power': {
    name: 'The highest power decides',
    why: 'Divided by the highest power, all lower powers tend to $0$.',
  },
  'limit-simplify': {
    name: 'Simplify before the limit',
    why: 'The limit looks only at points near the target, not at the target itself.',
  },
  hospital: {
    name: 'L’Hôpital’s rule',
    why: 'Where numerator and denominator both tend to $0$, or both grow beyond every bound, the quotient behaves as the quotient of their slopes.',
  },
  'tidy-up': { name: 'Tidy up', why: 'Numbers go to the front, equal factors become powers, equal terms are added.' },
} satisfies Record<string, Rule>;
