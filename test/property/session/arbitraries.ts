import fc from 'fast-check';
import type { SessionEvent } from '../../../src/core/session/events.ts';
import { branchSteps } from '../../../src/core/session/select.ts';
import type { SessionState } from '../../../src/core/session/state.ts';
import { applyEvent, fold } from '../../../src/core/session/state.ts';
import type { Step } from '../../../src/core/session/step.ts';
import { makeStep } from '../../unit/lazy/support.ts';

/** Few names, so that events meet; a strange one among them. */
const id = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', '');
const index = fc.integer({ min: -1, max: 4 });
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('$x^2$', '\u2028', '\ud800', '日本\n'),
);
const at = fc.integer({ min: 0, max: 2 ** 45 });
const grain = fc.constantFrom('fine' as const, 'normal' as const, 'coarse' as const);
const request = fc.record({ grain, avoid: fc.array(id, { maxLength: 2 }) }, { requiredKeys: ['grain', 'avoid'] });
const verdict = fc.record({
  kind: fc.constantFrom('proved' as const, 'valid' as const, 'invalid' as const, 'unknown' as const),
  how: fc.constantFrom('symbolic' as const, 'points' as const, 'none' as const),
});
const step: fc.Arbitrary<Step> = fc
  .record({ text, verdict, method: id, isFinal: fc.boolean() })
  .map(({ text: words, verdict: decided, method, isFinal }) =>
    makeStep(words, {
      verdict: decided,
      source: { solver: 'counting', method },
      ...(isFinal ? { final: { answer: words, isVerified: true } } : {}),
    }),
  );
const problem = fc.record({ text, title: text, format: fc.constantFrom('markdown' as const, 'plain' as const) });
const origin = fc.record({ uri: text, version: fc.nat(), start: fc.nat(), end: fc.nat(), languageId: text });
const ending = fc.oneof(
  fc.record({ type: fc.constantFrom('stuck' as const, 'failed' as const), reason: text, detail: text }),
  fc.constant({ type: 'cancelled' as const }),
);

function event(type: SessionEvent['type'], fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<SessionEvent> {
  return fc.record({ type: fc.constant(type), at, ...fields }) as unknown as fc.Arbitrary<SessionEvent>;
}

/** Any event, whether it fits what came before or not. */
export const anyEvent: fc.Arbitrary<SessionEvent> = fc.oneof(
  event('problemSet', { problem, branch: id }),
  event('stepForced', { force: id, branch: id, index, solver: id, request }),
  event('stepRevealed', { force: id, branch: id, index, id, step }),
  // Once more, so that branches grow.
  event('stepRevealed', { force: id, branch: fc.constantFrom('a', 'b'), index: fc.nat(3), id: fc.uuid(), step }),
  event('stepRecalled', { branch: id, index, id }),
  event('forceEnded', { force: id, ending }),
  event('branchCreated', { branch: id, from: fc.record({ branch: id, index }), avoid: fc.array(id, { maxLength: 2 }) }),
  event('branchSwitched', { branch: id, index }),
  event('moved', { index, by: fc.constantFrom('back', 'forward', 'jump') }),
  event('restarted', { branch: id }),
  event('grainChanged', { grain }),
  event('doneMarked', { isDone: fc.boolean() }),
  event('renamed', { title: text }),
  event('reanchored', { origin }),
  event('messageSaid', { id, author: fc.constantFrom('learner', 'tutor'), text, branch: id, index }),
  event('hintGiven', { branch: id, index, level: fc.nat(4), text }),
  event('lineChecked', { branch: id, index, line: text, verdict }),
  event('stepsInserted', {
    steps: fc.array(id, { maxLength: 2 }),
    uri: text,
    version: fc.nat(),
    start: fc.nat(),
    end: fc.nat(),
  }),
);

/** A log of any events. Most begin with a problem, and many an event is made to fit what came before it, as in real logs. */
export const anyEvents: fc.Arbitrary<SessionEvent[]> = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(anyEvent, fc.boolean()), { maxLength: 40 }))
  .map(([isReal, drawn]) => {
    const events: SessionEvent[] = isReal ? [opening] : [];
    let state = fold(events);
    for (const [event, isFitting] of drawn) {
      const next = isFitting ? fitted(event, state) : event;
      events.push(next);
      state = applyEvent(state, next);
    }
    return events;
  });

const opening: SessionEvent = {
  type: 'problemSet',
  at: 1,
  problem: { text: 'p', title: 'p', format: 'plain' },
  branch: 'a',
};

function fitted(event: SessionEvent, state: SessionState): SessionEvent {
  const { branch } = state;
  const index = branchSteps(state).length;
  switch (event.type) {
    case 'stepRevealed':
      return { ...event, branch, index, force: state.force?.id ?? '' };
    case 'stepRecalled':
      return { ...event, branch, index, id: state.branches[0]?.steps[index]?.id ?? '' };
    case 'forceEnded':
      return { ...event, force: state.force?.id ?? '' };
    case 'branchCreated':
      return { ...event, from: { branch, index: state.index } };
    default:
      return event;
  }
}
