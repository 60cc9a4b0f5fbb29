import { lastNumber, saysNoNumber } from './lastNumber.ts';

/** The final answer of a solution, and in a phrase where it stood. `answer` is never empty. */
export type ExtractedAnswer =
  | { readonly type: 'found'; readonly answer: string; readonly how: string }
  | { readonly type: 'none'; readonly how: string };

/** Only the end of a very long text is looked at. */
const longestText = 200_000;
/** Something that is longer is no answer, but the rest of what was cut. */
const longestAnswer = 100_000;

/**
 * The final answer of a whole solution: its last box (several that are said together, joined), what a mark or the words
 * "the answer is" announce, what is bold, or the end of the last sentence. Thinking in `<think>` is left out.
 */
export function extractAnswer(source: string): ExtractedAnswer {
  const text = withoutThinking(source.slice(-longestText))
    .replace(/[ \t\u00a0]{9,}/g, ' ')
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\\(?:boxed|fbox)\s*\{\s*\}/g, ' ');
  const boxed = lastBoxes(text);
  if (boxed !== undefined) return found(boxed, 'in the last box');
  const marked = afterMark(text);
  if (marked !== undefined) return found(marked, 'behind its mark');
  const announced = afterAnnouncement(text);
  if (announced !== undefined) return found(announced, 'where the answer is announced');
  const bold = lastBold(text);
  if (bold !== undefined) return found(bold, 'in bold');
  const last = lastStatement(text);
  return last === undefined
    ? { type: 'none', how: 'no final answer was found' }
    : found(last, 'at the end of the last line');
}

function found(answer: string, how: string): ExtractedAnswer {
  if (answer.length > longestAnswer) return { type: 'none', how: 'what stands at the end is too long for an answer' };
  return { type: 'found', answer, how };
}

const thought = /<\/?(?:think|thinking|reasoning|scratchpad)>/gi;

/** What stands behind the last thought, or before the first; a thought that is never closed is all there is. */
function withoutThinking(text: string): string {
  const marks = [...text.matchAll(thought)];
  const [first, last] = [marks[0], marks.findLast(([mark]) => mark.startsWith('</'))];
  const behind = last === undefined ? '' : text.slice(last.index + last[0].length);
  const before = first === undefined || first[0].startsWith('</') ? '' : text.slice(0, first.index);
  const kept = [behind, before].find((part) => part.trim() !== '') ?? text;
  const end = kept.search(/<\|[a-z_]+\|>/i);
  return (
    end > 0 && kept.slice(0, end).trim() !== '' ? kept.slice(0, end) : kept.replace(/<\|[a-z_]+\|>/gi, ' ')
  ).replace(thought, ' ');
}

interface Box {
  readonly inner: string;
  readonly start: number;
  readonly end: number;
}

function boxesOf(text: string): readonly Box[] {
  const boxes: Box[] = [];
  const pattern = /\\(?:boxed|fbox|framebox)\s*/g;
  for (let mark = pattern.exec(text); mark !== null; mark = pattern.exec(text)) {
    const open = pattern.lastIndex;
    if (text.charAt(open) !== '{') {
      const bare = /^[^\s${}\\]+|^\\[a-zA-Z]+(?:\{[^{}]*\})*/.exec(text.slice(open, open + 80))?.[0] ?? '';
      if (bare !== '') boxes.push({ inner: bare.replace(/[.,;]+$/, ''), start: mark.index, end: open + bare.length });
      continue;
    }
    const close = closing(text, open);
    boxes.push({ inner: text.slice(open + 1, close).trim(), start: mark.index, end: close + 1 });
    pattern.lastIndex = close;
  }
  return boxes
    .map((box) => ({ ...box, inner: innermost(box.inner) }))
    .filter(({ inner }) => inner.replace(/[\s{}$.]/g, '') !== '');
}

/** \boxed{\boxed{7}}: 7. */
function innermost(box: string): string {
  let inner = box;
  for (let turn = 0; turn < 10; turn += 1) {
    const nested = /^\\(?:boxed|fbox)\s*(?=\{)/.exec(inner)?.[0];
    if (nested === undefined || closing(inner, nested.length) < inner.length - 1) return inner;
    inner = inner.slice(nested.length + 1, -1).trim();
  }
  return inner;
}

/** The brace that closes the one at `open`; a box that is never closed ends with its line or formula. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '\\' && !/[a-zA-Z]/.test(text.charAt(index + 1))) index += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  const end = text.slice(open).search(/\n|\$|\\\]|\\\)/);
  return end < 0 ? text.length : open + end;
}

const joint =
  /^(?:\s|\$|\\[()[\],;:! ]|\\q?quad|,|;|&|\\\\|(?:\\(?:text|mbox)\s*\{)?\s*(?:,?\s*(?:and|or)\s*)?(?:for part \(?[a-z]\)?\s*)?(?:,?\s*(?:and|or)\s*)?\}?)*$/;
const unitBehind =
  /^(?:\s|\$|\\[,;! ]|\\q?quad)*(\\?%|percent\b|\^\s*\{?\\circ\}?|°|degrees\b|\\(?:text|mbox|mathrm|textrm)\s*\{\s*(?:percent|degrees?|%|[a-z]{1,3}|square [a-z]+|cubic [a-z]+|dollars|cents|inches|feet|meters|units|hours|minutes|seconds|miles)\s*\}(?:\s*\^\s*\{?\d\}?)?)/;

function lastBoxes(text: string): string | undefined {
  const boxes = boxesOf(text);
  const last = boxes.at(-1);
  if (last === undefined) return undefined;
  let first = boxes.length - 1;
  for (; first > 0; first -= 1) {
    const [before, after] = [boxes[first - 1], boxes[first]];
    if (before === undefined || after === undefined) break;
    const between = text.slice(before.end, after.start);
    if (between.length > 60 || /\n\s*\n/.test(between) || !joint.test(between)) break;
  }
  const joined = boxes.slice(first);
  const parts = joined.map(({ inner }) => inner);
  const distinct = parts.filter((part, index) => parts.indexOf(part) === index);
  const unit = unitBehind.exec(text.slice(last.end, last.end + 60))?.[1];
  const answer = distinct.join(', ');
  return unit === undefined || /[%°]|\\circ|percent|degree/.test(answer) ? answer : `${answer} ${unit}`;
}

function afterMark(text: string): string | undefined {
  const marks = [...text.matchAll(/#{3,4}[ \t]*(?=[-+.$\d\\(])|#\s?ANSWER\s*:?|#{4}\s/gi)];
  for (const mark of marks.reverse()) {
    const line =
      text
        .slice(mark.index + mark[0].length)
        .split('\n')[0]
        ?.trim() ?? '';
    if (
      /^(?:step|part|case|solution|method|final|answer|conclusion|explanation|analysis|proof|check|verif)/i.test(
        line,
      ) &&
      mark[0].includes('##')
    )
      continue;
    if (line !== '' && (mark[0].includes('####') || /answer/i.test(mark[0]))) return clean(line);
  }
  return undefined;
}

const announcement =
  /(?:\*\*)?(?:\b(?:the|my|our|your|so the|thus the)\s+)?(?:(?:final|correct|required|desired|exact|numerical)\s+)*\b(?:answer|solution)s?(?:\s+(?:to|for|of)\s+(?:the|this)\s+[a-z ]{1,40}?)?\s*(?:\*\*)?\s*(?:(?:is|are|will be|should be|would be|equals?)(?!['’\w])|[:=]|=>)\s*(?:therefore|then|thus|approximately|exactly|simply|indeed)?\s*(?:\*\*)?\s*:?\s*/gi;
const spoken = /(?:\*\*)?\banswers?\b(?:\*\*)?\s*:?\s+(?=\$|\\[([]|-?\d|\*\*)/gi;
const afterwards = /\s+is\s+(?:our|the|my)\s+(?:final\s+)?(?:answer|solution|result)\b/gi;

function afterAnnouncement(text: string): string | undefined {
  const places = [...text.matchAll(announcement), ...text.matchAll(spoken)]
    .map((mark) => mark.index + mark[0].length)
    .sort((a, b) => b - a);
  const behind = [...text.matchAll(afterwards)].at(-1);
  for (const at of places) {
    if (behind !== undefined && behind.index > at) break;
    const rest = text.slice(at);
    if (
      /^(?:not|no longer|wrong|incorrect|that|what|how|in|given by|as follows|below|to|correct\b|the same)\b/i.test(
        rest.trimStart(),
      )
    )
      continue;
    const answer = sentence(rest.trimStart().replace(/^(?:the final answer is|final answer)\s*:?\s*/i, ''));
    if (answer !== undefined && !/^(?:a|an|the)\s*$/i.test(answer)) return answer;
  }
  if (behind === undefined) return undefined;
  return lastStatement(text.slice(0, behind.index));
}

/** Up to the end of the sentence or line, but not within a formula or a decimal. */
function sentence(text: string): string | undefined {
  const [display] = /^\s*(?:\$\$[\s\S]*?\$\$|\\\[[\s\S]*?\\\]|\\\([\s\S]*?\\\))/.exec(text) ?? [];
  if (display !== undefined) {
    const rest = text.slice(display.length);
    const more = /^(?:\s*(?:,|and|or|\\?%|percent|°|degrees)\s*(?:\$[^$]*\$|\\\([\s\S]*?\\\))?)*/.exec(rest)?.[0] ?? '';
    return clean(`${display}${more}`);
  }
  let inFormula = false;
  let end = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '$' && text.charAt(index - 1) !== '\\' && (inFormula || text.indexOf('$', index + 1) > 0))
      inFormula = !inFormula;
    if (inFormula) continue;
    const isStop =
      sign === '\n' ||
      (/[.!?]/.test(sign) &&
        /^(?:\s|$|\*|<|")/.test(text.slice(index + 1, index + 2) || '') &&
        !/^\.\s*m\b/i.test(text.slice(index - 1, index + 3)));
    if (isStop && !(sign === '\n' && text.slice(0, index).trim() === '')) {
      // `B. 12`: the choice with its text.
      if (sign === '.' && /^\(?[A-H]$/.test(text.slice(0, index).trim()) && /^ +\S/.test(text.slice(index + 1)))
        continue;
      end = index;
      break;
    }
  }
  return clean(
    text
      .slice(0, end)
      .replace(
        /\s*(?:\b(?:because|since|as we|which|when|where)\b|,\s*(?:and )?not\b|\s\((?:about|approximately|approx|roughly|or|≈|\\approx))[\s\S]*$/,
        '',
      ),
  );
}

function clean(text: string): string | undefined {
  const plain = text
    .trim()
    .replace(/^\*\*|\*\*$/g, '')
    .replace(/^[:\s]+/, '')
    .replace(/^\}+\s*/, '')
    .replace(/(?<!\.)[.;,\s]+$/, '')
    .trim();
  return plain.replace(/[\s$*.\\[\](){}]/g, '') === '' ? undefined : plain;
}

function lastBold(text: string): string | undefined {
  const bolds = [...text.matchAll(/\*\*([^*\n]{1,200})\*\*/g)].map((mark) => ({
    inner: mark[1]?.trim() ?? '',
    at: mark.index + mark[0].length,
  }));
  const last = bolds
    .filter(
      ({ inner }) =>
        !inner.endsWith(':') &&
        !/^(?:step|part|case|solution|note|problem|given|proof|method|conclusion)\b/i.test(inner),
    )
    .at(-1);
  // Emphasis early in a text is no answer: only the last three lines count.
  if (last === undefined || text.slice(last.at).trim().split(/\n+/).length > 3) return undefined;
  return /[\d\\$=]/.test(last.inner) || last.inner.split(/\s+/).length <= 4 ? clean(last.inner) : undefined;
}

/** Of the last line with content: a formula at its end, what stands behind "is" or "=", or its last number. */
function lastStatement(text: string): string | undefined {
  const lines = withoutCheck(text.replace(/<<[^<>\n]*>>/g, ''))
    .split(/\n/)
    .map((line) => line.trim());
  const line = lines
    .filter((item) => /[\p{L}\d\\]/u.test(item) && !/^(?:[-=_*#\s]+|```\w*|\[[A-Z][a-z' ]{15,}.*\])$/.test(item))
    .at(-1);
  if (line === undefined) return undefined;
  const wanted = lastSentence(line).replace(/^(?:[-*•>]|\d+[.)])\s+/, '');
  const formula = lastFormula(wanted);
  if (formula !== undefined) return formula;
  let plain = wanted.replace(/^\W*$/, '');
  while (lead.test(plain)) plain = plain.replace(lead, '');
  const words = plain
    .split(/\s+/)
    .filter((word) => /^[A-Za-z]{2,}[,.]?$/.test(word) && !/^(?:or|and|in|sin|cos|tan|log|ln)$/.test(word));
  const value = plain.includes('=') && words.length > 0 ? behindEquals(plain) : undefined;
  if (value !== undefined) return value;
  if (/\b(?:is|are|equals|=)\s*[:.]?$/i.test(plain)) return undefined;
  const chosen = /^\(?([A-H])\)?\s+is\s+(?:the\s+)?(?:correct|right|true|answer)\b/.exec(plain)?.[1];
  if (chosen !== undefined) return chosen;
  if (words.length <= 2 && !/^(?:he|she|they|it|we|you|i)\b|^the \w+:/i.test(plain) && /\d|=|\\|[<>≤≥]/.test(plain))
    return clean(plain);
  if (
    saysNoNumber(plain) &&
    !/^(?:is |are )?(?:at least|at most|between)/i.test(
      plain
        .split(/\b(?:is|are)\b/)
        .at(-1)
        ?.trim() ?? '',
    )
  )
    return undefined;
  const said =
    /^.*\b(?:is|are|equals|was|be|gives|get|obtain)\s+(?:equal to\s+|approximately\s+|about\s+|exactly\s+)?(.+)$/i.exec(
      plain,
    )?.[1];
  const hasProse = /[A-Za-z]{3,}/.test((said ?? '').replace(/\b(?:sin|cos|tan|log|sqrt|and)\b/g, ''));
  if (said !== undefined && /\d/.test(said) && (said.split(/\s+/).length <= 4 || !hasProse)) return clean(said);
  const number = lastNumber(plain);
  if (number !== undefined) return clean(number);
  const named = /^.*\b(?:is|are|equals|was)\s+(?:equal to\s+)?(.+)$/i.exec(plain)?.[1];
  if (named !== undefined && named.split(/\s+/).length <= 3 && !/^(?:not|no)\b/i.test(named)) return clean(named);
  const isShort =
    !/\b(?:answer|solution|result)\b/i.test(plain) &&
    plain.split(/\s+/).length <= 3 &&
    !/\b(?:i|don't|cannot|can't|sorry|unknown|help|hello|hi|hey|thanks|thank|okay|ok|sure|welcome|done)\b/i.test(plain);
  return isShort ? clean(plain) : undefined;
}

const lead =
  /^(?:therefore|thus|hence|so|then|consequently|finally|we (?:get|have|find|obtain)(?: that)?|this gives)\b[,:]?\s*/i;

/** What is put back in to check the answer stands behind it. */
function withoutCheck(text: string): string {
  const at = text.search(
    /^\s*(?:check(?:ing)?|verif(?:y|ying|ication)|proof)\b[^\n]{0,20}:?\s*$|^\s*check(?:ing)?\s*:/im,
  );
  return at > 0 && /\S/.test(text.slice(0, at)) ? text.slice(0, at) : text;
}

function lastFormula(sentence: string): string | undefined {
  const formulas = [...sentence.matchAll(/\$\$([\s\S]+?)\$\$|\$([^$]+)\$|\\\[([\s\S]+?)\\\]|\\\(([\s\S]+?)\\\)/g)];
  const last = formulas.at(-1);
  const formula = (last?.[1] ?? last?.[2] ?? last?.[3] ?? last?.[4] ?? '').trim();
  if (last === undefined || formula === '') return undefined;
  // "$5 for a cup and $" are two amounts of money, and so is a formula that ends in the middle.
  const plain = formula.replace(/\\(?:text|mbox|mathrm|textbf)\s*\{[^{}]*\}/g, ' ').replace(/\\[a-zA-Z]+/g, ' ');
  if (
    last[2] !== undefined &&
    (/[a-z]{3,}\s+[a-z]{2,}|[-+*/=]$/i.test(plain) || /^\d/.test(sentence.slice(last.index + last[0].length)))
  )
    return undefined;
  const behind = /^\s*(?:\\?%|percent\b|°|degrees\b)/.exec(sentence.slice(last.index + last[0].length))?.[0] ?? '';
  return clean(`${formula}${behind}`);
}

/** "5 + 3 = 8 apples in all": 8 apples. */
function behindEquals(text: string): string | undefined {
  const tail = text.slice(text.lastIndexOf('=') + 1).trim();
  if (/^[^=]*\b[A-Za-z]\s*=/.test(text) && text.split('=').length === 2) return undefined;
  const found =
    /^([-+]?\s?[$€£]?\s?(?:\d{1,3}(?: \d{3})+(?!\d)|[\d.,]*\d)(?:\s*\/\s*\d+)?(?:\s?[%€$])?)(?:\s+([a-zA-Z]+))?/.exec(
      tail,
    );
  if (found === null) return undefined;
  const unit =
    found[2] === undefined ||
    /^.$|^(?:in|for|of|and|so|which|to|by|at|on|from|per|each|every|after|before|left|more|less|is|are|was|if|but|when|an|the|than|with|because|since|or|he|she|it|they|per|as)$/i.test(
      found[2],
    )
      ? ''
      : ` ${found[2]}`;
  return clean(`${found[1] ?? ''}${unit}`);
}

function lastSentence(line: string): string {
  const stops = [...line.matchAll(/[.!?]\s+(?=[A-Z$\\])/g)];
  for (const stop of stops.reverse()) {
    const tail = line.slice(stop.index + stop[0].length);
    const dollars = line.slice(0, stop.index).split('$').length - 1;
    if (dollars % 2 === 0 && /[\p{L}\d]/u.test(tail)) return tail;
  }
  return line;
}
