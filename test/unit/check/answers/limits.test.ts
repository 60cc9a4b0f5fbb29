import assert from 'node:assert/strict';
import { answersEqual } from '../../../../src/core/check/answers/answersEqual.ts';
import { WorkInterrupted } from '../../../../src/core/solve/exactWork.ts';

describe('answersEqual: conventions and limits', () => {
  it('follows the conventions of the document', () => {
    assert.equal(answersEqual('1/3', '0.333', { conventions: { decimals: 'rounded' } }).equal, true);
    assert.equal(answersEqual('0.5', '0,5', { conventions: { decimalMark: 'comma' } }).equal, true);
    assert.equal(answersEqual('x', '\\sqrt{x^2}', { conventions: { assume: 'positive' } }).equal, true);
  });

  it('stops when it is told to', () => {
    const work = {
      check: (): void => {
        throw new WorkInterrupted();
      },
    };
    assert.throws(() => answersEqual('x', 'y', { work }), WorkInterrupted);
  });

  it('stays quick on hostile input', () => {
    const start = performance.now();
    const hostile = [
      '('.repeat(20_000),
      '9^9^9^9^9',
      '1'.repeat(100_000),
      '\\frac{'.repeat(5_000),
      'a,'.repeat(4_000),
      '**'.repeat(50_000),
      '$'.repeat(9_999),
      `${'x+'.repeat(2_000)}x`,
      '{'.repeat(3_000),
      'is '.repeat(30_000),
      '1 '.repeat(3_000),
    ];
    for (const text of hostile)
      for (const other of ['5', text, `${text}1`])
        assert.notEqual(answersEqual(other, text).equal === true && other !== text, true, text.slice(0, 20));
    assert.ok(performance.now() - start < 20_000);
  });
});
