import type { MessagePort } from 'node:worker_threads';
import type { CheckJob, CheckResult } from '../core/protocol/checkJob.ts';
import { checkResultSchema, type FromCheckWorker, toCheckWorkerSchema } from '../core/protocol/checking.ts';
import { type ExactWork, WorkInterrupted } from '../core/solve/exactWork.ts';
import { cancelledResult, type CheckWorkerStart, nothing, outOfTime } from './checkThread.ts';

export interface ServeCheckerOptions extends CheckWorkerStart {
  readonly port: MessagePort;
  /** `work` throws WorkInterrupted once the time is over or nobody waits any more; it comes back here. */
  readonly runJob: (job: CheckJob, work: ExactWork) => CheckResult | Promise<CheckResult>;
}

/** Does jobs in a worker: each gets exactly one result. */
export function serveChecker({ port, cancelled, timeLimitMs, runJob }: ServeCheckerOptions): void {
  const cancelledJob = new Int32Array(cancelled);

  async function resultOf(id: number, job: CheckJob): Promise<CheckResult> {
    const end = performance.now() + timeLimitMs;
    const isCancelled = (): boolean => Atomics.load(cancelledJob, 0) >= id;
    const work: ExactWork = {
      check: () => {
        if (isCancelled() || performance.now() > end) throw new WorkInterrupted('interrupted');
      },
    };
    try {
      const result = await runJob(job, work);
      // Parsed on this side too, so that nothing but the fields of the contract leaves the worker.
      const parsed = checkResultSchema.safeParse(result);
      return parsed.success ? parsed.data : nothing('failed', 'The checker came to something that is no result.');
    } catch (fault) {
      if (fault instanceof WorkInterrupted) return isCancelled() ? cancelledResult : outOfTime(timeLimitMs);
      return nothing('failed', `The checker failed: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
  }

  port.on('message', (message: unknown) => {
    const parsed = toCheckWorkerSchema.safeParse(message);
    // Not ours: the other side runs out of patience, and says so.
    if (!parsed.success) return;
    const { id, job } = parsed.data;
    void resultOf(id, job).then((result) => {
      port.postMessage({ type: 'result', id, result } satisfies FromCheckWorker);
    });
  });
  port.postMessage({ type: 'ready' } satisfies FromCheckWorker);
}
