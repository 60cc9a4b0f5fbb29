import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { hasForm, sameAnswer, type Form } from '../../../evidence/support/judgeAnswer.ts';
import { solveWhole } from '../../../evidence/support/solveWhole.ts';

/** Problem, answer, how many presses it may take at normal grain, and the form asked for. */
type Row = readonly [problem: string, answer: string, fewest: number, most: number, form?: Form];

const tables: Readonly<Record<string, readonly Row[]>> = {
  'collecting and multiplying out': [
    ['Collect the terms in 4*c + 5*c - 57*c.', '-48*c', 1, 1, 'expanded'],
    ['Collect the terms in -47*l - 835 + 17*l + 894 - l**2.', '-l^2 - 30*l + 59', 1, 1, 'expanded'],
    ['Expand (x+1)(x-2).', 'x^2 - x - 2', 2, 2, 'expanded'],
    ['Expand (2x+3)^2 - (x-1)(x+1).', '3*x^2 + 12*x + 10', 2, 4, 'expanded'],
    ['Expand -(a - 2b)*3.', '-3*a + 6*b', 1, 3, 'expanded'],
    ['Expand (x+1)^8.', 'x^8+8*x^7+28*x^6+56*x^5+70*x^4+56*x^3+28*x^2+8*x+1', 1, 2, 'expanded'],
    ['Simplify 2x^2 * y * x * y^3.', '2*x^3*y^4', 1, 1],
    ['Simplify x - -x.', '2*x', 1, 1],
    ['Simplify x + 4 + y.', 'x + y + 4', 1, 1],
  ],
  factoring: [
    ['Factor x^2 + 5x + 6.', '(x+2)*(x+3)', 1, 1, 'factored'],
    ['Factor 2x^2 - 5x - 3.', '(2*x+1)*(x-3)', 1, 2, 'factored'],
    ['Factor 4*w**3 + 2096*w**2 + 104124*w - 331344.', '4*(w-3)*(w+59)*(w+468)', 3, 3, 'factored'],
    ['Factor a^2*x^2 - b^2*y^2.', '(a*x-b*y)*(a*x+b*y)', 1, 1, 'factored'],
    ['Factor x^2 - 6x + 9 - 4y^2.', '(x-2*y-3)*(x+2*y-3)', 1, 1, 'factored'],
    ['Factor x^4 + 4.', '(x^2-2*x+2)*(x^2+2*x+2)', 1, 1, 'factored'],
    ['Factor 16 - 81x^4.', '-(3*x-2)*(3*x+2)*(9*x^2+4)', 2, 4, 'factored'],
    ['Factor x*y + 2x + 3y + 6.', '(x+3)*(y+2)', 1, 1, 'factored'],
    ['Factor x^3 - 8.', '(x-2)*(x^2+2*x+4)', 1, 1, 'factored'],
    ['Factor x^2 + 4.', 'x^2+4', 1, 1, 'factored'],
    ['Factor -5*l**2 + 251311850*l + 35937696795.', '-5*(l-50262513)*(l+143)', 2, 2, 'factored'],
  ],
  'powers and roots': [
    ['Simplify (y**(-1))**(-25)*(y**32)**(-44) assuming y is positive.', 'y^(-1383)', 1, 3],
    ['Simplify (l**4/(l**(-2/5)/l))**(1/7) assuming l is positive.', 'l^(27/35)', 1, 4],
    ['Simplify sqrt(36*x).', '6*sqrt(x)', 1, 1],
    ['Simplify sqrt(x^2+2x+1).', 'abs(x+1)', 1, 1],
    ['Simplify x^3/x^2.', 'x', 1, 2],
  ],
  'fractions in letters': [
    ['Simplify (x^2-1)/(x+1).', 'x - 1', 2, 2],
    ['Write 2x/y - y/(x+1) as one fraction.', '(2*x^2+2*x-y^2)/(x*y+y)', 1, 2],
    ['Simplify 6/x/5.', '6/(5*x)', 1, 2],
    ['Simplify x/(y/(z+a)).', 'x*(z+a)/y', 1, 2],
    ['Find the partial fraction decomposition of (17*x-53)/(x^2-2*x-15).', '13/(x+3)+4/(x-5)', 4, 4],
    ['Find the partial fraction decomposition of 1/(x^3+x).', '1/x - x/(x^2+1)', 4, 4],
  ],
  'squares and division': [
    ['Complete the square in x^2 + 6x + 5.', '(x+3)^2 - 4', 2, 2],
    ['Complete the square in 2x^2 - 3x + 1.', '2*(x-3/4)^2 - 1/8', 3, 3],
    ['Divide x^3 - 2x^2 + 4 by x - 3.', 'quotient x^2 + x + 3, remainder 13', 3, 4],
  ],
};

describe('expressions', () => {
  for (const [name, rows] of Object.entries(tables)) {
    describe(name, () => {
      for (const [problem, answer, fewest, most, form = 'any'] of rows) {
        it(problem, async () => {
          const { steps, answer: found, isVerified, stuck, faults } = await solveWhole(problem);
          assert.deepEqual({ stuck, faults }, { stuck: undefined, faults: [] });
          assert.ok(sameAnswer(answer, found ?? ''), `${found ?? 'nothing'} instead of ${answer}`);
          assert.ok(hasForm(form, problem, found ?? ''), `${found ?? ''} is not ${form}`);
          assert.equal(isVerified, true);
          assert.ok(steps.length >= fewest && steps.length <= most, `${steps.length.toString()} steps`);
          for (const [index, step] of steps.entries()) {
            assert.notEqual(step.verdict.kind, 'invalid', step.text);
            assert.notEqual(step.latex, steps[index - 1]?.latex, `restated: ${step.text}`);
          }
        });
      }
    });
  }

  it('refuses what would be too long, at once', async () => {
    const { answer, stuck } = await solveWhole('Expand (x+1)^100000.');
    assert.equal(answer, undefined);
    assert.match(stuck ?? '', /too/);
  });
});
