import assert from 'node:assert/strict';
import { fromMathJson, toMathJson } from '../../../../src/core/solve/calculus/computeEngine.ts';
import { toText } from '../../../../src/core/math/print/toText.ts';
import { assertVerified, expr } from './deriveCalculus.ts';

const names = new Map([
  ['x', 'p0'],
  ['e_1', 'p1'],
]);
const originals = new Map([...names].map(([name, neutral]) => [neutral, name]));

describe('the algebra library', () => {
  it('gets neutral letters, and gives the author’s back', () => {
    for (const source of ['x^2*sin(e_1*x)', 'sqrt(x)/3 - pi', 'root(x, 3)*e^x', 'abs(x) + ln(x)']) {
      const json = toMathJson(expr(source), names);
      assert.ok(json !== undefined);
      assert.doesNotMatch(JSON.stringify(json), /"x"|e_1/);
      const back = fromMathJson(json, originals);
      assert.equal(back && toText(back), toText(expr(source)));
    }
  });

  it('is told nothing that it has no counterpart for', () => {
    assert.equal(toMathJson(expr('floor(x)'), names), undefined);
    assert.equal(fromMathJson(['Hypergeometric2F1', 'p0'], originals), undefined);
    assert.equal(fromMathJson('p7', originals), undefined);
  });

  it('reads a pending integral', () => {
    const json = ['Integrate', ['Function', ['Block', ['Sin', 'p0']], 'p0'], ['Limits', 'p0', 'Nothing', 'Nothing']];
    const back = fromMathJson(json, originals);
    assert.equal(back && toText(back), 'int(sin(x), x)');
  });

  it('finds what our rules do not, and differentiating confirms it', async () => {
    const { answer } = await assertVerified({ kind: 'integral', expr: expr('e^x/x^2'), variable: 'x' });
    assert.equal(answer.text, 'Ei(x) - e^x/x + C');
  }).timeout(60_000);
});
