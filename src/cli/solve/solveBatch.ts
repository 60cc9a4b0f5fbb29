import type { BatchRecord, StepRecord } from '../../core/protocol/cli.ts';
import { batchProblemSchema, toStepRecord } from '../../core/protocol/cli.ts';
import type { WorkerSolver } from '../../system/workerSolver.ts';
import type { Console } from '../console.ts';
import type { ExitCode } from '../exitCode.ts';
import { linesOf, workRows } from '../rows.ts';
import { openSession, revealSteps } from './reveal.ts';
import type { SolveOptions } from './solveOptions.ts';
import { codeOf } from './solveOne.ts';

/** JSON lines in, one record a line out, in order of completion. `createSolver`: one for each problem that is worked on at a time. */
export async function solveBatch(
  options: SolveOptions,
  console: Console,
  createSolver: () => WorkerSolver,
): Promise<ExitCode> {
  const all: WorkerSolver[] = [];
  const idle: WorkerSolver[] = [];
  const take = (): WorkerSolver => {
    const free = idle.pop();
    if (free !== undefined) return free;
    const started = createSolver();
    all.push(started);
    return started;
  };
  try {
    return await workRows(
      {
        lines: linesOf(console),
        schema: batchProblemSchema,
        shape: '{"id", "problem"}',
        jobs: options.jobs,
        work: async ({ problem }) => {
          const solver = take();
          const solved = await solveRow(problem, solver, options, console);
          idle.push(solver);
          return solved;
        },
      },
      console,
    );
  } finally {
    await Promise.all(all.map((solver) => solver.terminate()));
  }
}

type Solved = readonly [record: Omit<Extract<BatchRecord, { readonly steps: unknown }>, 'id'>, code: ExitCode];

async function solveRow(
  problem: string,
  solver: WorkerSolver,
  options: SolveOptions,
  console: Console,
): Promise<Solved> {
  const steps: StepRecord[] = [];
  const lazy = openSession(solver, problem, options);
  const end = await revealSteps(lazy, options, console.signal, (step, index) => {
    steps.push(toStepRecord(step, index));
    return Promise.resolve();
  });
  await lazy.dispose();
  const final = end.type === 'answered' ? end.step.final : undefined;
  const record = {
    steps,
    done: final !== undefined,
    answer: final?.answer ?? null,
    verified: final?.isVerified ?? false,
    stuck: end.type === 'stuck',
    ...(end.type === 'stuck' || end.type === 'failed' ? { reason: end.reason, detail: end.detail } : {}),
    ...(end.type === 'failed' ? { failed: true as const } : {}),
  };
  return [record, codeOf(end)];
}
