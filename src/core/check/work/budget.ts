import type { ExactWork } from '../../solve/exactWork.ts';

/** A comparison was given up, since it took too many steps; the work itself goes on. */
export class OutOfBudget extends Error {
  override readonly name = 'OutOfBudget';
}

/** Steps for a line, and for all lines together before each gets only a few. A step is a quarter of a millisecond or so. */
const perLine = 1500;
const perWork = 6000;
const few = 200;
/** In a text most formulas are no lines, so that comparing them all would be in vain. */
const partForText = 0.3;

/** Counts the steps of a work, so that no line takes the time of all the others. */
export class Budget implements ExactWork {
  private readonly inner: ExactWork;
  private spent = 0;
  private limit = perLine;
  private part = 1;

  constructor(inner: ExactWork) {
    this.inner = inner;
  }

  beginText(): void {
    this.part = partForText;
  }

  beginLine(): void {
    this.limit = this.spent + this.part * (this.spent < perWork * this.part ? perLine : few);
  }

  check(): void {
    this.inner.check();
    this.spent += 1;
    if (this.spent > this.limit) throw new OutOfBudget();
  }
}

/** A comparison costs so much by itself, whatever goes on in it. */
const perComparison = 60;

export function payComparison(work: ExactWork): void {
  for (let step = 0; step < perComparison; step += 1) work.check();
}
