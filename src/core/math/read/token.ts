import type { NumberLiteral } from './scanNumber.ts';

/** What the grammar works on: LaTeX and ASCII notations of one thing are one token. */
export interface Token {
  /**
   * `name` a symbol, `constant` a ConstantName, `function` a known function, `command` a LaTeX command that takes
   * arguments or an environment, `op` everything else that has a meaning, `end` behind the last one.
   */
  readonly type: 'number' | 'name' | 'constant' | 'function' | 'command' | 'text' | 'op' | 'end';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** White space stands before it. */
  readonly isSpaced: boolean;
  readonly number?: NumberLiteral;
}

/** Stops the reading; `message` is a plain sentence. Never leaves parseMath. */
export class ParseFailure extends Error {
  override readonly name = 'ParseFailure';
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

export interface ParseOptions {
  /** Names that are functions: a product with a bracket else. */
  readonly functions?: readonly string[] | undefined;
  /** Identifiers of several letters: products of letters else. */
  readonly words?: readonly string[] | undefined;
  /** Letters that are unknowns although they can be constants: e, i, pi. */
  readonly letters?: readonly string[] | undefined;
  /** Where the reach of a division sign is not agreed on, its other reading: a ÷ b/c from left to right, 1/2x as 1/(2x). */
  readonly isOtherReach?: boolean | undefined;
  /** The document's decimal mark; absent: the point, and a comma only where nothing else is possible, with a note. */
  readonly decimalMark?: '.' | ',' | undefined;
  /** Gives the canonical symbol of a unit's name: `3 km` and `5\text{ min}` are then quantities, and products or refused else. */
  readonly unitOf?: ((name: string) => string | undefined) | undefined;
}
