/** The parts of a text between separators that stand outside all brackets and environments, and how they were joined. */
export interface Parts {
  readonly items: readonly string[];
  readonly joined: 'or' | 'and' | 'row';
}

const separator =
  /^(?:\s*(?:,|;)?\s*(?:\\quad\s*)+(?:(?:and|or)(?![a-zA-Z])\s*(?:\\quad\s*)*)?|\s*[,;]\s*(?:and|or)(?![a-zA-Z])\s*|\s*[,;]\s*|\s*\\(?:land|lor|wedge|vee)(?![a-zA-Z])\s*|\s*(?:∧|∨)\s*)/;
const word = /^\s*(?:and|or|und)(?![a-z])\s*|^\s+(?:&)\s+/i;
const glued = /^(?:or|and)(?=[A-Za-z(\\\d-])/;

/** `hasDecimalComma`: the comma in 0,5 belongs to the number. */
export function splitAnswers(text: string, hasDecimalComma = false): Parts {
  const items: string[] = [];
  let [depth, from, at] = [0, 0, 0];
  let joined: Parts['joined'] = 'row';
  while (at < text.length) {
    const sign = text.charAt(at);
    const rest = text.slice(at, at + 60);
    if (/^\\begin\b/.test(rest)) depth += 1;
    if (/^\\end\b/.test(rest)) depth -= 1;
    if (sign === '\\' && /^\\[{}]/.test(rest)) {
      depth += rest.charAt(1) === '{' ? 1 : -1;
      at += 2;
      continue;
    }
    if (/^\\(?:langle|lfloor|lceil|lbrace|lbrack)(?![a-zA-Z])/.test(rest)) depth += 1;
    if (/^\\(?:rangle|rfloor|rceil|rbrace|rbrack)(?![a-zA-Z])/.test(rest)) depth -= 1;
    if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign)) depth -= 1;
    const found =
      depth <= 0 &&
      !isInsideNumber(text, at) &&
      !(hasDecimalComma && /\d,\d/.test(text.slice(Math.max(0, at - 1), at + 2)) && sign === ',')
        ? separatorAt(text, at, rest)
        : undefined;
    if (found !== undefined) {
      items.push(text.slice(from, at));
      if (/or|lor|vee|∨/.test(found)) joined = 'or';
      else if (joined === 'row' && /and|land|wedge|∧/.test(found)) joined = 'and';
      at += found.length;
      from = at;
      continue;
    }
    at += sign === '\\' ? Math.max(1, (/^\\[a-zA-Z]+/.exec(rest)?.[0] ?? '\\').length) : 1;
  }
  items.push(text.slice(from));
  return { items: items.map((item) => item.trim()).filter((item) => item !== ''), joined };
}

function separatorAt(text: string, at: number, rest: string): string | undefined {
  const found = separator.exec(rest)?.[0];
  if (found !== undefined && found.trim() !== '') return found;
  const before = text.charAt(at - 1);
  const isFree = at > 0 && !/[a-zA-Z\\]/.test(before);
  if (isFree && /[\s)\]}]/.test(before)) {
    const joint = word.exec(rest)?.[0];
    if (joint !== undefined && joint.trim() !== '') return joint;
  }
  return isFree && /[\d)}\]]/.test(before) ? glued.exec(rest)?.[0] : undefined;
}

/** The comma in 58,500 and 1{,}000. */
function isInsideNumber(text: string, at: number): boolean {
  if (text.charAt(at) !== ',') return false;
  const [before, after] = [text.slice(0, at), text.slice(at + 1)];
  if (!/(?:^|[^\d.,])(?:\d{1,3})(?:,\d{3})*$/.test(before) || !/^\d{3}(?!\d)/.test(after)) return false;
  return !/(?:^|[^\d.,])0\d*(?:,\d{3})*$/.test(before);
}
