import type { ChatSnapshot } from '../../../src/core/protocol/chat.ts';
import type { PanelSnapshot } from '../../../src/core/protocol/panel.ts';
import { chatSnapshot } from './chatSnapshots.ts';
import { emptySnapshot, linearSnapshot, rationalSnapshot, snapshotOf } from './snapshots.ts';

const branches = [
  { id: 'a', label: 'by factoring', isCurrent: true, stepCount: 5 },
  { id: 'b', label: 'by the formula', isCurrent: false, stepCount: 3 },
];

const aside = { hints: [], lines: [], asksFirst: false } as const satisfies PanelSnapshot['aside'];
const adapted = 'You asked for the step itself twice: smaller steps from here.';

const hints: NonNullable<PanelSnapshot['aside']>['hints'] = [
  { level: 1, text: '**Multiply out a bracket.** A factor in front of a bracket multiplies every term inside it.' },
  { level: 2, text: 'Look at the left side: $3(x - 2)$.' },
  {
    level: 3,
    text: 'The same idea on a different problem:',
    example: {
      problem: 'Solve $4(x + 3) = x - 9$ for $x$.',
      steps: [
        { text: 'Multiply out the bracket: $4\\cdot x$ and $4\\cdot 3$.', latex: '4x + 12 = x - 9' },
        { text: 'Take $x$ from both sides.', latex: '3x + 12 = -9' },
      ],
      answer: '$x = -7$',
    },
  },
];

const ownLines: NonNullable<PanelSnapshot['aside']>['lines'] = [
  {
    text: 'x + 6 = 5',
    latex: 'x + 6 = 5',
    badge: {
      kind: 'invalid',
      label: 'not the same',
      detail: 'For $x = 11$ the line before holds and this one does not.',
    },
    message: 'For $x = 11$ the line before holds and this one does not. The sign of $6$ was lost.',
  },
  {
    text: 'x - 6 = 5',
    latex: 'x - 6 = 5',
    badge: { kind: 'proved', label: 'same solutions', detail: 'Both lines have exactly the same solutions.' },
    message: '',
  },
];

/** Every state of the steps panel. */
export const panelStates: Readonly<Record<string, () => PanelSnapshot>> = {
  empty: () => emptySnapshot(),
  start: () => rationalSnapshot(0),
  middle: () => rationalSnapshot(5, { branches }),
  earlier: () => rationalSnapshot(5, { current: 1, actions: ['forward', 'back', 'copy', 'changeGrain'] }),
  thinking: () => linearSnapshot(1, { thunk: { state: 'thinking', label: 'Thinking…' }, actions: ['cancel'] }),
  streaming: () => {
    const text = 'Take $2x$ from both sides, so that the unknown stands on the left';
    return linearSnapshot(1, { thunk: { state: 'streaming', label: 'Writing…', text }, actions: ['cancel'] });
  },
  checking: () => linearSnapshot(1, { thunk: { state: 'checking', label: 'Checking…' }, actions: ['cancel'] }),
  stuck: () => {
    const message = "I can't do this one by myself: the equation has two unknowns, $x$ and $y$.";
    return linearSnapshot(1, {
      thunk: { state: 'stuck', message },
      actions: ['back', 'anotherWay', 'insert', 'copy', 'openProblem', 'restart', 'changeGrain'],
    });
  },
  failed: () => {
    const message = 'The solver stopped without an answer (out of memory). Nothing was lost.';
    return linearSnapshot(1, { thunk: { state: 'failed', message } });
  },
  hints: () => linearSnapshot(0, { aside: { ...aside, hints: hints.slice(0, 2), nextHint: 'Show an example' } }),
  example: () => linearSnapshot(0, { aside: { ...aside, hints, nextHint: 'Show the step' } }),
  ownLine: () => linearSnapshot(1, { aside: { ...aside, lines: ownLines, asksFirst: true, tip: adapted } }),
  hinting: () => linearSnapshot(1, { aside: { ...aside, status: { state: 'working', label: 'Looking for a hint' } } }),
  done: () => rationalSnapshot(6),
  unverified: () => {
    const snapshot = rationalSnapshot(6);
    const last = snapshot.steps.at(-1)!;
    last.answer = { latex: 'x = 2', text: '2', isVerified: false };
    last.badge = { kind: 'valid', label: 'agrees on 32 points', detail: 'Both sides were compared at 32 points.' };
    return snapshot;
  },
  wrong: () => {
    const snapshot = rationalSnapshot(4, {
      notice: 'Another window works on this session. You can read along here.',
      actions: ['takeOver', 'copy', 'openProblem'],
    });
    snapshot.steps[1]!.author = 'model';
    snapshot.steps[2]!.author = 'learner';
    snapshot.steps[2]!.badge = {
      kind: 'invalid',
      label: 'loses a solution',
      detail: 'At $x = 1$ only the first holds.',
    };
    snapshot.steps[3]!.author = 'oracle';
    return snapshot;
  },
  long: () => {
    const badge = { kind: 'proved', label: 'equal for all x', detail: 'Same normal form.' } as const;
    const step = { badge, author: 'builtin', isInserted: false };
    const binomials = Array.from({ length: 31 }, (_, k) => `\\binom{30}{${k}} x^{${30 - k}}`).join(' + ');
    const system = '\\begin{aligned} x + y + z &= 6 \\\\ 2x - y + z &= 3 \\\\ x + 2y - z &= 2 \\end{aligned}';
    const parts = '\\int_0^1 x e^x \\,dx = \\left[ x e^x \\right]_0^1 - \\int_0^1 e^x \\,dx';
    const matrix = '\\begin{pmatrix} 1 & 2 & 3 \\\\ 4 & 5 & 6 \\\\ 7 & 8 & 9 \\end{pmatrix}';
    return snapshotOf(
      'Three lines that are long or tall, none of which belongs to the next.',
      [
        { ...step, text: 'Write the power out with the binomial theorem.', latex: binomials },
        {
          ...step,
          text: `A system: the matrix is $${matrix}$.`,
          latex: system,
          why: 'Elimination keeps the solutions.',
        },
        { ...step, text: "Integrate by parts: $u = x$ and $v' = e^x$.", latex: parts },
      ],
      3,
    );
  },
};

/** Every state of the chat. */
export const chatStates: Readonly<Record<string, () => ChatSnapshot>> = {
  conversation: () => chatSnapshot(4),
  busy: () => chatSnapshot(3, { isBusy: true }),
  empty: () => chatSnapshot(0),
  closed: () => chatSnapshot(0, { sessionId: null, about: '', suggestions: [], notice: 'Read-only.' }),
};
