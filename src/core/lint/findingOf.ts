import type { DecidedClaim } from './finding.ts';
import type { Finding } from './lintResult.ts';

/** A claim that was found to be wrong, as it is shown in its document. */
export function findingOf({ start, end, verdict, value, right }: DecidedClaim, source: string): Finding {
  // The fix says the same.
  const isSlip = verdict.mistake?.id === 'arithmetic-slip' && right !== undefined;
  const sentences = [verdict.evidence, isSlip ? undefined : verdict.mistake?.text].filter(
    (text) => text !== undefined && text !== '',
  );
  return {
    start,
    end: withBraces(source, start, end),
    verdict,
    message: sentences.length === 0 ? 'This does not hold.' : sentences.join(' '),
    ...(value !== undefined && right !== undefined && { fix: { start: value.start, end: value.end, newText: right } }),
  };
}

/** Behind the braces that are open at the end: a part of `\boxed{12}` alone would look torn. */
function withBraces(source: string, start: number, end: number): number {
  let depth = 0;
  for (let at = start; at < end; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 92 /* \ */) at += 1;
    else if (code === 123 /* { */) depth += 1;
    else if (code === 125 /* } */) depth -= 1;
  }
  let after = end;
  while (depth > 0 && source.charCodeAt(after) === 125) {
    after += 1;
    depth -= 1;
  }
  return after;
}
