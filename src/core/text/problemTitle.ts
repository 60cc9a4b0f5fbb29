/** The first words of a problem, without delimiters, for lists. */
export function firstWords(text: string, maxLength = 48): string {
  const plain = text
    .replace(/\\label\{[^}]*\}/g, '')
    .replace(/\$\$?|\\[()[\]]|`|\*\*|__/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= maxLength) return plain;
  const cut = plain.slice(0, maxLength);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > maxLength / 2 ? space : maxLength).trimEnd()} …`;
}

/** "Exercise 3", "**Problem 2.**", "Question (a):" at the start of a line; the words in the languages of many worksheets. */
const label =
  /^(?:\*\*|__|\*|_)?((?:problem|exercise|question|task|example|aufgabe|übung|exercice|problème|ejercicio|problema|esercizio|opgave)s?)(?:\s+(?:no\.? ?|#)?(\d+(?:\.\d+)*[a-z]?|\([a-z0-9]\)))?(?:\s*\(([^)]*)\))?(?:\*\*|__|\*|_)?\s*([.:)–—-]|$)?(?:\*\*|__|\*|_)?\s*/iu;

export interface ProblemLabel {
  /** "Exercise 3". */
  readonly title: string;
  readonly isNumbered: boolean;
  /** Length of the label with the signs around it. */
  readonly length: number;
  /** A colon, a full stop, bold type: more than the word at the start of a sentence. */
  readonly isMarked: boolean;
}

export function readLabel(text: string): ProblemLabel | undefined {
  const match = label.exec(text);
  const [whole = '', word = '', number, , sign] = match ?? [];
  if (match === null) return undefined;
  const isMarked = sign !== undefined || /^[*_]/.test(whole) || whole.length === text.length;
  // "Problems of this kind", "Task runners": a word at the start of a sentence and no label.
  if (number === undefined && !isMarked) return undefined;
  const name = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
  return {
    title: number === undefined ? name : `${name} ${number}`,
    isNumbered: number !== undefined,
    length: whole.length,
    isMarked,
  };
}
