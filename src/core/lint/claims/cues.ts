import type { Passage, Piece } from '../passage.ts';

/** What the words around a formula say about it. */
export interface Cues {
  /** Not asserted by the author: assumed, asked, denied, quoted as wrong. */
  readonly isOpen: boolean;
  /** Said not to hold, or to be a mistake. */
  readonly isDenied: boolean;
  /** A condition, a hypothesis or what is to be found out. */
  readonly isHypothesis: boolean;
  /** Only supposed: "if ¤", "suppose ¤". */
  readonly isSupposed: boolean;
  /** "not", "never" in the clause itself. */
  readonly isNegated: boolean;
  readonly isQuestion: boolean;
  /** "would", "need to have": what holds only if something else does. */
  readonly isConditional: boolean;
  /** A value is put into an equation: a lone equation is then a test and no assertion. */
  readonly isTrial: boolean;
  /** "about", "rounded": nothing is meant exactly. */
  readonly isRough: boolean;
  /** "so", "which gives": it follows from what stands before. */
  readonly follows: boolean;
  /** "simplifies to", "factors as": both sides are the same for all values. */
  readonly isRewriting: boolean;
  /** The words of the clause before it. */
  readonly clause: string;
  /** "Let", "where", "denote". */
  readonly isDefinition: boolean;
}

const denial =
  /\b(?:wrong(?:ly)?|incorrect(?:ly)?|mistaken(?:ly)?|mistakes?|errors?|erroneous(?:ly)?|false(?:ly)?|untrue|fallac\w*|misconception\w*|contradict\w*|absurd\w*|impossible|nonsense|not true|not equal|no solutions?|not possible|inconsistent|invalid|rather than|instead of|tempt\w*|beware|extraneous|bogus|typo|thinks?|thought|believes?|writes|wrote|claims?|claimed|says?|said|argues?|students? (?:\S+ ){0,3}(?:wrote|writes?|got|gets?|computed?s?|calculated?s?|did|does|answer(?:s|ed)))\b/i;
const negation = /\b(?:not|never|cannot|can't|doesn't|isn't|aren't|don't|didn't|won't|nor|neither|fails?)\b/i;
const supposition = /\b(?:if|suppose|supposing|assum\w+|imagine|unless|whether|in case|provided|pretend)\b/i;
const hypothesis =
  /\b(?:if|suppose|supposing|assum\w+|imagine|whenever|unless|whether|when|in case|case|provided|pretend|hypothe\w+|would|were|could|might|maybe|perhaps|guess\w*|try|trying|test\w*|check(?:ing)? (?:if|whether)|want|wants|need to (?:solve|find|have|show|prove)|must (?:have|satisfy)|should (?:be|have|satisfy)|looking for|such that|so that|satisf\w+|solve|find|show that|prove|for which|condition|require\w*|desired?|hope|goal|target|consider|given|equations?|system|inequalit\w+|set|setting|letting|until)\b/i;
/** What is found out by putting a value in can come out false. */
const trial =
  /\b(?:(?:check|see|verify|determine|test|find out) (?:if|whether|that)|(?:plug|substitut)\w*|satisf\w+)\b/i;
const question = /\b(?:is it true|does|do you|what|which of|how|why|could it be|can we|are we)\b/i;
const rough =
  /\b(?:about|approximate\w*|approx|roughly|around|nearly|almost|close to|rounded?|rounds?|rounding|nearest|estimate\w*|estimation|whole number|at least|at most|remainder|left ?over|quotient|decimal places?|significant|truncat\w+|integer part)\b|[≈~]/i;
const following =
  /(?:\b(?:so|thus|hence|therefore|then|gives?|giving|get|gets|getting|yields?|yielding|obtain|implies|implying|means|becomes|which is|reduces? to|leads? to|conclude|consequently|follows|simplif\w+(?: (?:this|it|the equation))?(?: (?:to|we get))?|that is|i\.e\.|equivalent(?:ly)?(?: to)?|we have|we find|find)\b|[⇒∴→])[^.;]*$/i;
const rewriting =
  /\b(?:simplif\w+|expand\w*|factor(?:s|ed|ing|ise\w*|ize\w*)?|rewrit\w+|written|write|identity|identities|multiply(?:ing)? out|foil|distribut\w+|combin\w+|equals?|is equal to|identically|for all|for every|completing the square|difference of squares)\b/i;
/** "We expand: ¤", "Factoring, ¤" */
const remodelling =
  /\b(?:expand(?:ing)?|factor(?:s|ing|ise|ize)?|multiply(?:ing)? out)(?: (?:it|this|that|further|again))?\s*[:,]\s*$/i;
const definition =
  /\b(?:let|define\w*|denot\w+|where|call|say|put|set|suppose|assume|name|notation|represent\w*|stand\w* for|with)\b/i;

interface Context {
  /** Words of the same sentence before the formula, and behind it; a formula in them is "¤". */
  readonly before: string;
  readonly after: string;
  /** The clause alone: back to the last comma, colon or dash. */
  readonly clause: string;
  readonly nextSentence: string;
}

const contexts = new WeakMap<Passage, readonly (Context | undefined)[]>();

/** What stands around the piece at this place of the passage. */
export function contextOf(passage: Passage, index: number): Context {
  const known =
    contexts.get(passage) ??
    passage.pieces.map((piece, at) => (piece.type === 'formula' ? read(passage.pieces, at) : undefined));
  contexts.set(passage, known);
  return known[index] ?? { before: '', after: '', clause: '', nextSentence: '' };
}

const sentenceEnd = /[.!?](?=\s|$|["”)])(?<!\b(?:e\.g|i\.e|etc|vs|cf|resp|Fig|Eq|No|ca)\.)|\n\s*\n|\n\s*[-*•]\s/g;
const reach = 400;

function read(pieces: readonly Piece[], index: number): Context {
  let before = '';
  for (let at = index - 1; at >= 0 && before.length < reach; at -= 1) {
    const piece = pieces[at];
    if (piece === undefined) break;
    const text = piece.type === 'words' ? piece.text : /[.?!]\s*$/.test(piece.source) ? '¤.' : '¤';
    before = `${text} ${before}`;
  }
  const ends = [...before.matchAll(sentenceEnd)];
  const last = ends.at(-1);
  const sentence = last === undefined ? before : before.slice(last.index + last[0].length);
  const own = pieces[index];
  let behind =
    own?.type === 'formula' && /[.?!]\s*$/.test(own.source) ? (/[?]\s*$/.test(own.source) ? '? ' : '. ') : '';
  for (let at = index + 1; at < pieces.length && behind.length < reach; at += 1) {
    const piece = pieces[at];
    if (piece === undefined) break;
    behind += piece.type === 'words' ? piece.text : ' ¤ ';
  }
  const [firstEnd, secondEnd] = [...behind.matchAll(sentenceEnd)];
  const after = firstEnd === undefined ? behind : behind.slice(0, firstEnd.index + 1);
  const rest = firstEnd === undefined ? '' : behind.slice(firstEnd.index + 1);
  const nextSentence = rest.slice(0, secondEnd === undefined ? 200 : secondEnd.index - (firstEnd?.index ?? 0));
  const clause = sentence.slice(Math.max(...[',', ':', ';', '—', '('].map((mark) => sentence.lastIndexOf(mark))) + 1);
  return { before: sentence, after, clause, nextSentence };
}

/** `isOwnWork`: a solver's own step, in which "incorrectly" excuses nothing. */
export function cuesOf(passage: Passage, index: number): Cues {
  const { before, after, clause, nextSentence } = contextOf(passage, index);
  const isDenied =
    denial.test(before) ||
    denial.test(after.split(/[¤]/)[0]?.slice(0, 120) ?? '') ||
    /^\s*(?:(?:this|that|which|it|but|however|,)\s*){0,3}(?:is|was|are|leads to|gives|can't|cannot|contradicts?|doesn't|does not)?\s*(?:clearly |obviously |also )?(?:a |an )?(?:false|wrong|incorrect|impossible|absurd|contradiction|not\b|never|mistake|error)/i.test(
      nextSentence,
    ) ||
    /^[^?]*\b(?:wrong|mistakes?|errors?|incorrect|correct|right)\b[^?]*\?/i.test(nextSentence);
  // "if …, then ¤" asserts, "if ¤" doesn't.
  const condition = /^.*\b(?:then|so|thus|hence|therefore|we get|gives?|have)\b/i.exec(clause);
  const open = condition === null ? clause : clause.slice(condition[0].length);
  const isHypothesis = hypothesis.test(open);
  const isQuestion = after.trimEnd().endsWith('?') || question.test(clause);
  return {
    isDenied,
    isHypothesis,
    isSupposed: supposition.test(open),
    isNegated:
      negation.test(open) || /^\s*(?:is|are|does|do|can|will)?\s*(?:not\b|n't|never|isn't|doesn't|fails)/i.test(after),
    isQuestion,
    isOpen: isDenied || isQuestion,
    isConditional: /\b(?:would|need(?:s|ed)? to have|could|might)\b/i.test(clause),
    isTrial: trial.test(before),
    isRough: rough.test(before) || rough.test(after) || rough.test(nextSentence.slice(0, 100)),
    follows: following.test(before) || /^\s*(?:,|and|or|so|⇒)?\s*¤?\s*$/.test(before),
    isRewriting: rewriting.test(clause) || (clause.trim() === '' && remodelling.test(before)),
    isDefinition: definition.test(clause),
    clause,
  };
}
