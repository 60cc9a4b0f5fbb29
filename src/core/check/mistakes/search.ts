import { add, negate } from '../../math/build.ts';
import type { Expr, ExprOf } from '../../math/expr.ts';
import { children, freeSymbols, mapChildren, sizeOf } from '../../math/tree.ts';
import { unlimitedWork, type ExactWork } from '../../solve/exactWork.ts';
import { catalogue } from './catalogue.ts';
import type { Attempt, MistakeEntry, Scene } from './entry.ts';
import { inBaseUnits } from './inBaseUnits.ts';
import { hasIndefinite } from './indefinite.ts';
import { changedParts, type ChangedPart } from './localize.ts';
import { numbersIn } from './numbersIn.ts';
import {
  isStatement,
  isTwoSided,
  operatorOf,
  sidesOf,
  turnedOperator,
  withSides,
  type Relation,
} from './relationView.ts';
import { simplified } from './right.ts';
import { rightMoves } from './rightMoves.ts';
import { roundingSlack } from './roundingSlack.ts';
import { Sampler } from './sampler.ts';
import { sitesOf } from './sites.ts';
import { isLiteral, isNumeric } from './views.ts';

/** Entries of at least this weight tell what differs, not why. */
const lastResort = 4;
/** Explanations beyond this are none. */
const farthest = 5.8;
/** Below this, an explanation is plain enough to stop looking. */
const plain = 2;
/** How far from side by side the same relation up to a factor is. */
const looseFit = 0.8;
/** Rules that are looked for in two places at once weigh no more. */
const mostForTwo = 1.2;
/** Nodes of candidates that are worked out at most: a bound on the time, some tens of milliseconds. */
const maximumNodes = 120_000;

export interface Found {
  readonly entry: MistakeEntry;
  readonly attempt: Attempt;
  readonly weight: number;
  /** What the written line should have been. */
  readonly right: () => Expr;
}

export interface SearchOptions {
  readonly unknowns?: readonly string[] | undefined;
  readonly work?: ExactWork | undefined;
}

/** Looks for the simplest wrong rewriting that leads from one line to another. One use each. */
export class Search {
  readonly #from: Expr;
  readonly #to: Expr;
  readonly #work: ExactWork;
  readonly #sampler: Sampler;
  readonly #unknowns: readonly string[];
  #candidates = 0;
  readonly #size: number;
  #best: Found | undefined;

  constructor(from: Expr, to: Expr, options: SearchOptions) {
    this.#from = from;
    this.#to = to;
    this.#size = sizeOf(from);
    this.#work = options.work ?? unlimitedWork;
    const letters = [...new Set([from, to].flatMap((line) => freeSymbols(inBaseUnits(line))))];
    this.#sampler = new Sampler(letters);
    this.#unknowns = options.unknowns ?? letters.filter((name) => !name.startsWith('#'));
  }

  run(): Found | undefined {
    this.#compare(this.#from, this.#to, (line) => line);
    return this.#best;
  }

  #compare(from: Expr, to: Expr, around: (line: Expr) => Expr): void {
    if (isTwoSided(from) && isTwoSided(to)) this.#betweenRelations(from, to, around);
    else if (isTwoSided(from) && to.kind === 'or') this.#relationEntries(from, to, around);
    else if ((from.kind === 'or' && to.kind === 'or') || (from.kind === 'and' && to.kind === 'and')) {
      this.#betweenLists(from, to, around);
    } else if (!isStatement(from) && !isStatement(to)) {
      // That one number isn't another is nothing to explain.
      this.#betweenExpressions(from, to, isLiteral(from) ? 0.5 : 0, around);
    }
  }

  /** Lists of statements of which one has changed. */
  #betweenLists(from: ExprOf<'or' | 'and'>, to: ExprOf<'or' | 'and'>, around: (line: Expr) => Expr): void {
    if (from.items.length !== to.items.length) return;
    const changed = from.items.flatMap((item, index) => {
      const other = to.items[index] ?? item;
      return this.#isSameRelation(item, other) ? [] : [{ item, other, index }];
    });
    const [only] = changed;
    if (!only || changed.length !== 1) return;
    const put = (line: Expr): Expr =>
      around({ ...to, items: to.items.map((item, index) => (index === only.index ? line : item)) });
    this.#compare(only.item, only.other, put);
  }

  #isSameRelation(from: Expr, to: Expr): boolean {
    return isTwoSided(from) && this.#fitOf(from, to) !== undefined;
  }

  #betweenRelations(from: Relation, to: Relation, around: (line: Expr) => Expr): void {
    const [left, right] = sidesOf(from);
    const [newLeft, newRight] = sidesOf(to);
    const same = (a: Expr, b: Expr): boolean => this.#sampler.areSame(a, b);
    if (this.#isSameRelation(from, to)) return;
    const isTurned = !same(left, newLeft) && !same(right, newRight) && (same(left, newRight) || same(right, newLeft));
    const [toLeft, toRight] = isTurned ? [newRight, newLeft] : [newLeft, newRight];
    const [isLeftSame, isRightSame] = [same(left, toLeft), same(right, toRight)];
    const put = (a: Expr, b: Expr): Expr => around({ ...to, operands: isTurned ? [b, a] : [a, b] });
    const hasKeptOperator = operatorOf(from) === (isTurned ? (turnedOperator(operatorOf(to)) ?? '=') : operatorOf(to));
    if (isLeftSame && !isRightSame && hasKeptOperator) {
      this.#betweenExpressions(right, toRight, 0, (side) => put(toLeft, side));
    }
    if (isRightSame && !isLeftSame && hasKeptOperator) {
      this.#betweenExpressions(left, toLeft, 0, (side) => put(side, toRight));
    }
    this.#relationEntries(from, to, around, isLeftSame !== isRightSame);
    if (this.#best && this.#best.weight < plain) return;
    if (!isLeftSame && !isRightSame) this.#mistakeThenMoves(from, to, around);
    if (!this.#best || this.#best.weight >= plain) this.#movesThenMistake(from, to, around);
  }

  /** Something better than the last resort is found. */
  #isSettled(): boolean {
    return this.#best !== undefined && this.#best.weight < lastResort;
  }

  /** Entries about relations: the same sides, or the same equation up to right moves. */
  #relationEntries(from: Relation, to: Expr, around: (line: Expr) => Expr, isHalfSame = false): void {
    const scene = this.#sceneOf(to);
    for (const entry of catalogue) {
      if (entry.scope !== 'relation') continue;
      for (const attempt of entry.rewrite(from, scene)) {
        if (!this.#mayGoOn()) return;
        const fit = this.#fitOf(attempt.result, to);
        if (fit === undefined) continue;
        // Where a side stands as it was, nothing changed sides.
        const isStrange = isHalfSame && fit >= looseFit;
        const right = attempt.right ?? from;
        this.#offer({
          entry,
          attempt,
          weight:
            entry.weight +
            (attempt.extra ?? 0) +
            fit +
            (isStrange ? 1 : 0) +
            (fit >= looseFit ? (entry.looseExtra ?? 0) : 0),
          right: () => around(simplified(right, from, to)),
        });
      }
    }
  }

  /** How closely a candidate is the written line: 0 side by side, more after right moves; undefined for not at all. */
  #fitOf(candidate: Expr, to: Expr): number | undefined {
    if (candidate.kind === 'or' && to.kind === 'or' && candidate.items.length === to.items.length) {
      const isFound = candidate.items.every((item) => to.items.some((other) => this.#fitOf(item, other) !== undefined));
      return isFound ? 0.1 : undefined;
    }
    if (!isTwoSided(candidate) || !isTwoSided(to)) return undefined;
    const [[left, right], [newLeft, newRight]] = [sidesOf(candidate), sidesOf(to)];
    const [operator, newOperator] = [operatorOf(candidate), operatorOf(to)];
    const isTurned = (turnedOperator(operator) ?? operator) === newOperator;
    const same = (a: Expr, b: Expr): boolean => this.#sampler.areSame(a, b);
    if (operator === newOperator && same(left, newLeft) && same(right, newRight)) return 0;
    if (isTurned && same(left, newRight) && same(right, newLeft)) return 0.2;
    const ratio = this.#sampler.ratio(differenceOf(candidate), differenceOf(to));
    if (ratio === undefined) return undefined;
    return (ratio > 0 ? operator === newOperator : isTurned) ? looseFit : undefined;
  }

  /** A wrong rewriting of one side, and right moves on the whole equation after it. */
  #mistakeThenMoves(from: Relation, to: Relation, around: (line: Expr) => Expr): void {
    const sides = sidesOf(from);
    for (const [index, side] of sides.entries()) {
      for (const { part, rebuild } of sitesOf(side)) {
        for (const entry of catalogue) {
          if (entry.scope !== 'part' || entry.weight >= lastResort) continue;
          for (const attempt of entry.rewrite(part, this.#sceneOf(to))) {
            if (!this.#mayGoOn()) return;
            const wrong = rebuild(attempt.result);
            const candidate = index === 0 ? withSides(from, wrong, sides[1]) : withSides(from, sides[0], wrong);
            const fit = this.#fitOf(candidate, to);
            if (fit === undefined) continue;
            this.#offer({
              entry,
              attempt,
              weight: entry.weight + (attempt.extra ?? 0) + fit + 0.4,
              right: () => around(simplified(from, from, to)),
            });
          }
        }
      }
    }
  }

  /** A right move first, and a wrong working out of what it leaves on one side. */
  #movesThenMistake(from: Relation, to: Relation, around: (line: Expr) => Expr): void {
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
        const put = (a: Expr, b: Expr): Expr => around({ ...to, operands: isTurned ? [b, a] : [a, b] });
        if (isLeftSame) this.#betweenExpressions(right, toRight, 0.6, (side) => put(toLeft, side));
        else this.#betweenExpressions(left, toLeft, 0.6, (side) => put(side, toRight));
        if (!this.#mayGoOn()) return;
      }
    }
  }

  /** From the smallest changed part outwards, until a part explains the change. */
  #betweenExpressions(from: Expr, to: Expr, extra: number, around: (side: Expr) => Expr): void {
    const parts = changedParts(from, to);
    // A side of numbers is worth one number, whatever part of it went wrong.
    const whole = isNumeric(from) ? (): Expr => around(simplified(from, this.#from, this.#to)) : undefined;
    for (const [index, part] of [...parts].reverse().entries()) {
      this.#within(part, extra + 0.05 * index, around, whole);
      if (this.#isSettled()) return;
    }
    const [part] = parts;
    if (part) this.#backwards(part, extra, around);
    for (const one of parts) this.#twice(one, extra, around, whole);
  }

  /** The wrong rule used backwards: a² + b² written as (a + b)². */
  #backwards({ from, to, around }: ChangedPart, extra: number, outside: (side: Expr) => Expr): void {
    const scene = this.#sceneOf(from);
    for (const { part, rebuild } of sitesOf(to)) {
      for (const entry of catalogue) {
        if (entry.isReversible !== true) continue;
        for (const attempt of entry.rewrite(part, scene)) {
          if (!this.#mayGoOn()) return;
          if (!this.#sampler.areSame(rebuild(attempt.result), from)) continue;
          const right = (): Expr => outside(around(simplified(from, this.#from, this.#to)));
          this.#offer({ entry, attempt, weight: entry.weight + extra + 0.5, right });
        }
      }
    }
  }

  /** The same wrong rule in two parts beside each other: 9³ − 5⁴ as 9 · 3 − 5 · 4. */
  #twice(
    { from, to, around }: ChangedPart,
    extra: number,
    outside: (side: Expr) => Expr,
    whole: (() => Expr) | undefined,
  ): void {
    const items = children(from);
    if (items.length < 2 || items.length > 5) return;
    const scene = this.#sceneOf(to);
    const right = whole ?? ((): Expr => outside(around(simplified(from, this.#from, this.#to))));
    for (const entry of catalogue) {
      if (entry.scope !== 'part' || entry.weight > mostForTwo) continue;
      const ways = items.map((item) => [...behindSigns(entry, item, scene)].slice(0, 8));
      for (const [index, first] of ways.entries()) {
        for (const [position, second] of ways.entries()) {
          if (position <= index) continue;
          for (const a of first) {
            for (const c of second) {
              if (!this.#mayGoOn()) return;
              let place = 0;
              const candidate = mapChildren(from, (child) => {
                const now = place++;
                return now === index ? a.result : now === position ? c.result : child;
              });
              if (!this.#sampler.areSame(candidate, to)) continue;
              this.#offer({ entry, attempt: a, weight: entry.weight + extra + 1, right });
            }
          }
        }
      }
    }
  }

  #within(
    { from, to, around }: ChangedPart,
    extra: number,
    outside: (side: Expr) => Expr,
    whole: (() => Expr) | undefined,
  ): void {
    if (this.#sampler.areSame(from, to)) return;
    const isUpToConstant = hasIndefinite(from);
    const slack = isUpToConstant ? undefined : roundingSlack(to, this.#sampler);
    const scene = this.#sceneOf(to);
    for (const [index, { part, rebuild }] of sitesOf(from).entries()) {
      for (const entry of catalogue) {
        if (entry.scope !== 'part' || entry.weight + extra > farthest) continue;
        for (const attempt of entry.rewrite(part, scene)) {
          if (!this.#mayGoOn()) return;
          const weight = entry.weight + (attempt.extra ?? 0) + extra + 0.002 * index;
          if (this.#best && this.#best.weight <= weight) continue;
          const candidate = rebuild(attempt.result);
          const isExact = isUpToConstant
            ? this.#sampler.differByConstant(candidate, to)
            : this.#sampler.areSame(candidate, to);
          if (!isExact && !(slack && this.#sampler.areClose(candidate, to, slack))) continue;
          if (this.#sampler.areSame(candidate, from)) continue;
          this.#offer({
            entry,
            attempt,
            weight: weight + (isExact ? 0 : 0.3),
            right:
              whole ??
              (() => outside(around(simplified(attempt.right ? rebuild(attempt.right) : from, this.#from, this.#to)))),
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
    return this.#candidates * this.#size < maximumNodes;
  }

  #sceneOf(to: Expr): Scene {
    return { to, unknowns: this.#unknowns, numbers: numbersIn(to) };
  }
}

function differenceOf(relation: Relation): Expr {
  const [left, right] = sidesOf(relation);
  return add(left, negate(right));
}

/** A rule used on a term, or on what stands behind the term's minus sign. */
function* behindSigns(entry: MistakeEntry, item: Expr, scene: Scene): Iterable<Attempt> {
  yield* entry.rewrite(item, scene);
  if (item.kind !== 'negate') return;
  for (const attempt of entry.rewrite(item.operand, scene)) yield { ...attempt, result: negate(attempt.result) };
}
