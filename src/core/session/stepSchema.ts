import * as z from 'zod';
import type {
  Cost,
  FinalAnswer,
  Grain,
  How,
  Mistake,
  Problem,
  Provenance,
  Relation,
  Step,
  Verdict,
  VerdictKind,
} from './step.ts';

const hows = [
  'symbolic',
  'substitution',
  'recomputed',
  'certified',
  'points',
  'lean',
  'command',
  'vote',
  'judge',
  'none',
] as const satisfies readonly How[];
const relations = [
  'equivalent',
  'equal',
  'adds-solutions',
  'loses-solutions',
  'different',
  'domain-changed',
  'unrelated',
  'given',
  'definition',
] as const satisfies readonly Relation[];
const verdictKinds = ['proved', 'valid', 'invalid', 'unknown'] as const satisfies readonly VerdictKind[];

export const grainSchema = z.enum(['fine', 'normal', 'coarse']) satisfies z.ZodType<Grain>;

const mistakeSchema = z.object({
  id: z.string(),
  text: z.string(),
  right: z.string().optional(),
}) satisfies z.ZodType<Mistake>;

export const verdictSchema = z.object({
  kind: z.enum(verdictKinds),
  how: z.enum(hows),
  relation: z.enum(relations).optional(),
  points: z.number().optional(),
  evidence: z.string().optional(),
  mistake: mistakeSchema.optional(),
}) satisfies z.ZodType<Verdict>;

/**
 * As it stands in a log. A later writer of the same version may know more ways of checking than we do: its verdict then
 * reads as unknown instead of making the record unreadable.
 */
export const loggedVerdictSchema = z.object({
  ...verdictSchema.shape,
  kind: z.enum(verdictKinds).catch('unknown'),
  how: z.enum(hows).catch('none'),
  relation: z.enum(relations).optional().catch(undefined),
}) satisfies z.ZodType<Verdict>;

export const costSchema = z.object({
  calls: z.number(),
  freshTokens: z.number(),
  cachedTokens: z.number(),
  generatedTokens: z.number(),
  seconds: z.number(),
  money: z.number().nullable(),
}) satisfies z.ZodType<Cost>;

const provenanceSchema = z.object({
  solver: z.string(),
  method: z.string().optional(),
  methodName: z.string().optional(),
  model: z.string().optional(),
  cursor: z.number().optional(),
}) satisfies z.ZodType<Provenance>;

const finalAnswerSchema = z.object({
  answer: z.string(),
  latex: z.string().optional(),
  isVerified: z.boolean(),
}) satisfies z.ZodType<FinalAnswer>;

/** What a solver may hand over. */
export const stepSchema = z.object({
  text: z.string(),
  latex: z.string().optional(),
  why: z.string().optional(),
  rule: z.string().optional(),
  grain: grainSchema,
  verdict: verdictSchema,
  source: provenanceSchema,
  cost: costSchema,
  final: finalAnswerSchema.optional(),
}) satisfies z.ZodType<Step>;

/** What a log may hold. */
export const loggedStepSchema = z.object({
  ...stepSchema.shape,
  verdict: loggedVerdictSchema,
}) satisfies z.ZodType<Step>;

export const problemOriginSchema = z.object({
  uri: z.string(),
  version: z.number(),
  start: z.number(),
  end: z.number(),
  languageId: z.string(),
});

export const problemSchema = z.object({
  text: z.string(),
  title: z.string(),
  format: z.enum(['markdown', 'latex', 'plain']),
  origin: problemOriginSchema.optional(),
}) satisfies z.ZodType<Problem>;
