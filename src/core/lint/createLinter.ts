import type { Conventions } from '../check/conventions.ts';
import { type ExactWork, unlimitedWork } from '../solve/exactWork.ts';
import { decideClaims } from './claims/decideClaims.ts';
import { findClaims } from './claims/findClaims.ts';
import { readDocumentConventions } from './documentConventions.ts';
import type { DecidedClaim, Finding, FoundClaim, LintResult } from './finding.ts';
import { findingOf } from './findingOf.ts';
import { findPassages } from './findPassages.ts';
import { ignoredRanges, isIgnored } from './ignoreMarks.ts';
import { withinLimits } from './limitedWork.ts';
import type { Passage } from './passage.ts';
import { relativeTo, sectionKey } from './sectionKey.ts';

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

interface Keyed {
  readonly key: string;
  readonly claim: DecidedClaim;
}

/** What is remembered of a document: as much as it holds itself. */
interface Memory {
  readonly sections: Map<string, readonly Keyed[]>;
  readonly claims: Map<string, DecidedClaim>;
  characters: number;
}

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
      const pass = new Pass(memories.get(document), { ...conventions, ...own.conventions }, work);
      try {
        const result = resultOf(source, passages, pass);
        pass.end();
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

function resultOf(source: string, passages: readonly Passage[], pass: Pass): LintResult {
  const ignored = ignoredRanges(source, passages);
  const findings: Finding[] = [];
  const counts = { confirmed: 0, wrong: 0, undecided: 0 };
  for (const section of sectionsOf(passages)) {
    const base = section[0]?.start ?? 0;
    for (const { claim } of pass.section(section, base)) {
      const place = { start: claim.start + base, end: claim.end + base };
      if (ignored.length > 0 && isIgnored(place, ignored)) continue;
      const { kind } = claim.verdict;
      if (kind === 'invalid') {
        counts.wrong += 1;
        findings.push(findingOf(claim, base));
      } else if (kind === 'unknown') counts.undecided += 1;
      else counts.confirmed += 1;
    }
  }
  return { findings: findings.sort((a, b) => a.start - b.start), counts };
}

function sectionsOf(passages: readonly Passage[]): Passage[][] {
  const sections: Passage[][] = [];
  for (const passage of passages) {
    const last = sections.at(-1);
    if (last?.[0]?.section === passage.section) last.push(passage);
    else sections.push([passage]);
  }
  return sections;
}

/** One look at a document, with what is left from the one before. */
class Pass {
  readonly #old: Memory | undefined;
  readonly #conventions: Partial<Conventions>;
  readonly #school: string;
  readonly #work: ExactWork;
  readonly #sections = new Map<string, readonly Keyed[]>();
  readonly #claims = new Map<string, DecidedClaim>();
  #isWhole = false;

  constructor(old: Memory | undefined, conventions: Partial<Conventions>, work: ExactWork) {
    this.#old = old;
    this.#conventions = conventions;
    this.#school = JSON.stringify(conventions);
    this.#work = work;
  }

  section(passages: readonly Passage[], base: number): readonly Keyed[] {
    const key = this.#school + sectionKey(passages, base);
    const known = this.#sections.get(key) ?? this.#old?.sections.get(key);
    // They are needed again when the section changes.
    for (const { key: claimKey, claim } of known ?? []) this.#claims.set(claimKey, claim);
    const decided = known ?? this.#decide(relativeTo(passages, base));
    this.#sections.set(key, decided);
    return decided;
  }

  #decide(passages: readonly Passage[]): readonly Keyed[] {
    this.#work.check();
    return findClaims(passages, { conventions: this.#conventions }).map((claim) => this.#claim(claim));
  }

  #claim(found: FoundClaim): Keyed {
    const key = this.#school + keyOf(found);
    const known = this.#claims.get(key) ?? this.#old?.claims.get(key);
    const decided =
      known ??
      withinLimits(this.#work, (work) => decideClaims([found], { conventions: this.#conventions, work })[0]) ??
      tooHard(found);
    const claim = { ...decided, ...found };
    this.#claims.set(key, claim);
    return { key, claim };
  }

  /** After an interruption, what was known before stays beside what is new. */
  memory(characters: number): Memory {
    if (this.#isWhole) return { sections: this.#sections, claims: this.#claims, characters };
    const old = this.#old;
    return {
      sections: new Map([...(old?.sections ?? []), ...this.#sections]),
      claims: new Map([...(old?.claims ?? []), ...this.#claims]),
      characters,
    };
  }

  end(): void {
    this.#isWhole = true;
  }
}

function tooHard(found: FoundClaim): DecidedClaim {
  return { ...found, verdict: { kind: 'unknown', how: 'none', evidence: 'Deciding this takes too long.' } };
}

/** The same for the same claim, wherever it stands. */
function keyOf({ claim, value, leeway }: FoundClaim): string {
  return JSON.stringify([claim, leeway, value !== undefined], (key, part: unknown) => {
    if (key === 'span') return undefined;
    if (typeof part === 'bigint') return `${part.toString()}n`;
    return part instanceof Set || part instanceof Map ? [...(part as Iterable<unknown>)] : part;
  });
}
