import type { Problem } from '../session/step.ts';
import { firstWords } from './problemTitle.ts';

/** A problem that was typed and stands in no document. */
export function problemFromText(text: string): Problem {
  const trimmed = text.trim();
  const format = trimmed.includes('\\begin{') ? 'latex' : /\$|\\\(|\\\[|`/.test(trimmed) ? 'markdown' : 'plain';
  return { text: trimmed, title: firstWords(trimmed), format };
}
