import { add, negate, num } from '../../math/build.ts';
import type { Expr, ExprOf } from '../../math/expr.ts';
import { children, contains, freeSymbols, sizeOf } from '../../math/tree.ts';
import type { Mistake } from '../../session/step.ts';
import { unlimitedWork, type ExactWork } from '../../solve/exactWork.ts';
import { catalogue } from './catalogue.ts';
import type { Attempt, MistakeEntry, Scene } from './entry.ts';
import { foldLetters } from './foldLetters.ts';
import { changedParts, type ChangedPart } from './localize.ts';
import { simplified, texOfRight } from './right.ts';
import { roundingSlack } from './roundingSlack.ts';
import { rightMoves } from './rightMoves.ts';
import { Sampler } from './sampler.ts';
import { fillSentence } from './sentence.ts';
import { sitesOf } from './sites.ts';
import { isLiteral, isPlainNumber } from './views.ts';

export interface NameOptions {
  /** The letters that the problem asks for. */
  readonly unknowns?: readonly string[] | undefined;
  /** Letters that are assumed positive. */
  readonly positive?: readonly string[] | undefined;
  /** Called between candidates; what it throws comes through. */
  readonly work?: ExactWork | undefined;
}

/** Larger lines are left unnamed: a learner's line is shorter. */
const maximumSize = 120;
/** Candidates that are compared at most. */
const maximumCandidates = 6000;

interface Found {
  readonly entry: MistakeEntry;
  readonly attempt: Attempt;
  readonly weight: number;
  /** What the written line should have been. */
  readonly right: () => Expr;
}

/**
 * The known wrong rewriting that leads from a line to a wrong line: the simplest one whose result, up to right moves, is
 * what was written. Undefined where none does, where the lines are too long, and where nothing is wrong between them.
 */
export function nameMistake(from: Expr, to: Expr, options: NameOptions = {}): Mistake | undefined {
  if (sizeOf(from) > maximumSize || sizeOf(to) > maximumSize) return undefined;
  const found = new Search(from, foldLetters(from, to), options).run();
  if (!found) return undefined;
  const right = texOfRight(found.right());
  return {
    id: found.entry.id,
    text: fillSentence(found.entry.sentence, found.attempt.parts),
    ...(right !== undefined && { right }),
  };
}

class Search {
  readonly #from: Expr;
  readonly #to: Expr;
  readonly #work: ExactWork;
  readonly #sampler: Sampler;
  readonly #unknowns: readonly string[];
  #candidates = 0;
  #best: Found | undefined;

  constructor(from: Expr, to: Expr, options: NameOptions) {
    this.#from = from;
    this.#to = to;
    this.#work = options.work ?? unlimitedWork;
    const letters = [...new Set([...freeSymbols(from), ...freeSymbols(to)])];
    this.#sampler = new Sampler(letters);
    this.#unknowns = options.unknowns ?? letters;
  }

  run(): Found | undefined {
    const [from, to] = [this.#from, this.#to];
    if (isEquation(from) && isEquation(to)) this.#betweenRelations(from, to);
    else if (from.kind !== 'relation' && to.kind !== 'relation') this.#betweenExpressions(from, to, 0, (side) => side);
    return this.#best;
  }

  #betweenRelations(from: Relation, to: Relation): void {
    const [left, right] = sidesOf(from);
    const [newLeft, newRight] = sidesOf(to);
    const same = (a: Expr, b: Expr): boolean => this.#sampler.areSame(a, b);
    const isTurned = !same(left, newLeft) && !same(right, newRight) && (same(left, newRight) || same(right, newLeft));
    const [toLeft, toRight] = isTurned ? [newRight, newLeft] : [newLeft, newRight];
    const [isLeftSame, isRightSame] = [same(left, toLeft), same(right, toRight)];
    if (isLeftSame && isRightSame) return;
    if (this.#sampler.areProportional(differenceOf(from), differenceOf(to)) && from.operators[0] === '=') return;
    const put = (a: Expr, b: Expr): Expr => ({ ...to, operands: isTurned ? [b, a] : [a, b] });
    if (isLeftSame) this.#betweenExpressions(right, toRight, 0, (side) => put(toLeft, side));
    if (isRightSame) this.#betweenExpressions(left, toLeft, 0, (side) => put(side, toRight));
    this.#relationEntries(from, to);
    if (this.#best && this.#best.weight < 4) return;
    if (!isLeftSame && !isRightSame) this.#mistakeThenMoves(from, to);
    if (this.#best && this.#best.weight < 4) return;
    this.#movesThenMistake(from, to);
  }

  /** Entries about relations: the same sides, or the same equation up to right moves. */
  #relationEntries(from: Relation, to: Relation): void {
    for (const entry of catalogue) {
      if (entry.scope !== 'relation') continue;
      for (const attempt of entry.rewrite(from, this.#sceneOf(to))) {
        if (!this.#mayGoOn()) return;
        const fit = this.#fitOf(attempt.result, to);
        if (fit === undefined) continue;
        const right = attempt.right;
        this.#offer({
          entry,
          attempt,
          weight: entry.weight + (attempt.extra ?? 0) + fit,
          right: () => simplified(right ?? from, from, to),
        });
      }
    }
  }

  /** How closely a candidate relation is the written one: 0 side by side, 1 after right moves; undefined for not at all. */
  #fitOf(candidate: Expr, to: Relation): number | undefined {
    if (!isEquation(candidate) || candidate.operators[0] !== to.operators[0]) return undefined;
    const [[left, right], [newLeft, newRight]] = [sidesOf(candidate), sidesOf(to)];
    const same = (a: Expr, b: Expr): boolean => this.#sampler.areSame(a, b);
    if (same(left, newLeft) && same(right, newRight)) return 0;
    if (to.operators[0] === '=' && same(left, newRight) && same(right, newLeft)) return 0.2;
    return to.operators[0] === '=' && this.#sampler.areProportional(differenceOf(candidate), differenceOf(to))
      ? 0.8
      : undefined;
  }

  /** A wrong rewriting of one side, and right moves on the whole equation after it. */
  #mistakeThenMoves(from: Relation, to: Relation): void {
    const sides = sidesOf(from);
    for (const [index, side] of sides.entries()) {
      for (const { part, rebuild } of sitesOf(side)) {
        for (const entry of catalogue) {
          if (entry.scope !== 'part' || entry.weight >= 4) continue;
          for (const attempt of entry.rewrite(part, this.#sceneOf(to))) {
            if (!this.#mayGoOn()) return;
            const wrong = rebuild(attempt.result);
            const candidate: Relation = { ...from, operands: index === 0 ? [wrong, sides[1]] : [sides[0], wrong] };
            const fit = this.#fitOf(candidate, to);
            if (fit === undefined) continue;
            this.#offer({
              entry,
              attempt,
              weight: entry.weight + (attempt.extra ?? 0) + fit + 0.4,
              right: () => simplified(from, from, to),
            });
          }
        }
      }
    }
  }

  /** A right move first, and a wrong working out of what it leaves on one side. */
  #movesThenMistake(from: Relation, to: Relation): void {
    for (const moved of rightMoves(from)) {
      this.#work.check();
      const [left, right] = sidesOf(moved);
      const [newLeft, newRight] = sidesOf(to);
      for (const [toLeft, toRight, isTurned] of [
        [newLeft, newRight, false],
        [newRight, newLeft, true],
      ] as const) {
        const [isLeftSame, isRightSame] = [this.#sampler.areSame(left, toLeft), this.#sampler.areSame(right, toRight)];
        if (isLeftSame === isRightSame) continue;
        const put = (a: Expr, b: Expr): Expr => ({ ...to, operands: isTurned ? [b, a] : [a, b] });
        if (isLeftSame) this.#betweenExpressions(right, toRight, 0.6, (side) => put(toLeft, side));
        else this.#betweenExpressions(left, toLeft, 0.6, (side) => put(side, toRight));
        if (!this.#mayGoOn()) return;
      }
    }
  }

  /** From the smallest changed part outwards, until a part explains the change. */
  #betweenExpressions(from: Expr, to: Expr, extra: number, around: (side: Expr) => Expr): void {
    const parts = changedParts(from, to);
    for (const [index, part] of [...parts].reverse().entries()) {
      this.#within(part, extra + 0.05 * index, around);
      if (this.#best && this.#best.weight < 4) return;
    }
  }

  #within({ from, to, around }: ChangedPart, extra: number, outside: (side: Expr) => Expr): void {
    if (this.#sampler.areSame(from, to)) return;
    const slack = roundingSlack(to, this.#sampler);
    const scene = this.#sceneOf(to);
    for (const [index, { part, rebuild }] of sitesOf(from).entries()) {
      for (const entry of catalogue) {
        if (entry.scope !== 'part') continue;
        for (const attempt of entry.rewrite(part, scene)) {
          if (!this.#mayGoOn()) return;
          const weight = entry.weight + (attempt.extra ?? 0) + extra + 0.002 * index;
          if (this.#best && this.#best.weight <= weight) continue;
          const candidate = rebuild(attempt.result);
          const isExact = this.#sampler.areSame(candidate, to);
          if (!isExact && !(slack && this.#sampler.areClose(candidate, to, slack))) continue;
          if (this.#sampler.areSame(candidate, from)) continue;
          this.#offer({
            entry,
            attempt,
            weight: weight + (isExact ? 0 : 0.3),
            right: () => outside(around(simplified(from, this.#from, this.#to))),
          });
        }
      }
    }
  }

  #offer(found: Found): void {
    if (!this.#best || found.weight < this.#best.weight) this.#best = found;
  }

  #mayGoOn(): boolean {
    this.#candidates += 1;
    if (this.#candidates % 64 === 0) this.#work.check();
    return this.#candidates < maximumCandidates;
  }

  #sceneOf(to: Expr): Scene {
    return { to, unknowns: this.#unknowns, numbers: numbersIn(to) };
  }
}

type Relation = ExprOf<'relation'>;

function isEquation(expr: Expr): expr is Relation {
  return expr.kind === 'relation' && expr.operands.length === 2 && expr.operators[0] !== 'in';
}

function sidesOf(relation: Relation): readonly [Expr, Expr] {
  const [left = num(0), right = num(0)] = relation.operands;
  return [left, right];
}

function differenceOf(relation: Relation): Expr {
  const [left, right] = sidesOf(relation);
  return add(left, negate(right));
}

/** The numbers and plain fractions of a line, as they are and with the other sign. */
function numbersIn(expr: Expr): readonly Expr[] {
  const found: Expr[] = [];
  const visit = (node: Expr): void => {
    if (isPlainNumber(node)) {
      found.push(node, negate(node));
      if (!isLiteral(node)) children(node).forEach(visit);
    } else children(node).forEach(visit);
  };
  visit(expr);
  if (!contains(expr, (node) => node.kind === 'symbol') && found.length === 0) found.push(expr);
  return found.slice(0, 12);
}
