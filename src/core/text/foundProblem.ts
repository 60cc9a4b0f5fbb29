import type { Problem } from '../session/step.ts';

/** A problem that stands in a document. Offsets are UTF-16, into the text that was searched. */
export interface FoundProblem {
  readonly kind: 'heading' | 'item' | 'label' | 'fence' | 'environment' | 'comment';
  /** Start of the line that a lens stands above. */
  readonly anchor: number;
  /** The whole problem with its heading, markers and fences: steps go after `end`. */
  readonly start: number;
  readonly end: number;
  /** Where what belongs to this problem (its steps, the learner's own lines) must end: the next problem or section. */
  readonly regionEnd: number;
  /** The problem alone: no markers, no comment signs. */
  readonly text: string;
  readonly title: string;
  readonly format: Problem['format'];
  readonly place: Place;
}

/** How lines that follow the problem are written in the same form. */
export interface Place {
  readonly form: 'markdown' | 'latex' | 'comment';
  /** Begins each line: indentation of the list item, `> `, `# `, ` * `. */
  readonly prefix: string;
  /** Where `prefix` opens a comment that must be closed on the same line. */
  readonly suffix: string;
}

/** Gives each problem the end of its region: the next problem, or the boundary (in ascending order) that comes first. */
export function withRegions(
  found: readonly Omit<FoundProblem, 'regionEnd'>[],
  boundaries: readonly number[],
  length: number,
): FoundProblem[] {
  let next = 0;
  return found.map((problem, index) => {
    while ((boundaries[next] ?? length) < problem.end) next += 1;
    return { ...problem, regionEnd: Math.min(boundaries[next] ?? length, found[index + 1]?.anchor ?? length) };
  });
}
