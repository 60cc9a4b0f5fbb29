import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** A text to be checked: a file, or one Markdown cell of a notebook. */
export interface DocumentText {
  readonly file: string;
  /** 1-based, among all cells of the notebook. */
  readonly cell?: number | undefined;
  readonly text: string;
  readonly languageId: string;
}

export type ReadDocuments =
  | { readonly type: 'read'; readonly documents: readonly DocumentText[] }
  | { readonly type: 'failed'; readonly file: string; readonly message: string };

const languages: Readonly<Record<string, string>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.qmd': 'quarto',
  '.rmd': 'rmd',
  '.tex': 'latex',
  '.ltx': 'latex',
  '.ipynb': 'notebook',
};
const mostBytes = 50_000_000;

/** Files as they are; folders with every document in them, hidden ones and installed packages left out. Sorted within a folder. */
export async function* findDocuments(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isFolder) yield* documentsIn(path);
    else yield path;
  }
}

async function* documentsIn(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  // Given on as it is, so that reading it says why.
  if (entries === undefined) {
    yield folder;
    return;
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* documentsIn(path);
    else if (entry.isFile() && languageOf(path) !== undefined) yield path;
  }
}

async function isUnreadableFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function languageOf(path: string): string | undefined {
  const ending = extname(path).toLowerCase();
  return Object.hasOwn(languages, ending) ? languages[ending] : undefined;
}

/** The texts of a file. A file of another kind, or one that can't be read, is a failure in words. */
export async function readDocuments(file: string): Promise<ReadDocuments> {
  const failed = (message: string): ReadDocuments => ({ type: 'failed', file, message });
  const languageId = languageOf(file);
  if (languageId === undefined) {
    if (await isUnreadableFolder(file)) return failed('may not be read.');
    return failed(`is not a document that I read (${Object.keys(languages).join(', ')}).`);
  }
  let text: string;
  try {
    const { size } = await stat(file);
    if (size > mostBytes) return failed(`is larger than ${mostBytes / 1e6} MB.`);
    text = decoded(await readFile(file));
  } catch (fault) {
    return failed(readFault(fault));
  }
  if (languageId !== 'notebook') return { type: 'read', documents: [{ file, text, languageId }] };
  const cells = markdownCells(text);
  return cells === undefined
    ? failed('is not a notebook that I can read.')
    : { type: 'read', documents: cells.map((cell) => ({ file, languageId: 'markdown', ...cell })) };
}

function markdownCells(notebook: string): { readonly cell: number; readonly text: string }[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(notebook);
  } catch {
    return undefined;
  }
  const cells = (value as { cells?: unknown } | null)?.cells;
  if (!Array.isArray(cells)) return undefined;
  return cells.flatMap((cell: { cell_type?: unknown; source?: unknown } | null, index) => {
    if (cell?.cell_type !== 'markdown') return [];
    const text = Array.isArray(cell.source) ? cell.source.join('') : cell.source;
    return typeof text === 'string' ? [{ cell: index + 1, text }] : [];
  });
}

/** UTF-8, or UTF-16 where the first two bytes say so. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  const isBig = first === 0xfe && second === 0xff;
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes);
}

function readFault(fault: unknown): string {
  const code = (fault as { code?: unknown } | null)?.code;
  if (code === 'ENOENT') return 'is not there.';
  if (code === 'EACCES') return 'may not be read.';
  return fault instanceof Error ? fault.message : String(fault);
}
