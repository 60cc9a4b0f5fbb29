import { parseArgs } from 'node:util';
import type { CliTools, Command, OptionValues, UsageError } from './command.ts';
import { usageError } from './command.ts';
import { commands } from './commands.ts';
import type { Console } from './console.ts';
import type { ExitCode } from './exitCode.ts';
import { exitCode } from './exitCode.ts';
import { commandHelp, generalHelp } from './help.ts';

/** The command line: arguments (without node and script) in, exit code out. */
export async function runCli(args: readonly string[], console: Console, tools: CliTools): Promise<ExitCode> {
  const [first, ...rest] = args;
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    const asked = commands.find((command) => command.name === rest[0]);
    await console.write(asked === undefined ? generalHelp() : commandHelp(asked));
    return first === undefined ? exitCode.usage : exitCode.done;
  }
  if (first === '--version' || first === '-v' || first === '-V') {
    await console.write(`${tools.version}\n`);
    return exitCode.done;
  }
  const command = commands.find(({ name }) => name === first);
  if (command === undefined) return complain(console, usageError(`There is no command "${first}".`), 'thunk --help');
  const parsed = parse(command, rest);
  const help = `thunk ${command.name} --help`;
  if ('type' in parsed) return complain(console, parsed, help);
  if (parsed.options.help === true) {
    await console.write(commandHelp(command));
    return exitCode.done;
  }
  const result = await command.run({ ...parsed, console, tools });
  return typeof result === 'object' ? complain(console, result, help) : result;
}

function complain(console: Console, { message }: UsageError, help: string): ExitCode {
  console.warn(`thunk: ${message}\nTry: ${help}\n`);
  return exitCode.usage;
}

function parse(
  command: Command,
  args: readonly string[],
): { options: OptionValues; positionals: string[] } | UsageError {
  try {
    const { values, positionals } = parseArgs({
      args: mathematicsLast(args),
      options: command.options,
      allowPositionals: true,
      strict: true,
    });
    return { options: values as OptionValues, positionals };
  } catch (fault) {
    // parseArgs words its errors in several sentences; the first says it.
    const message = fault instanceof Error ? fault.message : String(fault);
    return usageError(message.split(/\. (?=[A-Z])/)[0] ?? message);
  }
}

/** `-3x + 9 = 0` is a problem and no option. */
function mathematicsLast(args: readonly string[]): string[] {
  const end = args.indexOf('--');
  const before = end < 0 ? args : args.slice(0, end);
  const after = end < 0 ? [] : args.slice(end + 1);
  const isMathematics = (arg: string): boolean => /^-(?:[^A-Za-z-]|[A-Za-z].*[\s=^*/+()])/.test(arg);
  const problems = before.filter(isMathematics);
  return [...before.filter((arg) => !isMathematics(arg)), '--', ...problems, ...after];
}
