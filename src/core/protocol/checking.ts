import * as z from 'zod';
import { requestSchema } from '../session/eventSchema.ts';
import { problemSchema, stepSchema, verdictSchema } from '../session/stepSchema.ts';
import { hintLevelSchema, hintSchema } from '../teach/hintSchema.ts';
import type { CheckJob, CheckResult, SaidConventions } from './checkJob.ts';

/** The contract with the checker's worker, as it is parsed on both sides: one job in, one result out (checkJob.ts). */

const offset = z.number().int().nonnegative();
const place = z.object({ start: offset, end: offset });

export const conventionsSchema = z.object({
  assume: z.enum(['real', 'positive', 'complex']).optional(),
  positive: z.array(z.string()).optional(),
  log: z.enum(['ten', 'natural']).optional(),
  decimalMark: z.enum(['auto', 'point', 'comma']).optional(),
  decimals: z.enum(['exact', 'rounded']).optional(),
}) satisfies z.ZodType<SaidConventions>;

export const workSchema = z.object({ problem: z.string().optional(), lines: z.array(z.string()) });
const partialSchema = z.object({ problem: problemSchema, steps: z.array(stepSchema) });

export const checkJobSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('lint'),
    document: z.string(),
    text: z.string(),
    languageId: z.string(),
    conventions: conventionsSchema.optional(),
  }),
  z.object({ type: z.literal('work'), work: workSchema, conventions: conventionsSchema.optional() }),
  z.object({
    type: z.literal('equiv'),
    gold: z.string(),
    pred: z.string(),
    question: z.string().optional(),
    conventions: conventionsSchema.optional(),
  }),
  z.object({ type: z.literal('extract'), text: z.string() }),
  z.object({
    type: z.literal('hint'),
    partial: partialSchema,
    request: requestSchema,
    level: hintLevelSchema,
    seed: z.number().int(),
    lines: z.array(z.string()),
  }),
  z.object({ type: z.literal('another'), problem: problemSchema, seed: z.number().int() }),
]) satisfies z.ZodType<CheckJob>;

export const lineVerdictSchema = z.object({
  ...verdictSchema.shape,
  from: z.number().int().min(-1).optional(),
  at: place.optional(),
  needs: z.string().optional(),
});

export const findingSchema = z.object({
  ...place.shape,
  verdict: verdictSchema,
  message: z.string(),
  fix: z.object({ ...place.shape, newText: z.string() }).optional(),
});

export const lintResultSchema = z.object({
  findings: z.array(findingSchema),
  counts: z.object({ confirmed: offset, wrong: offset, undecided: offset }),
  notes: z.array(z.string()).optional(),
});

export const checkResultSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('lint'), result: lintResultSchema }),
  z.object({
    type: z.literal('work'),
    judgement: z.object({ verdicts: z.array(lineVerdictSchema), firstError: z.number().int().min(-1) }),
  }),
  z.object({
    type: z.literal('equiv'),
    equal: z.boolean().nullable(),
    how: z.string(),
    form: z.literal('not-as-asked').optional(),
  }),
  z.object({ type: z.literal('extract'), answer: z.string().nullable(), how: z.string() }),
  z.object({ type: z.literal('hint'), hint: hintSchema }),
  z.object({ type: z.literal('another'), problem: z.string() }),
  z.object({
    type: z.literal('none'),
    reason: z.enum(['out-of-time', 'out-of-memory', 'died', 'cancelled', 'stuck', 'failed']),
    detail: z.string(),
  }),
]) satisfies z.ZodType<CheckResult>;

export const toCheckWorkerSchema = z.object({ id: z.number().int(), job: checkJobSchema });
export const fromCheckWorkerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('result'), id: z.number().int(), result: checkResultSchema }),
]);

export type FromCheckWorker =
  { readonly type: 'ready' } | { readonly type: 'result'; readonly id: number; readonly result: CheckResult };
