import type { EqualityOptions } from '../../math/equality.ts';
import { unlimitedWork, type ExactWork } from '../../solve/exactWork.ts';
import { extractAnswer } from '../../text/extractAnswer.ts';
import { defaultConventions, type Conventions } from '../conventions.ts';
import type { Answer, Comparison, FinalText } from './answer.ts';
import { hasFormAsked } from './askedForm.ts';
import { readAsked, type Asked } from './asked.ts';
import { compareAnswers } from './compareAnswers.ts';
import type { CompareContext } from './compareContext.ts';
import { readAnswer } from './readAnswer.ts';
import type { ReadOptions } from './readFormula.ts';
import { tidyAnswer } from './tidyAnswer.ts';

export interface AnswersEqualOptions {
  /** The problem's own words: they say whether rounding, percent or a form is asked for, and what the choices are. */
  readonly question?: string | undefined;
  readonly conventions?: Partial<Conventions> | undefined;
  readonly work?: ExactWork | undefined;
}

export type AnswersEqual = Comparison;

/**
 * Are two final answers equal up to form? Either may be a whole solution: its final answer is taken first. `gold` is the
 * right one: its percent sign, unit and rounding count where `pred` leaves them out. Never throws, but what `work` throws.
 */
export function answersEqual(gold: string, pred: string, options: AnswersEqualOptions = {}): AnswersEqual {
  const conventions: Conventions = { ...defaultConventions, ...options.conventions };
  const asked = readAsked(options.question);
  const context: CompareContext = {
    asked,
    question: options.question,
    compare: compareAnswers,
    equality: equalityOf(conventions),
    work: options.work ?? unlimitedWork,
    areDecimalsRounded: conventions.decimals === 'rounded',
  };
  const reading: ReadOptions = {
    question: options.question,
    isLogNatural: conventions.log === 'natural',
    decimalMark: conventions.decimalMark === 'auto' ? undefined : conventions.decimalMark === 'comma' ? ',' : '.',
  };
  const [ours, theirs] = [finalText(gold, reading), finalText(pred, reading)];
  if (ours.text === '' || theirs.text === '')
    return { equal: null, how: `no answer found on the ${ours.text === '' ? 'first' : 'second'} side` };
  if (ours.answer === undefined || theirs.answer === undefined) {
    if (squeezed(ours.text) === squeezed(theirs.text)) return { equal: true, how: 'written the same' };
    return { equal: null, how: `the ${ours.answer === undefined ? 'first' : 'second'} answer is not readable` };
  }
  const comparison =
    squeezed(ours.text) === squeezed(theirs.text)
      ? writtenTheSame(ours.answer)
      : compareAnswers(withChoice(ours.answer, asked, reading), withChoice(theirs.answer, asked, reading), context);
  if (comparison.equal === false && reading.decimalMark === undefined) {
    const decimal = withDecimalComma(ours, theirs, reading, context);
    if (decimal !== undefined) return decimal;
  }
  if (comparison.equal !== true || comparison.form !== undefined) return comparison;
  if (isWorkAskedFor(options.question) && ours.isWork && theirs.isWork)
    return { equal: null, how: 'the same final answer, but the question asks for the work too' };
  if (ours.isWork && theirs.isWork && saysOpposite(gold, pred))
    return { equal: null, how: 'the same number, but the words are opposites' };
  const isAsAsked = hasFormAsked(asked, { gold: ours, pred: theirs });
  return isAsAsked
    ? comparison
    : { ...comparison, how: `${comparison.how}, but not in the form asked for`, form: 'not-as-asked' };
}

/** 0,5 is 0.5 to some and two answers to others: open where the other side is that decimal. */
function withDecimalComma(
  gold: FinalText,
  pred: FinalText,
  reading: ReadOptions,
  context: CompareContext,
): Comparison | undefined {
  const [isOurs, isTheirs] = [gold, pred].map(({ text }) => /^-?\d[\d.]*,\d+$/.test(text));
  if (isOurs === isTheirs) return undefined;
  const [ours, theirs] = [gold, pred].map(({ text, answer }, index) =>
    (index === 0 ? isOurs : isTheirs) ? readAnswer(text, { ...reading, decimalMark: ',' }) : answer,
  );
  if (ours?.type !== 'value' || theirs?.type !== 'value') return undefined;
  const { equal } = compareAnswers(ours, theirs, context);
  return equal === true ? { equal: null, how: 'a decimal comma, or two answers?' } : undefined;
}

function writtenTheSame(answer: Answer): Comparison {
  return { equal: true, how: answer.type === 'value' ? 'same number or expression' : 'written the same' };
}

function equalityOf(conventions: Conventions): EqualityOptions {
  return {
    ...(conventions.assume !== 'real' && { assume: conventions.assume }),
    ...(conventions.positive.length > 0 && { positive: conventions.positive }),
  };
}

/** The text of a choice where the question prints it. */
function withChoice(answer: Answer, { choices }: Asked, reading: ReadOptions): Answer {
  if (answer.type !== 'choice' || answer.rest !== undefined) return answer;
  const text = choices.get(answer.letter);
  const rest = text === undefined ? undefined : readAnswer(tidyAnswer(text), reading);
  return rest === undefined ? answer : { ...answer, rest };
}

function isWorkAskedFor(question = ''): boolean {
  return /\bcheck your|\bexplain|\bjustify|\bprove\b|\bdescribe\b|\bwhy\b/i.test(question);
}

const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:increas|rise|rose|gain|grew|grow|up\b|profit|above)/i,
    /\b(?:decreas|fall|fell|drop|los[st]|shr[iu]nk|down\b|below)/i,
  ],
  [
    /\b(?:more|longer|larger|greater|taller|after|later|faster|heavier|older)\b/i,
    /\b(?:less|fewer|shorter|smaller|before|earlier|slower|lighter|younger)\b/i,
  ],
  [
    /\b(?:is|are|can|do|does|will|was|has|have)\b/i,
    /\b(?:isn't|aren't|can't|cannot|don't|doesn't|won't|not|no|never)\b/i,
  ],
];

/** An increase by 8 is no decrease by 8. */
function saysOpposite(gold: string, pred: string): boolean {
  return opposites.some(([one, other], index) => {
    const [a, b, c, d] = [one.test(gold), other.test(gold), one.test(pred), other.test(pred)];
    return index === 2 ? b !== d : (a && !b && d && !c) || (b && !a && c && !d);
  });
}

/** Up to this length a text can be an answer by itself. */
const longestAnswer = 300;

/** The text itself where it reads as an answer, else the final answer of the solution that it is. */
function finalText(source: string, reading: ReadOptions): FinalText {
  const isMarked = /\\boxed|\\fbox|####|#ANSWER|<think>|\banswer\b/i.test(source);
  if (!isMarked && source.length <= longestAnswer) {
    const text = /[.!?]\s+[A-Z]\w+[\s,]/.test(source) ? '' : tidyAnswer(inOneLine(source) ?? '');
    const answer = readAnswer(text, reading);
    if (answer !== undefined && (answer.type !== 'words' || answer.words.length <= 3))
      return { text, answer, isWork: false };
  }
  const found = extractAnswer(source);
  const text = tidyAnswer(found.type === 'found' ? found.answer : source.slice(0, longestAnswer * 4));
  const isWork =
    found.type === 'found' && found.how === 'at the end of the last line' && found.answer.length < source.trim().length;
  return { text, answer: readAnswer(text, reading), isWork };
}

const namedLine = /^\$?\s*([A-Za-z](?:_\w+)?)\s*=\s*[^=]{1,60}$/;

/** Several lines are one answer where each gives a value to another name, or where they are one formula; undefined for work. */
function inOneLine(source: string): string | undefined {
  const lines = source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length <= 1 || /\\begin\b/.test(source) || /^\s*(?:\\\[|\$\$)/.test(source)) return source;
  const names = lines.map((line) => namedLine.exec(line)?.[1]);
  const isList = names.every((name) => name !== undefined) && new Set(names).size === names.length;
  return isList ? lines.join(', ') : undefined;
}

/** Without spaces but those between two letters or digits: 1 2 is not 12. */
function squeezed(text: string): string {
  return text
    .replace(/\s+/g, (gap, at: number) =>
      /\w/.test(text.charAt(at - 1)) && /\w/.test(text.charAt(at + gap.length)) ? ' ' : '',
    )
    .replace(/\\[dt]frac/g, '\\frac');
}
