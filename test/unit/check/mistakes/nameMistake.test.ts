import assert from 'node:assert/strict';
import { nameMistake } from '../../../../src/core/check/mistakes/nameMistake.ts';
import type { Expr } from '../../../../src/core/math/expr.ts';
import { parseMath } from '../../../../src/core/math/read/parseMath.ts';
import { WorkInterrupted } from '../../../../src/core/solve/exactWork.ts';
import type { Mistake } from '../../../../src/core/session/step.ts';

function read(text: string): Expr {
  const reading = parseMath(text);
  if (reading.type === 'failed') assert.fail(`${text}: ${reading.message}`);
  return reading.expr;
}

function named(from: string, to: string): Mistake | undefined {
  return nameMistake(read(from), read(to));
}

/** Lines that follow, also in ways that wrong rules come near. */
const rightSteps: readonly (readonly [string, string])[] = [
  ['3x + 5 = 11', '3x = 6'],
  ['-2x < 6', 'x > -3'],
  ['3 < x', 'x > 3'],
  ['(x - 2)^2 = 0', 'x = 2'],
  ['x(x - 1) = 0', 'x = 0 \\text{ or } x = 1'],
  ['x^2 = 9', 'x = 3 \\text{ or } x = -3'],
  ['|x| = 0', 'x = 0'],
  ['2(x + 3) = 10', 'x = 2'],
  ['x^2 + 2x', 'x(x + 2)'],
  ['\\frac{d}{dx}(x^3)', '3x^2'],
  ['\\int 2x \\, dx', 'x^2 + C'],
  ['x^3 = 27', 'x = 3'],
  ['2 + 2', '4'],
  ['2 + 2', '2 \\cdot 2'],
];

/** Combined with right moves, with other letters, decimals and on either side. */
const combined: readonly (readonly [string, string, string])[] = [
  ['12 = 5 - 3t', '-3t = 17', 'sign-lost-moving'],
  ['2(a + 3) = 12', '2a = 9', 'distributed-over-one-term'],
  ['(u + 2)^2 = 7', 'u^2 + 4 = 7', 'power-of-sum'],
  ['4 - (m - 1) = 2', '3 - m = 2', 'sign-not-distributed'],
  ['5x + 2 = 3x + 8', '8x + 2 = 8', 'sign-lost-moving'],
  ['7 = 3x + 1', '14 = 8x', 'unlike-terms'],
  ['\\sqrt{x + 1} = x - 1', 'x + 1 = x^2 - 1', 'squared-term-by-term'],
  ['0.5k + 1.5 = 4', 'k + 1.5 = 8', 'one-term-divided'],
  ['x^2 - 9 = 0', 'x = 3', 'plus-minus-forgotten'],
  ['x^2 - 5x = 0', 'x = 5', 'divided-by-possible-zero'],
  ['-x \\geq 4', 'x \\geq -4', 'inequality-not-turned'],
  ['x = 2 \\text{ or } 3x = 12', 'x = 2 \\text{ or } x = 36', 'wrong-inverse-operation'],
  ['\\sin(a + b)', '\\sin a + \\sin b', 'function-of-sum'],
  ['\\frac{2x + 6}{2}', 'x + 6', 'cancelled-a-term'],
  ['x^2 + 9', '(x + 3)^2', 'power-of-sum'],
  ['9^3 - 5^4', '27 - 20', 'power-as-product'],
  ['5', '2 + 2', 'arithmetic-slip'],
  ['5x - 7 = 3x + 9', '2x = -16', 'reversed-subtraction'],
  ['(2a - 1)(a + 4)', '2a^2 - 4', 'product-of-sums'],
];

describe('naming a mistake', () => {
  for (const [from, to] of rightSteps) {
    it(`names none where there is none: ${from} → ${to}`, () => assert.equal(named(from, to), undefined));
  }

  for (const [from, to, id] of combined) {
    it(`sees through right moves: ${from} → ${to}`, () => {
      const mistake = named(from, to);
      assert.equal(mistake?.id, id, mistake?.text);
    });
  }

  it('gives the right number of an arithmetic slip apart from the sentence', () => {
    assert.deepEqual(named('12 \\cdot 15', '190'), {
      id: 'arithmetic-slip',
      text: 'A slip in the arithmetic: $12 \\cdot 15$ doesn’t give $190$.',
      right: '180',
    });
    assert.equal(named('3 + 12 \\cdot 15', '193')?.right, '183');
  });

  it('does not depend on the names of the letters', () => {
    for (const [from, to, id] of combined) {
      if (/[a-z]\{|sin|frac|text|geq|sqrt/.test(from + to)) continue;
      const rename = (text: string): string => text.replace(/[a-z]/g, 'q');
      assert.equal(named(rename(from), rename(to))?.id, id);
    }
  });

  it('says the same every time', () => {
    assert.deepEqual(named('3x + 5 = 11', '3x = 16'), named('3x + 5 = 11', '3x = 16'));
  });

  it('reads a capital letter that was never there as the small one', () => {
    assert.equal(named('22 = -6y + 13.3y', '22 = -7.3Y')?.id, 'sign-of-sum');
  });

  it('leaves what is too long, and what no rule explains', () => {
    const long = Array.from({ length: 90 }, (_, k) => `${k + 1}x^{${k + 2}}`).join(' + ');
    assert.equal(named(`${long} = 0`, `${long} = 1`), undefined);
    assert.equal(named('3x + 5y = 11', 'z^7 = 2'), undefined);
    assert.equal(named('5', '7'), undefined);
    assert.equal(named('x \\in (1, 2)', 'x \\in (1, 3)'), undefined);
  });

  it('stops when its time is up', () => {
    const work = {
      check(): void {
        throw new WorkInterrupted();
      },
    };
    assert.throws(() => nameMistake(read('3x + 5 = 2(x - 4)^2 - 7'), read('3x = x^2'), { work }), WorkInterrupted);
  });
});
