import { sameExpr } from '../../math/tree.ts';
import type { Answer, AnswerOf, Comparison } from './answer.ts';
import { kindNames, unsaid, type CompareContext } from './compareContext.ts';

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

export function compareLists(gold: Answer, pred: Answer, context: CompareContext): Comparison {
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
  if (list.type === 'list' && list.order === 'tuple' && other.type === 'range')
    return { equal: false, how: 'different: a tuple against an interval' };
  if (list.type !== 'list' || other.type === 'words' || other.type === 'range')
    return unsaid('several answers against something else');
  if (list.order === 'tuple') return { equal: false, how: `different: a tuple against ${kindNames[other.type]}` };
  const [only, second] = list.items;
  if (only !== undefined && second === undefined)
    return gold === list ? context.compare(only, other, context) : context.compare(other, only, context);
  const found = list.items.map((item) => context.compare(item, other, context));
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
    gold.items.map((item, index) => context.compare(item, pred.items[index] ?? item, context)),
    same,
  );
}

/** (6, 31, −1) and "6, 31, −1", or "p = 6, q = 31, r = −1": the same where the order is. */
function compareTupleWithRow(gold: List, pred: List, context: CompareContext): Comparison {
  const ofTuples = gold.order === 'tuple' ? pred : gold;
  if (ofTuples.items.length > 1 && ofTuples.items.every((item) => item.type === 'list' && item.order === 'tuple'))
    return { equal: false, how: `different: ${ofTuples.items.length} tuples against one` };
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
    const wanted = tupleNames ?? [...names].sort();
    if (wanted.join() === names.join()) return inOrder;
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
    const found = pred.items.map((other) => compareMembers(item, other, context));
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
    const found = gold.items.map((item) => compareMembers(item, other, context));
    if (found.every(({ equal }) => equal === false))
      return { equal: false, how: `different: ${gold.items.length} answers against ${pred.items.length}` };
    if (found.every(({ equal }) => equal !== true)) open ??= found.find(({ equal }) => equal === null);
  }
  if (open !== undefined) return unsaid(open.how);
  if (gold.items.length !== pred.items.length && same !== 'same set') return unsaid('one answer is said several times');
  return { equal: true, how: same, ...(isForm && { form: 'not-as-asked' as const }) };
}

/** Among members, {2} is not 2. */
function compareMembers(gold: Answer, pred: Answer, context: CompareContext): Comparison {
  const isSet = (answer: Answer): boolean => answer.type === 'list' && answer.order === 'set';
  if (isSet(gold) !== isSet(pred) && (gold.type === 'value' || pred.type === 'value'))
    return { equal: false, how: 'different: a set against a number or an expression' };
  return context.compare(gold, pred, context);
}

/** x = −5, p = 14/3: by name where both have names, in order where one of them has. */
function compareNamed(gold: List, pred: List, context: CompareContext): Comparison | undefined {
  const [ours, theirs] = [namesOf(gold), namesOf(pred)];
  const [isOurs, isTheirs] = [areDistinct(ours), areDistinct(theirs)];
  if (!isOurs && !isTheirs) return undefined;
  if (isOurs && isTheirs && ours !== undefined && theirs !== undefined) {
    if (ours.length !== theirs.length)
      return { equal: false, how: `different: ${ours.length} answers against ${theirs.length}` };
    if (!ours.every((name) => theirs.includes(name))) return undefined;
    const byName = weakest(
      gold.items.map((item, index) =>
        context.compare(item, pred.items[theirs.indexOf(ours[index] ?? '')] ?? item, context),
      ),
      'same answers',
    );
    // x₁ and x₂ can be two unknowns or two solutions for one.
    const areNumbered = ours.every((name) => /^[a-z]_?[1-9]$/.test(name)) && ours.some((name) => name.endsWith('1'));
    return byName.equal === false && areNumbered ? unsaid('different under the same names') : byName;
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

function areDistinct(names: readonly string[] | undefined): boolean {
  return names !== undefined && names.length > 1 && new Set(names).size === names.length;
}

function namesOf(list: List): readonly string[] | undefined {
  const names = list.items.map(({ label }) => label?.text);
  const known = names.filter((name) => name !== undefined);
  return known.length === names.length ? known : undefined;
}
