import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import { bundleFile, l10nBundle } from '../../harness/l10nWords.ts';

type Bundle = Readonly<Record<string, string>>;

describe('the words to be translated', () => {
  const words = JSON.parse(readFileSync(bundleFile, 'utf8')) as Bundle;

  it('are those of the code, each of them (node test/harness/l10nWords.ts writes them)', () => {
    assert.ok(Object.keys(words).length > 100);
    assert.deepEqual(words, l10nBundle());
  });

  it('keep their arguments in every translation', () => {
    const folder = join(root, 'l10n');
    for (const name of readdirSync(folder)) {
      const bundle = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Bundle;
      for (const [key, text] of Object.entries(bundle)) {
        assert.ok(key in words, `${name}: ${key}`);
        const places = (sentence: string): string[] => (sentence.match(/\{\d\}/g) ?? []).sort();
        assert.deepEqual(places(text), places(key), `${name}: ${key}`);
      }
    }
  });
});
