import type { Step } from '../session/step.ts';
import type { Place } from './foundProblem.ts';
import { escapeTex, proseToPlain, proseToTex } from './stepProse.ts';
import { texToLines } from './texRows.ts';

export interface RenderOptions {
  /** The word before the number, in the user's language. */
  readonly stepWord: string;
  /** The reason goes along. */
  readonly withReason: boolean;
}

/** The first line of a step that stands in a document: its number and where its words begin. */
export const stepLabel = (form: Place['form'], stepWord: string, index: number): string => {
  const label = `${stepWord} ${index + 1}.`;
  if (form === 'markdown') return `**${label}**`;
  return form === 'latex' ? `\\textbf{${escapeTex(label)}}` : label;
};

/** The lines of one step in the form of its document, without the prefix of the place. */
export function renderStep(form: Place['form'], step: Step, index: number, options: RenderOptions): string[] {
  const label = stepLabel(form, options.stepWord, index);
  const reason = options.withReason && step.why !== undefined ? ` ${step.why}` : '';
  const words = oneLine(step.text + reason);
  switch (form) {
    case 'markdown':
      return [`${label} ${words}`, ...(step.latex === undefined ? [] : ['', '$$', ...mathLines(step.latex), '$$'])];
    case 'latex':
      return [`${label} ${proseToTex(words)}`, ...(step.latex === undefined ? [] : displayTex(step.latex))];
    case 'comment': {
      const plain = `${label} ${proseToPlain(words)}`;
      const formula = step.latex === undefined ? [] : texToLines(step.latex).map((line) => `    ${line}`);
      return [plain, ...formula].map(harmless);
    }
  }
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

/** A blank line would end the formula. */
function mathLines(latex: string): string[] {
  return latex.split('\n').filter((line) => line.trim() !== '');
}

function displayTex(latex: string): string[] {
  const body = mathLines(latex).join('\n');
  if (/\\begin\{(?:align|gather|equation|multline)\*?\}/.test(body)) return body.split('\n');
  return [
    '\\begin{align*}',
    ...alignAt(body)
      .split('\n')
      .map((line) => `  ${line}`),
    '\\end{align*}',
  ];
}

/** Puts `&` before the first relation of each line, where the formula has no columns of its own. */
function alignAt(latex: string): string {
  if (/&|\\begin\{/.test(latex)) return latex;
  return latex
    .split('\\\\')
    .map((line) => {
      const place = relationPlace(line);
      return place === undefined ? line : `${line.slice(0, place)}&${line.slice(place)}`;
    })
    .join('\\\\');
}

const relation = /^(?:[=<>]|\\(?:le|leq|ge|geq|lt|gt|ne|neq|approx|equiv|in)(?![A-Za-z]))/;

function relationPlace(line: string): number | undefined {
  let depth = 0;
  for (let index = 0; index < line.length; index += 1) {
    const sign = line.charAt(index);
    if (/^\\left(?![a-z])/.test(line.slice(index, index + 6)) || sign === '{') depth += 1;
    else if (/^\\right(?![a-z])/.test(line.slice(index, index + 7)) || sign === '}') depth -= 1;
    else if (depth === 0 && relation.test(line.slice(index, index + 8))) return index;
    if (sign === '\\' && /[{}\\]/.test(line.charAt(index + 1))) index += 1;
  }
  return undefined;
}

/** Nothing in a step may end the comment that it stands in. */
function harmless(line: string): string {
  return line
    .replace(/\*\//g, '* /')
    .replace(/-\//g, '- /')
    .replace(/-->/g, '-- >')
    .replace(/-\}/g, '- }')
    .replace(/\*\)/g, '* )')
    .replace(/"""/g, '" " "')
    .replace(/[\r\n\u2028\u2029]+/g, ' ');
}
