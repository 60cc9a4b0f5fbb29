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
];
