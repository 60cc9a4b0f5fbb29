import type { SessionState } from '../session/state.ts';
import { exportJson } from './exportJson.ts';
import { exportLatex } from './exportLatex.ts';
import { exportMarkdown } from './exportMarkdown.ts';
import { exportNotebook } from './exportNotebook.ts';
import type { ExportWords } from './exportWords.ts';
import { englishWords } from './exportWords.ts';

export type ExportFormat = 'markdown' | 'latex' | 'notebook' | 'json';

export const exportFormats: readonly { readonly format: ExportFormat; readonly extension: string }[] = [
  { format: 'markdown', extension: 'md' },
  { format: 'latex', extension: 'tex' },
  { format: 'notebook', extension: 'ipynb' },
  { format: 'json', extension: 'json' },
];

/** A session as the text of a file. Documents hold the revealed steps of the current branch; JSON holds all that was revealed. */
export function exportSession(state: SessionState, format: ExportFormat, words: ExportWords = englishWords): string {
  switch (format) {
    case 'markdown':
      return exportMarkdown(state, words);
    case 'latex':
      return exportLatex(state, words);
    case 'notebook':
      return exportNotebook(state, words);
    case 'json':
      return exportJson(state);
  }
}
