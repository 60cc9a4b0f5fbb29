import type { DecidedClaim, Finding } from './finding.ts';

/** A claim that was found to be wrong, as it is shown: `shift` is where its section begins in the document. */
export function findingOf({ start, end, verdict, value, right }: DecidedClaim, shift: number): Finding {
  const sentences = [verdict.evidence, verdict.mistake?.text].filter((text) => text !== undefined && text !== '');
  return {
    start: start + shift,
    end: end + shift,
    verdict,
    message: sentences.length === 0 ? 'This does not hold.' : sentences.join(' '),
    ...(value !== undefined &&
      right !== undefined && {
        fix: { start: value.start + shift, end: value.end + shift, newText: right },
      }),
  };
}
