import { derivative as derivativeNode, equals, multiply, negate, sym } from '../../math/build.ts';
import { differentiate } from '../../math/differentiate.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { rationalFunctionToExpr, toRationalFunction } from '../../math/rationalFunction.ts';
import { contains, freeSymbols, mapChildren, mapExpr, sameExpr, substitute } from '../../math/tree.ts';
import type { Derivation, Move, Way } from '../derivation.ts';
import { answerEqualTo } from '../expressions/answer.ts';
import type { Kind } from '../kind.ts';
import type { TaskOf } from '../task.ts';
import { applyRule, inOrder, type Applied } from './differentiation.ts';

/** First and higher derivatives, partial ones, and their value at a point. */
export const derivative: Kind = {
  id: 'derivative',
  tasks: ['derivative'],
  ways(task): readonly Way[] {
    if (task.kind !== 'derivative') return [];
    const variable = task.variable ?? variableOf(task.expr);
    if (differentiate(task.expr, variable) === undefined) return [];
    return [
      { id: 'differentiation-rules', name: 'the rules of differentiation', derive: () => derive(task, variable) },
    ];
  },
};

/** The only letter, else x where it occurs, else the first. */
export function variableOf(expr: Expr): string {
  const letters = freeSymbols(expr);
  return letters.length === 1 || !letters.includes('x') ? (letters[0] ?? 'x') : 'x';
}

function derive(task: TaskOf<'derivative'>, variable: string): Derivation {
  const moves: Move[] = [];
  let current = task.expr;
  for (let order = 1; order <= task.order; order += 1) {
    const next = differentiated(current, variable, task.isPartial);
    if (next === undefined)
      return {
        type: 'stuck',
        reason: 'unsupported',
        detail: 'There is a function in this whose derivative I do not know.',
      };
    moves.push(
      ...(task.order > 1
        ? [asOneOrder(next.moves, current, next.result, { variable, order, isPartial: task.isPartial })]
        : next.moves),
    );
    current = next.result;
  }
  if (task.at !== undefined) return valueAt(task, variable, moves, current, task.at);
  return { type: 'solved', moves, answer: answerEqualTo(expected(task, variable), current) };
}

/** What the rules give without any tidying: the other side of the comparison. */
function expected(task: TaskOf<'derivative'>, variable: string): Expr {
  let result = task.expr;
  for (let order = 0; order < task.order; order += 1) result = differentiate(result, variable) ?? result;
  return result;
}

/** With several orders each one is an idea, and its rules are the parts. */
function asOneOrder(
  parts: readonly Move[],
  from: Expr,
  to: Expr,
  { variable, order, isPartial }: Pick<TaskOf<'derivative'>, 'order' | 'isPartial'> & { readonly variable: string },
): Move {
  const [only] = parts;
  const names = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
  const name = names[order - 1] ?? `${order.toString()}th`;
  return {
    text: parts.length === 1 && only !== undefined ? withEnd(only.text, name) : `Work out the ${name} derivative.`,
    latex: toTex(
      equals(isPartial === true ? asPartial(derivativeNode(from, variable)) : derivativeNode(from, variable), to),
    ),
    why: only?.why,
    rule: only?.rule ?? 'power-rule',
    claim: { type: 'equal', left: differentiate(from, variable) ?? to, right: to },
    parts: parts.length > 1 ? parts : undefined,
  };
}

/** "Differentiate term by term: the first derivative." A sentence that has a colon already gets another one. */
function withEnd(text: string, name: string): string {
  const plain = text.replace(/\. Tidy up\.$/, ' and tidy up.');
  return plain.includes(': ')
    ? `${plain} That is the ${name} derivative.`
    : plain.replace(/\.$/, `: the ${name} derivative.`);
}

/** One derivative, rule by rule: every pass over the line is one move. */
export function differentiated(
  expr: Expr,
  variable: string,
  isPartial = false,
): { readonly moves: readonly Move[]; readonly result: Expr } | undefined {
  const start = derivativeNode(expr, variable);
  const moves: Move[] = [];
  let line: Expr = start;
  for (let pass = 0; pass < 40 && isPending(line); pass += 1) {
    const applied: { readonly node: Expr; readonly result: Applied }[] = [];
    const unknown: Expr[] = [];
    const walk = (node: Expr): Expr => {
      if (node.kind !== 'derivative') return mapChildren(node, walk);
      const result = applyRule(node.body, variable);
      if (result === undefined) {
        unknown.push(node);
        return node;
      }
      applied.push({ node, result });
      return result.result;
    };
    const next = walk(line);
    if (unknown.length > 0) return undefined;
    moves.push(moveFor(line, next, applied, variable, isPartial));
    line = next;
  }
  const result = inOrder(line);
  return { moves: withTidying(moves, line, result), result };
}

/** Tidying belongs to the last rule: one idea, with the two lines as its parts. */
function withTidying(moves: readonly Move[], line: Expr, result: Expr): readonly Move[] {
  const last = moves.at(-1);
  const latex = `= ${toTex(result)}`;
  if (last === undefined || sameExpr(result, line) || last.latex?.endsWith(latex) === true) return moves;
  const claim = { type: 'equal', left: line, right: result } as const;
  const tidied: Move = {
    text: 'Tidy up.',
    latex,
    why: 'Numbers go to the front, equal factors become powers, equal terms are added.',
    rule: 'tidy-up',
    claim,
  };
  const start = last.latex?.includes(' = ') === true ? `${last.latex} ${latex}` : `${last.latex ?? ''} ${latex}`;
  return [
    ...moves.slice(0, -1),
    {
      ...last,
      text: `${last.text} Tidy up.`,
      latex: start,
      claim: { type: 'all', claims: [last.claim, claim] },
      parts: [last, tidied],
    },
  ];
}

function isPending(expr: Expr): boolean {
  return contains(expr, (node) => node.kind === 'derivative');
}

function moveFor(
  from: Expr,
  to: Expr,
  applied: readonly { readonly node: Expr; readonly result: Applied }[],
  variable: string,
  isPartial: boolean,
): Move {
  const [first] = applied;
  const tex = (expr: Expr): string => toTex(isPartial ? asPartial(expr) : expr);
  const isFirstLine = from.kind === 'derivative';
  const shown = cleaned(to);
  const latex = isFirstLine ? tex(equals(from, shown)) : `= ${tex(shown)}`;
  const claim = { type: 'equal', left: resolved(from, variable), right: resolved(shown, variable) } as const;
  if (applied.length <= 1 || first === undefined) {
    return {
      text: first?.result.text ?? '',
      latex,
      why: first?.result.why,
      rule: first?.result.rule ?? 'power-rule',
      claim,
    };
  }
  const details = applied.map(({ node, result }) => `$${tex(equals(node, cleaned(result.result)))}$`);
  return {
    text: `Differentiate the parts: ${details.join(', ')}.`,
    latex,
    why: [...new Set(applied.map(({ result }) => result.why))].join(' '),
    rule: applied.every(({ result }) => result.rule === first.result.rule) ? first.result.rule : 'differentiate-parts',
    claim,
  };
}

function asPartial(expr: Expr): Expr {
  return mapExpr(expr, (node) => (node.kind === 'derivative' ? { ...node, isPartial: true } : node));
}

/** Ones and signs are put right while the line is built; nothing that a learner should see is done here. */
function cleaned(expr: Expr): Expr {
  return mapExpr(expr, (node) => {
    if (node.kind !== 'multiply') return node;
    const factors = multiply(...node.factors);
    const all = factors.kind === 'multiply' ? factors.factors : [factors];
    const isMinus = all.filter((factor) => factor.kind === 'negate').length % 2 === 1;
    const sizes = all.map((factor) => (factor.kind === 'negate' ? factor.operand : factor));
    const product = multiply(...sizes.filter((factor) => !isOne(factor)));
    return isMinus ? negate(product) : product;
  });
}

function isOne(expr: Expr): boolean {
  return expr.kind === 'number' && expr.value.n === 1n && expr.value.d === 1n;
}

/** The derivatives that are still pending worked out, so that lines can be compared. */
function resolved(expr: Expr, variable: string): Expr {
  return mapExpr(expr, (node) => (node.kind === 'derivative' ? (differentiate(node.body, variable) ?? node) : node));
}

function valueAt(
  task: TaskOf<'derivative'>,
  variable: string,
  moves: readonly Move[],
  slope: Expr,
  at: Expr,
): Derivation {
  const put = substitute(slope, { [variable]: at });
  const normal = toRationalFunction(put);
  if (normal === undefined)
    return {
      type: 'stuck',
      reason: 'unsupported',
      detail: `The derivative has no value that I can work out at $${toTex(equals(sym(variable), at))}$.`,
    };
  const value = rationalFunctionToExpr(normal);
  const whole = substitute(expected(task, variable), { [variable]: at });
  const last: Move = {
    text: `Put in $${toTex(equals(sym(variable), at))}$.`,
    latex: sameExpr(put, value) ? toTex(value) : toTex(equals(put, value)),
    why: 'The value of the derivative at a point is the slope there.',
    rule: 'put-in',
    claim: { type: 'equal', left: put, right: value },
  };
  return { type: 'solved', moves: [...moves, last], answer: answerEqualTo(whole, value) };
}
