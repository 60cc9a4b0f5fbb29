import type { ProblemOrigin } from '../session/step.ts';
import { commentSyntaxOf } from './commentSyntax.ts';
import { documentFormOf, findProblems } from './findProblems.ts';
import type { FoundProblem, Place } from './foundProblem.ts';
import { firstWords } from './problemTitle.ts';

/**
 * The problem in the document as it is now: the one with the same text, nearest to where it was. A problem that nobody
 * finds by itself (it was a selection) is looked for by its very words.
 */
export function anchorProblem(
  source: string,
  languageId: string,
  text: string,
  origin: Pick<ProblemOrigin, 'start' | 'end'>,
): FoundProblem | undefined {
  const wanted = plain(text);
  const same = findProblems(source, languageId).filter((problem) => plain(problem.text) === wanted);
  const nearest = same.reduce<FoundProblem | undefined>(
    (best, problem) =>
      best === undefined || Math.abs(problem.start - origin.start) < Math.abs(best.start - origin.start)
        ? problem
        : best,
    undefined,
  );
  if (nearest !== undefined) return nearest;
  const offset = nearestPlace(source, text, origin.start);
  return offset === undefined ? undefined : selectedProblem(source, languageId, offset, offset + text.length);
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function nearestPlace(source: string, text: string, start: number): number | undefined {
  if (text === '') return undefined;
  const before = source.lastIndexOf(text, start);
  const after = source.indexOf(text, start);
  if (before === -1) return after === -1 ? undefined : after;
  return after === -1 || start - before <= after - start ? before : after;
}

/** A selection as a problem: steps go below the line on which it ends. */
export function selectedProblem(source: string, languageId: string, start: number, end: number): FoundProblem {
  const around = findProblems(source, languageId).find((problem) => problem.start <= start && end <= problem.end);
  const raw = source.slice(start, end);
  const text = raw.trim();
  if (around !== undefined) return { ...around, text };
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const newline = source.indexOf('\n', Math.max(start, end - 1));
  const lineEnd = newline === -1 ? source.length : source.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
  const form = documentFormOf(languageId);
  const indent = /^[ \t>]*/.exec(source.slice(lineStart, start))?.[0] ?? '';
  return {
    kind: 'label',
    anchor: lineStart,
    start,
    end: lineEnd,
    regionEnd: source.length,
    text,
    title: firstWords(text),
    format: form === 'latex' ? 'latex' : form === 'markdown' || /\$|\\\(|`/.test(text) ? 'markdown' : 'plain',
    place: form === 'comment' ? commentPlace(languageId, indent) : { form, prefix: indent, suffix: '' },
  };
}

function commentPlace(languageId: string, indent: string): Place {
  const syntax = commentSyntaxOf(languageId);
  const line = syntax?.line[0];
  const block = syntax?.block[0];
  if (line !== undefined) return { form: 'comment', prefix: `${indent}${line} `, suffix: '' };
  if (block !== undefined) return { form: 'comment', prefix: `${indent}${block[0]} `, suffix: ` ${block[1]}` };
  return { form: 'comment', prefix: indent, suffix: '' };
}
