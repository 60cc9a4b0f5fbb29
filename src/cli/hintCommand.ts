import { problemFromText } from '../core/text/problemFromText.ts';
import type { Step } from '../core/session/step.ts';
import type { StepRequest } from '../core/solve/solver.ts';
import { openSession, revealSteps } from './solve/reveal.ts';
import { readSolveOptions } from './solve/solveOptions.ts';
import { readable } from './solve/stepText.ts';
import { texToPlain } from '../core/text/texToPlain.ts';
import type { HintLevel } from '../core/teach/hint.ts';
import type { CommandInput, UsageError } from './command.ts';
import { usageError } from './command.ts';
import { endText } from './solve/solveOne.ts';
import { type ExitCode, exitCode } from './exitCode.ts';

/** One hint for the step after the first N, which are worked out and not shown. */
export async function hintCommand({
  options,
  positionals,
  console,
  tools,
}: CommandInput): Promise<ExitCode | UsageError> {
  const problem = positionals.join(' ');
  if (problem.trim() === '') return usageError('There is no problem to give a hint for.');
  const level = Number(options.level ?? 1);
  if (!isLevel(level)) return usageError('--level is 1, 2, 3 or 4.');
  const after = Number(options.after ?? 0);
  if (!Number.isSafeInteger(after) || after < 0) return usageError('--after takes a number of steps.');
  const seed = Number(options.seed ?? 1);
  if (!Number.isSafeInteger(seed)) return usageError('--seed takes a whole number.');
  const solving = readSolveOptions({ grain: options.grain, timeout: options.timeout });
  if ('type' in solving) return solving;

  const steps: Step[] = [];
  if (after > 0) {
    const solver = tools.createSolver({ timeLimitMs: solving.timeLimitMs });
    const lazy = openSession(solver, problem, solving);
    const end = await revealSteps(lazy, { ...solving, maxSteps: after }, console.signal, (step) => {
      steps.push(step);
      return Promise.resolve();
    });
    await lazy.dispose();
    await solver.terminate();
    if (end.type === 'answered') return usageError(`The problem is solved after ${steps.length} steps.`);
    if (end.type !== 'enough') {
      if (end.type !== 'cancelled') console.warn(endText(end));
      return end.type === 'failed' ? exitCode.failed : exitCode.no;
    }
  }
  const checker = tools.createChecker({ timeLimitMs: solving.timeLimitMs, threads: 1 });
  try {
    const request: StepRequest = { grain: solving.grain, avoid: [] };
    const partial = { problem: problemFromText(problem), steps };
    const result = await checker.ask({ type: 'hint', partial, request, level, seed, lines: [] }, console.signal);
    if (result.type === 'none') {
      if (result.reason !== 'cancelled') console.warn(`${readable(result.detail)}\n`);
      return result.reason === 'failed' || result.reason === 'died' ? exitCode.failed : exitCode.no;
    }
    const { hint } = result;
    if (options.json === true) await console.write(`${JSON.stringify(hint)}\n`);
    else {
      const lines = [readable(hint.text)];
      if (hint.example !== undefined) {
        lines.push('', readable(hint.example.problem));
        for (const step of hint.example.steps) {
          lines.push(`  ${readable(step.text)}`);
          if (step.latex !== undefined) lines.push(`      ${texToPlain(step.latex)}`);
        }
        lines.push(`  ${readable(hint.example.answer)}`);
      }
      await console.write(`${lines.join('\n')}\n`);
    }
    return exitCode.done;
  } finally {
    await checker.terminate();
  }
}

function isLevel(level: number): level is HintLevel {
  return level === 1 || level === 2 || level === 3 || level === 4;
}
