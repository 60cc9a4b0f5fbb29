import { decideClaims } from '../../lint/claims/decideClaims.ts';
import { findClaims } from '../../lint/claims/findClaims.ts';
import { passageOfText } from '../../lint/claims/passageOfText.ts';
import type { Passage } from '../../lint/passage.ts';
import type { LineVerdict } from './judgement.ts';
import { formulasOf, type Line } from './line.ts';
import type { Means } from './means.ts';
import { inLine, worst } from './relate.ts';
import { isWord } from './words.ts';

/** What a line of words defines counts for the lines behind it, but not for ever. */
const mostBefore = 40;

const passages = new WeakMap<Line, Passage>();

function passageOf(line: Line): Passage {
  const known = passages.get(line);
  if (known) return known;
  const passage = passageOfText(line.text);
  passages.set(line, passage);
  return passage;
}

/** English words among the formulas of a line. */
export function countWords(line: Line): number {
  const words = line.parts.flatMap((part) => (part.type === 'words' ? (part.text.match(/[A-Za-z]+/g) ?? []) : []));
  return words.filter((word) => isWord(word)).length;
}

/** The worst of the claims inside a line of words; undefined where there are none. */
export function judgeClaims(
  lines: readonly Line[],
  index: number,
  problem: string | undefined,
  { conventions, work }: Means,
): LineVerdict | undefined {
  const line = lines[index];
  if (!line) return undefined;
  const before = lines.slice(Math.max(0, index - mostBefore), index).map(passageOf);
  const found = findClaims([passageOf(line)], { problem, before, conventions, isOwnWork: true });
  const refused = formulasOf(line).filter(({ isRefused }) => isRefused);
  // "1 = 7 is clearly not true" claims the opposite.
  const claimed = found.filter(({ claim, start, end }) => {
    const isRefused = refused.some((part) => part.start < end && start < part.end);
    // "Reject x = -1, so x = 3": what follows does not follow from what was refused.
    return !isRefused && (refused.length === 0 || (claim.type !== 'implies' && claim.type !== 'equivalent'));
  });
  if (claimed.length === 0) return undefined;
  const decided = decideClaims(claimed, { conventions, work });
  const verdicts = decided.map(({ verdict, start, end }): LineVerdict => ({ ...inLine(verdict), at: { start, end } }));
  return worst(verdicts);
}
