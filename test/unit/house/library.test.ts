import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { importsOf } from '../../../scripts/lib/imports.mjs';
import { dist, root } from '../../../scripts/lib/paths.mjs';

const declarations = join(dist, 'types', 'index.d.ts');

/** As a program that depends on the package would be compiled, on Node and with nothing of this project around it. */
const consumer = `
import { lazy } from 'thunk';
export const names: string[] = Object.keys(lazy);
// @ts-expect-error: nothing of this name is exported
import { nothingOfThisName } from 'thunk';
`;

describe('the library', function () {
  before(() => assert.ok(existsSync(declarations), 'npm run build comes first'));

  it('has declarations that need no other package', () => {
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const { specifier } of importsOf(file, readFileSync(file, 'utf8'))) {
        const place = relative(dist, file);
        assert.ok(specifier.startsWith('.'), `${place} needs ${specifier}`);
        const target = join(dirname(file), specifier.replace(/\.js$/, '.d.ts'));
        assert.ok(existsSync(target), `${place} needs ${specifier}, which is not there`);
        visit(target);
      }
    };
    visit(declarations);
    assert.ok(seen.size > 1);
  });

  for (const resolution of ['NodeNext', 'Bundler'] as const) {
    it(`can be used from TypeScript with the module resolution ${resolution}`, function () {
      this.timeout(30_000);
      const folder = mkdtempSync(join(tmpdir(), 'thunk-consumer-'));
      try {
        mkdirSync(join(folder, 'node_modules'));
        symlinkSync(root, join(folder, 'node_modules', 'thunk'), 'junction');
        writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
        writeFileSync(join(folder, 'main.ts'), consumer);
        const program = ts.createProgram([join(folder, 'main.ts')], {
          target: ts.ScriptTarget.ES2023,
          lib: ['lib.es2023.d.ts'],
          module: resolution === 'NodeNext' ? ts.ModuleKind.NodeNext : ts.ModuleKind.ESNext,
          moduleResolution: ts.ModuleResolutionKind[resolution],
          types: ['node'],
          typeRoots: [join(root, 'node_modules', '@types')],
          strict: true,
          noEmit: true,
        });
        const problems = ts.getPreEmitDiagnostics(program).map((problem) => {
          const place = problem.file === undefined ? '' : `${relative(root, problem.file.fileName)}: `;
          return place + ts.flattenDiagnosticMessageText(problem.messageText, '\n');
        });
        assert.deepEqual(problems, []);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }

  it('loads without vscode, and exports lazy', async () => {
    const library = (await import(pathToFileURL(join(dist, 'index.js')).href)) as Record<string, unknown>;
    assert.equal(typeof library.lazy, 'function');
  });
});
