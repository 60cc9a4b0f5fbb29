import type { Expr } from '../../math/expr.ts';

/** UTF-16 offsets into the line, half open. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * What a formula is there for. 'claim' follows from something; 'definition' names something (let u = x²); 'case' and
 * 'assumption' restrict what comes after; 'check' tries a candidate; 'goal' is only to be shown or found.
 */
export type Role = 'claim' | 'definition' | 'case' | 'assumption' | 'check' | 'goal';

export type Part =
  | ({ readonly type: 'words'; readonly text: string } & Place)
  /** `isContinuation`: it begins with its sign, so that its first operand is a hole. */
  | ({
      readonly type: 'formula';
      readonly role: Role;
      readonly expr: Expr;
      /** What it may mean as well, where writing leaves that open: 1/2x, 6/2(1+2), sin 30. */
      readonly otherExpr?: Expr | undefined;
      readonly isContinuation: boolean;
      /** Marked as false by its author: 2 = -2 ✗, "which is impossible". */
      readonly isRefused: boolean;
    } & Place)
  /** `message`: a plain sentence. */
  | ({ readonly type: 'unread'; readonly message: string } & Place);

export type FormulaPart = Extract<Part, { readonly type: 'formula' }>;

/** A line as a person or a model writes it, taken apart. */
export interface Line {
  readonly text: string;
  readonly parts: readonly Part[];
  /** 'or': it goes on with the alternatives of the line before it. */
  readonly lead: 'none' | 'or' | 'and';
  /** Plain sentences about places with several readings. */
  readonly notes: readonly string[];
  /** The same line read another way, where its first sign may be a list marker or a minus. */
  readonly other?: Line | undefined;
}

export function formulasOf(line: Line): readonly FormulaPart[] {
  return line.parts.filter((part) => part.type === 'formula');
}
