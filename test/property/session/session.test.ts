import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { exportFormats, exportSession } from '../../../src/core/export/exportSession.ts';
import type { SessionEvent } from '../../../src/core/session/events.ts';
import { encodeEvents, encodeHeader, parseLog } from '../../../src/core/session/log.ts';
import {
  branchSteps,
  currentBranch,
  currentStep,
  isDone,
  partialSolution,
  usedMethods,
} from '../../../src/core/session/select.ts';
import type { SessionState } from '../../../src/core/session/state.ts';
import { applyEvent, emptyState, fold } from '../../../src/core/session/state.ts';
import { anyEvents } from './arbitraries.ts';

const header = encodeHeader({ thunk: 'session', version: 1, id: 's', createdAt: 1 });
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
/** As a file would give them back. */
const asRead = (events: readonly SessionEvent[]): SessionEvent[] =>
  JSON.parse(JSON.stringify(events)) as SessionEvent[];

function checkInvariants(state: SessionState): void {
  assert.equal(new Set(state.branches.map(({ id }) => id)).size, state.branches.length);
  assert.ok(state.branch === '' || currentBranch(state) !== undefined);
  assert.ok(state.index >= -1 && state.index < Math.max(1, branchSteps(state).length));
  assert.ok(state.index === -1 || currentStep(state) !== undefined);
  for (const branch of state.branches) {
    const early = branch.steps.slice(0, -1).filter(({ step }) => step.final !== undefined);
    assert.equal(early.length, 0, 'nothing comes after the answer');
  }
}

describe('any sequence of events', () => {
  it('folds without a throw into a state that holds together', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        let state = emptyState;
        for (const event of events) {
          state = applyEvent(state, event);
          checkInvariants(state);
        }
        partialSolution(state);
        usedMethods(state, branchSteps(state));
        assert.equal(isDone(state), state.isMarkedDone || currentStep(state)?.step.final !== undefined);
        for (const { format } of exportFormats) assert.equal(typeof exportSession(state, format), 'string');
      }),
      { numRuns: 500 },
    );
  });

  it('never changes a state that was there before', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        let state = emptyState;
        const seen = new Map<SessionState, string>();
        for (const event of events) {
          seen.set(state, JSON.stringify(state));
          state = applyEvent(state, event);
        }
        for (const [before, written] of seen) assert.equal(JSON.stringify(before), written);
      }),
      { numRuns: 200 },
    );
  });

  it('never takes a revealed step away or changes it', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        let state = emptyState;
        let known = new Set<unknown>();
        for (const event of events) {
          state = applyEvent(state, event);
          const now = new Set<unknown>(state.branches.flatMap(({ steps }) => steps));
          for (const step of known) assert.ok(now.has(step));
          known = now;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('means the same wherever the log was cut and reloaded', () => {
    fc.assert(
      fc.property(anyEvents, fc.array(fc.nat(), { maxLength: 4 }), (events, cuts) => {
        const whole = fold(asRead(events));
        const places = [...new Set(cuts.map((cut) => cut % (events.length + 1)))].sort((a, b) => a - b);
        let state = emptyState;
        let start = 0;
        for (const end of [...places, events.length]) {
          const parsed = parseLog(encode(header + encodeEvents(events.slice(start, end))));
          assert.ok(parsed.type === 'loaded' && parsed.damage === undefined);
          state = fold(parsed.events, state);
          start = end;
        }
        assert.deepEqual(state, whole);
      }),
      { numRuns: 300 },
    );
  });

  it('loads from a log cut at any byte up to the last whole record, and says so', () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(), (events, place) => {
        const bytes = encode(header + encodeEvents(events));
        const start = encode(header).length;
        const cut = start + (place % (bytes.length - start + 1));
        const parsed = parseLog(bytes.subarray(0, cut));
        assert.ok(parsed.type === 'loaded');
        const ends = [start];
        for (const event of events) ends.push((ends.at(-1) ?? 0) + encode(encodeEvents([event])).length);
        const count = ends.filter((end) => cut >= end - 1).length - 1;
        assert.deepEqual(parsed.events, asRead(events.slice(0, count)));
        assert.equal(parsed.damage === undefined, ends.includes(cut) || ends.includes(cut + 1));
        assert.equal(parsed.readOnly, undefined);
      }),
      { numRuns: 500 },
    );
  });

  it('is read without a throw from any bytes, and never more of it than there is', () => {
    const damaged = fc
      .tuple(anyEvents, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 5 }))
      .map(([events, changes]) => {
        const bytes = encode(header + encodeEvents(events));
        for (const [place, value] of changes) bytes[place % bytes.length] = value;
        return { bytes, count: events.length };
      });
    fc.assert(
      fc.property(damaged, ({ bytes, count }) => {
        const parsed = parseLog(bytes);
        if (parsed.type === 'unreadable') return;
        checkInvariants(fold(parsed.events));
        assert.ok(parsed.wholeBytes <= bytes.length);
        // A changed byte may be a line end: one record more.
        assert.ok(parsed.events.length + parsed.unknown.length <= count + 5);
        if (parsed.damage?.type === 'corrupt') assert.equal(parsed.readOnly, 'corrupt');
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => typeof parseLog(bytes).type === 'string'));
  });
});
