/** What schools and books agree on differently; said once for a document, a problem or a record. */
export interface Conventions {
  /** What the letters are. 'complex': equal for all complex values, and solution sets are compared over ℂ. */
  readonly assume: 'real' | 'positive' | 'complex';
  /** Letters that are positive although the others are not. */
  readonly positive: readonly string[];
  /** `log` without a base. */
  readonly log: 'ten' | 'natural';
  /** 'auto': the point, and a comma only where nothing else is possible. */
  readonly decimalMark: 'auto' | 'point' | 'comma';
  /** 'exact': 0.333 is not 1/3. 'rounded': a decimal also stands for what rounds to it. */
  readonly decimals: 'exact' | 'rounded';
}

export const defaultConventions: Conventions = {
  assume: 'real',
  positive: [],
  log: 'ten',
  decimalMark: 'auto',
  decimals: 'exact',
};
