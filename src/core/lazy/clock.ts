/** Time, injected, so that every run can be repeated. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once after so many milliseconds, unless the returned function was called before. */
  after(milliseconds: number, callback: () => void): () => void;
}
