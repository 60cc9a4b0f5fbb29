import type { Expr } from '../../math/expr.ts';
import { one } from '../../math/rational.ts';
import type { Answer, AnswerOf, Comparison } from './answer.ts';
import { weakest } from './compareLists.ts';
import { kindsDiffer, unsaid, type CompareContext } from './compareContext.ts';
import { compareExprs } from './compareExprs.ts';

function says(equal: boolean, same: string, different: string): Comparison {
  return { equal, how: equal ? same : different };
}

export function compareTimes(gold: Answer, pred: Answer, context: CompareContext): Comparison {
  if (gold.type === 'time' && pred.type === 'time') {
    if (context.asked.isRatio && gold.isHalfOpen && pred.isHalfOpen) {
      const parts = (time: AnswerOf<'time'>): readonly number[] => [Math.floor(time.minutes / 60), time.minutes % 60];
      const [[a = 0, b = 0], [c = 0, d = 0]] = [parts(gold), parts(pred)];
      return says(a * d === b * c, 'same ratio', 'different ratios');
    }
    if (gold.seconds !== pred.seconds) return { equal: false, how: 'different times' };
    if (gold.minutes === pred.minutes && gold.isHalfOpen === pred.isHalfOpen) return { equal: true, how: 'same time' };
    if (gold.minutes === pred.minutes && (gold.isHalfSaid || pred.isHalfSaid)) return { equal: true, how: 'same time' };
    if (gold.minutes % 720 !== pred.minutes % 720) return { equal: false, how: 'different times' };
    // 3:30 against 3:30 PM: the half of the day is left out. 3:30 against 15:30 leaves it open.
    if (gold.isHalfOpen !== pred.isHalfOpen) {
      if (!gold.isHalfSaid && !pred.isHalfSaid) return unsaid('the half of the day is not said');
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

export function compareRatios(gold: Answer, pred: Answer, context: CompareContext): Comparison {
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

export function compareCongruences(gold: Answer, pred: Answer, context: CompareContext): Comparison {
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
