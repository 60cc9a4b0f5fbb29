import { parseMath } from '../../math/read/parseMath.ts';
import { splitLetters } from '../../math/read/splitLetters.ts';
import type { ReadResult } from '../task.ts';
import type { ReadContext } from './context.ts';
import { isKnownWord } from './findQuestion.ts';
import { ordinalNumber, wholeNumber } from './numberWords.ts';
import type { Sentence } from './sentences.ts';
import { parseOptions, sourceOf } from './slots.ts';
import { stopWords } from './stopWords.ts';
import type { TextToken } from './textTokens.ts';
import { unitOf } from './unitNames.ts';

export function notUnderstood(detail: string, at?: number): ReadResult {
  return { type: 'notUnderstood', detail, ...(at !== undefined && { at }) };
}

/** Says what stopped the reading: a formula that can't be read, or a question of an unknown kind. */
export function unclear(context: ReadContext, sentence: Sentence | undefined, count: number): ReadResult {
  if (sentence === undefined) return notUnderstood('I found no question in this text.');
  for (const token of sentence) {
    if (token.type !== 'math') continue;
    const parsed = parseMath(token.text, parseOptions(context));
    if (parsed.type === 'failed')
      return notUnderstood(`I can't read the formula “${shortened(token.text)}”. ${parsed.message}`, token.start);
  }
  const unknown = unknownWord(sentence);
  if (unknown === undefined && sentence.some((token, index) => isUnitBehindNumber(token, sentence[index - 1]))) {
    return notUnderstood('I can convert units, but not yet calculate with them.', sentence[0]?.start);
  }
  const formula =
    unknown !== undefined
      ? []
      : sentence.slice(sentence.findLastIndex((token) => token.type === 'word' && token.text.length > 2) + 1);
  if (
    formula.length > 1 &&
    !stopWords.has(formula[0]?.text ?? '') &&
    formula.some((token) => token.type === 'number' || token.text === '=')
  ) {
    const parsed = parseMath(sourceOf(context.text, formula), parseOptions(context));
    if (parsed.type === 'failed') return notUnderstood(parsed.message, (formula[0]?.start ?? 0) + parsed.at);
  }
  const text = shortened(context.text.slice(sentence[0]?.start ?? 0, sentence.at(-1)?.end));
  const which = count > 1 ? 'the sentence' : 'the question';
  const why = unknown === undefined ? '' : `: I don't know “${unknown}”`;
  return notUnderstood(`I don't understand ${which} “${text}”${why}.`, sentence[0]?.start);
}

/** A word that no wording has and that is neither a number, a unit nor a run of letters that can be multiplied. */
function unknownWord(sentence: Sentence): string | undefined {
  return sentence.find(({ type, text }) => {
    if (type !== 'word' || text.length < 4 || text.length > 40 || isKnownWord(text) || stopWords.has(text))
      return false;
    if (wholeNumber([text]) !== undefined || ordinalNumber([text]) !== undefined || unitOf(text) !== undefined)
      return false;
    return splitLetters(text, {})?.some((piece) => piece.length > 1) !== true;
  })?.text;
}

function isUnitBehindNumber({ type, text }: TextToken, before: TextToken | undefined): boolean {
  return type === 'word' && text.length > 1 && before?.type === 'number' && unitOf(text) !== undefined;
}

function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > 80 ? `${plain.slice(0, 77)}…` : plain;
}
