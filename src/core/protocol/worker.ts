import * as z from 'zod';
import { requestSchema } from '../session/eventSchema.ts';
import { costSchema, problemSchema, stepSchema } from '../session/stepSchema.ts';
import type { FailedReason, SolverEvent, StuckReason } from '../solve/solver.ts';

/** The contract with the solver's worker. A press has a number; what belongs to another press is not listened to. */

const press = z.number().int().positive();

export const toWorkerSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('next'),
    press,
    partial: z.object({ problem: problemSchema, steps: z.array(stepSchema) }),
    request: requestSchema,
  }),
  /** Also said through shared memory, for a solver that computes without a rest. */
  z.object({ type: z.literal('cancel'), press }),
]);

const stuckReasons = [
  'not-understood',
  'unsupported',
  'no-other-way',
  'too-large',
  'out-of-time',
  'out-of-memory',
  'nothing-to-do',
] as const satisfies readonly StuckReason[];
const failedReasons = [
  'solver-threw',
  'worker-died',
  'broke-protocol',
  'timed-out',
  'storage',
  'unreachable',
] as const satisfies readonly FailedReason[];

export const solverEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    stage: z.enum(['thinking', 'streaming', 'checking']),
    detail: z.string().optional(),
  }),
  z.object({ type: z.literal('partialText'), text: z.string() }),
  z.object({ type: z.literal('step'), step: stepSchema }),
  z.object({ type: z.literal('stuck'), reason: z.enum(stuckReasons), detail: z.string(), cost: costSchema.optional() }),
  z.object({
    type: z.literal('failed'),
    reason: z.enum(failedReasons),
    detail: z.string(),
    cost: costSchema.optional(),
  }),
  z.object({ type: z.literal('cancelled') }),
]) satisfies z.ZodType<SolverEvent>;

export const fromWorkerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('event'), press, event: solverEventSchema }),
]);

export type ToWorker = z.infer<typeof toWorkerSchema>;
export type FromWorker = z.infer<typeof fromWorkerSchema>;

/** What a worker is started with. */
export interface WorkerStart {
  /** One 32-bit number: the last press that was cancelled. */
  readonly cancelled: SharedArrayBuffer;
  /** The solver gives up by itself after so long; the other side ends the worker only if it doesn't. */
  readonly timeLimitMs: number;
}
