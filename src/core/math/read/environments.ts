import type { Expr } from '../expr.ts';
import { type Cursor, type Grammar, spanned } from './cursor.ts';
import { isRelationSign } from './relations.ts';
import { conjunction } from './statements.ts';

const matrices: ReadonlySet<string> = new Set([
  'matrix',
  'pmatrix',
  'bmatrix',
  'Bmatrix',
  'vmatrix',
  'Vmatrix',
  'smallmatrix',
  'array',
]);

/** \begin{…} … \end{…}: matrices, cases, and lines of statements. */
export function readEnvironment(cursor: Cursor, grammar: Grammar): Expr {
  const open = cursor.next();
  const name = open.text.slice('begin:'.length);
  const rows = cursor.fresh(() => readRows(cursor, grammar, name));
  if (!cursor.isCommand(`end:${name}`)) {
    if (cursor.token.type !== 'end' && cursor.token.type !== 'command') {
      throw cursor.failure(`I don't understand ${cursor.nameOf()} here.`);
    }
    throw cursor.failure(`\\begin{${name}} is never closed.`, open.start);
  }
  cursor.next();
  return spanned(environmentOf(name, rows, cursor), open.start, cursor.end);
}

function readRows(cursor: Cursor, grammar: Grammar, name: string): readonly (readonly Expr[])[] {
  const isTable = matrices.has(name) || name.endsWith('cases');
  const rows: Expr[][] = [];
  let row: Expr[] = [];
  for (;;) {
    if (cursor.take('newline')) {
      if (row.length > 0) rows.push(row);
      row = [];
    } else if (
      cursor.token.type === 'end' ||
      (cursor.token.type === 'command' && cursor.token.text.startsWith('end:'))
    ) {
      if (row.length > 0) rows.push(row);
      return rows;
    } else if (cursor.take('line', 'if', 'for', 'when', ',', ';', '⇒')) continue;
    else if (isTable && cursor.take('&')) continue;
    else if (cursor.is('&') && !startsWithRelation(cursor)) cursor.next();
    else if (cursor.take('otherwise', 'else')) continue;
    else {
      const before = cursor.mark();
      row.push(grammar.statement());
      if (cursor.mark() === before) return rows;
    }
  }
}

/** & = 3x: the mark belongs to the sign behind it. */
function startsWithRelation(cursor: Cursor): boolean {
  return isRelationSign(cursor.ahead(1)) || cursor.ahead(1).text === 'not' || cursor.ahead(1).text === '!';
}

function environmentOf(name: string, rows: readonly (readonly Expr[])[], cursor: Cursor): Expr {
  if (rows.length === 0) throw cursor.failure(`There is nothing in this ${name}.`);
  const isSystem = rows.every((row) => row.length === 1 && row[0]?.kind === 'relation');
  if (matrices.has(name) && !(name === 'array' && isSystem)) {
    const matrix: Expr = { kind: 'matrix', rows };
    return name === 'vmatrix' ? { kind: 'call', name: 'det', args: [matrix] } : matrix;
  }
  if (name.endsWith('cases') && !isSystem) {
    const branches = rows.flatMap(([value, condition]) => (value ? [{ value, condition }] : []));
    return { kind: 'piecewise', branches };
  }
  return conjunction(rows.flat());
}
