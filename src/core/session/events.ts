import { z } from 'zod';
import {
  costSchema,
  grainSchema,
  loggedStepSchema,
  problemOriginSchema,
  problemSchema,
  verdictSchema,
} from './stepSchema.ts';

/** The version of the file format. New kinds of events don't raise it: a reader keeps and ignores what it doesn't know. */
export const logVersion = 1;

/** The first line of a session's file. */
export const headerSchema = z.object({
  thunk: z.literal('session'),
  version: z.number().int().positive(),
  id: z.string().min(1),
  createdAt: z.number(),
});

export type LogHeader = z.infer<typeof headerSchema>;

export const requestSchema = z.object({
  grain: grainSchema,
  method: z.string().optional(),
  avoid: z.array(z.string()),
});

const index = z.number().int().min(-1);

/** How a force ended that revealed nothing. Reasons are text here, so that a later one can still be read. */
const endingSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('stuck'), reason: z.string(), detail: z.string() }),
  z.object({ type: z.literal('failed'), reason: z.string(), detail: z.string() }),
  z.object({ type: z.literal('cancelled') }),
]);

export type Ending = z.infer<typeof endingSchema>;

/** Every event has `at`: milliseconds since 1970. Indices are 0-based along a branch; -1 is the problem itself. */
const kinds = [
  /** A problem and the empty branch on which its solution begins. A different text begins anew. */
  event('problemSet', { problem: problemSchema, branch: z.string() }),
  event('stepForced', { force: z.string(), branch: z.string(), index, solver: z.string(), request: requestSchema }),
  event('stepRevealed', { force: z.string(), branch: z.string(), index, id: z.string(), step: loggedStepSchema }),
  /** A step that was revealed before, on another branch, is the next one here too: no solver was asked. */
  event('stepRecalled', { branch: z.string(), index, id: z.string() }),
  event('forceEnded', { force: z.string(), ending: endingSchema, cost: costSchema.optional() }),
  /** Shares the steps of `from.branch` up to and with `from.index`. `grain` is that of its first own step only. */
  event('branchCreated', {
    branch: z.string(),
    from: z.object({ branch: z.string(), index }),
    avoid: z.array(z.string()),
    method: z.string().optional(),
    grain: grainSchema.optional(),
  }),
  event('branchSwitched', { branch: z.string(), index }),
  event('moved', { index, by: z.enum(['back', 'forward', 'jump']).catch('jump') }),
  event('restarted', { branch: z.string() }),
  event('grainChanged', { grain: grainSchema }),
  event('doneMarked', { isDone: z.boolean() }),
  event('renamed', { title: z.string() }),
  event('reanchored', { origin: problemOriginSchema }),
  /** A question, an answer or a remark of the conversation about a step; it never advances the solution. */
  event('messageSaid', {
    id: z.string(),
    author: z.enum(['learner', 'tutor']).catch('tutor'),
    text: z.string(),
    branch: z.string(),
    index,
  }),
  event('hintGiven', { branch: z.string(), index, level: z.number().int(), text: z.string() }),
  event('lineChecked', {
    branch: z.string(),
    index,
    line: z.string(),
    verdict: verdictSchema.catch({ kind: 'unknown', how: 'none' }),
  }),
  /** Steps (their ids) that now stand in a document, in the range that they took there (UTF-16 offsets). */
  event('stepsInserted', {
    steps: z.array(z.string()),
    uri: z.string(),
    version: z.number(),
    start: z.number(),
    end: z.number(),
  }),
] as const;

function event<Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) {
  return z.object({ type: z.literal(type), at: z.number(), ...shape });
}

export const eventSchema = z.discriminatedUnion('type', kinds);

export type SessionEvent = z.infer<typeof eventSchema>;
export type EventType = SessionEvent['type'];

/** The kinds of events that this version reads. */
export const knownTypes: ReadonlySet<string> = new Set<EventType>(kinds.map((kind) => kind.shape.type.value));

/** An event of a kind that came later: kept in the file, ignored by the fold. */
export const unknownEventSchema = z.looseObject({ type: z.string(), at: z.number().optional() });
export type UnknownEvent = z.infer<typeof unknownEventSchema>;
