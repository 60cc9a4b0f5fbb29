import type { Expr } from '../../math/expr.ts';
import { mapChildren } from '../../math/tree.ts';
import type { Move } from '../derivation.ts';
import type { ExactWork } from '../exactWork.ts';
import { cancelFactorials } from './cancelFactorials.ts';
import { stagesOf, type Stage } from './evaluateStages.ts';
import type { NoNumber } from './exactNumber.ts';
import { innermostGroups, type Group, type GroupRole } from './groups.ts';
import { NumberTable } from './numberTable.ts';
import { equalClaim, equality, isPiece, type Piece } from './piece.ts';
import type { Radical } from './radical.ts';
import type { RuleId } from './rules.ts';
import { unitPiece } from './unitPiece.ts';
import { listWords, shortWords, tex, type NumberStyle } from './write.ts';

export interface Evaluated {
  readonly type: 'evaluated';
  readonly moves: readonly Move[];
  readonly value: Radical;
  readonly result: Expr;
}

/** What one press shows: some calculations inside the whole line. */
interface Beat {
  readonly words: string;
  readonly why?: string | undefined;
  readonly rule: RuleId;
  readonly weight: number;
  readonly before: Expr;
  readonly after: Expr;
  readonly parts: readonly Move[];
  /** What is worked out in it, as equalities. */
  readonly equalities: readonly string[];
}

/** At most so many calculations in one press, and so much to follow. */
const mostPieces = 6;
const mostWeight = 9;
/** Kinds of calculation in one press: a power and a product, but not a quotient and a sum besides. */
const mostRules = 2;

/**
 * Works out an expression without letters as a teacher does: brackets from the inside out, all of one depth together,
 * then powers, products and the sum. No moves where the expression is a number already.
 */
export function evaluateMoves(expr: Expr, style: NumberStyle, work: ExactWork): Evaluated | NoNumber {
  const table = new NumberTable(style);
  const beats: Beat[] = [];
  const factorials = cancelFactorials(expr);
  if (factorials.pieces.length > 0) beats.push(...beatsOfStage(factorials, 2));
  const roots = simplifiedRoots(factorials.after, table, work);
  if ('type' in roots) return roots;
  if (roots.pieces.length > 0) beats.push(...beatsOfStage(roots, 2));
  let current = roots.after;
  for (let round = 0; ; round += 1) {
    work.check();
    const groups = innermostGroups(current, table.isFinished, table.isExponent);
    if (groups.length === 0) break;
    const solved: SolvedGroup[] = [];
    for (const group of groups) {
      const stages = stagesOf(group.expr, table, work);
      if ('type' in stages) return stages;
      solved.push({ group, stages });
    }
    const next = replaced(current, new Map(solved.map(({ group, stages: done }) => [group.expr, lastOf(group, done)])));
    const isOnly = round === 0 && innermostGroups(next, table.isFinished, table.isExponent).length === 0;
    const more = beatsOfRound(current, solved, round, isOnly);
    beats.push(...more.beats);
    current = more.after;
  }
  const stages = stagesOf(current, table, work);
  if ('type' in stages) return stages;
  for (const stage of stages) {
    beats.push(...beatsOfStage(stage, stages.length));
    current = stage.after;
  }
  const value = table.valueOf(current);
  if (value === undefined) return { type: 'other' };
  return { type: 'evaluated', moves: toMoves(merged(beats), expr), value, result: current };
}

/** Roots of plain numbers are simplified before anything else, wherever they stand: like roots are seen then. */
function simplifiedRoots(expr: Expr, table: NumberTable, work: ExactWork): Stage | NoNumber {
  const pieces = new Map<string, Piece>();
  let failure: NoNumber | undefined;
  const walk = (node: Expr): Expr => {
    if (node.kind !== 'root' || table.isFinished(node) || !table.isFinished(node.radicand))
      return mapChildren(node, walk);
    const piece = unitPiece(node, table, work);
    if (!isPiece(piece)) {
      failure = piece;
      return node;
    }
    pieces.set(tex(node), piece);
    return piece.after;
  };
  const after = walk(expr);
  return (
    failure ?? {
      pieces: pieces.size < 2 && expr.kind === 'root' ? [] : [...pieces.values()],
      before: expr,
      after: pieces.size < 2 && expr.kind === 'root' ? expr : after,
    }
  );
}

function lastOf(group: Group, stages: readonly Stage[]): Expr {
  return stages.at(-1)?.after ?? group.expr;
}

interface SolvedGroup {
  readonly group: Group;
  readonly stages: readonly Stage[];
}

function beatsOfRound(
  whole: Expr,
  solved: readonly SolvedGroup[],
  round: number,
  isOnly: boolean,
): { beats: readonly Beat[]; after: Expr } {
  const beats: Beat[] = [];
  let current = whole;
  const only = solved.length === 1 ? solved[0] : undefined;
  if (only !== undefined && only.stages.length > 1 && (weightOf(only) > 4 || rulesOf(only).size > mostRules)) {
    for (const [index, stage] of only.stages.entries()) {
      const before = current;
      current = replaced(current, new Map([[stage.before, stage.after]]));
      if (stage.pieces.length === 0) continue;
      const place =
        only.group.role === 'bracket'
          ? 'bracket'
          : only.group.role === 'numerator' || only.group.role === 'denominator'
            ? only.group.role
            : 'place';
      const heading = `In the ${index === 0 ? (place === 'place' ? 'innermost place' : place) : `same ${place}`}`;
      const [first] = stage.pieces;
      const told = beatFrom(stage.pieces, heading, before, current);
      beats.push(
        stage.pieces.length === 1 && first !== undefined ? { ...told, words: `${heading}. ${first.words}` } : told,
      );
    }
    return { beats, after: current };
  }
  for (const chunk of chunks(solved, weightOf)) {
    const before = current;
    current = replaced(
      current,
      new Map(chunk.map(({ group, stages }) => [group.expr, stages.at(-1)?.after ?? group.expr])),
    );
    const visible = chunk.filter(({ stages }) => stages.some((stage) => stage.pieces.length > 0));
    if (visible.length === 0) continue;
    const heading = groupHeading(
      visible.map(({ group }) => group.role),
      isOnly ? 'only' : round === 0 ? 'innermost' : 'next',
      visible.length,
    );
    const pieces = visible.map((item) => groupPiece(item));
    beats.push(beatFrom(pieces, heading, before, current));
  }
  return { beats, after: current };
}

/** All that is done inside one group, told as one calculation. */
function groupPiece({ group, stages }: SolvedGroup): Piece {
  const pieces = stages.flatMap((stage) => stage.pieces);
  const [first] = pieces;
  const after = stages.at(-1)?.after ?? group.expr;
  if (pieces.length === 1 && first !== undefined) return { ...first, before: group.expr, after };
  const rule = pieces.at(-1)?.rule ?? 'order-of-operations';
  const steps = pieces.length <= 3 ? pieces.map((piece) => `$${equality(piece.before, piece.after)}$`) : [];
  const words =
    steps.length > 0
      ? `First ${steps.join(', then ')}.`
      : `$${equality(group.expr, after)}$, products and quotients before sums.`;
  return {
    before: group.expr,
    after,
    words,
    rule,
    why: 'Products and quotients come before sums and differences.',
    weight: pieces.reduce((sum, piece) => sum + piece.weight, 0),
    parts: pieces.map(partOf),
  };
}

function partOf(piece: Piece): Move {
  return {
    text: shortWords(piece.words),
    latex: equality(piece.before, piece.after),
    why: piece.why,
    rule: piece.rule,
    claim: equalClaim(piece.before, piece.after),
    parts: piece.parts,
  };
}

function beatsOfStage(stage: Stage, stageCount: number): readonly Beat[] {
  const beats: Beat[] = [];
  let line = stage.before;
  const cut = chunks(stage.pieces, (piece) => piece.weight);
  for (const [index, pieces] of cut.entries()) {
    const heading = pieces.length === 1 ? '' : stageCount > 1 ? stageHeading(pieces) : 'Work out';
    const before = line;
    line =
      index === cut.length - 1
        ? stage.after
        : replaced(line, new Map(pieces.map((piece) => [piece.before, piece.after])));
    beats.push(beatFrom(pieces, heading, before, line));
  }
  return beats;
}

function stageHeading(pieces: readonly Piece[]): string {
  const rules = new Set(pieces.map((piece) => piece.rule));
  if (rules.has('pull-out-squares')) return 'Simplify each root';
  if (rules.has('percent-meaning')) return 'Write the percentages as decimals';
  if (rules.has('mixed-number')) return 'Write the mixed numbers as fractions';
  if (rules.has('recurring-decimal')) return 'Write the recurring decimals as fractions';
  if (rules.has('scientific-notation')) return 'Write out the powers of ten';
  if (rules.has('power') || rules.has('negative-power') || rules.has('factorial') || rules.has('absolute-value'))
    return 'Powers and the like come first';
  return 'Multiply and divide before adding';
}

function beatFrom(pieces: readonly Piece[], heading: string, before: Expr, after: Expr): Beat {
  const equalities = pieces.map((piece) => `$${equality(piece.before, piece.after)}$`);
  const [only] = pieces;
  const weight = pieces.reduce((sum, piece) => sum + piece.weight, 0);
  const rule: RuleId = only?.rule ?? 'order-of-operations';
  if (pieces.length === 1 && only !== undefined) {
    const start = heading === '' ? '' : `${heading}, $${tex(only.before)}$. `;
    return {
      words: `${start}${only.words}`,
      why: only.why,
      rule,
      weight,
      before,
      after,
      parts: only.parts ?? [],
      equalities,
    };
  }
  const isGroup = heading.includes('bracket') || heading.includes('fraction') || heading.includes('inside');
  return {
    words: `${heading}: ${listWords([...new Set(equalities)])}.`,
    why: isGroup
      ? 'Each of these stands for one number, which has to be known before anything can be done with it.'
      : 'Powers come before products and quotients, and these before sums and differences.',
    rule: isGroup
      ? 'innermost-first'
      : new Set(pieces.map((piece) => piece.rule)).size === 1
        ? rule
        : 'order-of-operations',
    weight,
    before,
    after,
    parts: pieces.map(partOf),
    equalities,
  };
}

function groupHeading(roles: readonly GroupRole[], depth: 'only' | 'innermost' | 'next', count: number): string {
  const kinds = new Set(roles);
  const some = count > 1;
  if (kinds.size === 1 && kinds.has('bracket')) {
    if (depth === 'only') return some ? 'Work out the brackets' : 'Work out the bracket';
    if (depth === 'innermost') return some ? 'Work out the innermost brackets' : 'Work out the innermost bracket';
    return some ? 'Work out the brackets that are next' : 'Work out the next bracket';
  }
  if (kinds.size === 1 && kinds.has('numerator'))
    return some ? 'Work out the numerators of the fractions' : 'Work out the numerator of the fraction';
  if (kinds.size === 1 && kinds.has('denominator'))
    return some ? 'Work out the denominators of the fractions' : 'Work out the denominator of the fraction';
  if (kinds.size === 1 && kinds.has('exponent')) return 'Work out the exponent, reading from the inside';
  if (kinds.size === 1 && kinds.has('radicand')) return 'Work out what stands inside the root';
  return depth !== 'next' ? 'Work from the inside out' : 'Go on from the inside';
}

function weightOf({ stages }: SolvedGroup): number {
  return stages.flatMap((stage) => stage.pieces).reduce((sum, piece) => sum + piece.weight, 0);
}

function rulesOf({ stages }: SolvedGroup): ReadonlySet<RuleId> {
  return new Set(stages.flatMap((stage) => stage.pieces).map((piece) => piece.rule));
}

function chunks<Item>(items: readonly Item[], weight: (item: Item) => number): readonly (readonly Item[])[] {
  const found: Item[][] = [];
  let filled = 0;
  for (const item of items) {
    const last = found.at(-1);
    if (last === undefined || last.length >= mostPieces || filled + weight(item) > mostWeight) {
      found.push([item]);
      filled = weight(item);
    } else {
      last.push(item);
      filled += weight(item);
    }
  }
  return found;
}

function replaced(expr: Expr, changes: ReadonlyMap<Expr, Expr>): Expr {
  return changes.get(expr) ?? mapChildren(expr, (child) => replaced(child, changes));
}

/** Two small neighbours make one press where there are many of them. */
function merged(beats: readonly Beat[]): readonly Beat[] {
  const isMany = beats.length > 3;
  const runs: Beat[][] = [];
  for (const [index, beat] of beats.entries()) {
    const run = runs.at(-1);
    const weight = run?.reduce((sum, other) => sum + other.weight, 0) ?? 0;
    const isLast = index === beats.length - 1;
    const rules = new Set([...(run ?? []), beat].flatMap(rulesOfBeat));
    const isSmall = weight + beat.weight <= 3 && rules.size <= mostRules;
    if (run !== undefined && (weight === 0 || beat.weight === 0 || (isMany && !isLast && isSmall))) run.push(beat);
    else runs.push([beat]);
  }
  return runs.map(joined);
}

function rulesOfBeat({ rule, parts }: Beat): readonly string[] {
  return parts.length > 1 ? parts.map((part) => part.rule) : [rule];
}

function joined(run: readonly Beat[]): Beat {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('a run of beats holds at least one');
  if (run.length === 1) return first;
  const lines = run.flatMap(({ equalities }) => equalities);
  const isShort = run.every(({ weight }) => weight > 0) && lines.every((line) => line.length < 120);
  return {
    words: isShort ? `Work from the inside out: ${lines.join(', then ')}.` : run.map(({ words }) => words).join(' '),
    why: isShort ? 'Each bracket stands for one number, which the next one needs.' : last.why,
    rule: isShort ? 'innermost-first' : last.rule,
    weight: run.reduce((sum, { weight }) => sum + weight, 0),
    before: first.before,
    after: last.after,
    parts: run.flatMap(splitOf),
    equalities: lines,
  };
}

function splitOf(beat: Beat): readonly Move[] {
  return [
    {
      text: shortWords(beat.words),
      latex: `= ${tex(beat.after)}`,
      why: beat.why,
      rule: beat.rule,
      claim: equalClaim(beat.before, beat.after),
      parts: beat.parts.length > 1 ? withLastLine(beat.parts, `= ${tex(beat.after)}`) : undefined,
    },
  ];
}

function toMoves(beats: readonly Beat[], whole: Expr): readonly Move[] {
  return beats.map((beat) => {
    const isOnly = beats.length === 1;
    const latex = isOnly ? equality(whole, beat.after) : `= ${tex(beat.after)}`;
    return {
      text: shortWords(beat.words),
      latex,
      why: beat.why,
      rule: beat.rule,
      claim: equalClaim(beat.before, beat.after),
      parts: beat.parts.length > 1 ? withLastLine(beat.parts, latex) : undefined,
    };
  });
}

/** The last of the finer moves ends at the line of the whole move. */
function withLastLine(parts: readonly Move[], line: string): readonly Move[] {
  return parts.map((part, index) => {
    if (index < parts.length - 1 || part.latex === line) return part;
    if (part.parts !== undefined && part.parts.length > 0)
      return { ...part, latex: line, parts: withLastLine(part.parts, line) };
    const own =
      part.latex === undefined || part.latex.startsWith('=') || part.text.includes('=') ? '' : ` $${part.latex}$.`;
    return { ...part, text: `${part.text}${own}`, latex: line };
  });
}
