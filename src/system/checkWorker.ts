import { parentPort, workerData } from 'node:worker_threads';
import { createCheckJobs } from './checkJobs.ts';
import type { CheckWorkerStart } from './checkThread.ts';
import { serveChecker } from './serveChecker.ts';

/** The entry of a checker's thread. */
if (parentPort !== null) {
  serveChecker({ port: parentPort, ...(workerData as CheckWorkerStart), runJob: createCheckJobs() });
}
