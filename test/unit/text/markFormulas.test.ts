import assert from 'node:assert/strict';
import { markFormulas } from '../../../src/core/text/markFormulas.ts';

describe('formulas in a text without delimiters', () => {
  const marked: readonly (readonly [string, string])[] = [
    ['Solve 3(x - 2) = 2x + 5', 'Solve $3(x - 2) = 2x + 5$'],
    ['Solve 2n + 6 = 20 for n.', 'Solve $2n + 6 = 20$ for $n$.'],
    ['Reduce 15/95', String.raw`Reduce $\frac{15}{95}$`],
    ['Find the derivative of x^2*sin(x).', String.raw`Find the derivative of $x^{2}\sin x$.`],
    ['Solve the system x + y = 5, x - y = 1.', 'Solve the system $x + y = 5$, $x - y = 1$.'],
    ['Solve x^2 = 4 (over the reals).', 'Solve $x^{2} = 4$ (over the reals).'],
    ['gcd(12, 18)', String.raw`$\gcd(12, 18)$`],
    ['Is 2x + 1 a line?', 'Is $2x + 1$ a line?'],
    ['*Solve* 3x = 6\nfor x', '\\*Solve\\* $3x = 6$\\\nfor $x$'],
  ];
  for (const [text, expected] of marked) {
    it(`are found: ${text}`, () => assert.equal(markFormulas(text), expected));
  }

  const left: readonly string[] = [
    'Prove that a number is even.',
    'Is 91 a prime?',
    'How far does a car go at 5 m/s in 10 s?',
    'Solve $3x = 6$',
    'A pen costs $3 and a book $5',
    'Is P(A) = 0.3?',
    'Integrate x exp(x) dx',
    'Compute 5! / 3!',
    'solve x_1 + x_2 = 3',
    'lim_{x->0} x',
    'What is 3 + * 4?',
    '',
  ];
  for (const text of left) {
    it(`are left as they are where nothing is sure: ${text}`, () => assert.equal(markFormulas(text), undefined));
  }
});
