import assert from 'node:assert/strict';
import { reading } from './describeReading.ts';

/** A wording and what is understood by it: the givens, then the task (see describeTask). */
const rows: readonly (readonly [string, string])[] = [
  ['a) Solve 2x = 4\nb) Factor x^2 - 1', 'solve | 2*x = 4'],
  ['(a) Solve 2x = 4.', 'solve | 2*x = 4'],
  ['\\begin{problem}\nSolve $x^2 = 4$.\n\\end{problem}', 'solve | x^2 = 4'],
  [
    '\\begin{exercise}[Easy]\nFind all real solutions of\n\\[ x^2 - 5x + 6 = 0. \\]\n\\end{exercise}',
    'solve | x^2 - 5*x + 6 = 0 | x | solve',
  ],
  ['### Problem 3\n\nSimplify $\\frac{x^2-1}{x-1}$.', 'simplify | (x^2 - 1)/(x - 1)'],
  ['**Solve** $2x + 1 = 5$', 'solve | 2*x + 1 = 5'],
  ['Problem: Solve $2x+1=5$ for $x$.', 'solve | 2*x + 1 = 5 | x'],
  ['Exercise 4.2: Factor $x^2-4$', 'factor | x^2 - 4'],
  ['Solve the equation\n$$\n2x + 3 = 7\n$$\nfor $x$.', 'solve | 2*x + 3 = 7 | x'],
  ['Solve\n\\begin{equation}\nx^2 = 9\n\\end{equation}', 'solve | x^2 = 9'],
  ['Solve\n\\begin{align*}\nx + y &= 3\\\\\nx - y &= 1\n\\end{align*}', 'solve | x + y = 3, x - y = 1'],
  ['Q: What is 3/4 + 1/8?', 'evaluate | 3/4 + 1/8'],
  ['# Solve 3x = 12', 'solve | 3*x = 12'],
  ['Solve: 2(x+3) = 14.', 'solve | 2*(x + 3) = 14'],
  ['Solve $2x+1 = 5$ and check your answer.', 'solve | 2*x + 1 = 5'],
  ["Find $f'(x)$ if $f(x) = x^3 \\sin x$.", 'f(x) := evaluate | x^3*sin(x); derivative | f(x) | x | 1'],
  ['Let $f(x) = \\frac{x+1}{x-1}$. Find $f(3)$.', 'f(x) := evaluate | (x + 1)/(x - 1); evaluate | f(3)'],
  [
    'If $f(x) = 2x$ and $g(x) = x^2 + 1$, what is $f(g(2))$?',
    'f(x) := evaluate | 2*x; g(x) := evaluate | x^2 + 1; evaluate | f(g(2))',
  ],
  ['Suppose $x + y = 10$ and $x - y = 4$. Find $x$ and $y$.', 'solve | x + y = 10, x - y = 4 | x, y'],
  ['Find the value of $k$ such that $2k + 3 = 11$.', 'solve | 2*k + 3 = 11 | k'],
  ['What is the value of $x$ if $\\frac{x}{3} = 7$?', 'solve | x/3 = 7 | x'],
  ['For what value of $a$ does $3a - 2 = 10$?', 'solve | 3*a - 2 = 10 | a'],
  ['Compute $\\sqrt{49}$.', 'evaluate | sqrt(49)'],
  ['What is $\\frac{3}{4}$ of $20$?', 'evaluate | 3/4*20'],
  ['Evaluate $\\log_2 (64)$.', 'evaluate | log(64, 2)'],
  ['Simplify $\\frac{2}{3} + \\frac{1}{6}$. Express your answer as a common fraction.', 'simplify | 2/3 + 1/6'],
  ['Compute $\\dbinom{8}{4}$.', 'evaluate | binomial(8, 4)'],
  ['What is the greatest common factor of $20!$ and $200,\\!000$?', 'gcd | 20!, 200000'],
  ['Solve for $x$: $2^{x-3} = 4^{x+1}$.', 'solve | 2^(x - 3) = 4^(x + 1) | x'],
  ['Find the solution of $\\sqrt{2x+1} = 3$', 'solve | sqrt(2*x + 1) = 3 | x | roots'],
  ['Let $x = 3$. What is $x^2$?', 'x := evaluate | 3; evaluate | x^2'],
  ['Find $x$: $3x - 1 = 8$', 'solve | 3*x - 1 = 8 | x'],
  ['x = ?  2x + 3 = 9', 'solve | 2*x + 3 = 9 | x'],
  ['2x + 3 = 9, x = ?', 'solve | 2*x + 3 = 9 | x'],
  ['3 + 4 = ?', 'evaluate | 3 + 4'],
  ['What is 12 × 13', 'evaluate | 12*13'],
  ['Please simplify: 2(x+3) - x', 'simplify | 2*(x + 3) - x'],
  ['Differentiate the following: x^2 + 3x', 'derivative | x^2 + 3*x | 1'],
  ['Find the derivative: y = x^2', 'derivative | x^2 | 1'],
  ['Find the equation of the line tangent to the graph of y = x^2 at the point where x = 1.', 'tangent | x^2 | 1 | x'],
  ['Determine whether the statement is true: 3 < 5', 'decide | 3 < 5'],
  ['Are the expressions 2(x+1) and 2x+2 equal?', 'decide | 2*(x + 1) = 2*x + 2'],
  ['Is 2(x+1) equal to 2x + 2?', 'decide | 2*(x + 1) = 2*x + 2'],
];

describe('problems as documents hold them', () => {
  for (const [problem, expected] of rows) {
    it(problem, () => {
      assert.equal(reading(problem), expected);
    });
  }
});
