import { equals, integral, sym } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { toTex } from '../../../math/print/toTex.ts';
import { contains, sameExpr, substitute } from '../../../math/tree.ts';
import type { Move } from '../../derivation.ts';
import type { ExactWork } from '../../exactWork.ts';
import { tidy } from '../tidy.ts';
import { keyOfIntegral, replaceIntegrals } from './pending.ts';
import type { Plan, Stage, Substitution } from './plan.ts';
import { present, presentAnswer } from './present.ts';
import { sameSlope } from './slope.ts';

/** The lines of a plan as moves: each applies one idea to the first integral that is still pending. */
export function writePlan(plan: Plan, work: ExactWork): { readonly moves: readonly Move[]; readonly result: Expr } {
  const writer = new PlanWriter(plan, work);
  return writer.write();
}

const mostLines = 60;

class PlanWriter {
  readonly #plans = new Map<string, Plan>();
  readonly #x: string;
  readonly #work: ExactWork;
  readonly #moves: Move[] = [];
  readonly #letters: Substitution[] = [];
  #line: Expr;

  constructor(plan: Plan, work: ExactWork) {
    this.#x = plan.variable;
    this.#work = work;
    this.#line = integral(plan.integrand, plan.variable);
    this.#register(plan);
  }

  write(): { readonly moves: readonly Move[]; readonly result: Expr } {
    for (let count = 0; count < mostLines; count += 1) {
      const plan = this.#firstPending();
      if (plan === undefined) break;
      if (isBasic(plan)) this.#applyBasics();
      else this.#apply(plan);
    }
    const result = presentAnswer(this.#line, this.#x);
    return { moves: this.#withTidying(result), result };
  }

  #register(plan: Plan): void {
    const key = keyOfIntegral(plan.integrand, plan.variable);
    if (this.#plans.has(key)) return;
    this.#plans.set(key, plan);
    for (const child of plan.children) this.#register(child);
  }

  #pending(): readonly Plan[] {
    const found: Plan[] = [];
    contains(this.#line, (node) => {
      const plan = node.kind === 'integral' ? this.#plans.get(keyOfIntegral(node.body, node.variable)) : undefined;
      if (plan !== undefined) found.push(plan);
      return false;
    });
    // The tree is searched from its end: the first in reading order is the last found.
    return found.reverse();
  }

  #firstPending(): Plan | undefined {
    const pending = this.#pending();
    return pending.find((plan) => isBasic(plan)) ?? pending[0];
  }

  /** All integrals from the table at once. */
  #applyBasics(): void {
    const basics = this.#pending().filter(isBasic);
    const stages = basics.flatMap((plan) => plan.stages.slice(0, 1));
    const keys = new Set(basics.map((plan) => keyOfIntegral(plan.integrand, plan.variable)));
    const next = tidy(
      replaceIntegrals(this.#line, (body, x) => {
        const key = keyOfIntegral(body, x);
        return keys.has(key) ? this.#plans.get(key)?.stages[0]?.to : undefined;
      }),
    );
    const [first] = stages;
    if (first === undefined) return;
    this.#add(next, stages.length === 1 ? first : together(stages));
  }

  #apply(plan: Plan): void {
    const key = keyOfIntegral(plan.integrand, plan.variable);
    const start = this.#line;
    if (plan.substitution !== undefined) this.#letters.push(plan.substitution);
    for (const stage of plan.stages) {
      const next = tidy(replaceIntegrals(start, (body, x) => (keyOfIntegral(body, x) === key ? stage.to : undefined)));
      this.#moves.push(...(stage.before ?? []));
      this.#add(next, stage);
    }
  }

  #add(next: Expr, stage: Omit<Stage, 'to'>): void {
    // After side work the line would hang in the air without its left side.
    const isFirst = this.#moves.length === 0 || stage.before !== undefined;
    const claim = sameSlope(this.#line, next, this.#x, this.#letters, this.#work);
    const shown = present(next);
    const latex = isFirst ? toTex(equals(this.#line, shown)) : `= ${toTex(shown)}`;
    const move: Move = { text: stage.text, latex, why: stage.why, rule: stage.rule, claim };
    const { line, done } = this.#putBack(next);
    this.#line = line;
    this.#moves.push(
      done.length === 0 || sameExpr(line, next) ? move : withPutBack(move, next, line, done, this.#x, this.#work),
    );
  }

  /** The last line in the form of an answer belongs to the last idea. */
  #withTidying(result: Expr): readonly Move[] {
    const last = this.#moves.at(-1);
    const latex = `= ${toTex(result)}`;
    if (last?.latex === undefined || last.latex.endsWith(latex)) return this.#moves;
    const claim = sameSlope(this.#line, result, this.#x, [], this.#work);
    const tidied: Move = {
      text: 'Tidy up.',
      latex,
      why: 'Constant factors are multiplied in, equal terms are added, and what does not change goes into the constant of integration.',
      rule: 'tidy-up',
      claim,
    };
    const joined: Move = {
      ...last,
      text: `${last.text} Tidy up.`,
      latex: `${last.latex} ${latex}`,
      claim: { type: 'all', claims: [last.claim, claim] },
      parts: [...(last.parts ?? [last]), tidied],
    };
    return [...this.#moves.slice(0, -1), joined];
  }

  /** Letters whose integrals are all done give way to what they stand for, the newest first. */
  #putBack(next: Expr): { readonly line: Expr; readonly done: readonly Substitution[] } {
    let line = next;
    const done: Substitution[] = [];
    for (let last = this.#letters.at(-1); last !== undefined; last = this.#letters.at(-1)) {
      const { letter, value } = last;
      if (contains(line, (node) => node.kind === 'integral' && node.variable === letter)) break;
      line = tidy(substitute(line, { [letter]: value }));
      done.push(last);
      this.#letters.pop();
    }
    return { line, done };
  }
}

function isBasic(plan: Plan): boolean {
  return (
    plan.stages.length === 1 &&
    plan.children.length === 0 &&
    plan.substitution === undefined &&
    plan.stages[0]?.before === undefined
  );
}

function together(stages: readonly Stage[]): Omit<Stage, 'to'> {
  const texts = [...new Set(stages.map((stage) => stage.text))];
  const whys = [...new Set(stages.map((stage) => stage.why))];
  return {
    text: texts.length === 1 ? (texts[0] ?? '') : `Integrate each part: ${texts.map((text) => text).join(' ')}`,
    why: whys.slice(0, 3).join(' '),
    rule: stages[0]?.rule ?? 'integral-sum',
  };
}

function withPutBack(
  move: Move,
  line: Expr,
  result: Expr,
  done: readonly Substitution[],
  x: string,
  work: ExactWork,
): Move {
  const shown = done.map(({ letter, value }) => `$${toTex(equals(sym(letter), value))}$`).join(' and then ');
  const claim = sameSlope(line, result, x, [...done].reverse(), work);
  const last: Move = {
    text: `Put ${shown} back in.`,
    latex: `= ${toTex(present(result))}`,
    why: 'The question was asked in the first letter, so the answer must be too.',
    rule: 'put-back',
    claim,
  };
  return {
    ...move,
    text: `${move.text} ${last.text}`,
    latex: `${move.latex ?? ''} = ${toTex(present(result))}`,
    claim: { type: 'all', claims: [move.claim, claim] },
    parts: [move, last],
  };
}
