import { add, and, equals, multiply, num, relation, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { contains, freeSymbols, sameExpr } from '../../math/tree.ts';
import { toText } from '../../math/print/toText.ts';
import type { Verdict } from '../../session/step.ts';
import type { Answer, Claim, Derivation, Move } from '../derivation.ts';
import type { TaskOf } from '../task.ts';
import { countWord } from './cases.ts';
import { shortConditions } from './conditions.ts';
import { compareValues } from './order.ts';
import { asStatement } from './readTask.ts';
import type { Outcome, Root, Setting, Solutions } from './outcome.ts';
import { solutionsLine } from './solutionsLine.ts';
import { tidy } from './tidy.ts';
import { verdictOf } from './verdict.ts';
import { listWords, math } from './words.ts';

type SolveTask = TaskOf<'solve'>;

/** From the solutions of an equation in one unknown to the answer to the question that was asked. */
export function finish(task: SolveTask, outcome: Outcome, setting: Setting): Derivation {
  if (outcome.type === 'stuck') return outcome;
  const { solutions } = outcome;
  const verdict = verdictOf(task, solutions, setting);
  const moves = [...outcome.moves];
  const said = moves.findLast((move) => move.latex !== undefined)?.latex;
  const closing = closingMove(task, solutions, setting, verdict, said);
  if (closing !== undefined && closing.latex !== said) moves.push(closing);
  if (task.select !== undefined) {
    const selected = select(task.select, solutions, setting);
    if (selected === undefined)
      return {
        type: 'stuck',
        reason: 'unsupported',
        detail: `I cannot name ${selectWords[task.select]}, because the solutions are not finitely many exact numbers.`,
      };
    moves.push(selected.move);
    return { type: 'solved', moves, answer: { ...selected.answer, verdict } };
  }
  return { type: 'solved', moves, answer: { ...answerOf(solutions, setting), verdict } };
}

/** States the answer where the last line of the working does not say it yet. */
function closingMove(
  task: SolveTask,
  solutions: Solutions,
  setting: Setting,
  verdict: Verdict,
  said: string | undefined,
): Move | undefined {
  const { unknown } = setting;
  const [statement] = task.statements;
  const original = statement ?? equals(sym(unknown), sym(unknown));
  const whole = task.statements.length > 1 ? and(...task.statements.map(asStatement)) : original;
  switch (solutions.type) {
    case 'roots': {
      const line = solutionsLine(unknown, solutions.roots);
      return {
        text:
          solutions.roots.length === 1
            ? 'This is the solution.'
            : `These are all ${countWord(solutions.roots.length)} solutions.`,
        latex: toTex(line),
        rule: 'state-answer',
        why: 'Nothing is left to be done: the unknown stands alone.',
        claim: { type: 'equivalent', from: whole, to: line, unknowns: [unknown] },
      };
    }
    case 'every': {
      const except = solutions.except ?? [];
      const sides = original.kind === 'relation' ? original.operands : [];
      const [left, right] = sides;
      const claim: Claim =
        left !== undefined && right !== undefined && original.kind === 'relation' && original.operators.join() === '='
          ? { type: 'equal', left, right }
          : { type: 'none' };
      return {
        text: `${left !== undefined && original.kind === 'relation' && original.operators.join() === '=' ? 'Both sides are the same' : 'This is true'}, whatever $${unknown}$ is: every number${except.length > 0 ? ` except ${listWords(except.map(math))}` : ''} is a solution.`,
        latex: everyTex(unknown, except),
        rule: 'identity',
        why: 'An equation whose sides are equal for every value of the unknown is an identity.',
        claim,
      };
    }
    case 'none':
      return {
        text: `${solutions.note === undefined ? '' : `${solutions.note} `}So there is ${noneWords(solutions, setting)}.`,
        latex: `${toTex(sym(unknown))} \\in \\emptyset`,
        rule: 'no-solution',
        why: 'A line that no number can fulfil follows from the equation, so no number fulfils the equation.',
        claim: {
          type: 'equivalent',
          from: whole,
          to: relation(sym(unknown), 'in', { kind: 'emptySet' }),
          unknowns: [unknown],
        },
      };
    case 'families': {
      const { latex } = answerOf(solutions, setting);
      const lines = solutions.values.map((value) => toTex(equals(sym(unknown), value))).join('\\text{ or }');
      return {
        text: `These are all the solutions, with any integer for $${solutions.letter}$.`,
        latex: lines === said ? said : latex,
        rule: 'collect-cases',
        why: 'A number solves the equation exactly when it solves one of the cases.',
        claim: { type: 'decided', verdict },
      };
    }
    case 'set': {
      const line = relation(sym(unknown), 'in', solutions.set);
      return {
        text: setWords(solutions.set),
        latex: toTex(line),
        rule: 'write-interval',
        why: 'A round bracket leaves the end out, a square bracket takes it in.',
        claim: { type: 'equivalent', from: and(...task.statements), to: line, unknowns: [unknown] },
      };
    }
  }
}

/** What kind of set it is. */
function setWords(set: Expr): string {
  switch (set.kind) {
    case 'union':
      return set.items.every((item) => item.kind === 'interval')
        ? 'Write the solutions as a union of intervals.'
        : 'Write the solutions as a union.';
    case 'set':
      return 'Write the solutions as a set.';
    default:
      return 'Write the solutions as an interval.';
  }
}

/** "no real solution (but complex ones: …)" */
function noneWords(solutions: Extract<Solutions, { readonly type: 'none' }>, { domain, unknown }: Setting): string {
  if (solutions.complex === undefined)
    return domain === 'real' && solutions.isImpossible !== true ? 'no real solution' : 'no solution';
  return `no real solution; over the complex numbers ${listWords(
    solutions.complex.map((value) => math(equals(sym(unknown), value))),
    'or',
  )}`;
}

function everyTex(unknown: string, except: readonly Expr[]): string {
  const all = `${toTex(sym(unknown))} \\in \\mathbb{R}`;
  return except.length === 0 ? all : `${all} \\setminus \\{${except.map(toTex).join(', ')}\\}`;
}

/** x = b/a says by itself that a is not 0. */
function isSeenBelow(condition: Expr, roots: readonly Root[]): boolean {
  if (condition.kind !== 'relation' || condition.operators[0] !== '!=') return false;
  const [left] = condition.operands;
  const isFactor = (below: Expr): boolean =>
    (below.kind === 'multiply' ? below.factors : [below]).some(
      (factor) => left !== undefined && sameExpr(factor, left),
    );
  return roots.every(({ value }) => contains(value, (node) => node.kind === 'divide' && isFactor(node.denominator)));
}

function answerOf(solutions: Solutions, setting: Setting): Omit<Answer, 'verdict'> {
  const { unknown } = setting;
  switch (solutions.type) {
    case 'roots': {
      const line = solutionsLine(unknown, solutions.roots);
      const [only] = solutions.roots;
      const conditions = conditionsOf(solutions.roots);
      const spoken = conditions.filter((condition) => !isSeenBelow(condition, solutions.roots));
      const single =
        solutions.roots.length === 1 && only !== undefined && only.places === undefined
          ? { value: only.value, values: { [unknown]: only.value } }
          : {};
      return {
        text: `${toText(line)}${spoken.length > 0 ? `, for ${listWords(spoken.map(toText))}` : ''}`,
        latex: `${toTex(line)}${conditions.length > 0 ? ` \\quad \\text{for } ${conditions.map(toTex).join(',\\ ')}` : ''}`,
        ...single,
      };
    }
    case 'every': {
      const except = solutions.except ?? [];
      return {
        text: `every number is a solution${except.length > 0 ? `, except ${listWords(except.map(toText))}${forIntegers(except)}` : ''}`,
        latex: everyTex(unknown, except),
      };
    }
    case 'none':
      return {
        text: noneText(solutions, setting),
        latex: `${toTex(sym(unknown))} \\in \\emptyset`,
      };
    case 'families': {
      const lines = solutions.values.map((value) => equals(sym(unknown), value));
      return {
        text: `${lines.map(toText).join(' or ')}, for every integer ${solutions.letter}`,
        latex: `${lines.map(toTex).join('\\text{ or }')}, \\quad ${solutions.letter} \\in \\mathbb{Z}`,
      };
    }
    case 'set':
      return {
        text: toText(solutions.set),
        latex: toTex(relation(sym(unknown), 'in', solutions.set)),
        value: solutions.set,
      };
  }
}

/** What must hold for the other letters, each condition once. */
function conditionsOf(roots: readonly Root[]): readonly Expr[] {
  return shortConditions(roots.flatMap(({ condition }) => condition ?? []));
}

/** Excluded values that repeat. */
function forIntegers(values: readonly Expr[]): string {
  const letters = [...new Set(values.flatMap((value) => [...freeSymbols(value)]))];
  return letters.length === 1 ? `, for every integer ${letters.join('')}` : '';
}

function noneText(solutions: Extract<Solutions, { readonly type: 'none' }>, { domain, unknown }: Setting): string {
  if (solutions.complex === undefined)
    return domain === 'real' && solutions.isImpossible !== true ? 'no real solution' : 'no solution';
  return `no real solution (complex: ${solutions.complex.map((value) => toText(equals(sym(unknown), value))).join(' or ')})`;
}

const selectWords = {
  largest: 'the largest solution',
  smallest: 'the smallest solution',
  sum: 'the sum of the solutions',
  product: 'the product of the solutions',
  count: 'the number of solutions',
} as const;

function select(
  what: keyof typeof selectWords,
  solutions: Solutions,
  setting: Setting,
): { readonly move: Move; readonly answer: Omit<Answer, 'verdict'> } | undefined {
  if (solutions.type !== 'roots' && solutions.type !== 'none') return undefined;
  const roots = solutions.type === 'roots' ? solutions.roots : [];
  if (what !== 'count' && roots.length === 0) return undefined;
  const value = selectedValue(what, roots);
  if (value === undefined) return undefined;
  const values = roots.map((root) => root.value);
  const working =
    what === 'sum' ? equals(add(...values), value) : what === 'product' ? equals(multiply(...values), value) : value;
  const names = selectWords[what];
  return {
    move: {
      text:
        what === 'count'
          ? `Count them: there ${roots.length === 1 ? 'is' : 'are'} ${countWord(roots.length)} ${setting.domain === 'real' ? 'real ' : ''}solution${roots.length === 1 ? '' : 's'}.`
          : `${names.charAt(0).toUpperCase()}${names.slice(1)} is ${math(value)}.`,
      latex: toTex(working),
      rule: 'select-solution',
      why: 'This is what the question asks for.',
      claim: working.kind === 'relation' ? { type: 'holds', statement: working } : orderClaim(what, values, value),
    },
    answer: { text: toText(value), latex: toTex(value), value, values: { [setting.unknown]: value } },
  };
}

function orderClaim(what: keyof typeof selectWords, values: readonly Expr[], value: Expr): Claim {
  const others = values.filter((other) => other !== value);
  if (what === 'count' || others.length === 0) return { type: 'none' };
  return {
    type: 'holds',
    statement: and(...others.map((other) => relation(value, what === 'largest' ? '>' : '<', other))),
  };
}

function selectedValue(what: keyof typeof selectWords, roots: readonly Root[]): Expr | undefined {
  const values = roots.map((root) => root.value);
  const sorted = [...values].sort(compareValues);
  switch (what) {
    case 'largest':
      return sorted.at(-1);
    case 'smallest':
      return sorted[0];
    case 'sum':
      return tidy(add(...values));
    case 'product':
      return tidy(multiply(...values));
    case 'count':
      return num(values.length);
  }
}
