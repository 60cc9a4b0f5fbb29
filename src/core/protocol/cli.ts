import * as z from 'zod';
import type { Step } from '../session/step.ts';

/** The records that the command line reads and writes, one JSON object a line. */

/** `thunk solve --batch` reads these; other fields are ignored. */
export const batchProblemSchema = z.object({
  id: z.union([z.string(), z.number()]).nullable().optional(),
  problem: z.string(),
});

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
