import type { PanelSnapshot } from '../src/core/protocol/panel.ts';
import { element } from './dom.ts';
import { markdown } from './markdown.ts';

const environments = 'equation|align|gather|multline|eqnarray|displaymath|math';
const bareEnvironment = new RegExp(String.raw`\\begin\{(${environments})(\*?)\}([\s\S]*?)\\end\{\1\2\}`, 'g');

/** A problem as it stands in its document, drawn as that kind of document draws it. */
export function problemText(problem: string, format: PanelSnapshot['problemFormat']): Node {
  if (format === 'plain') return element('p', { class: 'plainText' }, problem.slice(0, 50_000));
  return markdown(format === 'latex' ? latexToMarkdown(problem) : problem);
}

/** KaTeX knows these environments inside display mathematics only; the parser looks for delimiters. */
function latexToMarkdown(text: string): string {
  return text
    .replace(/(?<!\\)%[^\n]*/g, '')
    .replace(/\\(?:label|qquad\\text)\{[^}]*\}/g, '')
    .replace(bareEnvironment, (_whole, name: string, star: string, body: string) =>
      ['equation', 'displaymath', 'math'].includes(name)
        ? `\n$$\n${body.trim()}\n$$\n`
        : `\n$$\n\\begin{${name.replace('multline', 'gather').replace('eqnarray', 'align')}${star}}${body}\\end{${name.replace('multline', 'gather').replace('eqnarray', 'align')}${star}}\n$$\n`,
    )
    .replace(/\\(?:emph|textit)\{([^{}]*)\}/g, '*$1*')
    .replace(/\\textbf\{([^{}]*)\}/g, '**$1**');
}
