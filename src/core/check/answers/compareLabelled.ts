import { sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { freeSymbols, substitute } from '../../math/tree.ts';
import type { Answer, Comparison, Label } from './answer.ts';
import { unsaid, type CompareContext } from './compareContext.ts';
import { compareStatements } from './compareStatements.ts';

/** Two answers with names in front; undefined where the names are the same and only the values count. */
export function compareLabelled(gold: Answer, pred: Answer, context: CompareContext): Comparison | undefined {
  const [ours, theirs] = [gold.label, pred.label];
  if (ours === undefined || theirs === undefined || sameLabel(ours, theirs)) return undefined;
  if (ours.functionName !== undefined && ours.functionName === theirs.functionName)
    return compareFunctions(gold, pred, ours, theirs, context);
  if (isDependent(ours) && isDependent(theirs)) return context.compare(bare(gold), bare(pred), context);
  if (isPhrase(ours) || isPhrase(theirs)) return context.compare(bare(gold), bare(pred), context);
  if (
    gold.relation === undefined ||
    pred.relation === undefined ||
    ours.functionName !== undefined ||
    theirs.functionName !== undefined
  ) {
    return unsaid(`${ours.text} against ${theirs.text}`);
  }
  const isSolved = [gold, pred].every((answer) => answer.type === 'value' && freeSymbols(answer.expr).length === 0);
  if (isSolved) return { equal: false, how: `different: ${ours.text} against ${theirs.text}` };
  return compareStatements(
    { type: 'statement', expr: gold.relation },
    { type: 'statement', expr: pred.relation },
    context,
  );
}

function sameLabel(a: Label, b: Label): boolean {
  return (
    a.text === b.text ||
    a.text.replace(/^m(?=\\angle)|\\overline|[|]/g, '') === b.text.replace(/^m(?=\\angle)|\\overline|[|]/g, '')
  );
}

/** y and f(x): the value of a function of x. */
function isDependent({ text, functionName }: Label): boolean {
  return text === 'y' || functionName === 'f' || functionName === 'y';
}

function isPhrase({ text }: Label): boolean {
  return /[a-z]{3}/.test(text) && !text.includes('\\') && !text.includes('_');
}

export function bare(answer: Answer): Answer {
  return { ...answer, label: undefined, relation: undefined };
}

/** W(n) = … and W(x) = …: the argument's name is bound. */
function compareFunctions(gold: Answer, pred: Answer, ours: Label, theirs: Label, context: CompareContext): Comparison {
  const [a, b] = [ours.argument ?? '', theirs.argument ?? ''];
  const isLetter = /^[A-Za-z]$/;
  if (!isLetter.test(a) || !isLetter.test(b)) return unsaid(`${ours.text} against ${theirs.text}`);
  if (gold.type !== 'value' || pred.type !== 'value') return unsaid(`${ours.text} against ${theirs.text}`);
  if (freeSymbols(pred.expr).includes(a)) return unsaid(`${ours.text} against ${theirs.text}`);
  const expr: Expr = substitute(pred.expr, { [b]: sym(a) });
  return context.compare(bare(gold), bare({ ...pred, expr }), context);
}
