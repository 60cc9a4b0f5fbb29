import type { Cues } from './cues.ts';
import type { ReadPart } from './readPart.ts';
import type { Sign } from './splitStatements.ts';

/** Two neighbours in a chain. */
export interface Link {
  readonly left: ReadPart;
  readonly right: ReadPart;
  readonly sign: Sign;
  /** How many signs the whole chain has, the rows before it included. */
  readonly links: number;
  readonly hasNext: boolean;
  readonly isContinued: boolean;
  readonly cues: Cues;
  /** Written in words, without delimiters. */
  readonly isBare: boolean;
}
