import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Violation } from '../../../scripts/lib/houseRules.mjs';
import { checkHouse } from '../../../scripts/lib/houseRules.mjs';
import { root } from '../../../scripts/lib/paths.mjs';

const engine = '@cortex-js/compute-engine';

/** A house in which everything is where it belongs; each test spoils it in one place. */
const goodHouse: Record<string, string> = {
  'src/core/step.ts': `import * as z from 'zod';\nexport const step = z.string();`,
  'src/core/solve/engine.ts': `import type { Expression } from '${engine}';\nexport const load = () => import('${engine}');\nexport type E = Expression;`,
  'src/core/protocol/panel.ts': `import type { Step } from '../shape.ts';\nexport type Panel = Step;`,
  'src/core/shape.ts': `export type Step = string;`,
  'src/models/openai.ts': `import { step } from '../core/step.ts';\nexport const open = async () => [step, await import('openai')];`,
  'src/system/files.ts': `import { readFileSync } from 'node:fs';\nimport { step } from '../core/step.ts';\nexport const read = () => [readFileSync, step];`,
  'src/system/solverWorker.ts': `import { load } from '../core/solve/engine.ts';\nload();`,
  'src/host/panel.ts': `import * as vscode from 'vscode';\nimport { read } from '../system/files.ts';\nexport const show = () => [vscode, read, import('./late.ts')];`,
  'src/host/late.ts': `import MarkdownIt from 'markdown-it';\nexport const late = MarkdownIt;`,
  'src/cli/main.ts': `import { read } from '../system/files.ts';\nread();`,
  'src/index.ts': `export { step } from './core/step.ts';`,
  'src/extension.ts': `import { show } from './host/panel.ts';\nexport const activate = show;`,
  'media/stepsPanel.ts': `import katex from 'katex';\nimport type { Panel } from '../src/core/protocol/panel.ts';\nexport const draw = (panel: Panel) => katex.renderToString(panel);`,
};

describe('the rules of the house', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'thunk-house-'));
    add(goodHouse);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function add(files: Record<string, string>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  }

  function check(files: Record<string, string>): [Violation['rule'], string][] {
    add(files);
    return checkHouse(folder).map(({ rule, file }) => [rule, file]);
  }

  it('finds nothing in a house that keeps them', () => assert.deepEqual(check({}), []));
  it('holds in this project', () => assert.deepEqual(checkHouse(root), []));

  const upward: [string, string, string][] = [
    ['core', 'src/core/bad.ts', '../models/openai.ts'],
    ['core, for a type', 'src/core/bad.ts', '../host/panel.ts'],
    ['models', 'src/models/bad.ts', '../system/files.ts'],
    ['system', 'src/system/bad.ts', '../host/panel.ts'],
    ['the command line', 'src/cli/bad.ts', '../host/panel.ts'],
    ['the library', 'src/index.ts', './host/panel.ts'],
    ['a webview, past the protocol', 'media/bad.ts', '../src/core/step.ts'],
    ['the host, from the command line', 'src/host/bad.ts', '../cli/main.ts'],
  ];
  for (const [name, file, target] of upward) {
    it(`an upward import fails: ${name}`, () => {
      const keyword = name.endsWith('type') ? 'import type' : 'import';
      assert.deepEqual(check({ [file]: `${keyword} * as other from '${target}';\nexport type O = typeof other;` }), [
        ['layer', file],
      ]);
    });
  }

  it('an upward import fails where it is written as a type query or import()', () => {
    const bad = { 'src/core/a.ts': `export type P = import('../host/panel.ts').P;` };
    assert.deepEqual(check(bad), [['layer', 'src/core/a.ts']]);
    const late = { 'src/core/a.ts': `export const p = () => import('../host/panel.ts');` };
    assert.ok(check(late).some(([rule, file]) => rule === 'layer' && file === 'src/core/a.ts'));
  });

  const packages: [string, string, string][] = [
    ['vscode outside the host', 'src/system/bad.ts', 'vscode'],
    ['node in core', 'src/core/bad.ts', 'node:fs'],
    ['node in a webview', 'media/bad.ts', 'node:path'],
    ['a package that core was not given', 'src/core/bad.ts', 'markdown-it'],
  ];
  for (const [name, file, specifier] of packages) {
    it(`a package out of place fails: ${name}`, () => {
      assert.deepEqual(check({ [file]: `import * as it from '${specifier}';\nexport const x = it;` }), [
        ['package', file],
      ]);
    });
  }

  it('a cycle fails, also through types, but not through import()', () => {
    const circle = (back: string) => ({
      'src/core/a.ts': `import { b } from './b.ts';\nexport const a = b;\nexport type A = string;`,
      'src/core/b.ts': back,
    });
    assert.deepEqual(check(circle(`import { a } from './a.ts';\nexport const b = () => a;`)), [
      ['cycle', 'src/core/a.ts'],
    ]);
    assert.deepEqual(check(circle(`import type { A } from './a.ts';\nexport const b: A = '';`)), [
      ['cycle', 'src/core/a.ts'],
    ]);
    assert.deepEqual(check(circle(`export const b = () => import('./a.ts');`)), []);
  });

  for (const heavy of ['openai', '@anthropic-ai/sdk', 'markdown-it', '@mdit/plugin-tex', 'katex']) {
    it(`activation that loads ${heavy} fails, but not through import() or for a type`, () => {
      const panel = (line: string) => ({
        'src/host/panel.ts': `import * as vscode from 'vscode';\nexport { read } from '../system/files.ts';\nexport const show = vscode;`,
        'src/system/files.ts': line,
      });
      assert.deepEqual(check(panel(`import * as heavy from '${heavy}';\nexport const read = heavy;`)), [
        ['activation', 'src/system/files.ts'],
      ]);
      assert.deepEqual(check(panel(`export * from '${heavy}/deep/inside.js';\nexport const read = 1;`)), [
        ['activation', 'src/system/files.ts'],
      ]);
      assert.deepEqual(check(panel(`export const read = () => import('${heavy}');`)), []);
      assert.deepEqual(check(panel(`import type { H } from '${heavy}';\nexport const read = (h: H) => h;`)), []);
    });
  }

  it('an import of a type alone counts as one that loads unless the whole import is erased', () => {
    const line = `import { type H } from 'katex';\nexport const read = (h: H) => h;`;
    assert.deepEqual(check({ 'src/system/files.ts': line }), [['activation', 'src/system/files.ts']]);
  });

  it('the computer algebra system fails in a static import, in a second file, and outside the worker', () => {
    const inEngine = { 'src/core/solve/engine.ts': `import * as ce from '${engine}';\nexport const load = () => ce;` };
    assert.deepEqual(check(inEngine), [['package', 'src/core/solve/engine.ts']]);
    add(goodHouse);
    const second = check({ 'src/core/solve/other.ts': `import type { E } from '${engine}';\nexport type O = E;` });
    assert.deepEqual(second, [['engine', 'src/core/solve/other.ts']]);
    rmSync(join(folder, 'src/core/solve/other.ts'));
    const inExtension = check({ 'src/host/late.ts': `export const late = () => import('../core/solve/engine.ts');` });
    assert.deepEqual(inExtension, [['engine', 'src/core/solve/engine.ts']]);
  });

  it('an import of a file that is not there fails', () => {
    assert.deepEqual(check({ 'src/core/a.ts': `import { x } from './gone.ts';\nexport const a = x;` }), [
      ['unresolved', 'src/core/a.ts'],
    ]);
  });
});
