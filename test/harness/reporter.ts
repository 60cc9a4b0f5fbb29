import Mocha from 'mocha';
import type { Skipped } from './results.ts';
import { writeResults } from './results.ts';
import { skipReasonOf } from './skip.ts';

/**
 * Mocha's own failures and closing lines ("12 passing"), without a line for each passing test, and the counts with the
 * reasons of skipped tests as a file, so that the runs of all tiers can be added up.
 */
export class ResultsReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const { tier, file } = options.reporterOptions as { tier: string; file: string };
    const skipped: Skipped[] = [];
    const startedMs = performance.now();
    runner.on('pending', (test) => skipped.push({ title: test.fullTitle(), reason: skipReasonOf(test) }));
    runner.once('end', () => {
      this.epilogue();
      writeResults(file, {
        tier,
        passed: this.stats.passes,
        failed: this.stats.failures,
        skipped,
        failures: this.failures.map((test) => test.fullTitle()),
        seconds: (performance.now() - startedMs) / 1000,
      });
    });
  }
}
