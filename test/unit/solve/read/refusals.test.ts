import assert from 'node:assert/strict';
import { readProblem } from '../../../../src/core/solve/read/readProblem.ts';

describe('what is not a problem that can be read', () => {
  const rows: readonly (readonly [string, string, RegExp])[] = [
    ['nothing', '', /empty/],
    ['white space', ' \n\t ', /empty/],
    ['a question about the world', 'What is the capital of France?', /don't understand the question/],
    ['an open bracket', 'Solve (x + 1 = 3.', /opened here, but never closed/],
    ['a bracket too many', 'Expand (x + 1))^2.', /bracket too many/],
    ['a broken formula', 'Simplify $\\frac{1}{2$.', /can't read the formula/],
    ['an unknown command', 'Simplify $\\foo{x}$.', /\\foo/],
    ['HTML', '<script>alert(1)</script>', /don't understand/],
    ['right to left', 'مرحبا بالعالم', /don't understand/],
    ['a lot of rubbish', 'blah '.repeat(100_000), /too long/],
    ['many dollars', '$'.repeat(5_000), /./],
    ['many brackets', '('.repeat(15_000), /./],
    ['many lets', 'Let a be b. '.repeat(1_500), /./],
    ['words that fit many patterns', `What is ${'3 of '.repeat(3_000)}`, /./],
    ['many formulas without an end', '\\('.repeat(9_000), /./],
    ['many equations', 'Solve x = 1, '.repeat(1_200), /./],
    ['a long word', 'x'.repeat(10_000_000), /./],
  ];
  for (const [title, text, detail] of rows) {
    it(title, function () {
      this.timeout(20_000);
      const result = readProblem({ text });
      assert.ok(result.type === 'notUnderstood');
      assert.match(result.detail, detail);
    });
  }

  it('says where a formula stops being readable', () => {
    const text = 'Solve 2x + = 5.';
    const result = readProblem({ text });
    assert.ok(result.type === 'notUnderstood');
    assert.equal(text.slice(result.at), '= 5.');
  });

  it('reads a long formula that stands alone', function () {
    this.timeout(20_000);
    const result = readProblem({ text: '1' + ' + 1'.repeat(20_000) });
    assert.ok(result.type === 'read');
    assert.equal(result.reading.task.kind, 'evaluate');
  });
});

describe('what a reading says besides', () => {
  it('the numbers of the problem, each once', () => {
    const result = readProblem({ text: 'Solve 3(x - 2) = 2.5x + 3 for x.' });
    assert.ok(result.type === 'read');
    assert.deepEqual(
      result.reading.numbers.map((value) => value.toFraction()),
      ['3', '2', '5/2'],
    );
  });

  it('which of several readings it took', () => {
    const notes: readonly (readonly [string, RegExp])[] = [
      ['Solve 1/2x = 3.', /1\/2x is/],
      ['Differentiate log(x).', /natural logarithm/],
      ['Solve x = 3,5.', /3,5 as the decimal 3\.5/],
      ['Solve x^2 - 4.', /no equals sign/],
      ['Solve 2x = 4. What is 3 + 4?', /several questions/],
    ];
    for (const [text, note] of notes) {
      const result = readProblem({ text });
      assert.ok(result.type === 'read', text);
      assert.match(result.reading.note ?? '', note);
    }
    const plain = readProblem({ text: 'Solve 2x = 4.' });
    assert.ok(plain.type === 'read');
    assert.equal(plain.reading.note, undefined);
  });
});
