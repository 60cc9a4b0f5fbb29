/** What is bundled, and into what. Sources are below the project's root, results below dist/. */

/** For Node: the extension, the command line, the library and the workers share their chunks. */
export const nodeEntries = {
  extension: 'src/extension.ts',
  cli: 'src/cli/main.ts',
  index: 'src/index.ts',
  worker: 'src/system/solverWorker.ts',
  checkWorker: 'src/system/checkWorker.ts',
};

/** For the webviews: one script and one style sheet a view, nothing shared. */
export const mediaEntries = ['stepsPanel', 'chatView'].flatMap((view) => [`media/${view}.ts`, `media/${view}.css`]);
