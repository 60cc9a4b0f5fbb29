import * as z from 'zod';
import type { Hint, WorkedExample } from './hint.ts';

export const exampleSchema = z.object({
  problem: z.string(),
  steps: z.array(z.object({ text: z.string(), latex: z.string().optional() })),
  answer: z.string(),
}) satisfies z.ZodType<WorkedExample>;

export const hintLevelSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

export const hintSchema = z.object({
  level: hintLevelSchema,
  text: z.string(),
  example: exampleSchema.optional(),
}) satisfies z.ZodType<Hint>;
