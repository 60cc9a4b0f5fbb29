/** Index of the `}` that closes the `{` at `open`; -1 when it isn't closed before `limit`. */
export function closeOfBrace(text: string, open: number, limit = text.length): number {
  let depth = 0;
  for (let at = open; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92 /* \ */) at += 1;
    else if (code === 123 /* { */) depth += 1;
    else if (code === 125 /* } */) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}
