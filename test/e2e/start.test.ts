import assert from 'node:assert/strict';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { capture } from '../../scripts/lib/run.mjs';

describe('npm start', () => {
  it('brings up a VS Code with the extension on the samples, and says what it did', async () => {
    const { code, output } = await capture(process.execPath, [join(root, 'scripts', 'start.mjs'), '--once'], {
      cwd: root,
    });
    assert.equal(code, 0, output);
    assert.match(output, /The samples (were copied to|are in) /);
    assert.match(output, /http:\/\/127\.0\.0\.1:\d+\/\?folder=/);
    assert.match(output, /The page answers; stopped\./);
  });
});
