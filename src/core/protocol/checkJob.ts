import type { Conventions } from '../check/conventions.ts';
import type { Judgement, Work } from '../check/work/judgement.ts';
import type { LintResult } from '../lint/lintResult.ts';
import type { Problem } from '../session/step.ts';
import type { PartialSolution, StepRequest } from '../solve/solver.ts';
import type { Hint, HintLevel } from '../teach/hint.ts';

/** Conventions as somebody says them: what is absent is as it is by default. */
export type SaidConventions = { readonly [Key in keyof Conventions]?: Conventions[Key] | undefined };

/** What a checker's worker is asked for. */
export type CheckJob =
  /** `document` names the text between jobs, so that only what changed is checked again. */
  | {
      readonly type: 'lint';
      readonly document: string;
      readonly text: string;
      readonly languageId: string;
      readonly conventions?: SaidConventions | undefined;
    }
  | { readonly type: 'work'; readonly work: Work; readonly conventions?: SaidConventions | undefined }
  | {
      readonly type: 'equiv';
      readonly gold: string;
      readonly pred: string;
      readonly question?: string | undefined;
      readonly conventions?: SaidConventions | undefined;
    }
  | { readonly type: 'extract'; readonly text: string }
  | {
      readonly type: 'hint';
      readonly partial: PartialSolution;
      readonly request: StepRequest;
      readonly level: HintLevel;
      /** The same seed gives the same example. */
      readonly seed: number;
      /** The learner's own lines after the revealed steps; the hint is for the line after them. */
      readonly lines: readonly string[];
    }
  | { readonly type: 'another'; readonly problem: Problem; readonly seed: number };

/** What a job comes to. */
export type CheckResult =
  | { readonly type: 'lint'; readonly result: LintResult }
  | { readonly type: 'work'; readonly judgement: Judgement }
  /** `equal` null: can't be said. `form`: equal, but not in the form asked for. */
  | {
      readonly type: 'equiv';
      readonly equal: boolean | null;
      readonly how: string;
      readonly form?: 'not-as-asked' | undefined;
    }
  /** Null: no final answer was found. */
  | { readonly type: 'extract'; readonly answer: string | null; readonly how: string }
  | { readonly type: 'hint'; readonly hint: Hint }
  /** Markdown with $…$. */
  | { readonly type: 'another'; readonly problem: string }
  /** Nothing could be given, with a plain sentence. 'out-of-time', 'out-of-memory' and 'died' come from outside the worker. */
  | {
      readonly type: 'none';
      readonly reason: 'out-of-time' | 'out-of-memory' | 'died' | 'cancelled' | 'stuck' | 'failed';
      readonly detail: string;
    };

/** What a job of a type comes to, or why there is nothing. */
export type CheckResultOf<Type extends CheckJob['type']> = Extract<CheckResult, { readonly type: Type | 'none' }>;
