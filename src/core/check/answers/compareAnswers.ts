import type { Expr } from '../../math/expr.ts';
import { one } from '../../math/rational.ts';
import { freeSymbols, sameExpr } from '../../math/tree.ts';
import type { Answer, AnswerOf, Comparison } from './answer.ts';
import { compareExprs, compareValues, unsaid, type CompareContext } from './compareValues.ts';
import { compareLabelled } from './compareLabelled.ts';
import { compareStatements, rangeOf } from './compareStatements.ts';
import { matrixValue } from './matrices.ts';

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

const kindNames: Readonly<Record<Answer['type'], string>> = {
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

function kindsDiffer(gold: Answer, pred: Answer): Comparison {
  const [ours, theirs] = [kindNames[gold.type], kindNames[pred.type]];
  if (gold.type === 'words' || pred.type === 'words') return unsaid(`${ours} against ${theirs}`);
  return { equal: false, how: `different: ${ours} against ${theirs}` };
}

function compareSpecials(gold: Answer, pred: Answer): Comparison {
  if (gold.type === 'special' && pred.type === 'special') {
    const close = new Set([gold.name, pred.name]);
    // "Infinitely many" can stand for every number, and "infinite" or "undefined" for ∞.
    const isNear =
      (close.has('infinitely many') && (close.has('every number') || close.has('infinity'))) ||
      (close.has('undefined') && (close.has('infinity') || close.has('minus infinity') || close.has('no solution')));
    if (gold.name !== pred.name && isNear) return unsaid(`${gold.name} against ${pred.name}`);
    return says(gold.name === pred.name, gold.name, `different: ${gold.name} against ${pred.name}`);
  }
  return kindsDiffer(gold, pred);
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
  const [ours, theirs] = [rowsOf(gold), rowsOf(pred)];
  if (ours === undefined && theirs === undefined) return undefined;
  const [a, b] = [ours ?? tupleRows(gold), theirs ?? tupleRows(pred)];
  if (a === undefined || b === undefined) return undefined;
  const isFlat = ours === undefined || theirs === undefined;
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

function tupleRows(answer: Answer): readonly (readonly Expr[])[] | undefined {
  if (answer.type !== 'list' || answer.order !== 'tuple') return undefined;
  const items = answer.items.map((item) => (item.type === 'value' ? item.expr : undefined));
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? [known] : undefined;
}

/** The first that differs, or the first that can't be said; else all are the same. */
export function weakest(comparisons: readonly Comparison[], same: string): Comparison {
  const worst = comparisons.find(({ equal }) => equal === false) ?? comparisons.find(({ equal }) => equal === null);
  if (worst !== undefined) return worst;
  return {
    equal: true,
    how: same,
    ...(comparisons.some(({ form }) => form !== undefined) && { form: 'not-as-asked' as const }),
  };
}

function compareLists(gold: Answer, pred: Answer, context: CompareContext): Comparison {
  if (gold.type === 'list' && pred.type === 'list') {
    const isTuple = [gold.order, pred.order].filter((order) => order === 'tuple').length;
    if (isTuple === 2) return compareInOrder(gold, pred, context, 'same in the same order');
    if (isTuple === 1) return compareTupleWithRow(gold, pred, context);
    return compareInAnyOrder(gold, pred, context);
  }
  const [list, other] = gold.type === 'list' ? [gold, pred] : [pred, gold];
  if (other.type === 'special' && list.type === 'list') {
    return other.name === 'no solution' || other.name === 'undefined'
      ? { equal: false, how: `different: several answers against ${other.name}` }
      : unsaid(`several answers against ${other.name}`);
  }
  if (list.type !== 'list' || other.type === 'words' || other.type === 'range')
    return unsaid('several answers against something else');
  if (list.order === 'tuple') return { equal: false, how: `different: a tuple against ${kindNames[other.type]}` };
  const [only, second] = list.items;
  if (only !== undefined && second === undefined)
    return gold === list ? compareAnswers(only, other, context) : compareAnswers(other, only, context);
  const found = list.items.map((item) => compareAnswers(item, other, context));
  if (found.every(({ equal }) => equal === true)) {
    // 15 39/40, or 639/40: one answer in two forms.
    const [first] = list.items;
    const isWrittenTwice = list.items.every(
      (item) =>
        item === first || (item.type === 'value' && first?.type === 'value' && !sameExpr(item.expr, first.expr)),
    );
    return isWrittenTwice
      ? { equal: true, how: 'same number, in two forms' }
      : unsaid('the same answer, once and several times');
  }
  return { equal: false, how: `different: ${list.items.length} answers against one` };
}

type List = AnswerOf<'list'>;

function compareInOrder(gold: List, pred: List, context: CompareContext, same: string): Comparison {
  if (gold.items.length !== pred.items.length) {
    return { equal: false, how: `different: ${gold.items.length} entries against ${pred.items.length}` };
  }
  return weakest(
    gold.items.map((item, index) => compareAnswers(item, pred.items[index] ?? item, context)),
    same,
  );
}

/** (6, 31, −1) and "6, 31, −1", or "p = 6, q = 31, r = −1": the same where the order is. */
function compareTupleWithRow(gold: List, pred: List, context: CompareContext): Comparison {
  const inOrder = compareInOrder(gold, pred, context, 'same in the same order');
  if (inOrder.equal !== true)
    return inOrder.equal === false && gold.items.length === pred.items.length
      ? unsaid('a tuple against several answers')
      : inOrder;
  const [row, tuple] = gold.order === 'tuple' ? [pred, gold] : [gold, pred];
  if (row.order === 'set') return unsaid('a tuple against a set');
  const names = row.items.map(({ label }) => label?.text);
  const tupleNames = tuple.label?.text.replace(/[()\s]/g, '').split(',');
  if (names.every((name) => name !== undefined) && new Set(names).size === names.length) {
    if (tupleNames === undefined || tupleNames.join() === names.join()) return inOrder;
    return unsaid('the names stand in another order');
  }
  const isPoint =
    /\bpoints?\b|coordinate|ordered (?:pair|triple)|intersect|vertex|\\?\(\s*[a-z]\s*,\s*[a-z]\s*(?:,\s*[a-z]\s*)?\\?\)/i.test(
      context.question ?? '',
    );
  return gold.items.length > 2 || isPoint ? inOrder : unsaid('a pair against two answers');
}

/** As sets; an answer that is said twice on one side only leaves it open. */
function compareInAnyOrder(gold: List, pred: List, context: CompareContext): Comparison {
  const aligned = compareNamed(gold, pred, context);
  if (aligned !== undefined) return aligned;
  const same = gold.order === 'set' || pred.order === 'set' ? 'same set' : 'same answers';
  const used = new Set<number>();
  let [open, isForm] = [undefined as Comparison | undefined, false];
  for (const item of gold.items) {
    const found = pred.items.map((other) => compareAnswers(item, other, context));
    const free = found.findIndex(({ equal }, index) => equal === true && !used.has(index));
    const any = free >= 0 ? free : found.findIndex(({ equal }) => equal === true);
    if (any >= 0) {
      used.add(any);
      isForm ||= found[any]?.form !== undefined;
    } else if (found.every(({ equal }) => equal === false)) {
      return {
        equal: false,
        how:
          gold.items.length === pred.items.length
            ? 'different answers'
            : `different: ${gold.items.length} answers against ${pred.items.length}`,
      };
    } else open ??= found.find(({ equal }) => equal === null);
  }
  for (const [index, other] of pred.items.entries()) {
    if (used.has(index)) continue;
    const found = gold.items.map((item) => compareAnswers(item, other, context));
    if (found.every(({ equal }) => equal === false))
      return { equal: false, how: `different: ${gold.items.length} answers against ${pred.items.length}` };
    if (found.every(({ equal }) => equal !== true)) open ??= found.find(({ equal }) => equal === null);
  }
  if (open !== undefined) return unsaid(open.how);
  if (gold.items.length !== pred.items.length && same !== 'same set') return unsaid('one answer is said several times');
  return { equal: true, how: same, ...(isForm && { form: 'not-as-asked' as const }) };
}

/** x = −5, p = 14/3: by name where both have names, in order where one of them has. */
function compareNamed(gold: List, pred: List, context: CompareContext): Comparison | undefined {
  const [ours, theirs] = [namesOf(gold), namesOf(pred)];
  const isOurs = ours !== undefined && new Set(ours).size === ours.length && ours.length > 1;
  const isTheirs = theirs !== undefined && new Set(theirs).size === theirs.length && theirs.length > 1;
  if (!isOurs && !isTheirs) return undefined;
  if (isOurs && isTheirs) {
    if (ours.length !== theirs.length)
      return { equal: false, how: `different: ${ours.length} answers against ${theirs.length}` };
    if (!ours.every((name) => theirs.includes(name))) return undefined;
    return weakest(
      gold.items.map((item, index) =>
        compareAnswers(item, pred.items[theirs.indexOf(ours[index] ?? '')] ?? item, context),
      ),
      'same answers',
    );
  }
  if (gold.items.length !== pred.items.length) return undefined;
  const [names, plain] = isOurs ? [ours, pred] : [theirs, gold];
  // x₁ and x₂ are two values of one unknown: their order says nothing.
  if (names?.every((name) => /^[A-Za-z]_?\d$/.test(name))) return undefined;
  if (plain.items.some(({ label }) => label !== undefined)) return undefined;
  const inOrder = compareInOrder(gold, pred, context, 'same answers in the same order');
  return inOrder.equal === true
    ? inOrder
    : inOrder.equal === false
      ? { equal: false, how: 'different answers, taken in their order' }
      : inOrder;
}

function namesOf(list: List): readonly string[] | undefined {
  const names = list.items.map(({ label }) => label?.text);
  const known = names.filter((name) => name !== undefined);
  return known.length === names.length ? known : undefined;
}

function compareTimes(gold: Answer, pred: Answer, context: CompareContext): Comparison {
  if (gold.type === 'time' && pred.type === 'time') {
    if (context.asked.isRatio && gold.isHalfOpen && pred.isHalfOpen) {
      const parts = (time: AnswerOf<'time'>): readonly number[] => [Math.floor(time.minutes / 60), time.minutes % 60];
      const [[a = 0, b = 0], [c = 0, d = 0]] = [parts(gold), parts(pred)];
      return says(a * d === b * c, 'same ratio', 'different ratios');
    }
    if (gold.seconds !== pred.seconds) return { equal: false, how: 'different times' };
    if (gold.minutes === pred.minutes) return { equal: true, how: 'same time' };
    if (gold.minutes % 720 !== pred.minutes % 720) return { equal: false, how: 'different times' };
    // 3:30 against 3:30 PM: the half of the day is left out. 3:30 against 15:30 leaves it open.
    if (gold.isHalfOpen !== pred.isHalfOpen) {
      const [open, sure] = gold.isHalfOpen ? [gold, pred] : [pred, gold];
      const isNamed = open.minutes % 720 !== 0 && sure.minutes >= 780;
      return isNamed || sure.minutes < 720
        ? { equal: true, how: 'same time, the half of the day is left out' }
        : unsaid('noon or midnight');
    }
    return gold.isHalfOpen ? unsaid('the half of the day is not said') : { equal: false, how: 'different times' };
  }
  const [time, other] = gold.type === 'time' ? [gold, pred] : [pred, gold];
  if (other.type === 'words' || other.type === 'ratio') return unsaid('a time against something else');
  if (other.type === 'value' && time.type === 'time' && time.isHalfOpen)
    return unsaid('a time or a ratio against a number');
  return kindsDiffer(gold, pred);
}

function compareRatios(gold: Answer, pred: Answer, context: CompareContext): Comparison {
  const [ours, theirs] = [partsOf(gold), partsOf(pred)];
  if (ours === undefined || theirs === undefined) return kindsDiffer(gold, pred);
  if (ours.length !== theirs.length) return { equal: false, how: 'different: ratios of different length' };
  const [a, b] = [ours[0], theirs[0]];
  if (a === undefined || b === undefined) return unsaid('no ratio');
  const products = ours.slice(1).map((item, index): Comparison => {
    const cross = (x: Expr, y: Expr): Expr => ({ kind: 'multiply', factors: [x, y], sign: 'dot' });
    return compareExprs(cross(item, b), cross(a, theirs[index + 1] ?? b), context);
  });
  const result = weakest(products, 'same ratio');
  return result.equal === false ? { equal: false, how: 'different ratios' } : result;
}

/** 3:2, and 3/2 or 1.5 against it. */
function partsOf(answer: Answer): readonly Expr[] | undefined {
  if (answer.type === 'ratio') return answer.parts;
  if (answer.type !== 'value' || answer.unit?.type === 'known' || answer.isPercent === true) return undefined;
  if (answer.expr.kind === 'divide') return [answer.expr.numerator, answer.expr.denominator];
  return [answer.expr, { kind: 'number', value: one, notation: 'integer', text: '1' }];
}

function compareCongruences(gold: Answer, pred: Answer, context: CompareContext): Comparison {
  if (gold.type !== 'congruence' || pred.type !== 'congruence') return unsaid('a congruence against something else');
  const modulus = compareExprs(gold.modulus, pred.modulus, context);
  if (modulus.equal !== true) return modulus;
  const residues = (answer: AnswerOf<'congruence'>): readonly (bigint | undefined)[] =>
    answer.residues.map((item) => residueOf(item, answer.modulus));
  const [ours, theirs] = [residues(gold), residues(pred)];
  if ([...ours, ...theirs].some((item) => item === undefined)) return unsaid('congruences with unknowns');
  const isSame = ours.every((item) => theirs.includes(item)) && theirs.every((item) => ours.includes(item));
  return says(isSame, 'same residues', 'different residues');
}

function residueOf(item: Expr, modulus: Expr): bigint | undefined {
  const [value, divisor] = [integerOf(item), integerOf(modulus)];
  if (value === undefined || divisor === undefined || divisor === 0n) return undefined;
  const size = divisor < 0n ? -divisor : divisor;
  return ((value % size) + size) % size;
}

function integerOf(expr: Expr): bigint | undefined {
  if (expr.kind === 'negate') {
    const inner = integerOf(expr.operand);
    return inner === undefined ? undefined : -inner;
  }
  return expr.kind === 'number' && expr.value.d === 1n ? expr.value.n * (expr.value.s < 0n ? -1n : 1n) : undefined;
}

/** Words that are the same but for case, articles and plurals; two single words are two answers. */
function compareWords(gold: Answer, pred: Answer): Comparison {
  if (gold.type !== 'words' || pred.type !== 'words') return asLetters(gold, pred) ?? kindsDiffer(gold, pred);
  const [ours, theirs] = [gold.words.map(stem), pred.words.map(stem)];
  if (ours.join(' ') === theirs.join(' ')) return { equal: true, how: 'same words' };
  const isShared = ours.some((word) => theirs.includes(word));
  return ours.length <= 2 && theirs.length <= 2 && !isShared
    ? { equal: false, how: `different: ${gold.words.join(' ')} against ${pred.words.join(' ')}` }
    : unsaid('different words');
}

function stem(word: string): string {
  return word.length > 3 ? word.replace(/(?<=[^s])s$/, '') : word;
}

/** `$odd$` that was read as letters. */
function asLetters(gold: Answer, pred: Answer): Comparison | undefined {
  const [words, other] = gold.type === 'words' ? [gold, pred] : [pred, gold];
  if (words.type !== 'words' || other.type !== 'value' || words.words.length !== 1) return undefined;
  const letters = other.expr.kind === 'multiply' ? other.expr.factors : [other.expr];
  const text = letters.map((letter) => (letter.kind === 'symbol' ? letter.name : '?')).join('');
  return text.toLowerCase() === words.words[0] ? { equal: true, how: 'same words' } : undefined;
}
