import * as z from 'zod';
import { exampleSchema } from '../teach/hintSchema.ts';
import type { Ending, EventType, SessionEvent } from './events.ts';
import {
  costSchema,
  grainSchema,
  loggedStepSchema,
  loggedVerdictSchema,
  problemOriginSchema,
  problemSchema,
} from './stepSchema.ts';

/** The version of the file format. New kinds of events don't raise it. */
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

const endingSchema = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['stuck', 'failed']), reason: z.string(), detail: z.string() }),
  z.object({ type: z.literal('cancelled') }),
]) satisfies z.ZodType<Ending>;

const kinds = [
  event('problemSet', { problem: problemSchema, branch: z.string() }),
  event('stepForced', { force: z.string(), branch: z.string(), index, solver: z.string(), request: requestSchema }),
  event('stepRevealed', { force: z.string(), branch: z.string(), index, id: z.string(), step: loggedStepSchema }),
  event('stepRecalled', { branch: z.string(), index, id: z.string() }),
  event('forceEnded', { force: z.string(), ending: endingSchema, cost: costSchema.optional() }),
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
  event('messageSaid', {
    id: z.string(),
    author: z.enum(['learner', 'tutor']).catch('tutor'),
    text: z.string(),
    branch: z.string(),
    index,
  }),
  event('hintGiven', {
    branch: z.string(),
    index,
    level: z.number().int(),
    text: z.string(),
    example: exampleSchema.optional(),
  }),
  event('lineChecked', { branch: z.string(), index, line: z.string(), verdict: loggedVerdictSchema }),
  event('stepsInserted', {
    steps: z.array(z.string()),
    uri: z.string(),
    version: z.number(),
    start: z.number(),
    end: z.number(),
  }),
] as const;

function event<Type extends EventType, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) {
  return z.object({ type: z.literal(type), at: z.number(), ...shape });
}

export const eventSchema: z.ZodType<SessionEvent> = z.discriminatedUnion('type', kinds);

/** The kinds of events that this version reads. */
export const knownTypes: ReadonlySet<string> = new Set<EventType>(kinds.map((kind) => kind.shape.type.value));

/** An event of a kind that came later: kept in the file, ignored by the fold. */
export const unknownEventSchema = z.looseObject({ type: z.string(), at: z.number().optional() });
export type UnknownEvent = z.infer<typeof unknownEventSchema>;
