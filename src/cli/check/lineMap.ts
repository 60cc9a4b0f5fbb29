/** 1-based line and column (in UTF-16 units) of offsets in a text. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function lineMap(text: string): {
  positionOf: (offset: number) => Position;
  lineText: (line: number) => string;
} {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return {
    positionOf: (offset) => {
      let [low, high] = [0, starts.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
    lineText: (line) => text.slice(starts[line - 1] ?? 0, starts[line] ?? text.length).replace(/[\r\n]+$/, ''),
  };
}
