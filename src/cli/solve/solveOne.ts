import type { EndRecord } from '../../core/protocol/cli.ts';
import { toStepRecord } from '../../core/protocol/cli.ts';
import type { Solver } from '../../core/solve/solver.ts';
import type { Console } from '../console.ts';
import type { ExitCode } from '../exitCode.ts';
import { exitCode } from '../exitCode.ts';
import type { End } from './reveal.ts';
import { openSession, revealSteps } from './reveal.ts';
import type { SolveOptions } from './solveOptions.ts';
import { answerText, painter, readable, stepText } from './stepText.ts';

/** Solves one problem and prints each step as it is revealed. */
export async function solveOne(
  problem: string,
  solver: Solver,
  options: SolveOptions,
  console: Console,
): Promise<ExitCode> {
  const paint = painter(console.hasColour);
  const lazy = openSession(solver, problem, options);
  const end = await revealSteps(lazy, options, console.signal, (step, index) =>
    console.write(options.isJson ? `${JSON.stringify(toStepRecord(step, index))}\n` : stepText(step, index, paint)),
  );
  await lazy.dispose();
  const record = endRecord(end);
  if (record === undefined) return codeOf(end);
  if (options.isJson) await console.write(`${JSON.stringify(record)}\n`);
  else if (end.type === 'answered' && end.step.final !== undefined) {
    await console.write(answerText(end.step.final, end.step.verdict.evidence, paint));
  } else if (end.type === 'stuck' || end.type === 'failed') console.warn(endText(end));
  return codeOf(end);
}

export function endText(end: Extract<End, { type: 'stuck' | 'failed' }>): string {
  const first = end.type === 'failed' ? 'Something went wrong.' : firstSentence(end.reason);
  return `${[first, readable(end.detail)].filter((part) => part !== '').join(' ')}\n`;
}

function firstSentence(reason: string): string {
  return reason === 'no-other-way' || reason === 'nothing-to-do' ? '' : "I can't do this one by myself.";
}

/** Undefined when it was cancelled: then there is nothing to say. */
export function endRecord(end: End): EndRecord | undefined {
  switch (end.type) {
    case 'answered': {
      const { final } = end.step;
      if (final === undefined) return { done: false };
      return { done: true, answer: final.answer, latex: final.latex, verified: final.isVerified };
    }
    case 'enough':
      return { done: false };
    case 'stuck':
      return { stuck: true, reason: end.reason, detail: end.detail };
    case 'failed':
      return { failed: true, reason: end.reason, detail: end.detail };
    case 'cancelled':
      return undefined;
  }
}

/** Cancelled: by a signal, which has a code of its own, or because the reader of the output had seen enough. */
export function codeOf(end: End): ExitCode {
  if (end.type === 'failed') return exitCode.failed;
  return end.type === 'stuck' ? exitCode.no : exitCode.done;
}
