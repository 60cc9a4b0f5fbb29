/**
 * node test/harness/runMocha.ts TIER RESULTS_FILE TIMEOUT_MS FILE…: one mocha run under this Node, TypeScript as it is.
 */
import Mocha from 'mocha';
import { ResultsReporter } from './reporter.ts';

const [tier = '', resultsFile = '', timeoutMs = '', ...files] = process.argv.slice(2);
const mocha = new Mocha({
  ui: 'bdd',
  timeout: Number(timeoutMs),
  slow: Number(timeoutMs),
  color: process.stdout.isTTY,
  forbidOnly: process.env.CI !== undefined,
  reporter: ResultsReporter,
  reporterOptions: { tier, file: resultsFile },
});
for (const file of files) mocha.addFile(file);
await mocha.loadFilesAsync();
mocha.run((failures) => {
  // A timer or a socket that a test left open must not hold the run.
  process.exit(failures === 0 ? 0 : 1);
});
