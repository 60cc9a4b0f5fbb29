import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { LineVerdict } from '../../../../src/core/check/work/judgement.ts';
import { type Change, marksAfter, marksOf, touches } from '../../../../src/host/checking/workMarks.ts';

const right: LineVerdict = { kind: 'proved', how: 'symbolic', relation: 'equivalent' };
const wrong: LineVerdict = { kind: 'invalid', how: 'symbolic', relation: 'different' };
const unknown: LineVerdict = { kind: 'unknown', how: 'none' };
const given: LineVerdict = { kind: 'unknown', how: 'none', relation: 'given' };

/** Lines of a text, each on its own, with these verdicts. */
function marked(lines: readonly string[], verdicts: readonly LineVerdict[]) {
  const firstError = verdicts.findIndex(({ kind }) => kind === 'invalid');
  let start = 0;
  const placed = lines.map((text) => {
    const line = { text, start, end: start + text.length };
    start = line.end + 1;
    return line;
  });
  return marksOf(placed, { verdicts, firstError });
}

const states = (marks: ReturnType<typeof marked>): string[] => marks.map(({ state }) => state);

describe('marks on lines of work', () => {
  it('tell the first wrong line from what comes after it', () => {
    const marks = marked(['a', 'b', 'c', 'd', 'e'], [right, wrong, right, wrong, unknown]);
    assert.deepEqual(states(marks), ['right', 'wrong', 'after-wrong', 'after-wrong', 'unchecked']);
  });

  it('keep a line right that follows from a right one around the wrong one', () => {
    const marks = marked(['a', 'b', 'c', 'd'], [right, wrong, { ...right, from: 0 }, { ...right, from: -1 }]);
    assert.deepEqual(states(marks), ['right', 'wrong', 'right', 'right']);
  });

  it('say nothing about what only is given', () => {
    assert.deepEqual(states(marked(['Divide by $x$:', 'x'], [given, right])), ['plain', 'right']);
  });

  it('stand under the part that the verdict is about, where the line stands as it was given', () => {
    const line = { text: 'so x = 3', start: 10, end: 18 };
    const judged = { verdicts: [{ ...wrong, at: { start: 3, end: 8 } }], firstError: 0 };
    assert.deepEqual(marksOf([line], judged)[0]?.at, { start: 13, end: 18 });
    // A macro was written out in it.
    assert.deepEqual(marksOf([{ ...line, end: 14 }], judged)[0]?.at, { start: 10, end: 14 });
  });

  const text = ['3x = 6', 'x = 2', 'y = 7'];
  const change = (marks: ReturnType<typeof marked>, next: Change): (readonly [string, number])[] =>
    marksAfter(marks, next).map((mark) => [mark.text, mark.start]);

  it('move with what is written above them', () => {
    const marks = marked(text, [right, right, right]);
    assert.deepEqual(change(marks, { offset: 0, length: 0, text: 'So:\n' }), [
      ['3x = 6', 4],
      ['x = 2', 11],
      ['y = 7', 17],
    ]);
  });

  it('stay when a line is put below them', () => {
    const marks = marked(text, [right, right, right]);
    assert.deepEqual(change(marks, { offset: 6, length: 0, text: '\nnew' }), [
      ['3x = 6', 0],
      ['x = 2', 11],
      ['y = 7', 17],
    ]);
  });

  it('vanish from an edited line and from all that follows from it', () => {
    const marks = marked(text, [right, right, { ...right, from: -1 }]);
    assert.deepEqual(change(marks, { offset: 1, length: 1, text: 'y' }), [['y = 7', 13]]);
    assert.deepEqual(change(marks, { offset: 12, length: 0, text: '5' }), [
      ['3x = 6', 0],
      ['y = 7', 14],
    ]);
  });

  it('vanish where lines are joined', () => {
    const marks = marked(text, [right, right, { ...right, from: -1 }]);
    assert.deepEqual(change(marks, { offset: 6, length: 1, text: '' }), [['y = 7', 12]]);
  });

  it('never stand on other characters than those that were checked', () => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom('x', '=', '1', ' '), minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 6,
    });
    const edits = fc.array(
      fc.record({ at: fc.nat(60), length: fc.nat(8), text: fc.constantFrom('', '\n', 'x', '1\n', '\nx', '=\n=') }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(lines, edits, (written, changes) => {
        let document = written.join('\n');
        let marks = marked(
          written,
          written.map(() => right),
        );
        for (const { at, length, text: newText } of changes) {
          const offset = Math.min(at, document.length);
          const removed = Math.min(length, document.length - offset);
          marks = marksAfter(marks, { offset, length: removed, text: newText });
          document = document.slice(0, offset) + newText + document.slice(offset + removed);
        }
        for (const { start, end, text: checked } of marks) {
          assert.equal(document.slice(start, end), checked);
          assert.ok(start === 0 || document[start - 1] === '\n', 'it begins its line');
          assert.ok(end === document.length || document[end] === '\n', 'it ends its line');
        }
      }),
    );
  });

  it('tell a change of a line from a new line beside it', () => {
    const line = { start: 10, end: 15 };
    assert.equal(touches(line, { offset: 15, length: 0, text: '\nx' }), false);
    assert.equal(touches(line, { offset: 15, length: 0, text: ' x' }), true);
    assert.equal(touches(line, { offset: 10, length: 0, text: 'x\n' }), false);
    assert.equal(touches(line, { offset: 10, length: 0, text: 'x' }), true);
    assert.equal(touches(line, { offset: 0, length: 9, text: '' }), false);
    assert.equal(touches(line, { offset: 16, length: 3, text: '' }), false);
  });
});
