import { branchSteps } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';
import type { Step } from '../session/step.ts';
import { escapeTex, proseToTex } from '../text/stepProse.ts';
import type { ExportWords } from './exportWords.ts';
import { isSafeMath } from './safeTex.ts';
import { declareCharacters } from './texCharacters.ts';

/** A LaTeX document that compiles, whatever is in the session: mathematics that LaTeX might stumble over is set as it was typed. */
export function exportLatex(state: SessionState, words: ExportWords): string {
  const steps = branchSteps(state).map(({ step }) => step);
  const final = steps.at(-1)?.final;
  const body = [
    `\\section*{${texText(state.title || words.problem)}}`,
    ...(state.problem === undefined
      ? []
      : [`\\noindent\\textbf{${escapeTex(words.problem)}.} ${texProse(state.problem.text)}`]),
    ...steps.map((step, index) => stepTex(step, index, words)),
    ...(final === undefined
      ? []
      : [
          `\\medskip\\noindent\\textbf{${escapeTex(words.answer)}:} ${texMath(final.latex, final.answer)}` +
            (final.isVerified ? '' : ` (${escapeTex(words.notVerified)})`),
        ]),
  ].join('\n\n');
  const clean = withoutControls(body);
  return `${preamble}${declareCharacters(clean)}\\begin{document}\n\n${clean}\n\n\\end{document}\n`;
}

const preamble = String.raw`\documentclass{article}
\usepackage{iftex}
\ifPDFTeX
  \usepackage[utf8]{inputenc}
  \usepackage[T1]{fontenc}
\fi
\usepackage{amsmath,amssymb}
\IfFileExists{cancel.sty}{\usepackage{cancel}}{}
\providecommand{\cancel}[1]{#1}
\providecommand{\lt}{<}
\providecommand{\gt}{>}
\providecommand{\degree}{^{\circ}}
\setlength{\emergencystretch}{3em}
`;

function stepTex(step: Step, index: number, words: ExportWords): string {
  const why = step.why === undefined ? '' : ` ${step.why}`;
  const label = `\\medskip\\noindent\\textbf{${escapeTex(words.step)} ${index + 1}.}`;
  const checked = `{\\small\\emph{${texText(words.verdict(step.verdict))}}}`;
  const line = step.latex === undefined || step.latex.trim() === '' ? [] : [displayTex(step.latex)];
  return [`${label} ${texProse(step.text + why)}`, ...line, checked].join('\n');
}

function displayTex(latex: string): string {
  if (isSafeMath(latex)) return `\\[\n  ${latex.trim()}\n\\]`;
  // Rows without an environment around them.
  const rows = `\\begin{aligned}${latex}\\end{aligned}`;
  return isSafeMath(rows) ? `\\[\n  ${rows}\n\\]` : `\\begin{quote}\\texttt{${texText(latex)}}\\end{quote}`;
}

function texMath(latex: string | undefined, plain: string): string {
  return latex !== undefined && isSafeMath(latex) ? `$${latex.trim()}$` : texText(plain);
}

const mathematics = /(\$\$[\s\S]+?\$\$|\$[^$\n]+\$|\\\([\s\S]+?\\\)|\\\[[\s\S]+?\\\])/;

/** Words with mathematics in them, as Markdown or LaTeX writes it. */
function texProse(text: string): string {
  return text
    .split(mathematics)
    .map((part, index) => {
      if (index % 2 === 0) return paragraphs(proseToTex(part));
      const inside = part.replace(/^(?:\$\$?|\\[([])|(?:\$\$?|\\[)\]])$/g, '');
      if (!isSafeMath(inside)) return `\\texttt{${texText(inside)}}`;
      return part.startsWith('$$') || part.startsWith('\\[') ? `\\[ ${inside.trim()} \\]` : `$${inside.trim()}$`;
    })
    .join('');
}

function texText(text: string): string {
  return escapeTex(text.replace(/\s+/g, ' ').trim());
}

/** Lines of a problem stay lines; a `[` behind a line's end would be taken for its height. */
function paragraphs(tex: string): string {
  return tex.replace(/[ \t]*\r?\n\s*\n\s*/g, '\n\n').replace(/([^\n])\r?\n(?!\n)/g, '$1\\newline{}\n');
}

function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff]/g, ' ').replace(/\p{Surrogate}/gu, '?');
}
