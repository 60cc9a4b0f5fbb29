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
  'tidy-up': { name: 'Tidy up', why: 'Numbers go to the front, equal factors become powers, equal terms are added.' },
} satisfies Record<string, Rule>;
