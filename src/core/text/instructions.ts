import { asksFirst, hasMathematics } from './posesProblem.ts';

/** "Solve the following equations:", "Factor each polynomial.": what the items below it leave unsaid. */
export function isInstruction(text: string): boolean {
  if (text.length > 200 || !asksFirst(text)) return false;
  return /:\s*$/.test(text) || placeholder.test(text) || !hasMathematics(text);
}

const placeholder =
  /\b(?:(?:each|any|all) of (?:the following|these)(?: \w+)?|the following(?: \w+){0,2}?(?= for\b| in\b| by\b|\s*[.:]|\s*$)|(?:each|these|every)(?: (?:of the )?\w+){1,2}?(?= for\b| in\b| by\b|\s*[.:]|\s*$))/i;

/** "Solve the following equations for $x$:" and "$2x + 3 = 7$" make "Solve $2x + 3 = 7$ for $x$." */
export function applyInstruction(instruction: string, item: string): string {
  const request = instruction.trim().replace(/[\s.:]+$/, '');
  const body = item.trim().replace(/[.;,]$/, '');
  const joined = placeholder.test(request)
    ? request.replace(placeholder, () => body)
    : forUnknown.test(request)
      ? request.replace(forUnknown, (unknown) => ` ${body}${unknown}`)
      : `${request} ${body}`;
  return `${joined}.`;
}

/** "Solve for x" takes its equation before "for". */
const forUnknown = / for (?:\$[a-zA-Z]\$|`?[a-zA-Z]`?)$/;

const mathSpans = /\$\$[\s\S]*?\$\$|\$[^$]*\$|\\\([\s\S]*?\\\)|\\\[[\s\S]*?\\\]|`[^`]*`/g;

/** Nothing but mathematics, with the small words between formulas. */
export function isOnlyMathematics(text: string): boolean {
  if (!hasMathematics(text)) return false;
  const rest = text
    .replace(mathSpans, ' ')
    .replace(/\b(?:and|or|for|where|with|if|sin|cos|tan|log|ln|exp|sqrt|abs|pi|lim|mod)\b/gi, ' ');
  return !/[A-Za-z]{3,}/.test(rest);
}
