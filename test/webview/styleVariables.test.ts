import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { themes } from './support/themes.ts';

const folder = join(root, 'media');
const sheets = readdirSync(folder)
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, css: readFileSync(join(folder, name), 'utf8') }));

describe('style sheets', () => {
  it('use only variables that a theme of VS Code has', () => {
    const known = new Set(Object.values(themes).flatMap(({ variables }) => Object.keys(variables)));
    for (const { name, css } of sheets) {
      for (const [variable] of css.matchAll(/--vscode-[\w-]+/g)) assert.ok(known.has(variable), `${name}: ${variable}`);
    }
  });

  it('have no colour of their own', () => {
    for (const { name, css } of sheets) {
      const values = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/mask-image:[^;]*;/g, '');
      assert.doesNotMatch(values, /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(|:\s*(?:white|black|red|green|gray)\b/i, name);
    }
  });
});
