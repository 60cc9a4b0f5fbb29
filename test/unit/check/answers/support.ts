import assert from 'node:assert/strict';
import { answersEqual } from '../../../../src/core/check/answers/answersEqual.ts';

export type Row = readonly [gold: string, pred: string, question?: string];

export const ask = ([gold, pred, question]: Row) =>
  answersEqual(gold, pred, question === undefined ? {} : { question });

function each(expected: boolean | null, rows: readonly Row[]): void {
  for (const row of rows) {
    const { equal, how, form } = ask(row);
    assert.equal(equal, expected, `${row.join(' ~ ')}: ${how}`);
    assert.equal(form, undefined, `${row.join(' ~ ')}: ${how}`);
    assert.ok(how.length > 0);
  }
}

export const equal = (...rows: readonly Row[]) => {
  each(true, rows);
};
export const different = (...rows: readonly Row[]) => {
  each(false, rows);
};
export const open = (...rows: readonly Row[]) => {
  each(null, rows);
};
export const notAsAsked = (...rows: readonly Row[]) => {
  for (const row of rows) {
    const { equal: isEqual, form, how } = ask(row);
    assert.deepEqual([isEqual, form], [true, 'not-as-asked'], `${row.join(' ~ ')}: ${how}`);
  }
};
