/** Words between formulas. Offsets are UTF-16 into the document, half open. */
export interface Words {
  readonly type: 'words';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One formula; a row of an alignment is a formula of its own. */
export interface Formula {
  readonly type: 'formula';
  /** TeX or ASCII without its delimiters and alignment marks, macros expanded. */
  readonly source: string;
  readonly start: number;
  readonly end: number;
  /** Offset in the document of each character of `source`; absent: `start + index`. What a macro gave stands where its call stands. One more may follow: the place of the end. */
  readonly offsets?: readonly number[] | undefined;
  readonly isDisplay: boolean;
  /** Rows of one alignment have the same number; consecutive rows continue each other. Absent: no alignment. */
  readonly alignment?: number | undefined;
  /** Read from bare words (`12*15 = 180` in a sentence) and not from between delimiters. */
  readonly isBare?: boolean | undefined;
}

export type Piece = Words | Formula;

/** What belongs together: a paragraph with the displays inside it, an item of a list, a heading, a model's step. */
export interface Passage {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'quote' | 'problem';
  readonly pieces: readonly Piece[];
  readonly start: number;
  readonly end: number;
  /** Passages of one section share what was defined and assumed; a heading begins a new one. */
  readonly section: number;
}
