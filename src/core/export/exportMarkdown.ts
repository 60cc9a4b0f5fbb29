import { branchSteps } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';
import type { FinalAnswer, Problem, Step } from '../session/step.ts';
import { renderStep } from '../text/renderStep.ts';
import type { ExportWords } from './exportWords.ts';

export function exportMarkdown(state: SessionState, words: ExportWords): string {
  return `${markdownBlocks(state, words)
    .map(({ text }) => text)
    .join('\n\n')}\n`;
}

/** The parts of the document, each with a name of its own (letters, digits and `-`). */
export function markdownBlocks(
  state: SessionState,
  words: ExportWords,
): { readonly name: string; readonly text: string }[] {
  const { problem } = state;
  const steps = branchSteps(state).map(({ step }) => step);
  const final = steps.at(-1)?.final;
  const blocks = [{ name: 'title', text: `# ${escapeMarkdown(oneLine(state.title) || words.problem)}` }];
  if (problem !== undefined) blocks.push({ name: 'problem', text: problemMarkdown(problem) });
  for (const [index, step] of steps.entries())
    blocks.push({ name: `step-${index + 1}`, text: stepMarkdown(step, index, words) });
  if (final !== undefined) blocks.push({ name: 'answer', text: answerMarkdown(final, words) });
  return blocks;
}

function problemMarkdown({ text, format }: Problem): string {
  if (format === 'markdown') return text.trim();
  // Verbatim: signs of plain text and of LaTeX mean something else to Markdown.
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}${format === 'plain' ? 'problem' : 'latex'}\n${text.trim()}\n${fence}`;
}

function stepMarkdown(step: Step, index: number, words: ExportWords): string {
  const lines = renderStep('markdown', step, index, { stepWord: words.step, withReason: true });
  return [...lines, '', `*${words.verdict(step.verdict)}*`].join('\n');
}

function answerMarkdown(final: FinalAnswer, words: ExportWords): string {
  const value = final.latex === undefined ? escapeMarkdown(oneLine(final.answer)) : `$${oneLine(final.latex)}$`;
  return `**${words.answer}:** ${value}${final.isVerified ? '' : ` (${words.notVerified})`}`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~$]/g, '\\$&');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
