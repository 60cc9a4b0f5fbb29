import { readImports } from './imports.mjs';

/** @typedef {{ rule: 'layer' | 'package' | 'cycle' | 'activation' | 'engine' | 'unresolved', file: string, message: string }} Violation */
/** @typedef {import('./imports.mjs').ImportGraph} ImportGraph */

/** What each layer may import of the others (itself always). */
const layers = /** @type {const} */ ({
  core: [],
  models: ['core'],
  system: ['core', 'models'],
  host: ['core', 'models', 'system'],
  cli: ['core', 'models', 'system'],
  library: ['core', 'models', 'system'],
  extension: ['core', 'models', 'system', 'host', 'library'],
  media: ['protocol'],
});

/** @typedef {keyof typeof layers} Layer */

const engine = '@cortex-js/compute-engine';
const heavy = [engine, 'openai', '@anthropic-ai/sdk', 'markdown-it', '@mdit/plugin-tex', 'katex', 'node-llama-cpp'];

/** Packages that core may import; everything else there is our own. */
const corePackages = ['zod', 'fraction.js', engine];

/** @param {string} file @returns {Layer} */
function layerOf(file) {
  if (file === 'src/extension.ts') return 'extension';
  if (file === 'src/index.ts') return 'library';
  const folder = /^src\/(core|models|system|host|cli)\//.exec(file)?.[1];
  if (folder !== undefined) return /** @type {Layer} */ (folder);
  return 'media';
}

/** @param {string} specifier the package's name without a path inside it */
function packageOf(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/**
 * Checks the sources below the root against the rules of the house.
 * @param {string} root
 * @returns {Violation[]}
 */
export function checkHouse(root) {
  const graph = readImports(root, [
    ...['core', 'models', 'system', 'host', 'cli'].map((folder) => `src/${folder}`),
    'src/extension.ts',
    'src/index.ts',
    'media',
  ]);
  return [...checkEdges(graph), ...checkCycles(graph), ...checkActivation(graph), ...checkEngine(graph)];
}

/** @param {ImportGraph} graph @returns {Violation[]} */
function checkEdges(graph) {
  /** @type {Violation[]} */
  const violations = [];
  for (const [file, imports] of graph) {
    const layer = layerOf(file);
    for (const { specifier, kind, target } of imports) {
      if (target !== undefined) {
        const message = wrongLayer(layer, target);
        if (message !== undefined) violations.push({ rule: 'layer', file, message });
      } else if (specifier.startsWith('.')) {
        violations.push({ rule: 'unresolved', file, message: `imports ${specifier}, which is not there` });
      } else {
        const message = wrongPackage(layer, packageOf(specifier), kind);
        if (message !== undefined) violations.push({ rule: 'package', file, message });
      }
    }
  }
  return violations;
}

/** @param {Layer} layer @param {string} target */
function wrongLayer(layer, target) {
  const other = layerOf(target);
  if (other === layer) return undefined;
  /** @type {readonly string[]} */
  const allowed = layers[layer];
  if (allowed.includes(other)) return undefined;
  if (allowed.includes('protocol') && target.startsWith('src/core/protocol/')) return undefined;
  return `${layer} may not import ${target} (${other})`;
}

/** @param {Layer} layer @param {string} name @param {'type' | 'static' | 'dynamic'} kind */
function wrongPackage(layer, name, kind) {
  const isNode = name.startsWith('node:');
  if (name === 'vscode') return ['host', 'extension'].includes(layer) ? undefined : `${layer} may not import vscode`;
  if (layer === 'media' && isNode) return `media may not import ${name}`;
  if (layer === 'core' && !corePackages.includes(name)) return `core may not import ${name}`;
  if (name === engine && kind === 'static') return `${name} is reached through import() only`;
  return undefined;
}

/**
 * One violation for each group of files that import each other in a circle; types count, import() does not.
 * @param {ImportGraph} graph
 * @returns {Violation[]}
 */
function checkCycles(graph) {
  /** @type {Violation[]} */
  const violations = [];
  /** @type {Map<string, 'open' | 'done'>} */
  const state = new Map();
  /** @type {string[]} */
  const path = [];
  const visit = (/** @type {string} */ file) => {
    state.set(file, 'open');
    path.push(file);
    for (const { target, kind } of graph.get(file) ?? []) {
      if (target === undefined || kind === 'dynamic') continue;
      if (state.get(target) === 'open') {
        const circle = [...path.slice(path.indexOf(target)), target];
        violations.push({ rule: 'cycle', file: target, message: `imports itself: ${circle.join(' → ')}` });
      } else if (!state.has(target)) visit(target);
    }
    path.pop();
    state.set(file, 'done');
  };
  for (const file of graph.keys()) if (!state.has(file)) visit(file);
  return violations;
}

/**
 * The chain of files from an entry to each file that it reaches.
 * @param {ImportGraph} graph
 * @param {string} entry
 * @param {readonly string[]} kinds
 * @returns {ReadonlyMap<string, readonly string[]>}
 */
function reach(graph, entry, kinds) {
  /** @type {Map<string, readonly string[]>} */
  const chains = new Map(graph.has(entry) ? [[entry, [entry]]] : []);
  for (const [file, chain] of chains) {
    for (const { target, kind } of graph.get(file) ?? []) {
      if (target !== undefined && kinds.includes(kind) && !chains.has(target)) chains.set(target, [...chain, target]);
    }
  }
  return chains;
}

/** Activation loads no SDK, no computer algebra system and no markdown. @param {ImportGraph} graph @returns {Violation[]} */
function checkActivation(graph) {
  return [...reach(graph, 'src/extension.ts', ['static'])].flatMap(([file, chain]) =>
    (graph.get(file) ?? [])
      .filter(({ specifier, kind }) => kind === 'static' && heavy.includes(packageOf(specifier)))
      .map(({ specifier }) => ({
        rule: /** @type {const} */ ('activation'),
        file,
        message: `activation loads ${specifier}: ${chain.join(' → ')}; use import()`,
      })),
  );
}

/**
 * The computer algebra system stands behind one file, and only the solver's worker leads there: elsewhere its memory
 * and time could not be limited.
 * @param {ImportGraph} graph
 * @returns {Violation[]}
 */
function checkEngine(graph) {
  const users = [...graph].filter(([, imports]) => imports.some(({ specifier }) => packageOf(specifier) === engine));
  const loaders = users.filter(([, imports]) =>
    imports.some(({ specifier, kind }) => packageOf(specifier) === engine && kind !== 'type'),
  );
  /** @type {Violation[]} */
  const violations = users.slice(1).map(([file]) => ({
    rule: 'engine',
    file,
    message: `imports ${engine}, as ${String(users[0]?.[0])} does: one file only`,
  }));
  for (const entry of ['src/extension.ts', 'src/cli/main.ts', 'src/index.ts']) {
    const chains = reach(graph, entry, ['static', 'dynamic']);
    for (const [file] of loaders) {
      const chain = chains.get(file);
      if (chain === undefined) continue;
      violations.push({
        rule: 'engine',
        file,
        message: `${engine} is reached outside the worker: ${chain.join(' → ')}`,
      });
    }
  }
  return violations;
}
