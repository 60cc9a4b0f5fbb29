import { keepTrial, type ReadContext, trialOf } from './context.ts';
import type { Entry, Understood } from './entry.ts';
import { readGivens } from './givens.ts';
import { algebraEntries } from './sayAlgebra.ts';
import { arithmeticEntries } from './sayArithmetic.ts';
import { calculusEntries } from './sayCalculus.ts';
import { comparingEntries } from './sayComparing.ts';
import { equationEntries } from './sayEquations.ts';
import { measureEntries } from './sayMeasures.ts';
import { numberEntries } from './sayNumbers.ts';
import { probabilityEntries } from './sayProbability.ts';
import type { Sentence } from './sentences.ts';
import { Slots } from './slots.ts';
import { compileTemplate, matchTemplate, type Template, wordsOf } from './template.ts';
import type { TextToken } from './textTokens.ts';

/** The tables in the order in which they are tried: particular questions before "what is". */
const tables: readonly (readonly Entry[])[] = [
  probabilityEntries,
  numberEntries,
  measureEntries,
  comparingEntries,
  calculusEntries,
  equationEntries,
  arithmeticEntries,
  algebraEntries,
];

interface Row {
  readonly template: Template;
  readonly read: Entry['read'];
}

let compiled: readonly Row[] | undefined;

function rows(): readonly Row[] {
  compiled ??= tables
    .flat()
    .flatMap(({ say, read }) => say.map((source) => ({ template: compileTemplate(source), read })));
  return compiled;
}

/** Words that stand in the places of the wordings. */
const slotWords =
  'mean median mode range average ascending descending increasing decreasing largest smallest greatest least biggest ' +
  'prime composite even odd local relative global absolute positive negative quotient remainder fraction decimal ' +
  'percentage binary octal hexadecimal left right formula square squared cubed units tens hundreds thousands tenths ' +
  'hundredths thousandths places integer';
let vocabulary: ReadonlySet<string> | undefined;

/** True for the words of any wording in the tables. */
export function isKnownWord(word: string): boolean {
  vocabulary ??= new Set([...slotWords.split(' '), ...rows().flatMap(({ template }) => wordsOf(template))]);
  return vocabulary.has(word) || politeness.has(word) || joints.has(word) || tails.has(word);
}

/** The first row of the tables that fits the sentence and makes sense. */
export function askedIn(sentence: readonly TextToken[], context: ReadContext): Understood | undefined {
  const start = sentence.findIndex((token) => !politeness.has(token.text));
  const tokens = start > 0 ? sentence.slice(start) : sentence;
  const words = new Set(tokens.map((token) => token.text));
  for (const { template, read } of rows()) {
    if (context.refusal.detail !== undefined) return undefined;
    if (!template.needed.every((group) => group.some((word) => words.has(word)))) continue;
    const found = matchTemplate(template, tokens, (captures) => {
      const slots = new Slots(context, tokens, captures);
      const understood = read(slots);
      if (understood !== undefined) slots.commit();
      return understood;
    });
    if (found !== undefined) return 'task' in found ? found : { task: found };
  }
  return undefined;
}

const politeness: ReadonlySet<string> = new Set([
  'please',
  'now',
  'then',
  'hence',
  'also',
  'and',
  'so',
  'next',
  'finally',
  'question',
  'problem',
  'exercise',
  'can',
  'could',
  'you',
  'us',
  ':',
  ',',
]);

/** As it stands; parted in what is given and asked; without its tail; as a noun without its verb: "derivative of x³". */
export function findQuestion(sentence: Sentence, context: ReadContext): Understood | undefined {
  const short = withoutTail(sentence);
  return (
    askedIn(sentence, context) ??
    readConditional(sentence, context) ??
    (short.length < sentence.length ? askedIn(short, context) : undefined) ??
    (isNoun(sentence[0]) ? askedIn([findVerb, ...sentence], context) : undefined)
  );
}

function isNoun(token: TextToken | undefined): boolean {
  return token?.type === 'word' && token.text.length > 2;
}

const findVerb: TextToken = { type: 'word', text: 'find', start: 0, end: 0, isSpaced: true };

const joints: ReadonlySet<string> = new Set(['if', 'where', 'when', 'given', 'for', 'with', 'assuming']);

/** "If f(x) = x² + 1, what is f(3)?" and "What is f(3) if …?": what is given and what is asked in one sentence. */
function readConditional(sentence: Sentence, context: ReadContext): Understood | undefined {
  for (let at = 1; at < sentence.length - 1; at += 1) {
    const token = sentence[at];
    if (token === undefined || token.type === 'math') continue;
    const [before, after] = [sentence.slice(0, at), sentence.slice(at + 1)];
    const found =
      token.text === ',' || token.text === 'then'
        ? readBoth(before, after, context)
        : joints.has(token.text)
          ? readBoth(sentence.slice(at), before, context)
          : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function readBoth(giving: Sentence, asking: Sentence, context: ReadContext): Understood | undefined {
  const trial = trialOf(context);
  const givens = readGivens(giving, trial, (body, known) => askedIn(body, known)?.task);
  const understood = givens && askedIn(asking.at(-1)?.text === ',' ? asking.slice(0, -1) : asking, trial);
  if (givens === undefined || understood === undefined) return undefined;
  keepTrial(context, trial);
  return { task: understood.task, givens: [...givens, ...(understood.givens ?? [])] };
}

const tails: ReadonlySet<string> = new Set([
  'giving',
  'leaving',
  'showing',
  'expressing',
  'stating',
  'exactly',
  'correct',
  'and',
  'in',
  'using',
  'if',
  'checking',
]);

const tailStart =
  /^(?:giving|leaving|showing|expressing|stating|exactly|checking|and (?:check|show|state|verify|write|give|express|explain|graph)|in exact form|if possible)/;
/** A tail may only have words that say how the answer should look; any other may change what is asked. */
const tailWords: ReadonlySet<string> = new Set(
  (
    'giving leaving showing expressing stating exactly checking and check show state verify write give express explain ' +
    'graph in if possible your the all any each every answer answers solution solutions result results work working ' +
    'steps step reasoning method exact form simplest simplified lowest terms term as a an fraction fractions surd surds ' +
    'radical radicals of pi π interval set notation it them why how its correct on number line by substitution , - ' +
    'decimal decimals places place point to one two three four significant figures figure digits nearest rounded ' +
    'correct approximate approximately whole hundredth tenth thousandth'
  ).split(' '),
);

/** "…, giving exact answers": how the answer should look, which changes nothing in what is asked. */
function withoutTail(sentence: Sentence): Sentence {
  const at = sentence.findIndex((token, index) => {
    if (!tails.has(token.text) || token.type !== 'word') return false;
    const words = sentence.slice(index).map(({ text }) => text);
    return tailStart.test(words.join(' ')) && words.every((word) => tailWords.has(word) || /^\d$/.test(word));
  });
  if (at < 1) return sentence;
  return sentence[at - 1]?.text === ',' ? sentence.slice(0, at - 1) : sentence.slice(0, at);
}
