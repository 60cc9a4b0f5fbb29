import type { DecidedClaim, Finding } from './finding.ts';

/** A claim that was found to be wrong, as it is shown. */
export function findingOf({ start, end, verdict, value, right }: DecidedClaim): Finding {
  const sentences = [verdict.evidence, verdict.mistake?.text].filter((text) => text !== undefined && text !== '');
  return {
    start,
    end,
    verdict,
    message: sentences.length === 0 ? 'This does not hold.' : sentences.join(' '),
    ...(value !== undefined && right !== undefined && { fix: { start: value.start, end: value.end, newText: right } }),
  };
}
