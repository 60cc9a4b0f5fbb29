import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Verdict } from '../../../src/core/session/step.ts';
import { sym } from '../../../src/core/math/build.ts';
import type { Claim } from '../../../src/core/solve/derivation.ts';
import { withoutForesight } from '../../../src/core/solve/evidence.ts';

const proved = (evidence: string, how: Verdict['how'] = 'symbolic'): Verdict => ({
  kind: 'proved',
  how,
  relation: 'equal',
  evidence,
});

/** The evidence that is left once a problem and one line are shown. */
function told(verdict: Verdict, problem: string, latex: string): string | undefined {
  return withoutForesight(verdict, [], { problem, steps: [{ text: 'Go on.', latex }] }).evidence;
}

describe('evidence without foresight', () => {
  it('keeps what speaks of shown lines only', () => {
    const kept: readonly (readonly [evidence: string, problem: string, latex: string])[] = [
      ['Both sides are $6$ after expanding.', 'Calculate 2*3 + 5', '6 + 5'],
      ['Both sides are $-6$ after expanding.', 'Calculate 2*(-3) + 5', '-6 + 5'],
      ['Exactly: $2 \\cdot 3 = 6$.', 'Calculate 2*3 + 5', '6 + 5'],
      ['Both sides are $x^{2} - 1$ after expanding.', 'Factor x^2 - 1', '(x - 1)(x + 1)'],
      ['Both lines have the same solutions.', 'Solve x = 1', 'x = 1'],
    ];
    for (const [evidence, problem, latex] of kept) assert.equal(told(proved(evidence), problem, latex), evidence);
  });

  it('puts a general sentence for every formula and number that is not shown', () => {
    const general = 'Both sides have the same normal form.';
    const stripped: readonly (readonly [evidence: string, problem: string, latex: string])[] = [
      ['Both sides are $26$ after expanding.', 'Calculate 2*3 + 4*5', '6 + 4 \\cdot 5'],
      ['Both sides are $-1$ after expanding.', 'Calculate 2 - 1 - 2', '2 - 1 - 2'],
      ['Both sides are $1$ after expanding.', 'Calculate 21 - 11 - 9', '10 - 9'],
      ['Both sides are $2$ after expanding.', 'Calculate x^2 + x_2', '2x'],
      ['Both sides are $\\frac{1}{2}$ after expanding.', 'Calculate 1 - 2', '1 - 2'],
      ['Both sides are $2x + 1$ after expanding.', 'Differentiate x^2 + x + 1', '2x + 1x^{0}'],
      ['There are 3 of them.', 'Calculate 2 + 2', '4'],
    ];
    for (const [evidence, problem, latex] of stripped)
      assert.equal(told(proved(evidence), problem, latex), general, evidence);
  });

  it('keeps the number of points, which nobody computes', () => {
    const verdict: Verdict = { kind: 'valid', how: 'points', points: 64, evidence: 'Both sides agree at 64 points.' };
    assert.equal(told(verdict, 'Solve cos(x) = 1', '1 = 1'), verdict.evidence);
  });

  it('drops the number of points that are the solutions of a line', () => {
    const evidence = 'Both lines have the same 3 solutions between -100 and 100.';
    const verdict: Verdict = { kind: 'valid', how: 'points', points: 3, relation: 'equivalent', evidence };
    const left = withoutForesight(verdict, [], { problem: 'Solve x^3 = 3x', steps: [] });
    assert.doesNotMatch(JSON.stringify(left), /[0-9]/);
  });

  it('says of an implication that it may add solutions, whether or not it does', () => {
    const implies: Claim = { type: 'implies', from: sym('p'), to: sym('q'), unknowns: ['x'] };
    const witness: Verdict = { ...proved('$x = -1$ satisfies this line.'), relation: 'adds-solutions' };
    const none: Verdict = { ...proved('Both lines have the same solutions.'), relation: 'equivalent' };
    const shown = { problem: 'Solve it', steps: [] };
    const [first, second, third] = [
      withoutForesight(witness, [implies], shown),
      withoutForesight(none, [implies], shown),
      withoutForesight(none, [{ type: 'all', claims: [implies] }], shown),
    ];
    assert.equal(first.relation, 'adds-solutions');
    assert.match(first.evidence ?? '', /may hold for more numbers/);
    assert.deepEqual(second, first);
    assert.deepEqual(third, first);
  });
});
