import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { mediaEntries, nodeEntries } from './entries.mjs';
import { dist, out, root } from './paths.mjs';

/** @typedef {{ isWatching: boolean, isMinified: boolean }} BundleOptions */

/** @param {BundleOptions} options @returns {import('esbuild').BuildOptions} */
function common({ isMinified }) {
  return {
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    minify: isMinified,
    sourcemap: 'linked',
    sourcesContent: false,
    // Licences of what is bundled go into NOTICES.txt.
    legalComments: 'none',
    logLevel: 'silent',
    outdir: dist,
    define: { 'process.env.NODE_ENV': '"production"' },
  };
}

/** @param {BundleOptions} options @returns {import('esbuild').BuildOptions} */
export function nodeBuild(options) {
  return {
    ...common(options),
    entryPoints: Object.entries(nodeEntries).map(([name, source]) => ({ in: join(root, source), out: name })),
    platform: 'node',
    target: 'node20',
    format: 'esm',
    splitting: true,
    // Beside the entries and not in a folder: a chunk that starts the worker finds it by import.meta.url.
    chunkNames: 'chunk-[hash]',
    external: ['vscode'],
    mainFields: ['module', 'main'],
  };
}

/** @param {BundleOptions} options @returns {import('esbuild').BuildOptions} */
export function mediaBuild(options) {
  return {
    ...common(options),
    entryPoints: mediaEntries.map((source) => join(root, source)),
    outbase: join(root, 'media'),
    outdir: join(dist, 'media'),
    platform: 'browser',
    target: ['chrome134'],
    format: 'iife',
    external: ['*.woff2', '*.ttf'],
  };
}

/** @param {string} source */
function exists(source) {
  return existsSync(join(root, source));
}

/** The entries that have no source. */
export function missingEntries() {
  return [...Object.values(nodeEntries), ...mediaEntries].filter((source) => !exists(source));
}

/**
 * Writes what changed, and deletes what a former build left: a reader of dist/ never meets an empty folder.
 * @param {readonly import('esbuild').OutputFile[]} files
 * @param {(name: string) => boolean} isOurs which files of dist/ belong to these builds
 */
export function writeOutputs(files, isOurs) {
  const names = new Set();
  for (const file of files) {
    const name = relative(dist, file.path).split(sep).join('/');
    names.add(name);
    mkdirSync(dirname(file.path), { recursive: true });
    if (existsSync(file.path) && readFileSync(file.path).equals(file.contents)) continue;
    writeFileSync(file.path, file.contents);
  }
  for (const name of listFiles(dist)) if (isOurs(name) && !names.has(name)) rmSync(join(dist, name));
  const cli = join(dist, 'cli.js');
  if (existsSync(cli)) chmodSync(cli, 0o755);
}

/** @param {string} folder @param {string} [below] @returns {string[]} paths with `/` */
export function listFiles(folder, below = '') {
  if (!existsSync(join(folder, below))) return [];
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? listFiles(folder, name) : [name];
  });
}

/** KaTeX's style sheet with its fonts (woff2 only: every supported VS Code reads it), and the icon font. */
export function copyStaticMedia() {
  const katexFrom = join(root, 'node_modules', 'katex', 'dist');
  const katexTo = join(dist, 'media', 'katex');
  mkdirSync(join(katexTo, 'fonts'), { recursive: true });
  const css = readFileSync(join(katexFrom, 'katex.min.css'), 'utf8');
  writeFileSync(join(katexTo, 'katex.css'), css.replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[a-z]+"\)/g, ''));
  for (const font of readdirSync(join(katexFrom, 'fonts')).filter((name) => name.endsWith('.woff2'))) {
    cpSync(join(katexFrom, 'fonts', font), join(katexTo, 'fonts', font));
  }
  const iconsFrom = join(root, 'node_modules', '@vscode', 'codicons', 'dist');
  const iconsTo = join(dist, 'media', 'codicons');
  mkdirSync(iconsTo, { recursive: true });
  const icons = readFileSync(join(iconsFrom, 'codicon.css'), 'utf8');
  writeFileSync(join(iconsTo, 'codicon.css'), icons.replace(/codicon\.ttf\?[0-9a-f]+/g, 'codicon.ttf'));
  cpSync(join(iconsFrom, 'codicon.ttf'), join(iconsTo, 'codicon.ttf'));
}

/**
 * The licences of all packages that are part of dist/.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 */
export function writeNotices(metafiles) {
  const folders = new Set(['node_modules/katex', 'node_modules/@vscode/codicons']);
  for (const metafile of metafiles) {
    for (const input of Object.keys(metafile.inputs)) {
      const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
      if (match?.[1]) folders.add(match[1]);
    }
  }
  const parts = [...folders].sort().map((folder) => {
    /** @type {unknown} */
    const parsed = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const manifest = /** @type {{ name: string, version: string, license: string }} */ (parsed);
    const licence = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
    const text = licence === undefined ? '' : readFileSync(join(root, folder, licence), 'utf8').trim();
    return `${manifest.name} ${manifest.version} (${manifest.license})\n\n${text}\n`;
  });
  writeFileSync(join(dist, 'NOTICES.txt'), parts.join(`\n${'-'.repeat(72)}\n\n`));
}

/** Kept for the bench and for a look at what a bundle is made of. @param {string} name @param {import('esbuild').Metafile} metafile */
export function keepMetafile(name, metafile) {
  mkdirSync(join(out, 'meta'), { recursive: true });
  writeFileSync(join(out, 'meta', `${name}.json`), JSON.stringify(metafile));
}

/**
 * Bytes that are read when the given file of dist/ is imported: itself and every chunk that it imports statically.
 * @param {import('esbuild').Metafile} metafile
 * @param {string} file
 */
export function staticBytes(metafile, file) {
  const seen = new Set();
  const visit = (/** @type {string} */ path) => {
    const output = metafile.outputs[path];
    if (seen.has(path) || output === undefined) return 0;
    seen.add(path);
    let bytes = statSync(join(root, path)).size;
    for (const imported of output.imports) if (imported.kind === 'import-statement') bytes += visit(imported.path);
    return bytes;
  };
  return visit(file);
}
