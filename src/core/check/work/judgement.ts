import type { ExactWork } from '../../solve/exactWork.ts';
import type { Verdict } from '../../session/step.ts';
import type { Conventions } from '../conventions.ts';

/** Lines of a person or a model, one below the other, after a problem. A line may be a formula (LaTeX or ASCII), words, or both. */
export interface Work {
  /** The problem as it is posed, in words and formulas; its equations are what the first line follows from. */
  readonly problem?: string | undefined;
  readonly lines: readonly string[];
}

export interface LineVerdict extends Verdict {
  /** 0-based index of the earlier line that this one was found to follow from; -1: the problem. */
  readonly from?: number | undefined;
  /** The part of the line that the verdict is about: UTF-16 offsets into the line, half open. Absent: all of it. */
  readonly at?: { readonly start: number; readonly end: number } | undefined;
  /** A condition under which a risky earlier step was right: "$x \\neq 2$". */
  readonly needs?: string | undefined;
}

export interface JudgeOptions {
  readonly conventions?: Partial<Conventions> | undefined;
  readonly work?: ExactWork | undefined;
  /** More lines may follow, so that the last one is not the answer yet. */
  readonly isOpen?: boolean | undefined;
}

export interface Judgement {
  /** One a line, in order. */
  readonly verdicts: readonly LineVerdict[];
  /** 0-based index of the first line that is wrong; -1 where none is. */
  readonly firstError: number;
}
