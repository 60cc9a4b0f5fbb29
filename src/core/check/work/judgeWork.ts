import { freeSymbols } from '../../math/tree.ts';
import { unlimitedWork, WorkInterrupted } from '../../solve/exactWork.ts';
import { defaultConventions } from '../conventions.ts';
import { Budget } from './budget.ts';
import { History } from './history.ts';
import { judgeLine } from './judgeLine.ts';
import type { JudgeOptions, Judgement, LineVerdict, Work } from './judgement.ts';
import type { Line } from './line.ts';
import { posedBy } from './posed.ts';
import { readLine } from './readLine.ts';
import { unitNamesIn, withCommonUnits } from './units.ts';
import { countWords } from './prose.ts';
import type { Means } from './means.ts';

/** More lines than this are not one piece of work. */
const mostLines = 2000;

/** Judges each line of somebody's work by what stands before it. Never throws but what `options.work` throws. */
export function judgeWork(work: Work, options: JudgeOptions = {}): Judgement {
  const conventions = { ...defaultConventions, ...options.conventions };
  const clock = new Budget(options.work ?? unlimitedWork);
  const posed = guarded(() => posedBy(work.problem, conventions)) ?? posedBy(undefined, conventions);
  const means: Means = {
    conventions: {
      ...conventions,
      ...(posed.isComplex && conventions.assume === 'real' && { assume: 'complex' as const }),
      positive: [...conventions.positive, ...posed.positive],
    },
    unknowns: posed.unknowns,
    work: clock,
  };
  const used = [...posed.statements, ...(posed.expr ? [posed.expr] : [])].flatMap((expr) => freeSymbols(expr));
  // e and i are letters where the problem has them as letters.
  const parse = {
    functions: posed.functions.map(({ name }) => name),
    letters: ['e', 'i'].filter((name) => used.includes(name)),
  };
  const unitOf = unitNamesIn([work.problem ?? '', ...work.lines.slice(0, mostLines)]);
  const parsed = work.lines.slice(0, mostLines).map((text): Line => {
    return guarded(() => readLine(text, { conventions, parse: { ...parse, unitOf } })) ?? unreadLine(text);
  });
  const read = unitOf ? withCommonUnits(parsed) : parsed;
  const history = new History(posed, isText(read));
  if (history.isNarrative) clock.beginText();
  const verdicts = work.lines.map((_, index): LineVerdict => {
    const line = read[index];
    clock.beginLine();
    if (!line) return { kind: 'unknown', how: 'none', relation: 'unrelated', evidence: 'There are too many lines.' };
    return (
      guarded(() =>
        judgeLine({ lines: read, index, problem: work.problem, isOpen: options.isOpen === true }, history, means),
      ) ?? {
        kind: 'unknown',
        how: 'none',
        relation: 'unrelated',
        evidence: 'This line was too much to be checked.',
      }
    );
  });
  return { verdicts, firstError: verdicts.findIndex(({ kind }) => kind === 'invalid') };
}

/** Words on the average, or on every fourth line, make a text of a work: what is said there has many reasons. */
function isText(lines: readonly Line[]): boolean {
  const counts = lines.map(countWords);
  const words = counts.reduce((sum, count) => sum + count, 0);
  return words >= 2.5 * lines.length || counts.filter((count) => count >= 4).length * 4 >= lines.length;
}

function unreadLine(text: string): Line {
  const parts = [{ type: 'unread' as const, message: 'This line could not be read.', start: 0, end: text.length }];
  return { text, parts, lead: 'none', notes: [] };
}

/** Undefined where something broke: the line is then unknown, and the work goes on. */
function guarded<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof WorkInterrupted) throw error;
    return undefined;
  }
}
