import { checkingOptions, conventionOptions } from './check/checkOptions.ts';
import type { Command, CommandOption } from './command.ts';

export const helpOption: CommandOption = { type: 'boolean', short: 'h', help: 'show this help' };

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: 'solve',
    usage: ['thunk solve "PROBLEM" [options]', 'thunk solve', 'thunk solve --batch < problems.jsonl'],
    summary: 'solve a problem step by step, each step checked',
    options: {
      steps: { type: 'string', value: 'N', help: 'reveal at most N steps' },
      way: { type: 'string', value: 'N', help: 'solve it the N-th way (1 is the first)' },
      grain: { type: 'string', value: 'fine|normal|coarse', help: 'how much one step holds' },
      solver: { type: 'string', value: 'builtin', help: 'who solves: the built-in exact solver' },
      timeout: { type: 'string', value: 'SECONDS', help: 'time limit of one step (default 10)' },
      json: { type: 'boolean', help: 'one JSON record a step, and one at the end' },
      batch: { type: 'boolean', help: 'read JSON lines {"id", "problem"} from standard input' },
      jobs: { type: 'string', value: 'N', help: 'with --batch: problems at a time (default: one a core)' },
      help: helpOption,
    },
    examples: [
      ['thunk solve "Solve 3(x - 2) = 2x + 5"', 'all steps and the answer'],
      ['thunk solve "x^2 - x - 2 = 0" --steps 1', 'the first step only'],
      ['thunk solve "x^2 - x - 2 = 0" --way 2', 'another way'],
      ['thunk solve -- "-3x + 9 = 0"', 'a problem that begins with a minus sign'],
      ['thunk solve', 'asks for a problem, and reveals a step at each Enter'],
      ['echo "Expand (x+1)^3" | thunk solve --json', 'a problem from standard input, records out'],
      ['thunk solve --batch < problems.jsonl > solved.jsonl', 'many problems, in order of completion'],
    ],
    notes: [
      'With --json each step is {"index", "text", "latex", "why", "verdict", "how", "evidence", "source", "method"}; the last',
      'record is {"done": true, "answer", "latex", "verified"}, {"done": false} after --steps, {"stuck": true, "reason",',
      '"detail"} or {"failed": true, "reason", "detail"}. With --batch one record a problem: {"id", "steps", "done",',
      '"answer", "verified", "stuck"}, or {"id", "line", "error"} for a line that is no problem.',
      '"verified" is true when the answer is proved, or valid by an exact or certified check; never by points alone.',
    ],
    run: async (input) => (await import('./solve/solveCommand.ts')).solveCommand(input),
  },
  {
    name: 'check',
    usage: ['thunk check FILE…', 'thunk check < solutions.jsonl'],
    summary: 'find wrong mathematics in documents, or the first wrong step of solutions',
    options: {
      format: { type: 'string', value: 'plain|json|sarif', help: 'how findings in documents are written' },
      json: { type: 'boolean', help: 'the same as --format json' },
      ...conventionOptions,
      ...checkingOptions,
      help: helpOption,
    },
    examples: [
      ['thunk check notes.md paper.tex', 'wrong claims with their places; folders are searched'],
      ['thunk check --format sarif docs > thunk.sarif', 'for a code host or CI'],
      ['thunk check < solutions.jsonl > verdicts.jsonl', 'a verdict for each step of many solutions'],
    ],
    notes: [
      'Documents are Markdown, LaTeX, Quarto and notebooks. `thunk-ignore` in a comment leaves a line or paragraph out.',
      'With --json each finding is {"file", "cell"?, "line", "column", "end_line", "end_column", "text", "message", "verdict",',
      '"how", "relation", "mistake"?, "evidence"?, "fix"?}; the last record has the totals. Columns count UTF-16 units, as',
      'editors do; lines and columns of a notebook are those within its cell.',
      'Rows are {"id", "problem"?, "steps": ["…"], "assume"?, "positive"?: ["a"], "log"?, "decimalMark"?, "decimals"?}, where',
      'the last five are as the options above. A record is {"id", "first_error" (0-based, -1: none), "verdicts": [{"verdict",',
      '"how", "relation", "mistake"?, "mistake_text"?, "evidence"?, "from"?, "needs"?}], "reason"?}, or {"id", "line", "error"}',
      'for a bad line; records come in order of completion. "verdict" is proved, valid, invalid or unknown; "relation" is',
      'equivalent, adds-solutions, loses-solutions, different, domain-changed, unrelated or given; "from" is the index of the',
      'line that it follows from (-1: the problem); "needs" is a condition that was not checked; "reason" says why a whole row',
      'is unknown (out-of-time, out-of-memory, …). The exit code is 1 where a claim or a step is wrong or a line is bad.',
    ],
    run: async (input) => (await import('./check/checkCommand.ts')).checkCommand(input),
  },
  {
    name: 'equiv',
    usage: ['thunk equiv GOLD PRED [--question TEXT]', 'thunk equiv < pairs.jsonl'],
    summary: 'are two final answers equal up to form?',
    options: {
      question: { type: 'string', value: 'TEXT', help: 'what was asked: its form, its rounding, its unit' },
      json: { type: 'boolean', help: 'a record, for one pair too' },
      ...conventionOptions,
      ...checkingOptions,
      help: helpOption,
    },
    examples: [
      ['thunk equiv "1/2" "0.5"', 'equal'],
      ['thunk equiv "[2, oo)" "x >= 2"', 'equal'],
      ['thunk equiv < pairs.jsonl', 'many pairs {"id", "gold", "pred", "question"?}'],
    ],
    notes: [
      'A record is {"id", "equal": true|false|null, "how"}; null where it can\'t be said; "form": "not-as-asked" where the value is',
      'right and the form is not. For one pair the exit code is 1 unless they are equal. Records come in order of completion;',
      'rows take "assume", "positive", "log", "decimalMark" and "decimals" too. A bad line gives {"id", "line", "error"}.',
    ],
    run: async (input) => (await import('./check/equivCommand.ts')).equivCommand(input),
  },
  {
    name: 'extract',
    usage: ['thunk extract TEXT', 'thunk extract < solutions.jsonl'],
    summary: 'find the final answer of a whole solution',
    options: {
      json: { type: 'boolean', help: 'a record, for one text too' },
      ...checkingOptions,
      help: helpOption,
    },
    examples: [
      ['thunk extract "so the answer is \\boxed{42}."', '42'],
      ['thunk extract < solutions.jsonl', 'many solutions {"id", "text"}'],
    ],
    notes: [
      'A record is {"id", "answer": text or null, "how"}. Nothing found is null and, for one text, exit code 1. "solution" or',
      '"pred" may stand for "text". Records come in order of completion; a bad line gives {"id", "line", "error"}.',
    ],
    run: async (input) => (await import('./check/extractCommand.ts')).extractCommand(input),
  },
  {
    name: 'hint',
    usage: ['thunk hint "PROBLEM" --level N'],
    summary: 'a hint for the next step, and not the step',
    options: {
      level: {
        type: 'string',
        value: 'N',
        help: '1 names the idea, 2 the place, 3 shows it on another problem, 4 is the step (default 1)',
      },
      after: { type: 'string', value: 'N', help: 'for the step after the first N (default 0)' },
      grain: { type: 'string', value: 'fine|normal|coarse', help: 'how much one step holds' },
      seed: { type: 'string', value: 'N', help: 'another example for another seed (default 1)' },
      timeout: { type: 'string', value: 'SECONDS', help: 'time limit (default 10)' },
      json: { type: 'boolean', help: 'a record {"level", "text", "example"?}' },
      help: helpOption,
    },
    examples: [
      ['thunk hint "Solve 3(x - 2) = 2x + 5"', 'the idea'],
      ['thunk hint "Solve 3(x - 2) = 2x + 5" --level 3', 'the idea on a different problem'],
    ],
    notes: [],
    run: async (input) => (await import('./hintCommand.ts')).hintCommand(input),
  },
];
