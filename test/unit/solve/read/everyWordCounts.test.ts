import assert from 'node:assert/strict';
import { readProblem } from '../../../../src/core/solve/read/readProblem.ts';
import { reading } from './describeReading.ts';

/** No word may be passed over that changes what is asked: a wording, and what is understood or why it is not. */
const rows: readonly (readonly [string, string | RegExp])[] = [
  ['Solve 2x = 3 in the integers', /not yet over the integers/],
  ['Solve 2x = 3 over the integers', /not yet over the integers/],
  ['Solve 2x = 3 in the natural numbers', /not yet over the natural numbers/],
  ['Find all integer solutions of 2x = 3', /not yet over the integers/],
  ['Solve x^2 = 2 where x is an integer', /not yet over the integers/],
  ['Solve $x^2 = 2$, $x \\in \\mathbb{Z}$', /not yet over the integers/],
  ['Find the rational roots of x^2 - 2', /not yet over the rational numbers/],
  ['Find the largest negative root of x^2 - 3', /^\? /],
  ['Solve x^2 = 4 with negative x', /^\? /],
  ['Solve 2x = 3 mod 5', /congruences/],
  ['x = ∞', /Infinity is not a number/],
  ['Solve x^2 = 4 with x < 0', 'solve | x^2 = 4, x < 0'],
  ['Solve x^2 = 4, where x < 0', 'solve | x^2 = 4, x < 0'],
  ['Factor x^2 - 4 over the integers', 'factor | x^2 - 4'],
  ['Solve x^2 = 4 by the p-q formula', 'solve | x^2 = 4 | p - q formula'],
  ['Solve sin(x) = 1/2 on [0, 2pi)', 'solve | sin(x) = 1/2, 0 <= x < 2*pi'],
  ['Solve sin(x) = 1/2 in [0, 2pi)', 'solve | sin(x) = 1/2, 0 <= x < 2*pi'],
  ['Solve sin(x) = 1/2, 0 <= x < 2pi', 'solve | sin(x) = 1/2, 0 <= x < 2*pi'],
  ['Solve 2x > 3 on (-oo, 5]', 'solve | 2*x > 3, x <= 5'],
  ['Find the maximum of x^2', 'extrema | x^2 | maximum'],
  ['Find the minimum value of x^2', 'extrema | x^2 | minimumValue'],
  ['What is the largest value of 3x - x^2?', 'extrema | 3*x - x^2 | maximumValue'],
  ['maximize 3x - x^2', 'extrema | 3*x - x^2 | maximum'],
  ['Where does f(x) = x^3 - 3x have a local maximum?', 'extrema | x^3 - 3*x | maximum'],
  ['critical points of x^3', 'extrema | x^3 | points'],
  ['Find the global minimum of x^2', /not yet global ones/],
  ['Find the maximum of x^2 on [0, 3]', /^\? /],
  ['Find the vertex of x^3', /vertex of a parabola only/],
  ['Let f(x) = x^2. Find the vertex of f.', 'f(x) := evaluate | x^2; extrema | f(x) | points'],
  ['Find the tangent line to y = x^2 at the point (1, 2)', /\(1, 2\) does not lie on the curve/],
  ['Let f(x) = x^2. Find the tangent line to f at (1, 2).', /does not lie on the curve/],
  ['If f(x) = x^2, find the tangent line to f at (1, 2).', /does not lie on the curve/],
  ['Find the slope of y = x^2 at (3, 8)', /does not lie on the curve/],
  ['Find the tangent line to y = x^2 at the point (1, 1)', 'tangent | x^2 | 1'],
  ['What is 20% more than 50?', 'percentage | increase | 50 | 20'],
  ['20% less than 50', 'percentage | decrease | 50 | 20'],
  ['What is 20 percent less than 50?', 'percentage | decrease | 50 | 20'],
  ['50% off 80', 'percentage | decrease | 80 | 50'],
  ['What is 5 more than 3?', 'evaluate | 3 + 5'],
  ['xy off z', /don't understand/],
  ['Add 2 km and 350 m', /not yet calculate with them/],
  ['What is 3 km + 200 m?', /not yet calculate with them/],
  ['Calculate 5 kg - 300 g', /not yet calculate with them/],
  ['5 min + 3 s', /not yet calculate with them/],
  ['Solve $2cm = 3$ for c', 'solve | 2*c*m = 3 | c'],
  ['Solve ax + by = c for y', 'solve | a*x + b*y = c | y'],
  ['Find the cost of 3', /don't understand/],
  ['What is the discriminant of x^2 - 1?', /I don't know “discriminant”\./],
  ['List all divisors of 36', /don't understand the question/],
  ['How many divisors does 60 have?', /don't understand the question/],
  ['Find the limit of x^2', /don't understand/],
  ['Find the definite integral of x^2', /don't understand/],
  ['Is 3 < 4 false?', /don't understand/],
  ['Integral: x^2', 'integral | x^2'],
  ['Roots: x^2 - 4', 'solve | x^2 - 4 = 0 | x | roots'],
  ['Combine into one fraction: 1/x + 1/y', 'combine | 1/x + 1/y'],
  ['Factor out the common factor: 3x + 6', 'factor | 3*x + 6'],
  ['Next term: 2, 4, 8, 16', 'sequence | 2, 4, 8, 16 | next'],
  ['general term of 1, 4, 9, 16, ...', 'sequence | 1, 4, 9, 16 | general | n'],
  ['Prime factorization: 84', 'primeFactors | 84 | factorization'],
  ['Mean: 3, 4, 5', 'average | 3, 4, 5 | mean'],
  ['Sort ascending: 3, 1, 2', 'sort | 3, 1, 2 | ascending'],
  ['lim (x->2) (x^2-4)/(x-2)', 'limit | (x^2 - 4)/(x - 2) | x | 2'],
  ['-13 (base 4) to base 14', 'baseConversion | -13 | 4 | 14'],
  ['Is 83 even?', 'divides | 2 | 83'],
  ['Is 83 an odd number?', 'decide | 83 mod 2 = 1'],
  ['Are 3 and 4 non-equal?', 'decide | 3 != 4'],
  ['What is five twelths of a day in minutes?', 'convertUnit | 5/12 | day | min'],
  ['What is the percentage decrease from 80 to 60?', 'percentage | change | 80 | 60 | decrease'],
  ['What is the percentage change from 80 to 60?', 'percentage | change | 80 | 60'],
  ['Solve x^2 = 4 and give the positive solution', /don't understand/],
  ['Solve x^2 = 4. Note that x > 0.', /don't understand/],
  ['Evaluate x^2 + 1 at x = 2 and x = 3', /don't understand/],
  ['Solve x^2 = 4. Assume x > 0.', 'solve | x^2 = 4, x > 0'],
  ['Solve x^2 = 4 given x > 0', 'solve | x^2 = 4, x > 0'],
  ['Simplify sqrt(x^2). Assume all variables are positive.', 'simplify | sqrt(x^2) | x'],
];

/** Where the text has several meanings, the one that was taken is said. */
const notes: readonly (readonly [string, RegExp])[] = [
  ['Find the sum of the roots of x^2 - 2x + 1', /real root once/],
  ['Find the area under y = x from -1 to 1', /counts as negative/],
  ['Calculate 100 + 10%', /10% as 0\.1/],
  ['Solve x^2 = 2. Give your answer to 2 decimal places.', /exact answers, not rounded/],
  ['Solve x^2 = 2, giving your answer to 2 decimal places', /exact answers, not rounded/],
  ['Add 20% to 50', /10% as 0\.1/],
];

describe('every word counts', () => {
  for (const [problem, expected] of rows) {
    it(problem, () => {
      const found = reading(problem);
      if (typeof expected === 'string') assert.equal(found, expected);
      else {
        assert.match(found, /^\? /);
        assert.match(found, expected);
      }
    });
  }
  for (const [problem, expected] of notes) {
    it(`${problem}: says its reading`, () => {
      const result = readProblem({ text: problem });
      assert.ok(result.type === 'read');
      assert.match(result.reading.note ?? '', expected);
    });
  }
});
