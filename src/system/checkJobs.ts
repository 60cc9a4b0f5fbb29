import { answersEqual } from '../core/check/answers/answersEqual.ts';
import { judgeWork } from '../core/check/work/judgeWork.ts';
import { createLinter } from '../core/lint/createLinter.ts';
import type { CheckJob, CheckResult } from '../core/protocol/checkJob.ts';
import { type BuiltinMoves, createBuiltinMoves } from '../core/solve/builtin.ts';
import type { ExactWork } from '../core/solve/exactWork.ts';
import { anotherProblem } from '../core/teach/anotherProblem.ts';
import { hintFor } from '../core/teach/hintFor.ts';
import { extractAnswer } from '../core/text/extractAnswer.ts';
import { nothing } from './checkThread.ts';

/** Everything that a checker's worker does. What it remembers between jobs stays in it. */
export function createCheckJobs(): (job: CheckJob, work: ExactWork) => CheckResult | Promise<CheckResult> {
  const moves: BuiltinMoves = createBuiltinMoves();
  const linter = createLinter();
  const earlier = new Map<string, Map<number, string>>();
  const now = (): number => performance.now();
  return async (job, work) => {
    switch (job.type) {
      case 'lint': {
        const { document, text, languageId } = job;
        const result = linter.lint(document, text, languageId, withoutAbsent(job.conventions), work);
        return { type: 'lint', result };
      }
      case 'work':
        return { type: 'work', judgement: judgeWork(job.work, { conventions: withoutAbsent(job.conventions), work }) };
      case 'equiv': {
        const { gold, pred, question } = job;
        const conventions = withoutAbsent(job.conventions);
        return { type: 'equiv', ...answersEqual(gold, pred, { question, conventions, work }) };
      }
      case 'extract': {
        const found = extractAnswer(job.text);
        return { type: 'extract', answer: found.type === 'found' ? found.answer : null, how: found.how };
      }
      case 'hint': {
        const { partial, request, level, seed, lines } = job;
        const hint = await hintFor({ partial, request, level, seed, lines }, { moves, work, now });
        return 'type' in hint ? nothing(hint.reason, hint.detail) : { type: 'hint', hint };
      }
      case 'another': {
        const made = await anotherProblem(job.problem, job.seed, { moves, work, now, made: earlier });
        return made.type === 'none' ? nothing(made.reason, made.detail) : { type: 'another', problem: made.problem };
      }
    }
  };
}

type Given<Type> = { readonly [Key in keyof Type]?: Type[Key] | undefined };

/** What is absent is not said, and so as it is by default. */
function withoutAbsent<Type extends object>(given: Given<Type> | undefined): Partial<Type> {
  return Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined)) as Partial<Type>;
}
