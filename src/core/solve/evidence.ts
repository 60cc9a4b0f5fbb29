import type { Step, Verdict } from '../session/step.ts';
import type { Claim } from './derivation.ts';

/** What a person has seen so far, this step included: the problem's text, then the steps in their order. */
export interface Shown {
  readonly problem: string;
  readonly steps: readonly Pick<Step, 'text' | 'latex' | 'why'>[];
}

const mayAdd = 'It may hold for more numbers than the line before; the candidates are put back at the end.';

/**
 * The verdict of a step that others follow, told without a word about them: the checker knows all solutions of a line, and
 * a witness or a worked-out value in its evidence would be a later step's result.
 */
export function withoutForesight(verdict: Verdict, claims: readonly Claim[], shown: Shown): Verdict {
  // Whether an implication happens to keep the solutions is itself found out only when the candidates are put back.
  if (verdict.relation === 'adds-solutions' || (verdict.kind === 'proved' && claims.some(isImplication))) {
    return { kind: verdict.kind, how: verdict.how, relation: 'adds-solutions', evidence: mayAdd };
  }
  // The points of two lines that agree are their solutions, so that their number is a result.
  if (verdict.how === 'points' && verdict.relation === 'equivalent') {
    const { points: _, ...rest } = verdict;
    return { ...rest, evidence: generalSentence(verdict) };
  }
  const { evidence } = verdict;
  if (evidence === undefined || saysOnlyShown(evidence, verdict.points, shown)) return verdict;
  return { ...verdict, evidence: generalSentence(verdict) };
}

function isImplication(claim: Claim): boolean {
  return claim.type === 'implies' || (claim.type === 'all' && claim.claims.some(isImplication));
}

/** What the check was, in words that fit every step that passed it. */
function generalSentence({ how, relation, points }: Verdict): string | undefined {
  switch (how) {
    case 'symbolic':
      if (relation === 'equivalent') return 'Both lines have the same solutions.';
      return relation === 'equal' ? 'Both sides have the same normal form.' : undefined;
    case 'substitution':
      return 'Putting back confirms it exactly.';
    case 'recomputed':
      return 'A second computation, by a route of its own, gives the same.';
    case 'certified':
      return 'Evaluation with certified error bounds confirms it.';
    case 'points':
      if (relation === 'equivalent') return 'Both lines hold for the same numbers wherever it was tried.';
      return points === undefined ? undefined : `Both sides agree at ${points} ${points === 1 ? 'point' : 'points'}.`;
    default:
      return undefined;
  }
}

/** True where each side of each formula and each number of the sentence stands in what was shown. */
function saysOnlyShown(evidence: string, points: number | undefined, { problem, steps }: Shown): boolean {
  const seen = [problem, ...steps.flatMap(({ text, latex, why }) => [text, latex ?? '', why ?? ''])].map(compact);
  const isShown = (piece: string): boolean => seen.some((text) => occursIn(text, piece));
  return evidence.split('$').every((part, index) => {
    const isFormula = index % 2 === 1;
    if (isFormula) return sidesOf(part).every(isShown);
    return (part.match(/\d+(?:[.,/]\d+)*/g) ?? []).every((number) => number === points?.toString() || isShown(number));
  });
}

/** The sides of the relations in a formula, and the items of a list. */
function sidesOf(formula: string): readonly string[] {
  return formula
    .split(/[=<>;]|,(?:\\[ ,;:]|\s)|\\(?:neq|ne|leq|le|geq|ge|approx|in|to|quad|text\s*\{[^}]*\})(?![a-zA-Z])/)
    .map(compact)
    .filter((side) => side !== '' && side !== '\\dots');
}

/** One spelling for what may be spelled in several ways; a space stays where it parts words or numbers. */
function compact(text: string): string {
  return text
    .replaceAll(/\\(?:left|right)(?![a-zA-Z])|\\[ ,;:!]|\\quad/g, '')
    .replaceAll(/\\(?:cdot|times)(?![a-zA-Z])|[·×]/g, '*')
    .replaceAll('−', '-')
    .replaceAll(/\{(\w)\}/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?!\w)|(?<!\w) /g, '');
}

/** Whether the piece stands there by itself: -1 is not said by 2 - 1, nor 2x by 2x². */
function occursIn(text: string, piece: string): boolean {
  const isSigned = /^[-+]/.test(piece);
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
    const [before, after] = [text[at - 1] ?? '', text[at + piece.length] ?? ''];
    const isBegin = isSigned ? !/[\w)}.\]!^*/]/.test(before) : !/[\w.\\\-^/]/.test(before);
    const isEnd = !/[\w^/]/.test(after) && !(after === '.' && /\d/.test(text[at + piece.length + 1] ?? ''));
    if (isBegin && isEnd) return true;
  }
  return false;
}
