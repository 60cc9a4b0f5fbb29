import { join } from 'node:path';
import { findFiles } from '../harness/findFiles.ts';
import { loadEvidence, runEvidence } from '../harness/evidenceRunner.ts';
import { skip } from '../harness/skip.ts';

describe('a seeded tenth of the evidence', () => {
  for (const file of findFiles(join(import.meta.dirname), '.evidence.ts')) {
    it(file.replace(/^.*[\\/]/, ''), async function () {
      const evidence = await loadEvidence(file);
      if (!evidence.isFitForTests) skip(this, 'it takes the whole of its data; npm run evidence runs it');
      const outcome = await runEvidence(evidence, 0.1);
      if (outcome.status === 'skipped') skip(this, outcome.reason);
      if (outcome.failures.length > 0) throw new Error(outcome.failures.join('\n'));
    });
  }
});
