import type { Fact, History } from './history.ts';
import type { LineVerdict } from './judgement.ts';

/** Where the earlier line stands, for a sentence. */
export function placeOf(index: number): string {
  return index < 0 ? 'the problem' : `line ${index + 1}`;
}

/** The verdict with its evidence about the right line, and said where that line is wrong itself. */
export function named(verdict: LineVerdict, fact: Fact, history: History): LineVerdict {
  const isLast = history.facts.at(-1)?.index === fact.index && fact.index >= 0;
  const evidence = isLast ? verdict.evidence : verdict.evidence?.replaceAll('the line before', placeOf(fact.index));
  const isFine = verdict.kind === 'proved' || verdict.kind === 'valid';
  if (!isFine || !fact.isTainted) return { ...verdict, evidence };
  const sentence = `It follows from ${placeOf(fact.index)}, but that line is wrong already.`;
  return { ...verdict, evidence: evidence === undefined ? sentence : `${evidence} ${sentence}` };
}

/** What is said of two sides, said of two lines that are expressions. */
export function ofLines(verdict: LineVerdict, fact: Fact, history: History): LineVerdict {
  const { evidence } = verdict;
  if (evidence === undefined) return verdict;
  const isLast = history.facts.at(-1)?.index === fact.index;
  const earlier = fact.index < 0 ? 'what is asked for' : isLast ? 'the line before' : placeOf(fact.index);
  const said = evidence
    .replace(/\bthe left side is\b/i, `${earlier} is`)
    .replace(/, the right side (?=\$)/, ', this line ')
    .replace(/^Both sides\b/, 'Both lines');
  return { ...verdict, evidence: said.charAt(0).toUpperCase() + said.slice(1) };
}
