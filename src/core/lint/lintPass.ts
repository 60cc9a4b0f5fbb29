import type { Conventions } from '../check/conventions.ts';
import type { ExactWork } from '../solve/exactWork.ts';
import { decideClaims } from './claims/decideClaims.ts';
import { findClaims } from './claims/findClaims.ts';
import type { DecidedClaim, FoundClaim } from './finding.ts';
import { withinLimits } from './limitedWork.ts';
import { type Notation, notationOf, plainNotation } from './notation.ts';
import { isRightOtherwise, type Written } from './otherReadings.ts';
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
  /** What the document says about its arithmetic, and its school: the same claim may mean something else under another. */
  #notation: Notation = plainNotation;
  #school = '';
  #source = '';
  readonly #work: ExactWork;
  readonly #sections = new Map<string, readonly Keyed[]>();
  readonly #claims = new Map<string, DecidedClaim>();
  #isWhole = false;

  constructor(old: Memory | undefined, conventions: Partial<Conventions>, work: ExactWork) {
    this.#old = old;
    this.#conventions = conventions;
    this.#work = work;
  }

  /** Every claim of the document with what was decided, in the order of its sections. */
  claims(source: string, passages: readonly Passage[]): DecidedClaim[] {
    this.#source = source;
    this.#notation = notationOf(passages);
    this.#school = JSON.stringify([this.#conventions, this.#notation]);
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
    for (const { key: claimKey } of known ?? []) {
      const claim = this.#old?.claims.get(claimKey);
      if (claim !== undefined) this.#claims.set(claimKey, claim);
    }
    const decided = known ?? this.#decide(relativeTo(passages, base), base);
    this.#sections.set(key, decided);
    return decided;
  }

  #decide(passages: readonly Passage[], base: number): readonly Keyed[] {
    this.#work.check();
    return findClaims(passages, { conventions: this.#conventions }).map((claim) => this.#claim(claim, base));
  }

  #claim(found: FoundClaim, base: number): Keyed {
    const key = this.#school + keyOf(found);
    const known = this.#claims.get(key) ?? this.#old?.claims.get(key);
    const decided =
      known ??
      withinLimits(this.#work, (work) => decideClaims([found], { conventions: this.#conventions, work })[0]) ??
      undecided(found, 'Deciding this takes too long.');
    const claim = { ...decided, ...found };
    this.#claims.set(key, claim);
    // This depends on what stands around, and so it isn't remembered with the claim.
    const isRight =
      claim.verdict.kind === 'invalid' && isRightOtherwise(found, this.#written(found, base), this.#notation);
    return { key, claim: isRight ? undecided(found, 'This is right in another reading.') : claim };
  }

  #written({ start, end }: FoundClaim, base: number): Written {
    const [from, to] = [start + base, end + base];
    const source = this.#source;
    return {
      before: source.slice(Math.max(0, from - 2), from),
      text: source.slice(from, to),
      after: source.slice(to, to + 40),
    };
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

function undecided(found: FoundClaim, why: string): DecidedClaim {
  return { ...found, verdict: { kind: 'unknown', how: 'none', evidence: why } };
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
