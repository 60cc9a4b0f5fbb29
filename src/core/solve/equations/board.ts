import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { sameExpr } from '../../math/tree.ts';
import type { Claim, Move } from '../derivation.ts';

/** One entry on the board: what is done, the line that it leads to, and why it may be done. */
export interface Entry {
  readonly text: string;
  readonly to: Expr;
  readonly rule: string;
  readonly why?: string | undefined;
  /** Absent: the new line has the same solutions as the line before. */
  readonly claim?: Claim | undefined;
  /** Absent: the line printed as it is. */
  readonly latex?: string | undefined;
  readonly isMinor?: boolean | undefined;
  /** Lines between this line and the one before, in order; the last leads to `to`. */
  readonly parts?: readonly (Entry | Move)[] | undefined;
}

/** The lines written so far. Each entry follows from the line before it; an entry that would repeat that line is left out. */
export class Board {
  readonly moves: Move[] = [];
  readonly #unknowns: readonly string[];
  #line: Expr;

  constructor(line: Expr, unknowns: readonly string[]) {
    this.#line = line;
    this.#unknowns = unknowns;
  }

  get line(): Expr {
    return this.#line;
  }

  get unknowns(): readonly string[] {
    return this.#unknowns;
  }

  /** Adds an entry; returns the board. */
  write(entry: Entry): this {
    if (sameExpr(entry.to, this.#line)) return this;
    this.moves.push(this.#moveFor(entry));
    this.#line = entry.to;
    return this;
  }

  /** A remark or a line that is not an equivalent of the one before: an excluded value, a check, the answer to a further question. */
  remark(move: Move): this {
    this.moves.push(move);
    return this;
  }

  /** Says more about the last entry than what was known when it was written. */
  claimLast(claim: Claim): this {
    const last = this.moves.pop();
    if (last !== undefined) this.moves.push({ ...last, claim });
    return this;
  }

  /** Takes over the moves of a piece of work of its own, and the line where the whole then stands. */
  append(moves: readonly Move[], line: Expr): this {
    this.moves.push(...moves);
    this.#line = line;
    return this;
  }

  #moveFor(entry: Entry): Move {
    const inner = entry.parts === undefined ? [] : this.#partsOf(entry.parts);
    return {
      text: entry.text,
      latex: entry.latex ?? toTex(entry.to),
      why: entry.why,
      rule: entry.rule,
      claim: entry.claim ?? { type: 'equivalent', from: this.#line, to: entry.to, unknowns: this.#unknowns },
      parts: inner.length > 1 ? inner : undefined,
      isMinor: entry.isMinor,
    };
  }

  #partsOf(entries: readonly (Entry | Move)[]): readonly Move[] {
    const inner = new Board(this.#line, this.#unknowns);
    for (const entry of entries) {
      if ('to' in entry) inner.write(entry);
      else inner.remark(entry);
    }
    return inner.moves;
  }
}
