import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import type { Claim, Move } from '../derivation.ts';

/** What is said about a new line. */
export interface Remark {
  readonly text: string;
  readonly rule: string;
  readonly why?: string | undefined;
  readonly isMinor?: boolean | undefined;
  /** Finer lines between the line before and the new one; the last ends at the new one. */
  readonly parts?: readonly { readonly to: Expr; readonly remark: Remark }[] | undefined;
  readonly claim?: Claim | undefined;
}

export interface LinesOptions {
  /** Letters that are known to be positive. */
  readonly positive?: readonly string[] | undefined;
  /** What a line looks like to a person, where the work is done on stand-ins (see kernels.ts). */
  readonly show?: ((expr: Expr) => Expr) | undefined;
  /** Lines stand before these already, so that the first one need not begin with the whole expression. */
  readonly isContinuation?: boolean | undefined;
}

/**
 * Lines of a calculation on one expression: each equals the one before it. A line that would repeat the one before,
 * as a person sees it, is not written; what it said is lost with it.
 */
export class Lines {
  readonly moves: Move[] = [];
  readonly #positive: readonly string[];
  readonly #show: (expr: Expr) => Expr;
  readonly #isContinuation: boolean;
  #line: Expr;

  constructor(line: Expr, options: LinesOptions = {}) {
    this.#line = line;
    this.#positive = options.positive ?? [];
    this.#show = options.show ?? ((expr) => expr);
    this.#isContinuation = options.isContinuation ?? false;
  }

  get line(): Expr {
    return this.#line;
  }

  /** True where the line was written, false where it looks the same as the one before. */
  write(to: Expr, remark: Remark): boolean {
    const latex = this.latexOf(to);
    const isNew = latex !== this.latexOf(this.#line);
    if (isNew) this.moves.push(this.#move(this.#line, to, latex, remark));
    this.#line = to;
    return isNew;
  }

  latexOf(expr: Expr): string {
    return toTex(this.#show(expr));
  }

  /** An expression inside a sentence. */
  math(expr: Expr): string {
    return `$${this.latexOf(expr)}$`;
  }

  #move(from: Expr, to: Expr, latex: string, remark: Remark): Move {
    const parts = this.#parts(from, remark);
    return {
      text: remark.text,
      latex: this.moves.length === 0 && !this.#isContinuation ? `${this.latexOf(from)} = ${latex}` : `= ${latex}`,
      why: remark.why,
      rule: remark.rule,
      claim: remark.claim ?? { type: 'equal', left: this.#show(from), right: this.#show(to), positive: this.#positive },
      parts: parts.length > 1 ? parts : undefined,
      isMinor: remark.isMinor,
    };
  }

  #parts(from: Expr, remark: Remark): Move[] {
    const inner = new Lines(from, { positive: this.#positive, show: this.#show, isContinuation: true });
    for (const part of remark.parts ?? []) inner.write(part.to, part.remark);
    return inner.moves;
  }
}
