import type { ChatMessage, ChatSnapshot } from '../../../src/core/protocol/chat.ts';

const conversation: readonly ChatMessage[] = [
  { id: '1', author: 'learner', text: 'next' },
  {
    id: '2',
    author: 'tutor',
    text: 'Multiply out the bracket on the left.\n\n$$3x - 6 = 2x + 5$$',
    stepIndex: 0,
  },
  { id: '3', author: 'learner', text: 'why?' },
  {
    id: '4',
    author: 'tutor',
    text: 'A factor in front of a bracket multiplies **every** term inside it: $a(b + c) = ab + ac$. Here $3(x - 2) = 3\\cdot x + 3\\cdot(-2)$.',
    stepIndex: 0,
  },
];

let revisions = 0;

export function chatSnapshot(said: number, overrides: Partial<ChatSnapshot> = {}): ChatSnapshot {
  revisions += 1;
  return {
    version: 1,
    revision: revisions,
    sessionId: 'session-1',
    title: 'Exercise 3',
    about: 'About step 1 of algebra.md',
    messages: structuredClone<ChatMessage[]>(conversation.slice(0, said)),
    isBusy: false,
    suggestions: [
      { label: 'Next', message: 'next' },
      { label: 'Back', message: 'back' },
      { label: 'Why?', message: 'why?' },
    ],
    ...overrides,
  };
}
