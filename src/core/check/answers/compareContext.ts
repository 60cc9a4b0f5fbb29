import type { EqualityOptions } from '../../math/equality.ts';
import type { ExactWork } from '../../solve/exactWork.ts';
import type { Answer, Comparison } from './answer.ts';
import type { Asked } from './asked.ts';

export interface CompareContext {
  readonly asked: Asked;
  readonly question: string | undefined;
  readonly equality: EqualityOptions;
  readonly work: ExactWork;
  /** Of the parts of an answer: any two answers. */
  readonly compare: (gold: Answer, pred: Answer, context: CompareContext) => Comparison;
  /** A decimal also stands for what rounds to it. */
  readonly areDecimalsRounded: boolean;
}

export function unsaid(how: string): Comparison {
  return { equal: null, how };
}

/** What each kind of answer is called. */
export const kindNames: Readonly<Record<Answer['type'], string>> = {
  value: 'a number or an expression',
  list: 'several answers',
  range: 'an interval',
  statement: 'an equation or inequality',
  choice: 'a choice',
  truth: 'yes or no',
  special: 'words',
  time: 'a time',
  date: 'a date',
  congruence: 'a congruence',
  ratio: 'a ratio',
  words: 'words',
};

export function kindsDiffer(gold: Answer, pred: Answer): Comparison {
  const [ours, theirs] = [kindNames[gold.type], kindNames[pred.type]];
  if (gold.type === 'words' || pred.type === 'words') return unsaid(`${ours} against ${theirs}`);
  return { equal: false, how: `different: ${ours} against ${theirs}` };
}
