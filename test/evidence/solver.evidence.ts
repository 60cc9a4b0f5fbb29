import { type Table } from '../harness/table.ts';
import { dataFile, type Evidence, type EvidenceContext, percent, readJsonLines, sample } from './evidence.ts';
import { type Form, hasForm, sameAnswer } from './support/judgeAnswer.ts';
import { solveWhole } from './support/solveWhole.ts';

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly question: string;
  readonly expected: string;
  readonly form: Form;
  /** For an antiderivative: the integrand. */
  readonly asked: string;
  readonly areAllLetters: boolean;
  /** 'refuted': the data's own check found its answer not equal to the question; 'none': it has no answer, so a verified one is right. */
  readonly label?: 'refuted' | 'none' | undefined;
}

interface Count {
  rows: number;
  right: number;
  verified: number;
  wrong: number;
  wrongVerified: number;
  stuck: number;
  /** Rows whose answer the data itself refutes: neither right nor wrong. */
  refuted: number;
  faults: number;
}

interface DeepMindRow {
  readonly id: string;
  readonly module: string;
  readonly question: string;
  readonly answer: string;
}

interface MathStepsRow {
  readonly id: string;
  readonly task: string;
  readonly test: string;
  readonly input: string;
  readonly expected: string;
  /** Whether the data's own check found question and answer equal. */
  readonly sympy_verified: boolean | null;
}

interface CasRow {
  readonly id: string;
  readonly task: string;
  readonly input: string;
  readonly args: readonly string[];
  readonly expected: string;
}

/** The answers of the built-in solver on the public problem sets, from the words or the bare formula. */
export const evidence: Evidence = {
  name: 'solver',
  title: 'The built-in solver',
  isFitForTests: true,
  timeoutMs: 20 * 60_000,
  async run(context) {
    const sets: readonly { readonly name: string; readonly goal: number; readonly rows: readonly Row[] | undefined }[] =
      [
        {
          name: 'deepmind_mathematics',
          goal: 0.98,
          rows: readRows<DeepMindRow>(context, 'solver/deepmind_mathematics_dev.jsonl')?.map(deepMindRow),
        },
        {
          name: 'mathsteps',
          goal: 0.97,
          rows: readRows<MathStepsRow>(context, 'solver/mathsteps.jsonl')?.map(mathStepsRow),
        },
        { name: 'cas', goal: 0.97, rows: readRows<CasRow>(context, 'solver/cas_dev.jsonl')?.map(casRow) },
      ];
    if (sets.every((set) => set.rows === undefined))
      return { status: 'skipped', reason: 'the problem sets are not on this machine (THUNK_DATA)' };
    const tables: Table[] = [];
    const failures: string[] = [];
    for (const { name, goal, rows } of sets) {
      if (rows === undefined) continue;
      const counts = await countRows(context, rows);
      const total = sumOf([...counts.values()]);
      tables.push(tableOf(name, counts, total));
      if (total.right < Math.floor(goal * total.rows))
        failures.push(
          `${name}: ${total.right.toString()} of ${total.rows.toString()} right, the goal is ${percent(goal, 1)}`,
        );
      if (total.wrongVerified > 0)
        failures.push(`${name}: ${total.wrongVerified.toString()} wrong answers called verified`);
    }
    return { status: 'ran', tables, failures };
  },
};

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- names the shape of the file's rows, as readJsonLines does
function readRows<Source>(context: EvidenceContext, path: string): readonly Source[] | undefined {
  const file = dataFile(context, path);
  return file === undefined ? undefined : sample(readJsonLines<Source>(file), context);
}

async function countRows(context: EvidenceContext, rows: readonly Row[]): Promise<ReadonlyMap<string, Count>> {
  const counts = new Map<string, Count>();
  for (const row of rows) {
    if (context.signal.aborted) break;
    const count = counts.get(row.kind) ?? {
      rows: 0,
      right: 0,
      verified: 0,
      wrong: 0,
      wrongVerified: 0,
      stuck: 0,
      refuted: 0,
      faults: 0,
    };
    counts.set(row.kind, count);
    const { answer, isVerified, stuck, faults } = await solveWhole(row.question);
    const isRight = answer !== undefined && (row.label === 'none' ? isVerified : isRightAnswer(row, answer));
    count.rows += 1;
    count.faults += faults.length;
    if (row.label === 'refuted') {
      count.refuted += 1;
      continue;
    }
    if (answer === undefined) count.stuck += 1;
    else if (isRight) count.right += 1;
    else count.wrong += 1;
    if (answer !== undefined && isVerified) count.verified += 1;
    if (answer !== undefined && isVerified && !isRight) count.wrongVerified += 1;
    if (!isRight || faults.length > 0)
      context.log(
        `${row.id} [${row.kind}] ${row.question} → ${answer ?? stuck ?? ''} (expected ${row.expected}${isVerified ? ', verified' : ''}) ${faults.join(' | ')}`,
      );
  }
  return counts;
}

function isRightAnswer(row: Row, answer: string): boolean {
  const [expected, got] = row.areAllLetters
    ? [withoutConstants(row.expected), withoutConstants(answer)]
    : [row.expected, answer];
  if (row.form === 'antiderivative') return hasForm('antiderivative', row.asked, answer.replace(/\s*\+\s*C$/, ''));
  return sameAnswer(expected, got) && hasForm(row.form, row.asked, got);
}

/** There i and e are letters like any other: for the comparison they get names that are nothing else. */
function withoutConstants(text: string): string {
  return text.replaceAll(/(?<![A-Za-z_\\])([ie])(?![A-Za-z_(])/g, (letter) => (letter === 'i' ? 'q_1' : 'q_2'));
}

function deepMindRow({ id, module, question, answer }: DeepMindRow): Row {
  const form: Form = question.startsWith('Factor')
    ? 'factored'
    : module.startsWith('polynomials__expand') || module.startsWith('polynomials__collect')
      ? 'expanded'
      : 'any';
  return { id, kind: module, question, expected: answer, form, asked: question, areAllLetters: true };
}

/** "no-steps" means that the input is the answer; `ambiguous` rows hold only a partly worked line, which is equal all the same. */
function mathStepsRow({ id, task, input, expected, sympy_verified: isEqual }: MathStepsRow): Row {
  const words: Readonly<Record<string, string>> = { factor: 'Factor', solve: 'Solve', decide: 'Is this true:' };
  const wanted = expected === 'no-steps' ? input : expected;
  const answer = { STATEMENT_IS_TRUE: 'True', STATEMENT_IS_FALSE: 'False' }[expected] ?? wanted;
  return {
    id,
    kind: task,
    question: `${words[task] ?? 'Simplify'} ${input}`,
    expected: answer,
    form: task === 'factor' ? 'factored' : 'any',
    asked: input,
    areAllLetters: false,
    label: isEqual === false ? 'refuted' : task === 'solve' && isWithoutAnswer(expected) ? 'none' : undefined,
  };
}

/** "no-steps", or an answer that was rounded to four places: nothing to compare an exact one with. */
function isWithoutAnswer(expected: string): boolean {
  return expected === 'no-steps' || /\.\d{4}$/.test(expected);
}

function casRow({ id, task, input, args, expected }: CasRow): Row {
  const [variable, second, third] = args;
  const inLetter = variable === undefined ? '' : ` with respect to ${variable}`;
  const questions: Readonly<Record<string, string>> = {
    derivative: `Differentiate ${input}${inLetter}.`,
    integral: `Integrate ${input}${inLetter}.`,
    simplify: `Simplify ${input}`,
    factor: `Factor ${input}`,
    rationalize: `Write ${input} as one fraction.`,
    roots: `Find the roots of ${input}${variable === undefined ? '' : ` for ${variable}`}.`,
    solve: `Solve ${/[=]/.test(input) ? input : `${input} = 0`} for ${variable ?? 'x'}.`,
    partfrac: `Find the partial fraction decomposition of ${input}.`,
    sum: `What is the sum of ${input} for ${variable ?? 'x'} from ${second ?? '0'} to ${third ?? '10'}?`,
    limit: `Find the limit of ${input} as ${variable ?? 'x'} approaches ${second ?? '0'}.`,
    sqcomp: `Complete the square in ${input}.`,
  };
  const form: Form = task === 'integral' ? 'antiderivative' : task === 'factor' ? 'factored' : 'any';
  return {
    id,
    kind: task,
    question: questions[task] ?? input,
    expected: expected.replaceAll('log(', 'ln('),
    form,
    // There log is the natural logarithm, in the integrand as in the answer.
    asked: input.replaceAll('log(', 'ln('),
    areAllLetters: false,
  };
}

function sumOf(counts: readonly Count[]): Count {
  const total: Count = { rows: 0, right: 0, verified: 0, wrong: 0, wrongVerified: 0, stuck: 0, refuted: 0, faults: 0 };
  for (const count of counts) for (const key of Object.keys(total) as (keyof Count)[]) total[key] += count[key];
  return total;
}

function tableOf(title: string, counts: ReadonlyMap<string, Count>, total: Count): Table {
  const line = (name: string, count: Count): string[] => [
    name,
    count.rows.toString(),
    count.right.toString(),
    percent(count.right, count.rows),
    count.verified.toString(),
    count.wrong.toString(),
    count.wrongVerified.toString(),
    count.stuck.toString(),
    count.refuted.toString(),
  ];
  return {
    title,
    columns: ['kind', 'rows', 'right', 'share', 'verified', 'wrong', 'wrong and verified', 'stuck', 'label refuted'],
    rows: [
      ...[...counts].sort(([a], [b]) => a.localeCompare(b)).map(([name, count]) => line(name, count)),
      line('all', total),
    ],
  };
}
