import type { Expr } from '../math/expr.ts';
import { toTex } from '../math/print/toTex.ts';
import { parseMath } from '../math/read/parseMath.ts';
import { isStatement } from '../math/read/statements.ts';
import { contains, sameExpr } from '../math/tree.ts';
import type { NextMove } from '../solve/builtin.ts';
import type { Claim } from '../solve/derivation.ts';
import { expressionsOf } from '../solve/mapTask.ts';
import { ruleOf } from '../solve/rules.ts';
import type { PartialSolution } from '../solve/solver.ts';
import { type Spot, spotOf } from './spot.ts';

/**
 * The second hint: only the place, never what becomes of it, from the fullest to the plainest. The place is where the two
 * lines of the step's claim differ; a formula is quoted only where it stands in what the learner has in sight.
 */
export function findPlace(partial: PartialSolution, next: NextMove): readonly string[] {
  const look = ruleOf(next.stretch.rule, next.task.kind)?.look;
  const current = currentLine(partial, next);
  const spot = next.stretch.claims.map(changeOf).find((found) => found !== undefined);
  const there = look === undefined ? '' : ` There, look at ${ended(look)}`;
  const texts: string[] = [];
  if (spot !== undefined && !spot.isWhole) {
    const quoted = spot.nodes.filter((node) => current.some((line) => stands(node, line)));
    if (quoted.length === spot.nodes.length && spot.nodes.length <= 4)
      texts.push(`Look at ${spot.words}: ${joinWords(quoted.map((node) => `$${toTex(node)}$`))}.${there}`);
    texts.push(`Look at ${spot.words}.${there}`);
  }
  if (look !== undefined) texts.push(`Look at ${ended(look)}`);
  const numbers = spot === undefined && partial.steps.length === 0 ? shortParts(next) : [];
  if (numbers.length > 0)
    texts.unshift(`Look at ${joinWords(numbers.map((part) => `$${toTex(part)}$`))} in the question.${there}`);
  if (look === undefined && next.stretch.rule.endsWith('both-sides'))
    texts.push('Look at both sides, and at what should not stay where it is.');
  return [
    ...texts,
    partial.steps.length === 0
      ? 'Look at the question as a whole, and at what it asks for.'
      : 'Look at the last line as a whole.',
  ];
}

/** What the learner has in sight: the problem's own formulas, or the last line. */
function currentLine({ steps }: PartialSolution, { reading, task }: NextMove): readonly Expr[] {
  const latex = steps.findLast((step) => step.latex !== undefined)?.latex;
  const given = [...expressionsOf(reading.task), ...(steps.length === 0 ? expressionsOf(task) : [])];
  if (latex === undefined) return given;
  const parsed = parseMath(latex);
  return parsed.type === 'parsed' ? [parsed.expr] : [];
}

function stands(node: Expr, line: Expr): boolean {
  if (contains(line, (part) => sameExpr(part, node))) return true;
  return node.kind === 'negate' && contains(line, (part) => sameExpr(part, node.operand));
}

function changeOf(claim: Claim): Spot | undefined {
  switch (claim.type) {
    case 'equal':
      return spotOf(claim.left, claim.right);
    case 'equivalent':
    case 'implies':
      return spotOf(claim.from, claim.to);
    case 'all':
      return claim.claims.map(changeOf).find((spot) => spot !== undefined);
    default:
      return undefined;
  }
}

/** The few numbers or short expressions that the question names. */
function shortParts({ reading }: NextMove): readonly Expr[] {
  const parts = expressionsOf(reading.task);
  return parts.length <= 3 && parts.every((part) => !isStatement(part)) ? parts : [];
}

function ended(words: string): string {
  return words.endsWith('?') ? words : `${words}.`;
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
