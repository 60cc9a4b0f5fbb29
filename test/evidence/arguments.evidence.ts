import { join } from 'node:path';
import { judgeWork } from '../../src/core/check/work/judgeWork.ts';
import type { LineVerdict } from '../../src/core/check/work/judgement.ts';
import { type Evidence, percent, readJsonLines, sample } from './evidence.ts';

/** One argument, line by line: with a list of relations where more than one way to say it is right. */
interface Argument {
  readonly id: string;
  readonly topic: string;
  readonly problem?: string;
  readonly steps: readonly string[];
  readonly relations: readonly (string | readonly string[])[];
  /** 0-based index of the first wrong line, -1 where none is. */
  readonly first_error: number;
}

interface Counts {
  arguments: number;
  lines: number;
  right: number;
  unknown: number;
  falseValid: number;
  falseAlarms: number;
}

const goal = 0.99;

/** Reasoning by equivalence: the relation of each line to what stands before it, as people would say it. */
export const evidence: Evidence = {
  name: 'arguments',
  title: 'Reasoning line by line',
  isFitForTests: true,
  timeoutMs: 10 * 60_000,
  run(context) {
    const file = join(import.meta.dirname, 'arguments.jsonl');
    const topics = new Map<string, Counts>();
    const failures: string[] = [];
    for (const argument of sample(readJsonLines<Argument>(file), context)) {
      if (context.signal.aborted) break;
      const counts = topics.get(argument.topic) ?? empty();
      topics.set(argument.topic, counts);
      counts.arguments += 1;
      for (const fault of judge(argument, counts)) {
        context.log(fault.text);
        if (fault.isSerious) failures.push(fault.text);
      }
    }
    const all = [...topics.values()].reduce(sum, empty());
    if (all.right < goal * all.lines)
      failures.push(`${all.right.toString()} of ${all.lines.toString()} lines have the right relation: goal 99 %`);
    const row = (name: string, counts: Counts) => [
      name,
      counts.arguments,
      counts.lines,
      counts.right,
      percent(counts.right, counts.lines),
      counts.unknown,
      counts.falseValid,
      counts.falseAlarms,
    ];
    const columns = [
      'topic',
      'arguments',
      'lines',
      'right relation',
      'share',
      'undecided',
      'false valid',
      'false alarms',
    ];
    const rows = [...[...topics].map(([name, counts]) => row(name, counts)), row('all', all)];
    return Promise.resolve({ status: 'ran', tables: [{ title: 'Lines by topic', columns, rows }], failures });
  },
};

function empty(): Counts {
  return { arguments: 0, lines: 0, right: 0, unknown: 0, falseValid: 0, falseAlarms: 0 };
}

function sum(a: Counts, b: Counts): Counts {
  return {
    arguments: a.arguments + b.arguments,
    lines: a.lines + b.lines,
    right: a.right + b.right,
    unknown: a.unknown + b.unknown,
    falseValid: a.falseValid + b.falseValid,
    falseAlarms: a.falseAlarms + b.falseAlarms,
  };
}

const wrongRelations: ReadonlySet<string> = new Set(['different', 'loses-solutions']);

interface Fault {
  readonly text: string;
  /** A wrong line confirmed, or a right one called wrong. */
  readonly isSerious: boolean;
}

function judge(argument: Argument, counts: Counts): readonly Fault[] {
  const { id, problem, steps, relations } = argument;
  const { verdicts } = judgeWork({ ...(problem !== undefined && { problem }), lines: steps });
  return steps.flatMap((step, index): Fault[] => {
    const verdict = verdicts[index];
    const expected = [relations[index] ?? 'unrelated'].flat();
    if (!verdict) return [{ text: `${id}, line ${(index + 1).toString()}: no verdict`, isSerious: true }];
    counts.lines += 1;
    const isWrong = index === argument.first_error || expected.every((relation) => wrongRelations.has(relation));
    const isConfirmed = verdict.kind === 'proved' || verdict.kind === 'valid';
    const said = `${id}, line ${(index + 1).toString()} (${step}): ${verdict.kind} ${relationOf(verdict)}, expected ${expected.join(' or ')}`;
    if (isWrong && isConfirmed) {
      counts.falseValid += 1;
      return [{ text: `false valid: ${said}`, isSerious: true }];
    }
    if (!isWrong && verdict.kind === 'invalid') {
      counts.falseAlarms += 1;
      return [{ text: `false alarm: ${said}`, isSerious: true }];
    }
    if (verdict.kind === 'unknown' && !expected.some((relation) => quiet.has(relation))) counts.unknown += 1;
    if (expected.includes(relationOf(verdict)) && isWrong === (verdict.kind === 'invalid')) {
      counts.right += 1;
      return [];
    }
    return [{ text: said, isSerious: false }];
  });
}

/** Relations of lines that say nothing to be decided. */
const quiet: ReadonlySet<string> = new Set(['given', 'definition', 'unrelated', 'domain-changed']);

function relationOf({ relation }: LineVerdict): string {
  return relation === 'equal' ? 'equivalent' : (relation ?? 'unrelated');
}
