import { findProblems } from '../text/findProblems.ts';
import type { Passage } from './passage.ts';
import { latexPassages } from './read/latexPassages.ts';
import type { Macros } from './read/macros.ts';
import { markdownPassages } from './read/markdownPassages.ts';

const markdownLanguages: ReadonlySet<string> = new Set([
  ...['markdown', 'quarto', 'rmd', 'rmarkdown', 'mdx', 'myst', 'juliamarkdown', 'plaintext'],
]);
const latexLanguages: ReadonlySet<string> = new Set(['latex', 'tex']);

/** Longer documents are data; searching them must not cost anything. */
const longestDocument = 2_000_000;

/** Whether documents of this language are looked through for mathematics. */
export function isLinted(languageId: string): boolean {
  return markdownLanguages.has(languageId) || latexLanguages.has(languageId);
}

/**
 * What a document says, in its order: words and formulas, by paragraphs, items and headings. Code, comments and verbatim
 * text are left out; the statements of problems are of the kind 'problem'. Nothing for languages that aren't linted.
 */
export function findPassages(source: string, languageId: string): Passage[] {
  if (source.length > longestDocument || !isLinted(languageId)) return [];
  const passages = readPassages(source, latexLanguages.has(languageId) ? 'latex' : 'markdown');
  return withProblems(passages, source, languageId);
}

/** The same for a document of a known form, without looking for problems. `macros`: defined before it. */
export function readPassages(source: string, form: 'latex' | 'markdown', macros?: Macros): Passage[] {
  return form === 'latex' ? latexPassages(source, macros) : markdownPassages(source, macros);
}

/** Marks what poses a problem; each problem begins a section of its own. */
function withProblems(passages: readonly Passage[], source: string, languageId: string): Passage[] {
  const problems = findProblems(source, languageId);
  if (problems.length === 0) return [...passages];
  let next = 0;
  let sections = 0;
  return passages.map((passage) => {
    while (next < problems.length && (problems[next]?.end ?? 0) <= passage.start) next += 1;
    const isPosed = (problems[next]?.start ?? Infinity) < passage.end;
    const begun = isPosed ? next + 1 : next;
    sections = Math.max(sections, begun);
    const section = passage.section + sections;
    return isPosed ? { ...passage, kind: 'problem', section } : { ...passage, section };
  });
}
