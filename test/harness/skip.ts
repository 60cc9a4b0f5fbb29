/** Where a reason is kept until the reporter reads it. */
export interface WithSkipReason {
  skipReason?: string;
}

/**
 * Skips the running test, or, called in a `before` hook, every test of its suite. The reason is listed at the end of
 * the run; a test that can't run on a machine never counts as passed.
 */
export function skip(context: Mocha.Context, reason: string): never {
  const running = context.test as (Mocha.Runnable & WithSkipReason & { readonly type?: string }) | undefined;
  if (running !== undefined) {
    if (running.type === 'test') running.skipReason = reason;
    else if (running.parent !== undefined) (running.parent as Mocha.Suite & WithSkipReason).skipReason = reason;
  }
  return context.skip();
}

/** The reason given for a pending test: its own, or the one of the nearest suite that has one. */
export function skipReasonOf(test: Mocha.Test): string {
  const own = (test as Mocha.Test & WithSkipReason).skipReason;
  if (own !== undefined) return own;
  for (let suite = test.parent; suite !== undefined; suite = suite.parent) {
    const { skipReason } = suite as Mocha.Suite & WithSkipReason;
    if (skipReason !== undefined) return skipReason;
  }
  return 'no reason given';
}
