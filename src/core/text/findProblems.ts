import { commentSyntaxOf } from './commentSyntax.ts';
import { findCommentProblems } from './findCommentProblems.ts';
import { findLatexProblems } from './findLatexProblems.ts';
import { findMarkdownProblems } from './findMarkdownProblems.ts';
import type { FoundProblem, Place } from './foundProblem.ts';

const markdownLanguages: ReadonlySet<string> = new Set([
  'markdown',
  'quarto',
  'rmd',
  'mdx',
  'myst',
  'plaintext',
  'asciidoc',
  'restructuredtext',
]);
const latexLanguages: ReadonlySet<string> = new Set(['latex', 'tex', 'latex-expl3', 'context']);

/** Longer documents are books of data; nobody asks for a step in them, and searching must not cost anything there. */
const longestDocument = 5_000_000;

/** How a document of this language writes what is said in words. */
export function documentFormOf(languageId: string): Place['form'] {
  if (latexLanguages.has(languageId)) return 'latex';
  return markdownLanguages.has(languageId) || commentSyntaxOf(languageId) === undefined ? 'markdown' : 'comment';
}

/** The problems of a document, in their order, found without any model. Pure; milliseconds for thousands of lines. */
export function findProblems(source: string, languageId: string): readonly FoundProblem[] {
  if (source.length > longestDocument) return [];
  const syntax = commentSyntaxOf(languageId);
  if (latexLanguages.has(languageId)) return findLatexProblems(source);
  if (markdownLanguages.has(languageId)) return findMarkdownProblems(source);
  return syntax === undefined ? [] : findCommentProblems(source, syntax);
}

/** The problem that a place in the document belongs to: the one it stands in, or the one whose steps stand around it. */
export function problemAt(problems: readonly FoundProblem[], offset: number): FoundProblem | undefined {
  return problems.findLast((problem) => problem.anchor <= offset && offset <= Math.max(problem.end, problem.regionEnd));
}
