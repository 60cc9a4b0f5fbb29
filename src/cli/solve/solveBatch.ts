import type { BatchRecord, StepRecord } from '../../core/protocol/cli.ts';
import { batchProblemSchema, toStepRecord } from '../../core/protocol/cli.ts';
import type { WorkerSolver } from '../../system/workerSolver.ts';
import type { Console } from '../console.ts';
import type { ExitCode } from '../exitCode.ts';
import { exitCode, worse } from '../exitCode.ts';
import { readLines } from '../readLines.ts';
import { openSession, revealSteps } from './reveal.ts';
import type { SolveOptions } from './solveOptions.ts';
import { codeOf } from './solveOne.ts';

/** JSON lines in, one record a line out, in order of completion. `createSolver`: one for each problem that is worked on at a time. */
export async function solveBatch(
  options: SolveOptions,
  console: Console,
  createSolver: () => WorkerSolver,
): Promise<ExitCode> {
  let code: ExitCode = exitCode.done;
  let lineNumber = 0;
  const lines = readLines(console.stdin, console.signal);

  async function work(): Promise<void> {
    const solver = createSolver();
    try {
      for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
        lineNumber += 1;
        if (next.value.trim() === '') continue;
        const [record, itsCode] = await solveLine(next.value, lineNumber, solver, options, console);
        code = worse(code, itsCode);
        if (record === undefined || !(await console.write(`${JSON.stringify(record)}\n`))) return;
      }
    } finally {
      await solver.terminate();
    }
  }

  await Promise.all(Array.from({ length: options.jobs }, work));
  return code;
}

type Solved = readonly [record: BatchRecord | undefined, code: ExitCode];

async function solveLine(
  text: string,
  line: number,
  solver: WorkerSolver,
  options: SolveOptions,
  console: Console,
): Promise<Solved> {
  const read = readProblemLine(text);
  if ('error' in read) return [{ id: read.id, line, error: read.error }, exitCode.no];
  const steps: StepRecord[] = [];
  const lazy = openSession(solver, read.problem, options);
  const end = await revealSteps(lazy, options, console.signal, async (step, index) => {
    steps.push(toStepRecord(step, index));
    return Promise.resolve();
  });
  await lazy.dispose();
  if (end.type === 'cancelled') return [undefined, codeOf(end)];
  const final = end.type === 'answered' ? end.step.final : undefined;
  const record: BatchRecord = {
    id: read.id,
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

type ReadLine =
  | { readonly id: string | number | null; readonly problem: string }
  | { readonly id: string | number | null; readonly error: string };

function readProblemLine(text: string): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { id: null, error: 'This line is not JSON.' };
  }
  const parsed = batchProblemSchema.safeParse(value);
  if (parsed.success) return { id: parsed.data.id ?? null, problem: parsed.data.problem };
  const id = batchProblemSchema.shape.id.safeParse((value as { id?: unknown } | null)?.id);
  return {
    id: id.success ? (id.data ?? null) : null,
    error: 'This line is not {"id", "problem"} with a text as problem.',
  };
}
