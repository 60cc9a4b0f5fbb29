import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { SessionEvent } from '../../../src/core/session/events.ts';
import type { LoadedLog, ParsedLog } from '../../../src/core/session/log.ts';
import { encodeEvents, encodeHeader, parseLog } from '../../../src/core/session/log.ts';
import { fold } from '../../../src/core/session/state.ts';
import { countingSolver, makeStep, openLazy } from '../lazy/support.ts';

const header = encodeHeader({ thunk: 'session', version: 1, id: 's1', createdAt: 5 });
const opening: SessionEvent = {
  type: 'problemSet',
  at: 6,
  problem: { text: 'Löse $x² = 2$ – 日本 \u{1F600} \u2028', title: 'ü', format: 'markdown' },
  branch: 'b1',
};
const renamed: SessionEvent = { type: 'renamed', at: 7, title: 'other' };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function loaded(log: ParsedLog): LoadedLog {
  assert.ok(log.type === 'loaded');
  return log;
}

describe('parseLog', () => {
  it('reads back what was written', async () => {
    const { lazy, events } = openLazy(countingSolver());
    await lazy.next();
    await lazy.branch();
    await lazy.record({ type: 'stepsInserted', steps: ['id4'], uri: 'file:///a.md', version: 3, start: 1, end: 9 });
    const log = loaded(parseLog(bytesOf(header + encodeEvents(events))));
    assert.equal(log.damage, undefined);
    assert.equal(log.header.id, 's1');
    assert.deepEqual(fold(log.events), lazy.state.session);
  });

  it('loads a log that was cut at any byte up to its last whole record, and says so', () => {
    const records = [encodeEvents([opening]), encodeEvents([renamed]), encodeEvents([{ ...renamed, title: 'é' }])];
    const whole = bytesOf(header + records.join(''));
    const ends = [bytesOf(header).length, 0, 0, 0];
    for (const [index, record] of records.entries()) ends[index + 1] = ends[index]! + bytesOf(record).length;
    for (let cut = 0; cut <= whole.length; cut += 1) {
      const log = parseLog(whole.slice(0, cut));
      if (cut < ends[0]! - 1) {
        assert.equal(log.type, 'unreadable', `cut at ${cut}`);
        continue;
      }
      // A record that only lacks its line end is whole.
      const count = ends.filter((end) => cut >= end - 1).length - 1;
      const { events, damage, wholeBytes, needsNewline, readOnly } = loaded(log);
      assert.equal(events.length, count, `cut at ${cut}`);
      assert.equal(readOnly, undefined);
      const isClean = ends.some((end) => cut === end || cut === end - 1);
      assert.equal(damage?.type, isClean ? undefined : 'cut', `cut at ${cut}`);
      assert.equal(needsNewline, ends.includes(cut + 1), `cut at ${cut}`);
      assert.equal(wholeBytes, needsNewline ? cut : ends[count], `cut at ${cut}`);
    }
  });

  it('keeps what precedes a corrupt line, names the line and allows no writing', () => {
    const text = `${header}${encodeEvents([opening])}{"type":"ren${encodeEvents([renamed])}`;
    const log = loaded(parseLog(bytesOf(text)));
    assert.deepEqual(log.events, [opening]);
    assert.deepEqual(log.damage?.type === 'corrupt' && log.damage.line, 3);
    assert.equal(log.readOnly, 'corrupt');
  });

  const corrupt: readonly (readonly [string, Uint8Array])[] = [
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22, 10])],
    ['a record that is no object', bytesOf('7\n')],
    ['a known record with a wrong field', bytesOf('{"type":"renamed","at":1,"title":7}\n')],
    ['zeros, as a crashed disk leaves them', new Uint8Array([0, 0, 0, 10])],
  ];
  for (const [name, bytes] of corrupt) {
    it(`reports ${name}`, () => {
      const whole = bytesOf(header + encodeEvents([opening]));
      const log = loaded(parseLog(new Uint8Array([...whole, ...bytes])));
      assert.equal(log.damage?.type, 'corrupt');
      assert.equal(log.events.length, 1);
      assert.equal(log.wholeBytes, whole.length);
    });
  }

  it('opens a file of a newer version read-only, and reads of it what it can', () => {
    const newer = encodeHeader({ thunk: 'session', version: 2, id: 's1', createdAt: 5 });
    const odd = '{"type":"renamed","at":1,"title":{"de":"neu"}}\n["what"]\n{"type":"dreamt"}\n';
    const log = loaded(parseLog(bytesOf(newer + encodeEvents([opening]) + odd + encodeEvents([renamed]))));
    assert.equal(log.readOnly, 'newer-version');
    assert.deepEqual(log.events, [opening, renamed]);
    assert.equal(log.damage, undefined);
  });

  it('keeps and ignores kinds of events that came later', () => {
    const later = { type: 'searchBranched', at: 8, tree: [1, 2] };
    const log = loaded(
      parseLog(bytesOf(`${header}${encodeEvents([opening])}${JSON.stringify(later)}\n${encodeEvents([renamed])}`)),
    );
    assert.equal(log.readOnly, undefined);
    assert.deepEqual(log.unknown, [later]);
    assert.equal(fold(log.events).title, 'other');
  });

  it('reads a verdict of a kind that came later as unknown', () => {
    const step = makeStep('one', { verdict: { kind: 'refined' as 'valid', how: 'oracle' as 'none' } });
    const events: SessionEvent[] = [
      opening,
      { type: 'stepRevealed', at: 8, force: 'f', branch: 'b1', index: 0, id: 's', step },
    ];
    const state = fold(loaded(parseLog(bytesOf(header + encodeEvents(events)))).events);
    assert.deepEqual(state.branches[0]?.steps[0]?.step.verdict, { kind: 'unknown', how: 'none' });
  });

  it('forgives line ends and blank lines of another system', () => {
    const text = (header + encodeEvents([opening, renamed])).replaceAll('\n', '\r\n\r\n');
    assert.equal(loaded(parseLog(bytesOf(text))).events.length, 2);
  });

  for (const text of [
    '',
    '\n',
    '{}',
    'hello\n',
    '{"thunk":"session","version":0,"id":"a","createdAt":1}\n',
    '\u0000',
  ]) {
    it(`calls ${JSON.stringify(text)} unreadable`, () => assert.equal(parseLog(bytesOf(text)).type, 'unreadable'));
  }
});
