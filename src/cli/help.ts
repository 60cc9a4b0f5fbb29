import type { Command } from './command.ts';
import { commands } from './commands.ts';

const exitCodes = [
  `Exit codes: 0 done · 1 the work's own answer is no (stuck, a bad line) · 2 usage · 3 the tool failed · 130 Ctrl-C`,
  'Whoever reads the output may stop early (`| head`): the work ends there, quietly, with the code of what was done.',
].join('\n');

export function generalHelp(): string {
  const names = commands.map(({ name, summary }) => `  thunk ${name.padEnd(10)} ${summary}`);
  const examples = commands.flatMap((command) => command.examples.slice(0, 4));
  return [
    'thunk: the next checked step of a problem, and only the next.',
    '',
    'Usage: thunk COMMAND [options]',
    '',
    ...names,
    '',
    '  thunk COMMAND --help    options and examples of a command',
    '  thunk --version         the version',
    '',
    'Examples:',
    ...exampleLines(examples),
    '',
    exitCodes,
    '',
  ].join('\n');
}

export function commandHelp(command: Command): string {
  const options = Object.entries(command.options).map(([name, option]) => {
    const flag = `${option.short === undefined ? '' : `-${option.short}, `}--${name}${option.value === undefined ? '' : ` ${option.value}`}`;
    return `  ${flag.padEnd(28)} ${option.help}`;
  });
  return [
    `thunk ${command.name}: ${command.summary}`,
    '',
    ...command.usage.map((line, index) => `${index === 0 ? 'Usage: ' : '       '}${line}`),
    '',
    'Options:',
    ...options,
    '',
    'Examples:',
    ...exampleLines(command.examples),
    '',
    ...command.notes,
    exitCodes,
    '',
  ].join('\n');
}

function exampleLines(examples: Command['examples']): string[] {
  const width = Math.max(...examples.map(([line]) => line.length));
  return examples.map(([line, what]) => `  ${line.padEnd(width)}  # ${what}`);
}
