import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';

/**
 * One import of a file.
 * `type`: erased by the compiler; `static`: loaded with the file; `dynamic`: import(), loaded when it runs.
 * @typedef {{ specifier: string, kind: 'type' | 'static' | 'dynamic', target: string | undefined }} Import
 */

/** @typedef {ReadonlyMap<string, readonly Import[]>} ImportGraph files below the root, with `/`, and what they import */

/**
 * Every import in the TypeScript files of the given folders and files; `target` is set where it is one of these.
 * @param {string} root
 * @param {readonly string[]} places
 * @returns {ImportGraph}
 */
export function readImports(root, places) {
  const files = places.flatMap((place) => sources(root, place));
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const imports = importsOf(file, readFileSync(join(root, file), 'utf8')).map((found) => ({
        ...found,
        target: resolveImport(known, file, found.specifier),
      }));
      return [file, imports];
    }),
  );
}

/** @param {string} root @param {string} place @returns {string[]} */
function sources(root, place) {
  if (!existsSync(join(root, place))) return [];
  if (/\.[cm]?tsx?$/.test(place)) return place.endsWith('.d.ts') ? [] : [place];
  if (/\.[^/]*$/.test(posix.basename(place))) return [];
  return readdirSync(join(root, place), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || /\.[cm]?tsx?$/.test(entry.name))
    .flatMap((entry) => sources(root, `${place}/${entry.name}`));
}

/** @param {ReadonlySet<string>} known @param {string} file @param {string} specifier */
function resolveImport(known, file, specifier) {
  if (!specifier.startsWith('.')) return undefined;
  const path = posix.join(dirname(file).replaceAll('\\', '/'), specifier);
  return [path, `${path}.ts`, path.replace(/\.js$/, '.ts'), `${path}/index.ts`].find((candidate) =>
    known.has(candidate),
  );
}

/** @param {string} file @param {string} text @returns {{ specifier: string, kind: Import['kind'] }[]} */
export function importsOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
  /** @type {{ specifier: string, kind: Import['kind'] }[]} */
  const found = [];
  const add = (/** @type {ts.Node | undefined} */ node, /** @type {Import['kind']} */ kind) => {
    if (node !== undefined && ts.isStringLiteralLike(node)) found.push({ specifier: node.text, kind });
  };
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isImportDeclaration(node)) {
      // `import { type A }` keeps its module under verbatimModuleSyntax; only `import type` is erased.
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? 'type' : 'static');
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'static');
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, 'type');
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], 'dynamic');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
