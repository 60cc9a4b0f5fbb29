import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Grain } from '../../../src/core/session/step.ts';
import type { Move } from '../../../src/core/solve/derivation.ts';
import { countLeaves, stretchAt } from '../../../src/core/solve/grain.ts';

const leaf = (text: string, extra: Partial<Move> = {}): Move => ({
  text,
  latex: text,
  rule: 'test',
  claim: { type: 'none' },
  ...extra,
});

const moves: readonly Move[] = [
  leaf('a', { isMinor: true }),
  leaf('b', { parts: [leaf('b1'), leaf('b2', { parts: [leaf('b2x'), leaf('b2y')] }), leaf('b3')] }),
  leaf('c'),
];

function walk(grains: readonly Grain[]): string[] {
  const shown: string[] = [];
  let cursor = 0;
  for (const grain of grains) {
    const stretch = stretchAt(moves, cursor, grain);
    if (stretch === undefined) break;
    shown.push(stretch.text);
    cursor = stretch.cursor;
  }
  return shown;
}

const always = (grain: Grain): Grain[] => Array.from({ length: 20 }, () => grain);

describe('stretchAt', () => {
  it('shows one top-level move a press at normal grain', () => {
    assert.deepEqual(walk(always('normal')), ['a', 'b', 'c']);
  });

  it('shows the leaves at fine grain', () => {
    assert.deepEqual(walk(always('fine')), ['a', 'b1', 'b2x', 'b2y', 'b3', 'c']);
  });

  it('runs a minor move together with the next at coarse grain', () => {
    assert.deepEqual(walk(always('coarse')), ['a b', 'c']);
  });

  it('goes on part by part in a move whose first parts were shown finely', () => {
    assert.deepEqual(walk(['fine', 'fine', 'normal', 'coarse', 'normal', 'normal']), [
      'a',
      'b1',
      'b2x',
      'b2y',
      'b3',
      'c',
    ]);
  });

  it('reveals every leaf exactly once and ends with isLast, whatever the grains', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.constantFrom<Grain>('fine', 'normal', 'coarse')), (grains) => {
        let cursor = 0;
        for (const grain of grains) {
          const stretch = stretchAt(moves, cursor, grain);
          assert.ok(stretch !== undefined && stretch.cursor > cursor);
          cursor = stretch.cursor;
          assert.equal(stretch.isLast, cursor === countLeaves(moves));
          if (stretch.isLast) break;
        }
        assert.equal(stretchAt(moves, cursor, 'normal'), undefined);
      }),
    );
  });
});
