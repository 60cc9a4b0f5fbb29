import type { SessionState } from '../session/state.ts';
import { markdownBlocks } from './exportMarkdown.ts';
import type { ExportWords } from './exportWords.ts';

/** A Jupyter notebook (nbformat 4.5) of Markdown cells, one a step. */
export function exportNotebook(state: SessionState, words: ExportWords): string {
  const cells = markdownBlocks(state, words).map(({ name, text }) => ({
    cell_type: 'markdown',
    id: name,
    metadata: {},
    // Each line with its end, the last without, as Jupyter writes them.
    source: text.split(/(?<=\n)/),
  }));
  const notebook = { cells, metadata: { language_info: { name: 'markdown' } }, nbformat: 4, nbformat_minor: 5 };
  return `${JSON.stringify(notebook, undefined, 1)}\n`;
}
