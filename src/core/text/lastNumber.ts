/** A sentence that is longer is no sentence. */
const longestSentence = 2000;

const amount =
  /\d{1,2}(?::\d{2}){1,2}\s?[apAP]\.?[mM]\b\.?|\d+(?::\d+)+|(?:[-−]\s?)?(?:[$€£]\s?)?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d.])|\d+(?:\.\d+)?|\.\d+)(?:\s*\/\s*\d+)?(?:\s?(?:%|percent|°|degrees?|[€£]|m²|cm²|[kcm]?m\b|kg\b))?/g;

/** "any number between 0 and 4", "x is not 5", "it depends on 5": what is said is no number. */
export function saysNoNumber(whole: string): boolean {
  const sentence = whole.slice(-longestSentence);
  if (
    /\b(?:between|(?:any|every|each|all) (?:\w+ )?(?:numbers?|values?|integers?|reals?)|at least|at most|depend(?:s|ing)?|except|other than|different from|either)\b/i.test(
      sentence,
    )
  )
    return true;
  // "x is not 10, so it is 17", "not 18 but 17": only the clause of the last number counts.
  const clauses = sentence.split(
    /[,;]\s+|\b(?:which|so|therefore|hence|thus)\b|(?<=\bnot\b[^,;]*|n't\b[^,;]*)\bbut\b/i,
  );
  const last = clauses.at(-1) ?? '';
  return negation.test(last.trim().split(/\s+/).length > 1 || clauses.length === 1 ? last : sentence);
}

const negation = /\b(?:not|cannot|never|neither)\b|n't\b/i;
/** Words in front of a number that make another one of it, or a bound. */
const changes =
  /(?:\b(?:but|greater|less|more|fewer|larger|smaller|bigger|higher|lower) than(?: or equal to)?|\bexceed(?:s|ing)?|\b(?:up|close|closer|next|prior) to|\b(?:near|nearly|under|below|above|over|beyond|minus|negative|plus|times|log|sin|cos|tan|ln|factorial|mod|modulo)|\b(?:root|roots|half|third|quarter|fifth|multiples?|power|powers|square|cube|logarithm|factors?|reciprocal|inverse) of|\b(?:twice|double|triple|half)|\b(?:divisible|multiplied|divided|increased|decreased|reduced) by|\bsquare root|[-+*/^=√×÷<>≤≥≠±])\s*(?:the |an? )?$/i;
/** Words behind a number that make another one of it. */
const goesOn =
  /^(?:\s*(?:[-+*/^!×÷√]|[<>≤≥≠])|\s*(?:factorial|squared|cubed|choose|mod|modulo|dozen)\b|\s+(?:or (?:more|less|fewer|greater|higher|lower|above|below)|(?:more|less|fewer|times|greater) than|to the|hundredths?|tenths?|thousandths?)\b|(?:st|nd|rd|th)\b|[a-zA-Z]\b)/;

/** What follows speaks of something else. */
const turns = /\b(?:and|but|while|although|so|then)\b.*\b(?:is|are|was|were|need|must|unknown)\b/i;
const unfinished = /\b(?:and|or|but|then|the|a|an|of|to|by|with|for|in|is|are|that|we|so|if)\s*[:,]?$|(?:\.\.\.|…)$/i;
const plan =
  /^(?:let(?:'s|’s| us| me)|next|first|(?:now )?(?:we|you|i) (?:need|have|want|must|will|should|can) (?:to|now|first|use|find|solve|compute|start)|now,? (?:let|we)|to (?:find|solve|compute)|consider|suppose|assume|start|recall|note that)\b/i;
const unitOfTwo =
  '(?:hours?|hrs?|minutes?|mins?|seconds?|feet|foot|ft|inch(?:es)?|pounds?|ounces?|years?|months?|weeks?|days?|dollars?|cents?|yards?|kilometers?|kilometres?|meters?|metres?|centimeters?|kilograms?|grams?)';
/** 3 hours and 20 minutes is one answer. */
const quantities = new RegExp(
  `\\d[\\d.,]*\\s+${unitOfTwo}(?:,?\\s+(?:and\\s+)?\\d[\\d.]*\\s+${unitOfTwo})+(?=\\W*$)`,
  'i',
);

/** The last number of a sentence of words, where the words leave it as it is; undefined where they make another one of it. */
export function lastNumber(plain: string): string | undefined {
  if (plain.length > longestSentence || saysNoNumber(plain)) return undefined;
  const last = [...plain.matchAll(amount)].at(-1);
  if (last === undefined || unfinished.test(plain) || plan.test(plain)) return undefined;
  const compound = quantities.exec(plain)?.[0];
  if (compound !== undefined) return compound;
  const [before, behind] = [plain.slice(0, last.index), plain.slice(last.index + last[0].length)];
  const isChanged = changes.test(before.replace(/[-−]\s?$/, '')) && !/=\s*$/.test(before);
  if (isChanged || goesOn.test(behind) || turns.test(behind) || /[\d.,^_{\\]$/.test(before)) return undefined;
  // "3 hours to clean 45 rooms": the purpose is no answer.
  if (/\bto [a-z]+ (?:[a-z]+ )?$/.test(before) && /\d/.test(before) && !before.includes('=')) return undefined;
  const scale = /^\s+(?:hundred|thousand|million|billion|trillion)\b/i.exec(behind)?.[0] ?? '';
  return `${last[0]}${scale}`;
}
