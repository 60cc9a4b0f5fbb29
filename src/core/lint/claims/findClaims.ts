import type { Formula, Passage } from '../passage.ts';
import type { FoundClaim } from '../finding.ts';
import { cuesOf, type Cues } from './cues.ts';
import { cleanFormula, placeOf, type MappedText } from './mappedText.ts';
import { readCongruence } from './congruence.ts';
import { learn } from './learn.ts';
import { learnFunction, withOwnFunctions } from './ownFunctions.ts';
import { equationOf, isAlternative, isSaidToFollow, solvedFor, type Equation } from './following.ts';
import type { Link } from './link.ts';
import { isLeftOpen, linkClaim } from './linkClaim.ts';
import { passageOfText } from './passageOfText.ts';
import { isLiteral, readPart, type ReadPart } from './readPart.ts';
import { addFacts, learnFromText, learnLetters, noFacts, type Facts, type Scope } from './scope.ts';
import { splitStatements, type Part, type Sign, type Statement } from './splitStatements.ts';

/**
 * Everything that the passages assert and that can be decided by itself, in their order. What is defined, assumed, asked,
 * denied or quoted as wrong is left alone, and so is all that is not certainly understood.
 */
export function findClaims(passages: readonly Passage[], scope: Scope = {}): readonly FoundClaim[] {
  const claims: FoundClaim[] = [];
  let section: number | undefined;
  let facts = noFacts();
  const problem = scope.problem === undefined ? [] : [passageOfText(scope.problem)];
  const begin = (): void => {
    facts = noFacts();
    for (const passage of problem) new PassageReader(passage, facts, scope, true).run();
  };
  const before = scope.before ?? [];
  for (const [index, passage] of [...before, ...passages].entries()) {
    if (section !== passage.section) {
      if (section !== undefined || index === 0) begin();
      section = passage.section;
      for (const other of [...before, ...passages]) if (other.section === section) survey(other, facts);
    }
    const found = new PassageReader(passage, facts, scope, passage.kind === 'problem').run();
    if (index >= before.length && passage.kind !== 'problem' && passage.kind !== 'quote') claims.push(...found);
  }
  return claims;
}

const surveys = new WeakMap<Passage, Facts>();

/** What holds for a whole section wherever it is said: bases, moduli, letters. */
function survey(passage: Passage, facts: Facts): void {
  const known = surveys.get(passage) ?? noFacts();
  if (!surveys.has(passage)) {
    const texts = passage.pieces.map((piece) => (piece.type === 'words' ? piece.text : ` $${piece.source}$ `));
    learnFromText(texts.join(''), known);
    for (const piece of passage.pieces) if (piece.type === 'formula') learnLetters(piece.source, known);
    surveys.set(passage, known);
  }
  addFacts(known, facts);
}

interface ReadStatement {
  readonly statement: Statement;
  readonly operands: readonly Operand[];
}

interface ReadFormula {
  /** The letters that e and i were read as. */
  readonly letters: string;
  readonly text: MappedText;
  readonly statements: readonly ReadStatement[];
}

/** The same passages are asked about again and again while a text grows. */
const known = new WeakMap<Formula, ReadFormula>();

function readFormula(formula: Formula, letters: readonly string[]): ReadFormula {
  const key = letters.join();
  const before = known.get(formula);
  if (before?.letters === key) return before;
  const text = cleanFormula(formula);
  const statements = splitStatements(text).map((statement) => ({
    statement,
    operands: statement.operands.map((part) => ({ part, text, read: readPart(part.text, letters) })),
  }));
  const read = { letters: key, text, statements };
  known.set(formula, read);
  return read;
}

interface Operand {
  readonly part: Part;
  readonly text: MappedText;
  readonly read: ReadPart | undefined;
}

class PassageReader {
  private readonly passage: Passage;
  private readonly facts: Facts;
  private readonly scope: Scope;
  private readonly isPosed: boolean;
  /** The end of the last chain, for a row or a formula that begins with its sign. */
  private last: { readonly operand: Operand; readonly index: number; readonly links: number } | undefined;

  private equation: Equation | undefined;

  constructor(passage: Passage, facts: Facts, scope: Scope, isPosed: boolean) {
    this.passage = passage;
    this.facts = facts;
    this.scope = scope;
    this.isPosed = isPosed;
  }

  run(): FoundClaim[] {
    if (this.isPosed) survey(this.passage, this.facts);
    return this.passage.pieces.flatMap((piece, index) => (piece.type === 'formula' ? this.formula(piece, index) : []));
  }

  private formula(formula: Formula, index: number): FoundClaim[] {
    const { text, statements } = readFormula(formula, [...this.facts.letters]);
    if (text.text.includes('?')) return [];
    const cues = cuesOf(this.passage, index);
    const found = statements.flatMap((statement) => this.statement(statement, formula, index, cues));
    const next = this.passage.pieces[index + 1];
    for (const { statement, operands } of statements) {
      learnFunction(
        statements.map((other) => other.statement),
        statement,
        operands.map(({ read }) => read),
        cues,
        next?.type === 'words' ? next.text : '',
        this.facts,
      );
    }
    return [...found, ...statements.flatMap(({ statement }) => this.congruence(statement, text, cues))];
  }

  private statement(
    { statement, operands: own }: ReadStatement,
    formula: Formula,
    index: number,
    cues: Cues,
  ): FoundClaim[] {
    const operands = [...own];
    const [first] = operands;
    const continued = first?.part.text === '' && this.continues(formula, index) ? this.last : undefined;
    if (continued !== undefined) operands[0] = continued.operand;
    const end = operands.at(-1);
    const links = statement.signs.length + (continued?.links ?? 0);
    this.last = end === undefined || end.part.text === '' ? undefined : { operand: end, index, links };
    const isOwn = this.facts.hasOwnOperation && operands.some(({ part }) => /[*∗]|\\ast(?![a-z])/.test(part.text));
    const claims =
      statement.isUnclear || isOwn
        ? []
        : statement.signs.flatMap((sign, at) => {
            const link = this.link(operands, statement.signs, at, {
              links,
              cues,
              isContinued: continued !== undefined || this.isContinuedBelow(formula, index),
              isBare: formula.isBare === true,
            });
            return sign === undefined || link === undefined ? [] : this.claim(link, operands, at);
          });
    const isPart = continued !== undefined || this.isContinuedBelow(formula, index);
    const following = this.following(statement, operands, formula, index, cues, isPart);
    learn(
      statement,
      operands.map(({ read }) => read),
      cues,
      this.facts,
      this.isPosed,
    );
    return [...claims, ...following];
  }

  /** 17 ≡ 2 (mod 5): the modulus belongs to the whole. */
  private congruence(statement: Statement, text: MappedText, cues: Cues): FoundClaim[] {
    const [first, last] = [statement.operands[0], statement.operands.at(-1)];
    if (first === undefined || last === undefined || !statement.isUnclear || statement.signs.length !== 1) return [];
    if (this.facts.hasOtherArithmetic || isLeftOpen(cues, this.scope) || cues.isSupposed || cues.isTrial) return [];
    const written = text.text.slice(first.start, last.end);
    const relation = readCongruence(written);
    if (relation === undefined) return [];
    return [{ claim: { type: 'holds', statement: relation }, ...placeOf(text, first.start, last.end), text: written }];
  }

  /** An equation that is said to follow from the one before it. */
  private following(
    statement: Statement,
    operands: readonly Operand[],
    formula: Formula,
    index: number,
    cues: Cues,
    isPartOfChain: boolean,
  ): FoundClaim[] {
    const before = this.equation;
    const parts = operands.map(({ read }) => read);
    const after = isPartOfChain ? undefined : equationOf({ statement, parts }, index, formula.alignment, this.facts);
    const isAsserted = !isLeftOpen(cues, this.scope) && !cues.isSupposed && !isAlternative(this.passage, index);
    if (statement.signs.length > 0 || parts.some((part) => (part?.letters.length ?? 0) > 0)) {
      this.equation = isAsserted && !this.isPosed ? after : undefined;
    }
    if (before === undefined || after === undefined || !isAsserted || before.unknown !== after.unknown) return [];
    if (!isSaidToFollow(this.passage, before, index, statement.before, formula.alignment)) return [];
    const [left, right] = operands;
    if (left === undefined || right === undefined) return [];
    const place = placeOf(left.text, left.part.start, right.part.end);
    const value = solvedFor(after.relation, after.unknown);
    const side = value === left.read?.expr ? left : right;
    const span = value !== undefined && isLiteral(value) ? value.span : undefined;
    return [
      {
        claim: { type: 'implies', from: before.relation, to: after.relation, unknowns: [after.unknown] },
        ...place,
        text: left.text.text.slice(left.part.start, right.part.end),
        ...(span !== undefined && {
          value: placeOf(side.text, side.part.start + span.start, side.part.start + span.end),
        }),
        ...(cues.isRough && { leeway: { isRough: true } }),
      },
    ];
  }

  /** Directly behind the formula before, or the next row of its alignment. */
  private continues(formula: Formula, index: number): boolean {
    const { last, passage } = this;
    if (last === undefined) return false;
    for (let at = last.index + 1; at < index; at += 1) {
      const between = passage.pieces[at];
      if (between?.type !== 'words' || between.text.trim() !== '') return false;
    }
    const before = passage.pieces[last.index];
    if (formula.alignment === undefined) return last.index < index || formula.source.includes('\\\\');
    return before?.type === 'formula' && (before.alignment === formula.alignment || last.index === index);
  }

  /** The next row of the alignment begins with its sign. */
  private isContinuedBelow(formula: Formula, index: number): boolean {
    if (formula.alignment === undefined) return false;
    const { pieces } = this.passage;
    let at = index + 1;
    while (pieces[at]?.type === 'words') at += 1;
    const next = pieces[at];
    if (next?.type !== 'formula') return false;
    return next.alignment === formula.alignment && /^[\s&]*=/.test(next.source);
  }

  private link(
    operands: readonly Operand[],
    signs: readonly (Sign | undefined)[],
    at: number,
    around: Pick<Link, 'links' | 'cues' | 'isContinued' | 'isBare'>,
  ): Link | undefined {
    const [left, right, sign] = [operands[at]?.read, operands[at + 1]?.read, signs[at]];
    if (left === undefined || right === undefined || sign === undefined) return undefined;
    return {
      left: withOwnFunctions(left, around.cues, this.facts),
      right: withOwnFunctions(right, around.cues, this.facts),
      sign,
      hasNext: at + 1 < signs.length,
      ...around,
    };
  }

  private claim(link: Link, operands: readonly Operand[], at: number): FoundClaim[] {
    const [left, right] = [operands[at], operands[at + 1]];
    const claim = linkClaim(link, this.facts, this.scope);
    if (claim === undefined || left === undefined || right === undefined) return [];
    const from = placeOf(left.text, left.part.start, left.part.end);
    const to = placeOf(right.text, right.part.start, right.part.end);
    const isSame = left.text === right.text && from.start <= to.start;
    const start = isSame ? from.start : to.start;
    const span = link.right.isLiteral ? link.right.expr.span : undefined;
    return [
      {
        ...claim,
        start,
        end: to.end,
        text: isSame
          ? left.text.text.slice(left.part.start, right.part.end)
          : `${left.part.text} ${link.sign} ${right.part.text}`,
        ...(span !== undefined && {
          value: placeOf(right.text, right.part.start + span.start, right.part.start + span.end),
        }),
      },
    ];
  }
}
