import type { LogHeader, UnknownEvent } from './eventSchema.ts';
import { eventSchema, headerSchema, knownTypes, logVersion, unknownEventSchema } from './eventSchema.ts';
import type { SessionEvent } from './events.ts';

/** In every runtime that we run in; core compiles without the types of any of them. */
declare const TextDecoder: new (label: string, options: { fatal: boolean }) => { decode(bytes: Uint8Array): string };

/** What is wrong with a file, as far as it was read. */
export type Damage =
  /** The last record is not whole (the process died while writing it). What precedes it is all there. */
  | { readonly type: 'cut'; readonly lostBytes: number }
  /** A line (1-based) that can't be read. What precedes it is loaded; what follows is not. */
  | { readonly type: 'corrupt'; readonly line: number; readonly detail: string };

export interface LoadedLog {
  readonly type: 'loaded';
  readonly header: LogHeader;
  readonly events: readonly SessionEvent[];
  /** Events of kinds that came later: ignored by the fold, never dropped from the file. */
  readonly unknown: readonly UnknownEvent[];
  readonly damage: Damage | undefined;
  /** Why nothing may be appended to this file. */
  readonly readOnly: 'newer-version' | 'corrupt' | undefined;
  /** Length of the readable part; a writer continues from here. */
  readonly wholeBytes: number;
  /** The last whole record lacks its line end. */
  readonly needsNewline: boolean;
}

export type ParsedLog = LoadedLog | { readonly type: 'unreadable'; readonly detail: string };

export interface ParsedTail {
  readonly events: readonly SessionEvent[];
  readonly unknown: readonly UnknownEvent[];
  readonly damage: Damage | undefined;
  readonly wholeBytes: number;
  readonly needsNewline: boolean;
}

export function encodeHeader(header: LogHeader): string {
  return `${JSON.stringify(header)}\n`;
}

/** One record a line. */
export function encodeEvents(events: readonly SessionEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('');
}

/** Reads a session's file. Never throws; a file that was cut at any byte gives every whole record before the cut. */
export function parseLog(bytes: Uint8Array): ParsedLog {
  const end = bytes.indexOf(newline);
  const first = readJson(bytes.subarray(0, end < 0 ? bytes.length : end));
  const header = first.type === 'value' ? headerSchema.safeParse(first.value) : undefined;
  if (header?.success !== true) return { type: 'unreadable', detail: 'its first line is not that of a session' };
  const isNewer = header.data.version > logVersion;
  const start = end < 0 ? bytes.length : end + 1;
  const tail = parseTail(bytes.subarray(start), { firstLine: 2, isLenient: isNewer });
  return {
    type: 'loaded',
    header: header.data,
    ...tail,
    wholeBytes: start + tail.wholeBytes,
    needsNewline: end < 0 || tail.needsNewline,
    readOnly: isNewer ? 'newer-version' : tail.damage?.type === 'corrupt' ? 'corrupt' : undefined,
  };
}

/**
 * Reads records that were appended to a file of which the beginning is known already.
 * `isLenient`: what can't be read is skipped, because a newer version wrote it.
 */
export function parseTail(bytes: Uint8Array, options: { firstLine: number; isLenient: boolean }): ParsedTail {
  const events: SessionEvent[] = [];
  const unknown: UnknownEvent[] = [];
  let damage: Damage | undefined;
  let wholeBytes = 0;
  let needsNewline = false;
  let line = options.firstLine;
  for (let start = 0; start < bytes.length; line += 1) {
    const found = bytes.indexOf(newline, start);
    const end = found < 0 ? bytes.length : found;
    const record = readRecord(bytes.subarray(start, end), options.isLenient);
    if (record.type === 'unreadable') {
      if (found < 0) damage = { type: 'cut', lostBytes: end - start };
      else damage = { type: 'corrupt', line, detail: record.detail };
      break;
    }
    if (record.type === 'event') events.push(record.event);
    if (record.type === 'unknown') unknown.push(record.event);
    wholeBytes = found < 0 ? end : found + 1;
    needsNewline = found < 0;
    start = end + 1;
  }
  return { events, unknown, damage, wholeBytes, needsNewline };
}

const newline = 10;

type ReadRecord =
  | { readonly type: 'event'; readonly event: SessionEvent }
  | { readonly type: 'unknown'; readonly event: UnknownEvent }
  | { readonly type: 'blank' }
  | { readonly type: 'unreadable'; readonly detail: string };

function readRecord(bytes: Uint8Array, isLenient: boolean): ReadRecord {
  const json = readJson(bytes);
  if (json.type !== 'value') return json;
  const shape = unknownEventSchema.safeParse(json.value);
  if (!shape.success) return isLenient ? { type: 'blank' } : { type: 'unreadable', detail: 'not a record' };
  if (!knownTypes.has(shape.data.type)) return { type: 'unknown', event: shape.data };
  const event = eventSchema.safeParse(json.value);
  if (event.success) return { type: 'event', event: event.data };
  if (isLenient) return { type: 'unknown', event: shape.data };
  return { type: 'unreadable', detail: `a malformed "${shape.data.type}" record` };
}

type ReadJson =
  | { readonly type: 'value'; readonly value: unknown }
  | { readonly type: 'blank' }
  | { readonly type: 'unreadable'; readonly detail: string };

function readJson(bytes: Uint8Array): ReadJson {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
    return text === '' ? { type: 'blank' } : { type: 'value', value: JSON.parse(text) as unknown };
  } catch {
    return { type: 'unreadable', detail: 'not a whole line of JSON' };
  }
}
