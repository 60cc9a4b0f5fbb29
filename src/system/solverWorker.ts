import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerStart } from '../core/protocol/worker.ts';
import { createBuiltinSolver } from '../core/solve/builtin.ts';
import { serveSolver } from './serveSolver.ts';

/** The worker's entry: the built-in exact solver. What it works out ahead never leaves this thread. */
if (parentPort !== null) {
  const { cancelled, timeLimitMs } = workerData as WorkerStart;
  serveSolver({
    port: parentPort,
    cancelledPress: new Int32Array(cancelled),
    solver: createBuiltinSolver({ now: () => performance.now(), timeLimitMs }),
  });
}
