import type { Conventions } from '../check/conventions.ts';
import { type ExactWork, unlimitedWork } from '../solve/exactWork.ts';
import { readDocumentConventions } from './documentConventions.ts';
import type { DecidedClaim } from './finding.ts';
import type { Finding, LintResult } from './lintResult.ts';
import { findingOf } from './findingOf.ts';
import { findPassages } from './findPassages.ts';
import { ignoredRanges, isIgnored } from './ignoreMarks.ts';
import { LintPass, type Memory } from './lintPass.ts';
import type { Passage } from './passage.ts';

export interface Linter {
  /**
   * The findings of a document as it is now. `document` names it between calls: only sections that changed since are read
   * and only claims that are new are decided again. A WorkInterrupted that `work` throws comes through; what was decided
   * by then is kept.
   */
  lint(
    document: string,
    source: string,
    languageId: string,
    conventions?: Partial<Conventions>,
    work?: ExactWork,
  ): LintResult;
  /** The document was closed. */
  forget(document: string): void;
}

export interface LinterLimits {
  readonly documents: number;
  /** Of all documents that are remembered, together. */
  readonly characters: number;
}

const defaultLimits: LinterLimits = { documents: 40, characters: 20_000_000 };

export function createLinter(limits: LinterLimits = defaultLimits): Linter {
  // In the order of their use, the last one used last.
  const memories = new Map<string, Memory>();

  function remember(document: string, memory: Memory): void {
    memories.delete(document);
    memories.set(document, memory);
    let characters = [...memories.values()].reduce((sum, { characters: own }) => sum + own, 0);
    for (const [name, { characters: own }] of memories) {
      if (name === document || (memories.size <= limits.documents && characters <= limits.characters)) break;
      memories.delete(name);
      characters -= own;
    }
  }

  return {
    lint(document, source, languageId, conventions = {}, work = unlimitedWork) {
      const own = readDocumentConventions(source);
      const passages = findPassages(source, languageId);
      const pass = new LintPass(memories.get(document), { ...conventions, ...own.conventions }, work);
      try {
        const result = resultOf(pass.claims(source, passages), source, passages);
        return { ...result, ...(own.notes.length > 0 && { notes: own.notes }) };
      } finally {
        remember(document, pass.memory(source.length));
      }
    },
    forget: (document) => {
      memories.delete(document);
    },
  };
}

function resultOf(claims: readonly DecidedClaim[], source: string, passages: readonly Passage[]): LintResult {
  const ignored = ignoredRanges(source, passages);
  const counts = { confirmed: 0, wrong: 0, undecided: 0 };
  const findings: Finding[] = [];
  for (const claim of claims) {
    if (ignored.length > 0 && isIgnored(claim, ignored)) continue;
    const { kind } = claim.verdict;
    if (kind === 'unknown') counts.undecided += 1;
    else if (kind !== 'invalid') counts.confirmed += 1;
    else {
      counts.wrong += 1;
      findings.push(findingOf(claim, source));
    }
  }
  return { findings: findings.sort((a, b) => a.start - b.start), counts };
}
