import type { Conventions } from '../check/conventions.ts';
import type { ExactWork } from '../solve/exactWork.ts';
import { decideClaims } from './claims/decideClaims.ts';
import { findClaims } from './claims/findClaims.ts';
import type { DecidedClaim, FoundClaim } from './finding.ts';
import { withinLimits } from './limitedWork.ts';
import type { Passage } from './passage.ts';
import { relativeTo, sectionKey } from './sectionKey.ts';

interface Keyed {
  readonly key: string;
  /** Its places are counted from the start of its section. */
  readonly claim: DecidedClaim;
}

/** What is remembered of a document: as much as it holds itself. */
export interface Memory {
  readonly sections: Map<string, readonly Keyed[]>;
  readonly claims: Map<string, DecidedClaim>;
  characters: number;
}

/** One look at a document, with what is left from the one before. */
export class LintPass {
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

  /** Every claim of the document with what was decided, in the order of its sections. */
  claims(passages: readonly Passage[]): DecidedClaim[] {
    const claims = sectionsOf(passages).flatMap((section) => {
      const base = section[0]?.start ?? 0;
      return this.#section(section, base).map(({ claim }) => movedBy(claim, base));
    });
    this.#isWhole = true;
    return claims;
  }

  #section(passages: readonly Passage[], base: number): readonly Keyed[] {
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

function sectionsOf(passages: readonly Passage[]): Passage[][] {
  const sections: Passage[][] = [];
  for (const passage of passages) {
    const last = sections.at(-1);
    if (last?.[0]?.section === passage.section) last.push(passage);
    else sections.push([passage]);
  }
  return sections;
}

function movedBy(claim: DecidedClaim, base: number): DecidedClaim {
  const { start, end, value } = claim;
  const place = { start: start + base, end: end + base };
  if (value === undefined) return { ...claim, ...place };
  return { ...claim, ...place, value: { start: value.start + base, end: value.end + base } };
}
