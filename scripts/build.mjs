/**
 * npm run build [-- --watch] [-- --no-minify] [-- --quiet]
 * Bundles everything into dist/: extension, command line, library with its types, worker, webviews, fonts.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, fail } from './lib/install.mjs';
import { dist, root } from './lib/paths.mjs';
import { capture } from './lib/run.mjs';

const flags = new Set(process.argv.slice(2));
const isWatching = flags.has('--watch');
const isQuiet = flags.has('--quiet');
await ensureInstalled();
// Only now, since these import esbuild.
const esbuild = await import('esbuild');
const bundle = await import('./lib/bundle.mjs');
const options = { isWatching, isMinified: !isWatching && !flags.has('--no-minify') };
const builds = /** @type {const} */ ([
  ['node', bundle.nodeBuild(options)],
  ['media', bundle.mediaBuild(options)],
]);

/** Which files of dist/ each build may delete when it no longer writes them. */
const isOutputOf = {
  node: (/** @type {string} */ name) => /^[^/]+\.js(\.map)?$/.test(name),
  media: (/** @type {string} */ name) => /^media\/[^/]+\.(js|css)(\.map)?$/.test(name),
};

mkdirSync(dist, { recursive: true });
const missing = bundle.missingEntries();
if (missing.length > 0) fail(`These sources, named in scripts/lib/entries.mjs, are not there: ${missing.join(', ')}.`);
bundle.copyStaticMedia();
await (isWatching ? watch() : buildOnce());

async function buildOnce() {
  const startedMs = performance.now();
  const [results, typesOutput] = await Promise.all([
    Promise.all(builds.map(([name, build]) => buildOne(name, build))),
    buildTypes(),
  ]);
  /** @type {import('esbuild').Metafile[]} */
  const metafiles = [];
  for (const [index, [name]] of builds.entries()) {
    const result = results[index];
    // One bundle's failure leaves its former files alone, and the other one is written.
    if (result?.metafile === undefined) continue;
    bundle.writeOutputs(result.outputFiles ?? [], isOutputOf[name]);
    bundle.keepMetafile(name, result.metafile);
    metafiles.push(result.metafile);
    if (name === 'node' && !isQuiet) report(result.metafile);
  }
  if (metafiles.length === builds.length) bundle.writeNotices(metafiles);
  if (typesOutput !== '') console.log(typesOutput);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  if (metafiles.length < builds.length) fail(`The build failed after ${seconds} s.`);
  console.log(`Built dist/ in ${seconds} s.`);
}

/** @param {string} name @param {import('esbuild').BuildOptions} build */
async function buildOne(name, build) {
  try {
    return await esbuild.build(build);
  } catch (error) {
    const { errors = [] } = /** @type {import('esbuild').BuildFailure} */ (error);
    const lines = await esbuild.formatMessages(errors, { kind: 'error', color: process.stderr.isTTY });
    console.error(`${lines.join('')}\nThe ${name} bundle was not built.`);
    return undefined;
  }
}

/** The library's declarations. A type error does not stop the bundles: `npm run lint` is where types are judged. */
async function buildTypes() {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { code, output } = await capture(process.execPath, [tsc, '-p', 'src/tsconfig.types.json'], { cwd: root });
  const types = join(dist, 'types');
  for (const name of bundle.listFiles(types)) {
    if (!name.endsWith('.d.ts')) continue;
    const file = join(types, name);
    const before = readFileSync(file, 'utf8');
    // Consumers have no `.ts` files of ours; `.js` finds the declaration beside it in every resolution mode.
    const after = before.replace(/((?:from|import)\s*\(?\s*['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2');
    if (after !== before) writeFileSync(file, after);
  }
  return code === 0 ? '' : `${output}\nThe library's declarations have type errors (see above).`;
}

/** @param {import('esbuild').Metafile} metafile */
function report(metafile) {
  for (const name of ['extension', 'cli', 'index', 'worker', 'checkWorker']) {
    const file = `dist/${name}.js`;
    const size = (bundle.staticBytes(metafile, file) / 1024).toFixed(0);
    console.log(`  ${file.padEnd(18)} ${size.padStart(6)} KB with what it imports at once`);
  }
}

async function watch() {
  rmSync(join(dist, 'types'), { recursive: true, force: true });
  for (const [name, build] of builds) {
    const context = await esbuild.context({
      ...build,
      write: true,
      logLevel: 'warning',
      plugins: [
        {
          name: 'say-when-done',
          setup: (plugin) => {
            // The two lines are what the background problem matcher of .vscode/tasks.json looks for.
            plugin.onStart(() => console.log(`[watch] ${name} build started`));
            plugin.onEnd((result) => {
              console.log(`[watch] ${name} build finished with ${result.errors.length} errors`);
            });
          },
        },
      ],
    });
    await context.watch();
  }
}
