import { closeOfBrace, skipSpace } from './braces.ts';
import type { Macro, Macros } from './macros.ts';
import { placeOf, sliceMapped, type Mapped } from './mapped.ts';

/** Limits against definitions that call themselves or grow without end: what lies beyond them isn't read. */
const deepest = 24;
const longest = 20_000;
const mostCalls = 2_000;

/** What the formulas of one document may come to together. */
export interface ExpansionBudget {
  characters: number;
}

/**
 * The formula with the document's own commands written out. What a definition gave stands where its call begins, an
 * argument where it was written. Undefined where a definition calls itself, lacks an argument or grows too long.
 */
export function expandMacros(formula: Mapped, macros: Macros, budget: ExpansionBudget): Mapped | undefined {
  if (macros.size === 0 || !callsAny(formula.text, macros)) return formula;
  const expansion = new Expansion(macros, Math.min(longest, budget.characters));
  const isWhole = expansion.expand(formula, 0);
  budget.characters -= expansion.text.length;
  if (!isWhole) return undefined;
  const end = placeOf(formula, formula.text.length);
  return { text: expansion.text, start: formula.start, offsets: [...expansion.offsets, end] };
}

function callsAny(text: string, macros: Macros): boolean {
  for (const [call] of text.matchAll(/\\(?:[A-Za-z@]+|[^])/g)) if (macros.has(call)) return true;
  return false;
}

const command = /\\(?:[A-Za-z@]+|[^])/y;

class Expansion {
  text = '';
  readonly offsets: number[] = [];
  readonly #macros: Macros;
  readonly #limit: number;
  #calls = 0;
  /** A definition or an argument began or ended here: a letter that follows is no part of a command before it. */
  #isSeam = false;

  constructor(macros: Macros, limit: number) {
    this.#macros = macros;
    this.#limit = limit;
  }

  /** False when a limit was met. */
  expand(from: Mapped, depth: number): boolean {
    const { text } = from;
    for (let at = 0; at < text.length;) {
      if (this.text.length >= this.#limit) return false;
      command.lastIndex = at;
      const name = text.charCodeAt(at) === 92 ? command.exec(text)?.[0] : undefined;
      const macro = name === undefined ? undefined : this.#macros.get(name);
      if (name === undefined || macro === undefined) {
        const end = at + (name?.length ?? 1);
        for (; at < end; at += 1) this.#add(text.charAt(at), placeOf(from, at));
        continue;
      }
      this.#calls += 1;
      if (depth >= deepest || this.#calls > mostCalls || macro.arity > 9) return false;
      const found = readArguments(from, at + name.length, macro);
      if (found === undefined) return false;
      this.#isSeam = true;
      if (!this.expand(substitute(macro.body, found.args, placeOf(from, at)), depth + 1)) return false;
      this.#isSeam = true;
      at = found.end;
    }
    return true;
  }

  #add(character: string, offset: number): void {
    if (this.#isSeam && /^[A-Za-z]/.test(character) && /\\[A-Za-z]+$/.test(this.text.slice(-60))) {
      this.text += ' ';
      this.offsets.push(offset);
    }
    this.#isSeam = false;
    this.text += character;
    this.offsets.push(offset);
  }
}

/** Undefined where one is missing. */
function readArguments(from: Mapped, start: number, macro: Macro): { args: Mapped[]; end: number } | undefined {
  const { text } = from;
  const args: Mapped[] = [];
  let end = start;
  if (macro.optional !== undefined) {
    const found = /^\s*\[([^\]]{0,400})\]/.exec(text.slice(end, end + 500));
    if (found === null) args.push({ text: macro.optional, start: placeOf(from, end), offsets: [] });
    else {
      end += found[0].length;
      args.push(sliceMapped(from, end - 1 - (found[1] ?? '').length, end - 1));
    }
  }
  while (args.length < macro.arity) {
    const at = skipSpace(text, end);
    if (at >= text.length) return undefined;
    if (text.charAt(at) === '{') {
      const close = closeOfBrace(text, at);
      if (close === -1) return undefined;
      args.push(sliceMapped(from, at + 1, close));
      end = close + 1;
    } else {
      command.lastIndex = at;
      const one = (text.charAt(at) === '\\' ? command.exec(text)?.[0] : undefined) ?? text.charAt(at);
      args.push(sliceMapped(from, at, at + one.length));
      end = at + one.length;
    }
  }
  return { args, end };
}

/** A definition's text with the arguments in it; its own characters stand at the call. */
function substitute(body: string, args: readonly Mapped[], call: number): Mapped {
  if (!body.includes('#')) return { text: body, start: call, offsets: at(call, body.length + 1) };
  let text = '';
  const offsets: number[] = [];
  for (let index = 0; index < body.length; index += 1) {
    const character = body.charAt(index);
    const arg = character === '#' ? args[Number(body.charAt(index + 1)) - 1] : undefined;
    if (arg === undefined) {
      text += character;
      offsets.push(call);
      continue;
    }
    index += 1;
    // A command that stands before an argument must not run into it.
    const isApart = /\\[A-Za-z]+$/.test(text.slice(-60)) && /^[A-Za-z]/.test(arg.text);
    if (isApart) offsets.push(call);
    text += isApart ? ` ${arg.text}` : arg.text;
    for (let place = 0; place < arg.text.length; place += 1) offsets.push(placeOf(arg, place));
    const isJoined = /\\[A-Za-z]+$/.test(arg.text.slice(-60)) && /^[A-Za-z]/.test(body.slice(index + 1));
    if (isJoined) {
      text += ' ';
      offsets.push(call);
    }
  }
  return { text, start: call, offsets: [...offsets, call] };
}

function at(place: number, count: number): number[] {
  return new Array<number>(count).fill(place);
}
