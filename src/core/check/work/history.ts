import type { Expr } from '../../math/expr.ts';
import { freeSymbols, mapExpr, substitute } from '../../math/tree.ts';
import type { NamedFunction, Posed } from './posed.ts';
import { conjuncts, isStatementLike, together } from './shape.ts';

/** What an earlier line says, or the problem (index -1). */
export interface Fact {
  readonly index: number;
  readonly expr: Expr;
  /** It is wrong, or follows from what is wrong. */
  readonly isTainted: boolean;
  /** The case that it belongs to; 0 outside of all. */
  readonly branch: number;
  /** One equation of a system: what follows from it follows from the system, but it says less. */
  readonly isPart?: boolean | undefined;
  /** Another reading of the fact behind it. */
  readonly isOther?: boolean | undefined;
}

/** Equations that hold together, in several letters. */
function isSystem(expr: Expr): boolean {
  return freeSymbols(expr).length > 1 && conjuncts(expr).every((item) => item.kind === 'relation');
}

function isEquation(expr: Expr): boolean {
  return expr.kind === 'relation' && expr.operators.every((operator) => operator === '=');
}

/** 0 ≤ x < 2π, x in an interval: bounds for one letter. */
function isRange(expr: Expr): boolean {
  if (expr.kind !== 'relation' || freeSymbols(expr).length !== 1) return false;
  const isBounded = expr.operators.every((operator) => /^[<>]/.test(operator) || operator === 'in');
  return isBounded && expr.operands.every((side) => side.kind === 'symbol' || freeSymbols(side).length === 0);
}

/** What the lines so far have said. One object a work; it only grows. */
export class History {
  readonly posed: Posed;
  readonly facts: Fact[] = [];
  readonly definitions = new Map<string, Expr>();
  readonly functions: NamedFunction[];
  /** Conditions that hold from where they were said. */
  assumptions: Expr[] = [];
  /** Where the problem looks for its unknown: 0 ≤ x < 2π. Every line may leave it unsaid, but the answer has to keep to it. */
  readonly ranges: readonly Expr[];
  /** The conditions of the case that is being worked on. */
  caseConditions: Expr[] = [];
  branch = 0;
  /** Lines that are one of the cases of an earlier statement. */
  readonly alternatives: { readonly of: Expr; readonly expr: Expr }[] = [];
  private branches = 0;

  /** Conditions under which a line was right that nobody spoke of. */
  readonly risks: { readonly index: number; readonly condition: string }[] = [];
  /** More words than formulas: a solution that is told. */
  readonly isNarrative: boolean;

  constructor(posed: Posed, isNarrative = false) {
    this.posed = posed;
    this.isNarrative = isNarrative;
    this.functions = [...posed.functions];
    this.ranges = posed.statements.some(isEquation) ? posed.statements.filter(isRange) : [];
    this.assumptions = [...this.ranges];
    const solved = posed.statements.filter((statement) => !this.ranges.includes(statement));
    if (solved.length > 0) this.add(-1, together(solved), false);
    if (posed.expr) this.add(-1, posed.expr, false);
  }

  add(index: number, expr: Expr, isTainted: boolean): void {
    const parts = expr.kind === 'and' && isSystem(expr) ? expr.items : [];
    for (const part of parts) this.facts.push({ index, expr: part, isTainted, branch: this.branch, isPart: true });
    this.facts.push({ index, expr, isTainted, branch: this.branch });
  }

  /** Another reading of the line that was added last: it may be gone on from as well. */
  addOther(index: number, expr: Expr): void {
    const last = this.facts.at(-1);
    if (last?.index !== index) return;
    this.facts.splice(-1, 0, { ...last, expr, isPart: true, isOther: true });
  }

  /** Remembers how things stand; what it gives brings that back. */
  mark(): () => void {
    const [facts, alternatives, risks] = [[...this.facts], [...this.alternatives], [...this.risks]];
    const definitions = [...this.definitions];
    const { assumptions, caseConditions, branch } = this;
    return () => {
      this.facts.splice(0, this.facts.length, ...facts);
      this.alternatives.splice(0, this.alternatives.length, ...alternatives);
      this.risks.splice(0, this.risks.length, ...risks);
      this.definitions.clear();
      for (const [name, value] of definitions) this.definitions.set(name, value);
      this.assumptions = assumptions;
      this.caseConditions = caseConditions;
      this.branch = branch;
    };
  }

  assume(condition: Expr): void {
    this.assumptions = [...this.assumptions, condition];
  }

  beginCase(conditions: readonly Expr[]): void {
    this.branches += 1;
    this.branch = this.branches;
    this.caseConditions = [...conditions];
  }

  endCases(): void {
    this.branch = 0;
    this.caseConditions = [];
  }

  /** The facts that may be used here, the nearest first: those of other cases are not. */
  reachable(): readonly Fact[] {
    return this.facts.filter(({ branch }) => branch === 0 || branch === this.branch).reverse();
  }

  statements(): readonly Fact[] {
    return this.reachable().filter(({ expr }) => isStatementLike(expr));
  }

  expressions(): readonly Fact[] {
    return this.reachable().filter(({ expr }) => !isStatementLike(expr));
  }

  conditions(): readonly Expr[] {
    return [...this.assumptions, ...this.caseConditions];
  }

  /** Every letter that was used so far. */
  letters(): ReadonlySet<string> {
    return new Set(this.facts.flatMap(({ expr }) => freeSymbols(expr)));
  }

  /** u replaced by what it stands for. */
  expanded(expr: Expr): Expr {
    let current = expr;
    for (let turn = 0; turn < 3 && this.definitions.size > 0; turn += 1) {
      if (!freeSymbols(current).some((name) => this.definitions.has(name))) break;
      current = substitute(current, this.definitions);
    }
    return current;
  }

  /** x_1 and x_2 are values of x, where only x was spoken of. */
  withoutIndices(expr: Expr): Expr {
    const known = this.letters();
    return mapExpr(expr, (node) => {
      if (node.kind !== 'symbol' || known.has(node.name)) return node;
      const base = /^([a-zA-Z]+)_[\d, ]+$/.exec(node.name)?.[1];
      return base !== undefined && known.has(base) ? { ...node, name: base } : node;
    });
  }
}
