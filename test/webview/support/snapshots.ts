import type { Badge, PanelAction, PanelSnapshot, StepCard } from '../../../src/core/protocol/panel.ts';

const proved = (label: string, detail: string): Badge => ({ kind: 'proved', label, detail });

export const idleActions: readonly PanelAction[] = [
  'next',
  'back',
  'anotherWay',
  'split',
  'insert',
  'insertAll',
  'copy',
  'restart',
  'revealAll',
  'export',
  'openProblem',
  'changeGrain',
  'hint',
  'checkMine',
  'anotherProblem',
];

const linear: readonly Omit<StepCard, 'index'>[] = [
  {
    text: 'Multiply out the bracket on the left: $3\\cdot x$ and $3\\cdot(-2)$.',
    latex: '3x - 6 = 2x + 5',
    why: 'A factor in front of a bracket multiplies every term inside it.',
    badge: proved(
      'equal for all $x$'.replaceAll('$', ''),
      'Both sides have the same normal form: $3(x-2) - (3x-6) = 0$.',
    ),
    author: 'builtin',
    isInserted: true,
  },
  {
    text: 'Take $2x$ from both sides.',
    latex: 'x - 6 = 5',
    why: 'Doing the same to both sides keeps the solutions.',
    badge: proved('same solutions', 'Both equations have exactly the solution $x = 11$.'),
    author: 'builtin',
    isInserted: false,
  },
  {
    text: 'Add $6$ to both sides. Put back: $3(11-2) = 27$ and $2\\cdot 11+5 = 27$.',
    latex: 'x = 11',
    badge: proved('values put back', 'With $x = 11$ both sides of $3(x-2) = 2x+5$ are $27$.'),
    author: 'builtin',
    answer: { latex: 'x = 11', text: '11', isVerified: true },
    isInserted: false,
  },
];

/** The largest root of (x³−x²)/(x−1) = 3x−2, with x = 1 excluded. */
const rational: readonly Omit<StepCard, 'index'>[] = [
  {
    text: 'The denominator $x - 1$ must not be zero, so $x = 1$ is excluded.',
    latex: 'x \\neq 1',
    why: 'A fraction has no value where its denominator is zero.',
    badge: { kind: 'valid', label: 'domain checked', detail: 'The only root of $x-1$ is $1$.' },
    author: 'builtin',
    isInserted: false,
  },
  {
    text: 'Factor the numerator and reduce the fraction by $x - 1$.',
    latex: '\\frac{x^3 - x^2}{x - 1} = \\frac{x^2 (x - 1)}{x - 1} = x^2',
    why: 'The factor $x-1$ is not zero here, so it may be divided out.',
    badge: proved('equal where defined', 'Cross-multiplied, both sides are $x^3 - x^2$.'),
    author: 'builtin',
    isInserted: false,
  },
  {
    text: 'Bring everything to the left side.',
    latex: 'x^2 - 3x + 2 = 0',
    badge: proved('same solutions', 'The difference of both sides is unchanged.'),
    author: 'builtin',
    isInserted: false,
  },
  {
    text: 'Find two numbers with the product $2$ and the sum $-3$: $-1$ and $-2$.',
    latex: '(x - 1)(x - 2) = 0',
    why: 'Multiplying out gives $x^2 - 3x + 2$ again.',
    badge: proved('equal for all x', '$(x-1)(x-2) = x^2-3x+2$.'),
    author: 'builtin',
    isInserted: false,
  },
  {
    text: 'A product is zero when one of its factors is.',
    latex: 'x = 1 \\quad\\text{or}\\quad x = 2',
    badge: proved('same solutions', 'Both values give zero, and a quadratic has no more than two roots.'),
    author: 'builtin',
    isInserted: false,
  },
  {
    text: '$x = 1$ was excluded at the beginning; $x = 2$ remains. Put back: $\\frac{8-4}{1} = 4$ and $3\\cdot 2 - 2 = 4$.',
    latex: 'x = 2',
    badge: proved('values put back', 'With $x = 2$ both sides are $4$; with $x = 1$ the left side has no value.'),
    author: 'builtin',
    answer: { latex: 'x = 2', text: '2', isVerified: true },
    isInserted: false,
  },
];

export const problems = { linear, rational };

export type Overrides = Partial<{ [Key in keyof PanelSnapshot]: PanelSnapshot[Key] }>;

let revisions = 0;

/** A session on "3(x − 2) = 2x + 5" with so many revealed steps. */
export function linearSnapshot(revealed: number, overrides: Overrides = {}): PanelSnapshot {
  return snapshotOf('Solve $3(x - 2) = 2x + 5$ for $x$.', linear, revealed, overrides);
}

export function rationalSnapshot(revealed: number, overrides: Overrides = {}): PanelSnapshot {
  const problem = 'Find the largest root of $$\\frac{x^3 - x^2}{x - 1} = 3x - 2.$$';
  return snapshotOf(problem, rational, revealed, overrides);
}

export function snapshotOf(
  problem: string,
  all: readonly Omit<StepCard, 'index'>[],
  revealed: number,
  overrides: Overrides = {},
): PanelSnapshot {
  const steps = structuredClone(all.slice(0, revealed)).map((step, index) => ({ ...step, index }));
  const isDone = steps.at(-1)?.answer !== undefined;
  revisions += 1;
  return {
    version: 1,
    revision: revisions,
    sessionId: 'session-1',
    title: 'Exercise 3',
    place: 'algebra.md',
    problem,
    solverLabel: 'built-in · exact',
    branches: [{ id: 'main', label: 'the usual way', isCurrent: true, stepCount: steps.length }],
    steps,
    current: steps.length - 1,
    thunk: isDone ? { state: 'done' } : { state: 'closed' },
    grain: 'normal',
    actions: idleActions.filter((action) => action !== 'next' || !isDone),
    footer: [steps.length === 1 ? '1 step shown' : `${steps.length} steps shown`],
    keys: { next: 'Alt+N' },
    ...overrides,
  };
}

/** What the panel shows before any problem was opened. */
export function emptySnapshot(): PanelSnapshot {
  return snapshotOf('', [], 0, {
    sessionId: null,
    title: '',
    solverLabel: '',
    branches: [],
    actions: ['openSample'],
    footer: [],
  });
}

/** A long session: steps that differ, as after many presses. */
export function longSnapshot(count: number): PanelSnapshot {
  const steps = Array.from({ length: count }, (_, index) => ({
    text: `Add $${index + 1}$ to the sum so far and reduce by $${(index % 7) + 2}$.`,
    latex: `s_{${index + 1}} = \\frac{${index + 1}(${index + 1} + 1)}{2} = ${((index + 1) * (index + 2)) / 2}`,
    why: index % 3 === 0 ? 'The sum of the first numbers is half the product of the last one and the next.' : undefined,
    badge: proved('recomputed', `$${index + 1}$ terms were added once more.`),
    author: 'builtin',
    isInserted: false,
  }));
  return snapshotOf('Add the first whole numbers, one after the other.', steps, count);
}
