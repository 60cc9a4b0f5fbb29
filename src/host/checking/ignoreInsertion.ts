import { documentFormOf } from '../../core/text/findProblems.ts';

export interface IgnoreInsertion {
  readonly offset: number;
  readonly newText: string;
}

/** Where the mark goes that leaves a claim alone: behind its line, or above a display in Markdown, which it would break. */
export function ignoreInsertion(
  source: string,
  languageId: string,
  claim: { readonly start: number; readonly end: number },
): IgnoreInsertion {
  if (documentFormOf(languageId) === 'latex')
    return { offset: endOfLine(source, claim.end), newText: ' % thunk-ignore' };
  const mark = '<!-- thunk-ignore -->';
  const display = displayAround(source, claim.start);
  if (display === undefined) return { offset: endOfLine(source, claim.end), newText: ` ${mark}` };
  const offset = source.lastIndexOf('\n', display - 1) + 1;
  const indent = /^[ \t>]*/.exec(source.slice(offset, display))?.[0] ?? '';
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  return { offset, newText: `${indent}${mark}${newline}` };
}

function endOfLine(source: string, from: number): number {
  const newline = source.indexOf('\n', from);
  const end = newline === -1 ? source.length : newline;
  return end - (/[ \t\r]*$/.exec(source.slice(from, end))?.[0].length ?? 0);
}

const opening = /\$\$|\\\[|\\begin\{(?:align|aligned|equation|gather|multline|eqnarray|split|cases)\*?\}/g;

/** Start of the display that runs over several lines and holds the place, if there is one. */
function displayAround(source: string, place: number): number | undefined {
  let open: number | undefined;
  // A display never holds an empty line.
  const from = Math.max(source.lastIndexOf('\n\n', place), source.lastIndexOf('\n\r\n', place), 0);
  for (const { 0: sign, index } of source.slice(from, place).matchAll(opening)) {
    if (sign === '$$') open = open === undefined ? from + index : undefined;
    else open ??= from + index;
  }
  const last = source.slice(from, place).search(/\\\]|\\end\{(?!aligned|split|cases)[a-z]+\*?\}(?![\s\S]*\\begin\{)/);
  if (open === undefined || (last !== -1 && from + last > open)) return undefined;
  const lineEnd = source.indexOf('\n', open);
  const line = source.slice(open, lineEnd === -1 ? source.length : lineEnd).trimEnd();
  const isOneLine = /^\$\$.+\$\$|^\\\[.*\\\]/.test(line);
  return isOneLine && lineEnd >= place ? open : isOneLine ? undefined : open;
}
