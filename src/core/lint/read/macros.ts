import { closeOfBrace, skipSpace } from './braces.ts';

/** What a document's own command stands for. */
export interface Macro {
  /** How many arguments it takes. */
  readonly arity: number;
  /** Value of the first argument, where that is optional. */
  readonly optional: string | undefined;
  /** With `#1` … `#9`. */
  readonly body: string;
}

export type Macros = ReadonlyMap<string, Macro>;

/** A definition longer than this isn't a piece of mathematics. */
const longest = 4_000;
const longestName = 60;
export const definitionCommand =
  /^\\(?:(?:re)?newcommand|providecommand|(?:re)?newrobustcmd|[gex]?def|let|DeclareMathOperator|DeclareRobustCommand|DeclarePairedDelimiter|(?:New|Renew|Provide|Declare)DocumentCommand)\*?(?![A-Za-z])/;

export interface Definition {
  /** The command's name with its backslash; undefined where the definition can't be used. */
  readonly name: string | undefined;
  readonly macro: Macro | undefined;
  /** Where the text goes on. */
  readonly end: number;
}

/** Reads the definition that begins at `at`; undefined when there is none or it is not whole. */
export function readDefinition(source: string, at: number): Definition | undefined {
  const text = source.slice(at, at + longest);
  const command = definitionCommand.exec(text)?.[0];
  if (command === undefined) return undefined;
  const reader = new Reader(text, command.length);
  const kind = command.slice(1).replace('*', '');
  const name = reader.name();
  if (name === undefined) return undefined;
  const macro = bodyOf(kind, reader);
  if (macro === undefined) return undefined;
  const isUsable = name.length <= longestName && macro.arity <= 9;
  return { name: isUsable ? name : undefined, macro: isUsable ? macro : undefined, end: at + reader.at };
}

/** Everything that a text defines outside of comments; the last definition of a name wins. */
export function readDefinitions(source: string): Map<string, Macro> {
  const macros = new Map<string, Macro>();
  const command = /%[^\n]*|\\[a-zA-Z]+|\\[^]/g;
  for (let found = command.exec(source); found !== null; found = command.exec(source)) {
    if (!definitionCommand.test(source.slice(found.index, found.index + 40))) continue;
    const definition = readDefinition(source, found.index);
    if (definition === undefined) continue;
    command.lastIndex = definition.end;
    if (definition.name !== undefined && definition.macro !== undefined) macros.set(definition.name, definition.macro);
  }
  return macros;
}

function bodyOf(kind: string, reader: Reader): Macro | undefined {
  if (kind === 'let') {
    reader.take(/\s*=?\s*/y);
    const target = reader.take(/\\(?:[A-Za-z]+|[^])|[^\s{}]/y);
    return target === undefined ? undefined : { arity: 0, optional: undefined, body: target };
  }
  if (kind.endsWith('def')) {
    const parameters = reader.take(/\s*(?:#\d\s*)*/y) ?? '';
    const body = reader.group();
    return body === undefined ? undefined : { arity: parameters.split('#').length - 1, optional: undefined, body };
  }
  if (kind === 'DeclareMathOperator') {
    const body = reader.group();
    return body === undefined ? undefined : { arity: 0, optional: undefined, body: `\\operatorname{${body}}` };
  }
  if (kind === 'DeclarePairedDelimiter') {
    const [left, right] = [reader.group(), reader.group()];
    if (left === undefined || right === undefined) return undefined;
    return { arity: 1, optional: undefined, body: `\\left${left} #1 \\right${right}` };
  }
  if (kind.endsWith('DocumentCommand')) return documentCommand(reader);
  const count = reader.option();
  const optional = count === undefined ? undefined : reader.option();
  const body = reader.group();
  const arity = count === undefined ? 0 : Number.parseInt(count, 10);
  return body === undefined || !(arity >= 0) ? undefined : { arity, optional, body };
}

/** `{m O{2} m}`: only an optional argument that comes first is known here. */
function documentCommand(reader: Reader): Macro | undefined {
  const specification = reader.group()?.trim();
  const body = reader.group();
  if (specification === undefined || body === undefined) return undefined;
  const found = /^(?:O\{([^{}]*)\}\s*)?((?:m\s*)*)$/.exec(specification);
  // An argument of another kind: the command is taken away, and formulas that use it aren't understood.
  if (found === null) return { arity: 10, optional: undefined, body };
  const mandatory = (found[2] ?? '').replace(/\s/g, '').length;
  const optional = found[1];
  return { arity: mandatory + (optional === undefined ? 0 : 1), optional, body };
}

class Reader {
  readonly #text: string;
  at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** `{\name}` or `\name`. */
  name(): string | undefined {
    const found = this.take(/\s*(?:\{\s*\\(?:[A-Za-z@]+|[^A-Za-z\s])\s*\}|\\(?:[A-Za-z@]+|[^A-Za-z\s]))/y);
    return found?.replace(/[\s{}]/g, '');
  }

  option(): string | undefined {
    return this.take(/\s*\[[^\]]{0,200}\]/y)
      ?.trim()
      .slice(1, -1);
  }

  group(): string | undefined {
    const open = skipSpace(this.#text, this.at);
    if (this.#text.charAt(open) !== '{') return undefined;
    const close = closeOfBrace(this.#text, open);
    if (close === -1) return undefined;
    this.at = close + 1;
    return this.#text.slice(open + 1, close);
  }
}
