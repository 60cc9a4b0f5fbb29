import type { Problem } from '../../session/step.ts';
import type { Rational } from '../../math/rational.ts';
import { rational } from '../../math/rational.ts';
import { parseMath } from '../../math/read/parseMath.ts';
import { isStatement } from '../../math/read/statements.ts';
import { freeSymbols } from '../../math/tree.ts';
import type { Reading, ReadResult, Task } from '../task.ts';
import { createContext, type ReadContext } from './context.ts';
import type { Understood } from './entry.ts';
import { askedIn, findQuestion } from './findQuestion.ts';
import { isGiving, readGivens } from './givens.ts';
import { plainProse } from './plainProse.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { restrictionIn } from './restrictions.ts';
import { settle } from './settle.ts';
import { Slots } from './slots.ts';
import { bareTask } from './taskOfExpr.ts';
import { textTokens, type TextToken } from './textTokens.ts';
import { notUnderstood, unclear } from './unclear.ts';

/** Longer texts are no single problem; a formula alone may be longer. */
const maxProse = 20_000;
const maxTokens = 4_000;

/** Reads a problem as a person writes it. Never throws; what is not understood is said in one plain sentence. */
export function readProblem(problem: Pick<Problem, 'text'>): ReadResult {
  const { text } = problem;
  if (text.trim() === '') return notUnderstood('There is nothing to solve: the text is empty.');
  if (text.length > maxProse) return readLongFormula(text);
  const prose = plainProse(text);
  const tokens = textTokens(prose);
  if (tokens.length > maxTokens) return notUnderstood('This text is too long to be one problem.');
  const context = createContext(prose);
  const result = readSentences(context, prose, tokens);
  const refusal = context.refusal.detail ?? restrictionIn(prose, result);
  return refusal === undefined ? result : notUnderstood(refusal);
}

function readSentences(context: ReadContext, text: string, tokens: readonly TextToken[]): ReadResult {
  const sentences = sentencesOf(text, tokens).filter((sentence) => !isInstruction(sentence));
  const bare = readBare(context, tokens);
  if (bare !== undefined) return finish(context, bare, text);

  let understood: Understood | undefined;
  let failed: Sentence | undefined;
  for (const sentence of sentences) {
    if (isGiving(sentence)) {
      const givens = readGivens(sentence, context, (body, known) => askedIn(body, known)?.task);
      if (givens !== undefined) {
        context.givens.push(...givens);
        continue;
      }
    }
    const found = findQuestion(sentence, context);
    if (found === undefined) {
      const givens = readGivens(sentence, context, (body, known) => askedIn(body, known)?.task);
      if (givens === undefined) failed ??= sentence;
      else context.givens.push(...givens);
    } else if (understood === undefined) understood = found;
    else context.notes.add('The text asks several questions; this is the first of them.');
  }
  if (understood !== undefined && failed === undefined) return finish(context, understood, text);
  // A question that runs over several sentences: "… are picked from …. Give prob of …"
  const afresh = { ...createContext(text), refusal: context.refusal };
  const whole = askedIn(joined(tokens), afresh);
  if (whole !== undefined) return finish(afresh, whole, text);
  const solved = failed === undefined ? supposedQuestion(context) : undefined;
  return solved === undefined
    ? unclear(context, failed ?? sentences.at(-1), sentences.length)
    : finish(context, solved, text);
}

/** Everything up to the last mark, for questions that run over two sentences. */
function joined(tokens: readonly TextToken[]): readonly TextToken[] {
  const last = tokens.at(-1)?.text;
  return last === '.' || last === '?' ? tokens.slice(0, -1) : tokens;
}

/** "Suppose 2x + 3 = 7." alone asks for its letters. */
function supposedQuestion(context: ReadContext): Understood | undefined {
  const last = context.givens.at(-1);
  if (last?.type !== 'suppose') return undefined;
  context.givens.pop();
  return {
    task: { kind: 'solve', statements: last.statements, unknowns: [], domain: context.isComplex ? 'complex' : 'real' },
  };
}

/** A formula without a word: an equation is to be solved, an expression worked out or simplified. */
function readBare(context: ReadContext, tokens: readonly TextToken[]): Understood | undefined {
  const slots = new Slots(context, tokens, new Map());
  const expr = slots.parse(joined(tokens));
  if (expr === undefined || expr.kind === 'tuple') return undefined;
  slots.commit();
  if (!isStatement(expr)) return { task: bareTask(expr, context) };
  const statements = expr.kind === 'and' ? expr.items : [expr];
  return { task: { kind: 'solve', statements, unknowns: [], domain: context.isComplex ? 'complex' : 'real' } };
}

function readLongFormula(text: string): ReadResult {
  const isProse = /(?:\b[a-z]{4,}\s+){3}/i.test(text.slice(0, maxProse));
  const parsed = isProse ? undefined : parseMath(text.trim());
  if (parsed === undefined) return notUnderstood('This text is too long to be one problem.');
  if (parsed.type === 'failed') return notUnderstood('This text is too long to be one problem.', parsed.at);
  const context = createContext('');
  const task: Task = isStatement(parsed.expr)
    ? {
        kind: 'solve',
        statements: parsed.expr.kind === 'and' ? parsed.expr.items : [parsed.expr],
        unknowns: [],
        domain: 'real',
      }
    : bareTask(parsed.expr, context);
  return finish(context, { task }, text);
}

/** "Show your work", "Give your answer as a fraction": nothing that is asked, and nothing that is given. */
function isInstruction(sentence: Sentence): boolean {
  const text = sentence.map((token) => token.text).join(' ');
  if (/^(?:hint|assume (?:that )?all variables)\b/.test(text)) return true;
  const isCondition =
    /[=<>≤≥≠]|\\(?:le|ge|lt|gt|ne|in)|\b(?:positive|negative|integers?|largest|smallest|greatest|least|only)\b/;
  return (
    /^(?:show (?:your|all|the)|give your|write your|leave your|express your|simplify your|round your|justify|explain|you (?:may|can|should|must)|do not|don't|use exact|note|remember|answer)\b/.test(
      text,
    ) && !isCondition.test(text)
  );
}

/** How the answer should look where it can't be given so. */
function noteForm(context: ReadContext, task: Task): void {
  const isRounded = /\b(?:decimal places?|decimals|d\.p|significant (?:figures?|digits?)|nearest|approximat\w+)\b/i;
  if (task.kind === 'solve' && isRounded.test(context.text))
    context.notes.add('I give exact answers, not rounded ones.');
}

/** "Assume all variables are positive." */
function withPositive(context: ReadContext, task: Task): Task {
  if (task.kind !== 'simplify' || !/\bassume (?:that )?all variables\b[^.]*\bpositive\b/i.test(context.text))
    return task;
  return { ...task, positive: freeSymbols(task.expr) };
}

function finish(context: ReadContext, understood: Understood, text: string): ReadResult {
  const { task, givens } = settle(context, {
    task: withPositive(context, understood.task),
    givens: [...context.givens, ...(understood.givens ?? [])],
  });
  noteForm(context, task);
  const notes = [...context.notes];
  const reading: Reading = {
    givens,
    task,
    ...(notes.length > 0 && { note: notes.slice(0, 2).join(' ') }),
    numbers: numbersIn(text),
  };
  return { type: 'read', reading };
}

/** Numbers as they are written, each once. */
function numbersIn(text: string): readonly Rational[] {
  const found = new Set(text.slice(0, maxProse).match(/\d+(?:\.\d+)?/g) ?? []);
  return [...found].slice(0, 500).map((literal) => {
    const [whole = '0', places = ''] = literal.slice(0, 200).split('.');
    return rational(BigInt(whole + places), 10n ** BigInt(places.length));
  });
}
