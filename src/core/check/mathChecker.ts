import type { Step, Verdict } from '../session/step.ts';
import type { CancelSignal } from '../signal.ts';
import type { PartialSolution } from '../solve/solver.ts';
import { WorkInterrupted } from '../solve/exactWork.ts';
import type { Checker } from './checker.ts';
import type { Conventions } from './conventions.ts';
import { judgeWork } from './work/judgeWork.ts';

/** Checks a step as a line of mathematics against the problem and the steps before it. */
export function createMathChecker(conventions: Partial<Conventions> = {}): Checker {
  return {
    id: 'math',
    check: (partial: PartialSolution, step: Step, signal: CancelSignal): Promise<Verdict> => {
      const lines = [...partial.steps, step].map(lineOf);
      try {
        const { verdicts } = judgeWork(
          { problem: partial.problem.text, lines },
          { conventions, isOpen: step.final === undefined, work: { check: () => stopAt(signal) } },
        );
        const { kind, how, relation, points, evidence, mistake } = verdicts.at(-1) ?? { kind: 'unknown', how: 'none' };
        return Promise.resolve({
          kind,
          how,
          ...(relation !== undefined && { relation }),
          ...(points !== undefined && { points }),
          ...(evidence !== undefined && { evidence }),
          ...(mistake !== undefined && { mistake }),
        });
      } catch (error) {
        if (error instanceof WorkInterrupted) return Promise.resolve({ kind: 'unknown', how: 'none' });
        return Promise.reject(error instanceof Error ? error : new Error(String(error)));
      }
    },
  };
}

/** The formula that a step ends in; else its words. */
function lineOf({ text, latex }: Step): string {
  return latex !== undefined && latex.trim() !== '' ? latex : text;
}

function stopAt(signal: CancelSignal): void {
  if (signal.aborted) throw new WorkInterrupted();
}
