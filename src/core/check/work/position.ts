import type { Line } from './line.ts';

/** Where a line stands in a work. */
export interface Position {
  readonly lines: readonly Line[];
  readonly index: number;
  /** The problem as it is posed. */
  readonly problem: string | undefined;
  /** More lines may follow that are not there yet. */
  readonly isOpen: boolean;
  /** The last formula of its line. */
  readonly isLast: boolean;
}
