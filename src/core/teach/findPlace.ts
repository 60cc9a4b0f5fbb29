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
  const rule = ruleOf(next.stretch.rule, next.task.kind);
  const look = rule?.look === undefined ? undefined : ended(rule.look);
  const spot = next.stretch.claims.map(changeOf).find((found) => found !== undefined);
  const texts: string[] = [];
  if (spot !== undefined && !spot.isWhole && (look === undefined || rule?.place !== undefined)) {
    const quoted = quotedIn(currentLine(partial, next), spot);
    if (quoted !== undefined)
      texts.push(look !== undefined && rule?.place === 'within' ? within(quoted, look) : `Look at ${quoted}.`);
    if (look === undefined || (rule?.place === 'alone' && spot.where !== ''))
      texts.push(`Look at ${spot.name} ${spot.where}`.trim() + '.');
  }
  const isFirst = partial.steps.length === 0;
  const parts = spot === undefined && isFirst ? shortParts(next) : [];
  const [only] = parts;
  if (look === undefined && parts.length > 0)
    texts.push(`Look at ${joinWords(parts.map((part) => `$${toTex(part)}$`))} in the question.`);
  else if (look !== undefined && only !== undefined && parts.length === 1 && rule?.place === 'within')
    texts.push(within(`$${toTex(only)}$`, look));
  if (look !== undefined) texts.push(`Look ${look}`);
  return [
    ...texts,
    isFirst ? 'Look at the question as a whole, and at what it asks for.' : 'Look at the last line as a whole.',
  ];
}

/** Of the formulas that are quoted, in characters of TeX. */
const longest = 200;

/** "the bracket $3(x - 2)$ on the left", where all of it stands in the lines. */
function quotedIn(lines: readonly Expr[], { nodes, name, where }: Spot): string | undefined {
  if (nodes.length > 4 || !nodes.every((node) => lines.some((line) => stands(node, line)))) return undefined;
  const formulas = nodes.map((node) => `$${toTex(node)}$`);
  return formulas.join('').length > longest ? undefined : `${name} ${joinWords(formulas)} ${where}`.trim();
}

/** "for what divides every term" and "at the middle term", with the full stop that a question has already. */
function ended(look: string): string {
  const words = look.startsWith('for ') ? look : `at ${look}`;
  return words.endsWith('?') ? words : `${words}.`;
}

function within(place: string, look: string): string {
  return `In ${place}, look ${look}`;
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

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
