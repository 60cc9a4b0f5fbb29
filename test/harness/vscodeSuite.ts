import { appendFileSync } from 'node:fs';
import { format } from 'node:util';
import Mocha from 'mocha';
import { ResultsReporter } from './reporter.ts';

/** Runs inside the extension host: one mocha run over the suites that `load` imports. */
export async function runSuite(load: () => Promise<void>): Promise<void> {
  const linesFile = process.env.THUNK_LINES ?? '';
  if (linesFile !== '') {
    Mocha.reporters.Base.consoleLog = (...args: unknown[]) => appendFileSync(linesFile, `${format(...args)}\n`);
  }
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 60_000,
    slow: 60_000,
    color: false,
    forbidOnly: process.env.CI !== undefined,
    reporter: ResultsReporter,
    reporterOptions: { tier: process.env.THUNK_TIER ?? 'vscode', file: process.env.THUNK_RESULTS ?? '' },
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  try {
    await load();
  } catch (error) {
    // The host shows this nowhere where the run could see it.
    Mocha.reporters.Base.consoleLog(format('The suite could not be loaded: %o', error));
    throw error;
  }
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
