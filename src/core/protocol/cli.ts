import * as z from 'zod';
import type { Judgement, LineVerdict } from '../check/work/judgement.ts';
import type { Relation, Step } from '../session/step.ts';
import { conventionsSchema } from './checking.ts';

/** The records that the command line reads and writes, one JSON object a line. */

const id = z.union([z.string(), z.number()]).nullable().optional();

/** `thunk solve --batch` reads these; other fields are ignored. */
export const batchProblemSchema = z.object({ id, problem: z.string() });

/** `thunk check` reads these: the conventions stand beside the steps. */
export const checkRowSchema = z.object({
  id,
  problem: z.string().nullable().optional(),
  steps: z.array(z.string()),
  ...conventionsSchema.shape,
});

/** `thunk equiv` reads these. */
export const equivRowSchema = z.object({
  id,
  gold: z.string(),
  pred: z.string(),
  question: z.string().nullable().optional(),
  ...conventionsSchema.shape,
});

/** `thunk extract` reads these: the whole solution under one of three names. */
export const extractRowSchema = z
  .object({ id, text: z.string().optional(), solution: z.string().optional(), pred: z.string().optional() })
  .transform((row, context) => {
    const text = row.text ?? row.solution ?? row.pred;
    if (text !== undefined) return { id: row.id, text };
    context.addIssue({ code: 'custom', message: 'text is missing', input: row });
    return z.NEVER;
  });

export interface VerdictRecord {
  readonly verdict: string;
  readonly how: string;
  /** Equal expressions are 'equivalent' here, and a definition is 'given'. */
  readonly relation: Exclude<Relation, 'equal' | 'definition'>;
  /** Id of the named mistake, and its sentence. */
  readonly mistake?: string | undefined;
  readonly mistake_text?: string | undefined;
  readonly evidence?: string | undefined;
  /** 0-based index of the earlier line that this one follows from; -1: the problem. */
  readonly from?: number | undefined;
  readonly needs?: string | undefined;
}

/** What `thunk check` writes for a row. */
export function toJudgementRecord({ verdicts, firstError }: Judgement): {
  readonly first_error: number;
  readonly verdicts: readonly VerdictRecord[];
} {
  return { first_error: firstError, verdicts: verdicts.map(toVerdictRecord) };
}

function toVerdictRecord({ kind, how, relation, mistake, evidence, from, needs }: LineVerdict): VerdictRecord {
  return {
    verdict: kind,
    how,
    relation: relation === 'equal' ? 'equivalent' : relation === 'definition' ? 'given' : (relation ?? 'unrelated'),
    mistake: mistake?.id,
    mistake_text: mistake?.text,
    evidence: evidence === undefined ? undefined : shortened(evidence),
    from,
    needs,
  };
}

/** What a person reads of a sentence: one about numbers of a million digits is cut. */
const longestSentence = 2000;

function shortened(sentence: string): string {
  return sentence.length > longestSentence ? `${sentence.slice(0, longestSentence)}…` : sentence;
}

export interface StepRecord {
  /** 0-based. */
  readonly index: number;
  /** Markdown with $…$. */
  readonly text: string;
  /** TeX without delimiters. */
  readonly latex?: string | undefined;
  readonly why?: string | undefined;
  readonly verdict: string;
  readonly how: string;
  readonly evidence?: string | undefined;
  readonly source: string;
  readonly method?: string | undefined;
}

/** The last record of `thunk solve --json`. */
export type EndRecord =
  | { readonly done: true; readonly answer: string; readonly latex?: string | undefined; readonly verified: boolean }
  /** As many steps as were asked for, and no answer yet. */
  | { readonly done: false }
  | { readonly stuck: true; readonly reason: string; readonly detail: string }
  | { readonly failed: true; readonly reason: string; readonly detail: string };

/** One line that `thunk solve --batch` writes. */
export type BatchRecord =
  | {
      readonly id: string | number | null;
      readonly steps: readonly StepRecord[];
      readonly done: boolean;
      readonly answer: string | null;
      readonly verified: boolean;
      readonly stuck: boolean;
      /** Why it is stuck, or failed (`failed` is true). */
      readonly reason?: string | undefined;
      readonly detail?: string | undefined;
      readonly failed?: true | undefined;
    }
  /** A line that is no problem; `line` is 1-based. */
  | { readonly id: string | number | null; readonly line: number; readonly error: string };

export function toStepRecord(step: Step, index: number): StepRecord {
  return {
    index,
    text: step.text,
    latex: step.latex,
    why: step.why,
    verdict: step.verdict.kind,
    how: step.verdict.how,
    evidence: step.verdict.evidence,
    source: step.source.solver,
    method: step.source.method,
  };
}
