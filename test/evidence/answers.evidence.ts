import { answersEqual } from '../../src/core/check/answers/answersEqual.ts';
import { extractAnswer } from '../../src/core/text/extractAnswer.ts';
import type { Table } from '../harness/table.ts';
import { dataFile, type Evidence, type EvidenceContext, percent, readJsonLines, sample } from './evidence.ts';
import { mutationsOf, rewritingsOf } from './support/rewriteAnswer.ts';

/** Rows whose label is a mere convention or a slip of the set, with the reason; they count for neither side. */
const conventions: Readonly<Record<string, string>> = {
  'qwen 10{,}000': 'its samples that answer 10000 are scored wrong',
  'mis-129': 'the work that is labelled wrong is right: both answers are n = 6',
  'mis-052': 'a wrong method that comes to the right value: 4/6 ÷ 2/2 is 2/3, and so is 8/12',
  'mis-053': 'a wrong method that comes to the right value: 6/8 ÷ 2/8 is 3/1, and so is 3',
};

interface EquivRow {
  readonly id: string;
  readonly gold: string;
  readonly pred: string;
  readonly expected: boolean;
}

interface MisconceptionRow {
  readonly id: string;
  readonly question: string;
  readonly incorrect: string;
  readonly correct: string;
}

interface ProblemRow {
  readonly problem: string;
  readonly solution: string;
  readonly answer: string;
}

interface WordProblemRow {
  readonly question: string;
  readonly solution: string;
  readonly answer: string;
}

interface SampledRow {
  readonly problem: string;
  readonly gt: string;
  readonly samples: readonly { readonly response: string; readonly pred: string; readonly score: boolean }[];
}

interface Files {
  readonly 'answers/equiv_dev.jsonl': EquivRow;
  readonly 'answers/misconceptions.jsonl': MisconceptionRow;
  readonly 'problems/math500.jsonl': ProblemRow;
  readonly 'problems/gsm8k_test.jsonl': WordProblemRow;
  readonly 'strategy/qwen_math_cot_100x8_rm.jsonl': SampledRow;
}

type Line = readonly [what: string, right: number, rows: number, note: string];

/** Equal answers: public checkers' tests, wrong answers of learners, and the answers of MATH-500 turned and twisted. */
export const evidence: Evidence = {
  name: 'answers',
  title: 'Equal answers and the final answer of a solution',
  isFitForTests: true,
  timeoutMs: 5 * 60_000,
  run(context) {
    const failures: string[] = [];
    const parts = [pairs, misconceptions, extraction, wordProblems, sampled, amongThemselves, rewritten, mutated];
    const lines = parts.flatMap((part) => part(context, failures));
    if (lines.length === 0) return Promise.resolve({ status: 'skipped', reason: 'The data is not on this machine.' });
    const table: Table = {
      title: 'Equal answers',
      columns: ['What', 'as it should be', 'of', 'share', 'note'],
      rows: lines.map(([what, right, rows, note]) => [what, right, rows, percent(right, rows), note]),
      notes: Object.entries(conventions).map(([id, reason]) => `Left out: ${id}, ${reason}.`),
    };
    return Promise.resolve({ status: 'ran', tables: [table], failures });
  },
};

/** `path` of rows that have the shape of `Files[path]`. */
function rowsOf<Path extends keyof Files>(context: EvidenceContext, path: Path): readonly Files[Path][] {
  const file = dataFile(context, path);
  return file === undefined ? [] : sample(readJsonLines<Files[Path]>(file), context);
}

function pairs(context: EvidenceContext, failures: string[]): readonly Line[] {
  const rows = rowsOf(context, 'answers/equiv_dev.jsonl').filter(({ id }) => conventions[id] === undefined);
  if (rows.length === 0) return [];
  let [right, wrong] = [0, 0];
  for (const { id, gold, pred, expected } of rows) {
    const { equal, how } = answersEqual(gold, pred);
    if (equal === expected) right += 1;
    else failures.push(`${id}: ${String(equal)} (${how}), not ${String(expected)}`);
    if (equal === true && !expected) wrong += 1;
  }
  return [['pairs of public checkers, as labelled', right, rows.length, `${wrong} false "equal"`]];
}

function misconceptions(context: EvidenceContext, failures: string[]): readonly Line[] {
  const rows = rowsOf(context, 'answers/misconceptions.jsonl').filter(({ id }) => conventions[id] === undefined);
  if (rows.length === 0) return [];
  let [apart, forms] = [0, 0];
  for (const { id, question, incorrect, correct } of rows) {
    const { equal, form, how } = answersEqual(correct, incorrect, { question });
    if (equal !== true) apart += 1;
    else if (form !== undefined) forms += 1;
    else failures.push(`${id}: a wrong answer is called equal (${how})`);
  }
  const note = `${forms} of them equal in value, but not in the form asked for`;
  return [["learners' wrong answers not called equal", apart + forms, rows.length, note]];
}

function extraction(context: EvidenceContext, failures: string[]): readonly Line[] {
  const rows = rowsOf(context, 'problems/math500.jsonl');
  if (rows.length === 0) return [];
  let [found, same] = [0, 0];
  for (const { problem, solution, answer } of rows) {
    const extracted = extractAnswer(solution);
    const verdict =
      extracted.type === 'found' ? answersEqual(answer, extracted.answer, { question: problem }) : undefined;
    if (verdict?.equal === true && verdict.form === undefined) found += 1;
    if (answersEqual(answer, solution, { question: problem }).equal === true) same += 1;
  }
  if (found < rows.length * 0.99)
    failures.push(`MATH-500: the answer is extracted from ${found} of ${rows.length} only`);
  return [
    ['MATH-500: the answer extracted from the solution', found, rows.length, ''],
    ['MATH-500: the solution equal to the answer', same, rows.length, ''],
  ];
}

function wordProblems(context: EvidenceContext, failures: string[]): readonly Line[] {
  const rows = rowsOf(context, 'problems/gsm8k_test.jsonl');
  if (rows.length === 0) return [];
  let [marked, unmarked, wrong] = [0, 0, 0];
  for (const { question, solution, answer } of rows) {
    const extracted = extractAnswer(`${solution}\n#### ${answer}`);
    if (extracted.type === 'found' && extracted.answer === answer) marked += 1;
    const { equal } = answersEqual(answer, solution, { question });
    if (equal === true) unmarked += 1;
    if (equal === false) wrong += 1;
  }
  if (marked < rows.length) failures.push(`GSM8K: the answer behind #### is found in ${marked} of ${rows.length} only`);
  return [
    ['GSM8K: the answer behind ####', marked, rows.length, ''],
    ['GSM8K: the answer of the work without a mark', unmarked, rows.length, `${wrong} taken wrong, the rest not said`],
  ];
}

/** Samples of a model: the answer in its response against the right one, as its own graders have it. */
function sampled(context: EvidenceContext, failures: string[]): readonly Line[] {
  const rows = rowsOf(context, 'strategy/qwen_math_cot_100x8_rm.jsonl');
  const samples = rows
    .filter(({ gt }) => conventions[`qwen ${gt}`] === undefined)
    .flatMap(({ problem, gt, samples: all }) => all.map((one) => ({ problem, gt, ...one })));
  if (samples.length === 0) return [];
  let [right, wrong] = [0, 0];
  for (const { problem, gt, response, score } of samples) {
    const { equal, how } = answersEqual(gt, response, { question: problem });
    if ((equal === true) === score) right += 1;
    else if (equal === true) {
      wrong += 1;
      failures.push(`a sample that is scored wrong is called equal to ${gt} (${how})`);
    } else context.log(`${gt}: ${String(equal)}, ${how}`);
  }
  return [['samples of a model, as scored', right, samples.length, `${wrong} false "equal"`]];
}

/** Answers of MATH-500 in no two of which the same value hides but these. */
const alike: ReadonlySet<string> = new Set([
  '42 52_8',
  '90^\\circ 90',
  '5 x=5',
  '\\pi 180^\\circ',
  '1,-2 -2,1',
  '40_9 36',
  '40_9 36^\\circ',
  '40_9 \\$36',
  '120^\\circ 120',
  '36 36^\\circ',
  '36 \\$36',
  '204_5 54',
  '\\frac{1}{4} \\frac14',
  '30^\\circ 30',
  '10,\\!080 10080',
  '15 15\\mbox{ cm}^2',
  '2 \\sqrt{5} 2\\sqrt{5}',
]);

function amongThemselves(context: EvidenceContext, failures: string[]): readonly Line[] {
  const all = [...new Set(rowsOf(context, 'problems/math500.jsonl').map(({ answer }) => answer))];
  if (all.length === 0) return [];
  let [count, right, open] = [0, 0, 0];
  for (const [index, gold] of all.entries()) {
    for (const pred of all.slice(index + 1)) {
      const { equal, how } = answersEqual(gold, pred);
      count += 1;
      const isAlike = alike.has(`${gold} ${pred}`) || alike.has(`${pred} ${gold}`);
      if ((equal === true) === isAlike) right += 1;
      else failures.push(`${gold} ~ ${pred}: ${String(equal)}, ${how}`);
      if (equal === null) open += 1;
    }
  }
  return [['pairs of different answers of MATH-500', right, count, `${open} not said`]];
}

function rewritten(context: EvidenceContext, failures: string[]): readonly Line[] {
  const rows = rowsOf(context, 'problems/math500.jsonl');
  const all = rows.flatMap(({ problem, answer }) => rewritingsOf(answer).map((text) => ({ problem, answer, text })));
  if (all.length === 0) return [];
  let right = 0;
  for (const { problem, answer, text } of all) {
    const { equal, how } = answersEqual(answer, text, { question: problem });
    if (equal === true) right += 1;
    else failures.push(`${answer} rewritten as ${text}: ${String(equal)}, ${how}`);
  }
  return [['answers of MATH-500 in another notation, equal', right, all.length, '']];
}

function mutated(context: EvidenceContext, failures: string[]): readonly Line[] {
  const rows = rowsOf(context, 'problems/math500.jsonl');
  const all = rows.flatMap(({ problem, answer }) => mutationsOf(answer).map((text) => ({ problem, answer, text })));
  if (all.length === 0) return [];
  let [right, open] = [0, 0];
  for (const { problem, answer, text } of all) {
    const { equal, how } = answersEqual(answer, text, { question: problem });
    if (equal !== true) right += 1;
    else failures.push(`${answer} changed to ${text} is called equal: ${how}`);
    if (equal === null) open += 1;
  }
  return [['answers of MATH-500 with one change, not equal', right, all.length, `${open} not said`]];
}
