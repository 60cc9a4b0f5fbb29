import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { freeSymbols } from '../../math/tree.ts';
import type { Answer, AnswerOf, Comparison } from './answer.ts';
import { compareCongruences, compareRatios, compareTimes } from './compareClocks.ts';
import { compareLists, weakest } from './compareLists.ts';
import { kindsDiffer, unsaid, type CompareContext } from './compareContext.ts';
import { compareExprs } from './compareExprs.ts';
import { compareValues } from './compareValues.ts';
import { compareLabelled } from './compareLabelled.ts';
import { compareStatements, rangeOf } from './compareStatements.ts';
import { baseVector, matrixValue } from './matrices.ts';

export function compareAnswers(gold: Answer, pred: Answer, context: CompareContext): Comparison {
  context.work.check();
  if (gold.type === 'choice' || pred.type === 'choice') return compareChoices(gold, pred, context);
  if (gold.label !== undefined && pred.label !== undefined) {
    const named = compareLabelled(gold, pred, context);
    if (named !== undefined) return named;
  }
  const ranges = compareAsRanges(gold, pred, context);
  if (ranges !== undefined) return ranges;
  if (gold.type === 'statement' || pred.type === 'statement') return compareStatements(gold, pred, context);
  const vectors = compareVectors(gold, pred, context);
  if (vectors !== undefined) return vectors;
  if (gold.type === 'list' || pred.type === 'list') return compareLists(gold, pred, context);
  if (gold.type === 'value' && pred.type === 'value') return compareValues(gold, pred, context);
  if (gold.type === 'time' || pred.type === 'time') return compareTimes(gold, pred, context);
  if (gold.type === 'ratio' || pred.type === 'ratio') return compareRatios(gold, pred, context);
  if (gold.type === 'congruence' || pred.type === 'congruence') return compareCongruences(gold, pred, context);
  if (gold.type === 'words' || pred.type === 'words') return compareWords(gold, pred);
  if (gold.type === 'truth' && pred.type === 'truth')
    return says(gold.value === pred.value, 'same statement', 'yes against no');
  if (gold.type === 'special' || pred.type === 'special') return compareSpecials(gold, pred);
  if (gold.type === 'date' && pred.type === 'date') {
    const isSameDay = gold.day === pred.day && gold.month === pred.month;
    const isSameYear = gold.year === undefined || pred.year === undefined || gold.year === pred.year;
    return says(isSameDay && isSameYear, 'same date', 'different dates');
  }
  return kindsDiffer(gold, pred);
}

function says(equal: boolean, same: string, different: string): Comparison {
  return { equal, how: equal ? same : different };
}

function compareSpecials(gold: Answer, pred: Answer): Comparison {
  if (gold.type === 'special' && pred.type === 'special') {
    const close = new Set([gold.name, pred.name]);
    if (close.has('none') && close.has('no solution')) return { equal: true, how: 'no solution' };
    // "Infinitely many" can stand for every number, and "infinite" or "undefined" for ∞.
    const isNear =
      (close.has('infinitely many') && (close.has('every number') || close.has('infinity'))) ||
      (close.has('undefined') && (close.has('infinity') || close.has('minus infinity') || close.has('no solution')));
    if (gold.name !== pred.name && isNear) return unsaid(`${gold.name} against ${pred.name}`);
    return says(gold.name === pred.name, gold.name, `different: ${gold.name} against ${pred.name}`);
  }
  const [special, other] = gold.type === 'special' ? [gold, pred] : [pred, gold];
  if (special.type === 'special' && special.name === 'none') return unsaid('none against something');
  const hasNoValue =
    other.type === 'value' && freeSymbols(other.expr).length === 0 && Number.isNaN(evaluate(other.expr));
  return hasNoValue ? unsaid('a value that is perhaps none') : kindsDiffer(gold, pred);
}

/** (A) with or without its text, and the text alone where the question lists the choices or the answer gives it. */
function compareChoices(gold: Answer, pred: Answer, context: CompareContext): Comparison {
  if (gold.type === 'choice' && pred.type === 'choice') {
    if (gold.letter === pred.letter) {
      const isTold = gold.text !== '' && pred.text !== '' && gold.text !== pred.text;
      const { rest } = gold;
      const isSame =
        rest !== undefined && pred.rest !== undefined && compareAnswers(rest, pred.rest, context).equal === true;
      if (isTold && !isSame) return unsaid('the same letter with another text');
      return { equal: true, how: 'same choice' };
    }
    return { equal: false, how: `different: ${gold.letter} against ${pred.letter}` };
  }
  const [chosen, other] = gold.type === 'choice' ? [gold, pred] : [pred, gold];
  if (chosen.type !== 'choice') return kindsDiffer(gold, pred);
  if (other.type === 'value' && other.expr.kind === 'symbol' && other.unit === undefined && other.label === undefined) {
    if (other.expr.name === chosen.letter) return { equal: true, how: 'same choice' };
    if (other.expr.name.toUpperCase() !== chosen.letter)
      return { equal: false, how: `different: ${chosen.letter} against ${other.expr.name}` };
    return chosen.isBare ? unsaid('a capital letter against a small one') : { equal: true, how: 'same choice' };
  }
  if (chosen.isBare && context.asked.choices.size === 0) return asUnknown(chosen, other, gold, context);
  if (chosen.rest === undefined) return unsaid('a letter against a text, and the choices are not known');
  const text =
    gold.type === 'choice' ? compareAnswers(chosen.rest, other, context) : compareAnswers(other, chosen.rest, context);
  return text.equal === true ? { ...text, how: 'same choice, by its text' } : text;
}

/** A capital alone, against something that is no choice, is an unknown. */
function asUnknown(chosen: AnswerOf<'choice'>, other: Answer, gold: Answer, context: CompareContext): Comparison {
  const unknown: Answer = {
    type: 'value',
    expr: { kind: 'symbol', name: chosen.letter },
    ...(chosen.label && { label: chosen.label }),
  };
  if (other.type !== 'value') return unsaid('a letter against a text, and the choices are not known');
  const comparison =
    gold === chosen ? compareAnswers(unknown, other, context) : compareAnswers(other, unknown, context);
  return comparison.equal === false && freeSymbols(other.expr).length === 0
    ? unsaid('a letter against a number, and the choices are not known')
    : comparison;
}

/** Intervals, inequalities and sets of numbers, where one of the two is a whole range. */
function compareAsRanges(gold: Answer, pred: Answer, context: CompareContext): Comparison | undefined {
  if (gold.type !== 'range' && pred.type !== 'range' && !isBound(gold) && !isBound(pred)) return undefined;
  const [ours, theirs] = [rangeOf(gold), rangeOf(pred)];
  if (ours === undefined || theirs === undefined) {
    const isOneRange = gold.type === 'range' || pred.type === 'range';
    const isOneValue = gold.type === 'value' || pred.type === 'value' || gold.type === 'ratio' || pred.type === 'ratio';
    return isOneRange && isOneValue ? kindsDiffer(gold, pred) : undefined;
  }
  return compareStatements(gold, pred, context);
}

function isBound(answer: Answer): boolean {
  return answer.type === 'statement' && rangeOf(answer) !== undefined;
}

/** The entries of a vector or matrix, whatever brackets are round them. */
function compareVectors(gold: Answer, pred: Answer, context: CompareContext): Comparison | undefined {
  const [ours, theirs] = [
    rowsOf(gold) ?? baseRows(gold, tupleRows(pred)),
    rowsOf(pred) ?? baseRows(pred, tupleRows(gold)),
  ];
  if (ours === undefined && theirs === undefined) return undefined;
  const [a, b] = [
    ours ?? nestedRows(gold) ?? tupleRows(gold) ?? baseRows(gold, theirs),
    theirs ?? nestedRows(pred) ?? tupleRows(pred) ?? baseRows(pred, ours),
  ];
  if (a === undefined || b === undefined) {
    const other = ours === undefined ? gold : pred;
    return other.type === 'value'
      ? { equal: false, how: 'different: a matrix against a number or an expression' }
      : undefined;
  }
  const isFlat = (ours ?? nestedRows(gold)) === undefined || (theirs ?? nestedRows(pred)) === undefined;
  const isVector = [a, b].every((rows) => rows.length === 1 || rows.every((row) => row.length === 1));
  if (isFlat && !isVector) return { equal: false, how: 'different: a matrix against a list' };
  if (!isFlat && (a.length !== b.length || a[0]?.length !== b[0]?.length)) {
    const isTurned = isVector && a.flat().length === b.flat().length;
    return isTurned ? unsaid('a row against a column') : { equal: false, how: 'different sizes' };
  }
  const [left, right] = [a.flat(), b.flat()];
  if (left.length !== right.length) return { equal: false, how: 'different sizes' };
  return weakest(
    left.map((item, index) => compareExprs(item, right[index] ?? item, context)),
    isVector ? 'same vector' : 'same matrix',
  );
}

function rowsOf(answer: Answer): readonly (readonly Expr[])[] | undefined {
  return answer.type === 'value' ? matrixValue(answer.expr) : undefined;
}

/** 2i + 3j beside a vector or tuple. */
function baseRows(
  answer: Answer,
  other: readonly (readonly Expr[])[] | undefined,
): readonly (readonly Expr[])[] | undefined {
  const size = other?.flat().length ?? 0;
  const entries = answer.type === 'value' && answer.unit === undefined ? baseVector(answer.expr, size) : undefined;
  return entries && [entries];
}

/** {{1, 2}, {3, 4}} beside a matrix. */
function nestedRows(answer: Answer): readonly (readonly Expr[])[] | undefined {
  if (answer.type !== 'list' || answer.order === 'row') return undefined;
  const rows = answer.items.map((row) =>
    row.type === 'list' ? row.items.flatMap((item) => (item.type === 'value' ? [item.expr] : [])) : [],
  );
  const [first] = rows;
  return first !== undefined && first.length > 0 && rows.every(({ length }) => length === first.length)
    ? rows
    : undefined;
}

function tupleRows(answer: Answer): readonly (readonly Expr[])[] | undefined {
  if (answer.type !== 'list' || answer.order !== 'tuple') return undefined;
  const items = answer.items.map((item) => (item.type === 'value' ? item.expr : undefined));
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? [known] : undefined;
}

/** Words that are the same but for case, articles and plurals; two single words are two answers. */
function compareWords(gold: Answer, pred: Answer): Comparison {
  if (gold.type !== 'words' || pred.type !== 'words')
    return asLetters(gold, pred) ?? againstNumber(gold, pred) ?? kindsDiffer(gold, pred);
  const [ours, theirs] = [gold, pred].map(({ words }) => words.map((word) => weekdays.get(word) ?? stem(word)));
  if (ours === undefined || theirs === undefined) return unsaid('different words');
  if (ours.join(' ') === theirs.join(' ')) return { equal: true, how: 'same words' };
  const isShared = ours.some((word) => theirs.some((other) => word.slice(0, 3) === other.slice(0, 3)));
  return ours.length <= 2 && theirs.length <= 2 && !isShared
    ? { equal: false, how: `different: ${gold.words.join(' ')} against ${pred.words.join(' ')}` }
    : unsaid('different words');
}

const weekdays: ReadonlyMap<string, string> = new Map(
  ['monday mon', 'tuesday tue tues', 'wednesday wed', 'thursday thu thur thurs', 'friday fri'].flatMap((line) => {
    const [full = '', ...short] = line.split(' ');
    return short.map((name) => [name, full] as const);
  }),
);

function stem(word: string): string {
  return word.length > 3 ? word.replace(/(?<=[^s])s$/, '') : word;
}

const numberLike =
  /^(?:dozen|half|halves|double|twice|pair|none|all|both|neither|same|single|triple|couple|nothing|unit|once|thrice|quarter|whole|equal|.*(?:teen|ty|th|ths|hundred|thousand|million))$/;

/** A name or a property is no number. */
function againstNumber(gold: Answer, pred: Answer): Comparison | undefined {
  const [words, other] = gold.type === 'words' ? [gold, pred] : [pred, gold];
  if (words.type !== 'words' || words.words.length > 2 || other.type !== 'value' || freeSymbols(other.expr).length > 0)
    return undefined;
  const isPlain = words.words.every((word) => /^[a-z]{3,}$/.test(word) && !numberLike.test(word));
  return isPlain ? { equal: false, how: 'different: a word against a number' } : undefined;
}

/** `$odd$` that was read as letters. */
function asLetters(gold: Answer, pred: Answer): Comparison | undefined {
  const [words, other] = gold.type === 'words' ? [gold, pred] : [pred, gold];
  if (words.type !== 'words' || other.type !== 'value' || words.words.length !== 1) return undefined;
  const letters = other.expr.kind === 'multiply' ? other.expr.factors : [other.expr];
  const text = letters.map((letter) => (letter.kind === 'symbol' ? letter.name : '?')).join('');
  return text.toLowerCase() === words.words[0] ? { equal: true, how: 'same words' } : undefined;
}
