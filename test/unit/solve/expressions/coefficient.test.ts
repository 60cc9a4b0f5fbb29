import assert from 'node:assert/strict';
import { unlimitedWork } from '../../../../src/core/solve/exactWork.ts';
import { coefficient } from '../../../../src/core/solve/expressions/coefficient.ts';
import { readProblem } from '../../../../src/core/solve/read/readProblem.ts';
import type { Derivation } from '../../../../src/core/solve/derivation.ts';

async function derive(text: string): Promise<Derivation | undefined> {
  const result = readProblem({ text });
  assert.ok(result.type === 'read', text);
  const [way] = await coefficient.ways(result.reading.task, unlimitedWork);
  return way?.derive();
}

describe('one coefficient of a polynomial', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['Rearrange 5*x + 3 to the form a*x + b and give a.', '5'],
    ['Express 2 - 3*b + b**3 in the form z + w*b + r*b**3 + i*b**2 and give w.', '-3'],
    ['Express 2 - 3*b + b**3 in the form z + w*b + r*b**3 + i*b**2 and give i.', '0'],
    ['Express 4*e - 3 + e**2 as u*e**2 + n*e + l and give n.', '4'],
    ['Rearrange (h + 1)*(h - 4) + 2*h to y*h**2 + z*h + s and give z.', '-1'],
    ['What is the coefficient of x^2 in (x + 3)^3?', '9'],
    ['What is the coefficient of x in 3x^2 + 1?', '0'],
  ];
  for (const [problem, expected] of rows) {
    it(problem, async () => {
      const derivation = await derive(problem);
      assert.ok(derivation?.type === 'solved');
      assert.equal(derivation.answer.text, expected);
      assert.equal(derivation.answer.verdict.kind, 'proved');
      assert.match(derivation.moves.at(-1)?.text ?? '', /coefficient|without a letter/);
    });
  }

  it('is not tried where the form does not fit', async () => {
    assert.equal(await derive('Rearrange x**3 + 1 to the form a*x + b and give a.'), undefined);
    assert.equal(await derive('Express sin(x) in the form a*x + b and give a.'), undefined);
  });
});
