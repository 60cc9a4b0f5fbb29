import { createInterface } from 'node:readline/promises';
import type { Lazy } from '../../core/lazy/lazy.ts';
import type { Outcome } from '../../core/lazy/outcome.ts';
import type { Solver } from '../../core/solve/solver.ts';
import type { Console } from '../console.ts';
import type { ExitCode } from '../exitCode.ts';
import { exitCode } from '../exitCode.ts';
import { openSession } from './reveal.ts';
import { codeOf, endText } from './solveOne.ts';
import type { SolveOptions } from './solveOptions.ts';
import { answerText, painter, stepText } from './stepText.ts';

const keys = 'Enter: next step · w: another way · s: smaller steps · b: back · q: end';

/** Asks for a problem (where none is given) and reveals a step at each Enter. */
export async function solveInteractive(
  given: string | undefined,
  solver: Solver,
  options: SolveOptions,
  console: Console,
): Promise<ExitCode> {
  const paint = painter(console.hasColour);
  const input = createInterface({ input: console.stdin, terminal: false });
  const lines = input[Symbol.asyncIterator]();
  const stop = (): void => input.close();
  console.signal.addEventListener('abort', stop, { once: true });

  const ask = async (prompt: string): Promise<string | undefined> => {
    await console.write(prompt);
    const line = await lines.next();
    return line.done === true || console.signal.aborted ? undefined : line.value.trim();
  };
  const show = async (outcome: Outcome): Promise<void> => {
    if (outcome.type === 'stuck' || outcome.type === 'failed')
      await console.write(`${paint('yellow', endText(outcome))}\n`);
    if (outcome.type !== 'step') return;
    const { step } = outcome.step;
    await console.write(stepText(step, outcome.index, paint));
    if (step.final !== undefined) await console.write(answerText(step.final, step.verdict.evidence, paint));
  };

  try {
    const problem = given ?? (await ask('Problem: '));
    if (problem === undefined || problem === '') return exitCode.done;
    const lazy = openSession(solver, problem, options);
    await console.write(`${paint('dim', keys)}\n`);
    let code: ExitCode = exitCode.done;
    while (!lazy.state.isDone) {
      const said = await ask('> ');
      if (said === undefined || /^q/i.test(said)) break;
      const outcome = await obey(lazy, said, console.signal);
      if (outcome === undefined) {
        const current = lazy.current();
        const back = current === undefined ? problem : stepText(current.step, lazy.state.session.index, paint);
        await console.write(`${back}\n`);
      } else {
        await show(outcome);
        code = outcome.type === 'step' ? exitCode.done : codeOf(outcome);
      }
    }
    await lazy.dispose();
    return code;
  } finally {
    console.signal.removeEventListener('abort', stop);
    input.close();
  }
}

/** Undefined: one looks at a step that is there already. */
async function obey(lazy: Lazy, said: string, signal: AbortSignal): Promise<Outcome | undefined> {
  if (/^b/i.test(said)) {
    await lazy.back();
    return undefined;
  }
  if (/^w/i.test(said)) return lazy.branch({ signal });
  return /^s/i.test(said) ? lazy.split({ signal }) : lazy.next({ signal });
}
