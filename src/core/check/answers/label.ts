import type { Expr } from '../../math/expr.ts';
import type { Answer, Label } from './answer.ts';

const symbol = String.raw`(?:\\(?:alpha|beta|gamma|delta|epsilon|theta|lambda|mu|nu|phi|psi|rho|sigma|tau|omega|Delta|ell)(?![a-zA-Z])|[A-Za-z])`;
const subscript = String.raw`(?:_\s*(?:\{[^{}]*\}|[A-Za-z0-9]))?(?:'|\\prime|\^\s*\{?\s*\\prime\s*\}?)*`;
const points = String.raw`(?:\|\s*[A-Za-z]\s*\||\\(?:vec|mathbf|overrightarrow)\s*\{?\s*[A-Za-z]{1,2}\s*\}?|[a-zA-Z]\s*:\s*[a-zA-Z](?:\s*:\s*[a-zA-Z])?|[A-Z]{2,5}|\\overline\s*\{?\s*[A-Z]{2}\s*\}?|\|[A-Z]{2}\||\[[A-Z]{3,6}\])`;
const angle = String.raw`(?:m\s*)?(?:\\(?:measured)?angle|∠)\s*\{?[A-Z]{1,3}\}?`;
const inverse = String.raw`(?:\^\s*\{?\s*-1\s*\}?)?`;
const call = String.raw`${symbol}${subscript}${inverse}\s*\([^()=]{1,30}\)`;
const derivative = String.raw`\\[dt]?frac\s*\{\s*d(?:\^\{?\d\}?)?\s*[a-z]?\s*\}\s*\{\s*d\s*[a-z](?:\^\{?\d\}?)?\s*\}|d(?:\^\d)?[a-z]\/d[a-z](?:\^\d)?`;
const trig = String.raw`\\(?:sin|cos|tan|cot|sec|csc)\s*(?:${angle}|[A-Z]|\\(?:theta|alpha|beta))`;
const tuple = String.raw`\(\s*${symbol}${subscript}(?:\s*,\s*${symbol}${subscript})+\s*\)`;
const ratio = String.raw`\\d?frac\s*\{\s*[A-Z]{1,3}\s*\}\s*\{\s*[A-Z]{1,3}\s*\}|[A-Z]{2}\s*[/:]\s*[A-Z]{2}`;
const phrase = String.raw`(?:[A-Z]?[a-z]{2,}(?:\s+[A-Za-z]+){0,6}|The\s[a-z ]{2,50})`;
const name = new RegExp(
  `^(?:${derivative}|${call}|${trig}|${angle}|${ratio}|${points}|${tuple}|(?:${symbol})${subscript}|${phrase})\\s*$`,
);

export interface Named {
  readonly label: Label;
  readonly rest: string;
}

/** `x = 5`, `f(x) = …`, `AB = 3`, `Area: 12`, `5 = x`: the name, and what is said to be its value. */
export function readLabel(text: string, question: string | undefined): Named | undefined {
  const at = equalsSigns(text);
  const [first] = at;
  if (first === undefined) {
    const colon = /^((?:the )?[A-Za-z][a-z]+(?: [A-Za-z]+){0,5})\s*(?::| is(?: equal to)?:?)\s+(.+)$/i.exec(text);
    return colon === null ? undefined : { label: labelOf(colon[1] ?? ''), rest: colon[2] ?? '' };
  }
  const [left, rest] = [text.slice(0, first).trim(), text.slice(first + 1).trim()];
  if (left === '' || rest === '') return undefined;
  if (name.test(left) && !/^(?:sin|cos|tan|log|ln)$/.test(left)) return { label: labelOf(left), rest };
  if (
    question !== undefined &&
    left.length > 1 &&
    !/^[\d.]+$/.test(left) &&
    squeezed(question).includes(squeezed(left)) &&
    isAskedFor(left, question)
  ) {
    return { label: labelOf(left), rest };
  }
  if (at.length === 1 && /^-?[\d.]+$|^-?\\d?frac\{\d+\}\{\d+\}$/.test(left) && name.test(rest))
    return { label: labelOf(rest), rest: left };
  return undefined;
}

/** "Find a + b": then a + b = 5 says 5. A left side that the question sets equal to something is an equation. */
function isAskedFor(left: string, question: string): boolean {
  const [inner, whole] = [squeezed(left), squeezed(question)];
  const at = whole.lastIndexOf(inner);
  const [before, after] = [whole.charAt(at - 1), whole.charAt(at + inner.length)];
  return !/[=<>+\-*/^\w(]/.test(before === '' ? ' ' : before.replace(/[a-z]/, ' ')) && !/[=<>+\-*/^(]/.test(after);
}

function squeezed(text: string): string {
  return text.replace(/[\s$]|\\left|\\right|\\[,;!]/g, '');
}

/** Places of `=` outside brackets that belong to no other sign; none where an order sign stands in the text too. */
function equalsSigns(text: string): readonly number[] {
  const found: number[] = [];
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if ('([{'.includes(sign)) depth += 1;
    if (')]}'.includes(sign)) depth -= 1;
    if (depth !== 0) continue;
    if (
      /[<>]/.test(sign) ||
      /^\\(?:le|ge|lt|gt|ne|leq|geq|neq|in|leqslant|geqslant)(?![a-zA-Z])/.test(text.slice(index, index + 12))
    )
      return [];
    if (sign === '=' && !/[<>!=:]/.test(text.charAt(index - 1)) && text.charAt(index + 1) !== '=') found.push(index);
  }
  return found;
}

function labelOf(text: string): Label {
  const plain = text.replace(/\s+/g, ' ').trim();
  const squeezed = plain.replace(/\s|[{}]/g, '').replace(/\\prime/g, "'");
  const found = new RegExp(`^(${symbol}${subscript}${inverse})\\s*\\(([^()]*)\\)$`).exec(plain);
  if (found === null) return { text: /[a-z]{3}/.test(plain) && !plain.includes('\\') ? plain.toLowerCase() : squeezed };
  return { text: squeezed, functionName: (found[1] ?? '').replace(/\s|[{}]/g, ''), argument: (found[2] ?? '').trim() };
}

export function labelled(answer: Answer, label: Label, relation: Expr | undefined): Answer {
  const first = answer.label === undefined ? { ...answer, label } : answer;
  const named = relation === undefined ? first : { ...first, relation };
  if (named.type !== 'list' || named.order === 'tuple') return named;
  return { ...named, items: named.items.map((item) => (item.label === undefined ? { ...item, label } : item)) };
}
