import type { UrnEvent, UrnLetter } from '../task.ts';
import { countOf } from './sayComparing.ts';
import { ordinalNumber, wholeNumber } from './numberWords.ts';
import type { Entry } from './entry.ts';
import { splitList, type Slots } from './slots.ts';

const prob = '(prob|probability|the prob|the probability|chance|the chance)';
const drawing =
  '{count} (letters|letter|balls|ball) [(are|is)] [randomly] (picked|drawn|taken|chosen|selected) [at random] without replacement from {urn}';
const sequence = '[of] [(picking|drawing|getting)] [the] sequence {draws}';
const set = '[of] (picking|drawing|getting|choosing|selecting) {draws}';

const vessel = '(bag|urn|box|jar|drawer|basket|hat|sack|pouch|bowl|tin|bucket|container)';
const bag = `(a|an|the|there is a|there is an|suppose a|suppose an) ${vessel} (contains|has|holds|with|containing|that contains|which contains|is filled with) {contents} [(in it|inside)] (\\.|,)`;
const bags = [bag, `there are {contents} in (a|an|the) ${vessel} (\\.|,)`];
const noun =
  '(balls|ball|marbles|marble|counters|counter|chips|chip|sweets|sweet|candies|candy|socks|sock|beads|bead|tokens|token|of them|pens|pen|cards|card|discs|disc)';
const verb = '(drawn|picked|taken|chosen|selected|pulled|removed)';
const takings = [
  `[(if|when)] {count} [${noun}] (are|is) ${verb} [{how}] (\\.|,)`,
  `[(if|when)] (you|we|i|someone|she|he) (draw|pick|take|choose|select|draws|picks|takes|chooses|selects|remove) {count} [${noun}] [{how}] (\\.|,)`,
];
const events = [
  `<ask> ${prob} that [the] {event}`,
  `<ask> ${prob} of (drawing|picking|getting|choosing|selecting|taking|obtaining) {event}`,
];

/** Letters drawn without replacement. */
export const probabilityEntries: readonly Entry[] = [
  {
    say: bags.map(
      (begin) => `${begin} <ask> ${prob} of (drawing|picking|getting|choosing|selecting|taking) (a|an|one) {event}`,
    ),
    read: (slots) => {
      const counts = contentsOf(slots);
      const event = counts && urnEventOf(slots.words('event'), counts, 1);
      if (counts === undefined || event === undefined) return undefined;
      return { kind: 'urn', counts, drawn: 1, isReplaced: false, event, ask: 'event' };
    },
  },
  {
    say: [
      ...bags.flatMap((begin) => takings.flatMap((middle) => events.map((end) => `${begin} ${middle} ${end}`))),
      `${bag} <ask> ${prob} of (drawing|picking|getting|choosing|selecting|taking) {event} without replacement`,
    ],
    read: (slots) => {
      const counts = contentsOf(slots);
      const drawn = slots.has('count') ? drawnOf(slots.words('count')) : undefined;
      if (counts === undefined || (slots.has('count') && drawn === undefined)) return undefined;
      const how = slots.has('count') ? slots.words('how').join(' ') : 'without replacement';
      const isReplaced = putsBack(how, drawn ?? 2);
      if (isReplaced === undefined) return undefined;
      const hand = eventOf(slots, counts, drawn);
      const fits = hand !== undefined && (drawn === undefined || hand.draws.length === drawn);
      if (fits && !isReplaced && drawn !== 1) return { kind: 'urn', counts, ...hand };
      const event =
        urnEventOf(slots.words('event'), counts, drawn) ??
        (fits && hand.ask === 'set' ? ({ type: 'hand', letters: hand.draws } as const) : undefined);
      if (event === undefined || drawn === undefined) return undefined;
      if (drawn > 1 && !isReplaced && !/without|once|together|simultaneous/.test(how))
        slots.note('I take it that nothing is put back between the draws.');
      return { kind: 'urn', counts, drawn, isReplaced, event, ask: 'event' };
    },
  },
  {
    say: [
      `<ask> ${prob} ${sequence} (when|if) ${drawing}`,
      `(when|if) ${drawing} [,] <ask> ${prob} ${sequence}`,
      `${drawing} \\. <ask> ${prob} ${sequence}`,
    ],
    read: (slots) => {
      const counts = urnOf(slots);
      const draws = slots.words('draws').join('');
      return counts && /^[a-z]+$/.test(draws)
        ? { kind: 'urn', counts, draws: draws.split(''), ask: 'sequence' }
        : undefined;
    },
  },
  {
    say: [
      `<ask> ${prob} ${set} (when|if) ${drawing}`,
      `(when|if) ${drawing} [,] <ask> ${prob} ${set}`,
      `${drawing} \\. <ask> ${prob} ${set}`,
    ],
    read: (slots) => {
      const counts = urnOf(slots);
      const draws = splitList(slots.tokens('draws')).map((group) => drawOf(group.map((token) => token.text)));
      if (counts === undefined || draws.length === 0 || !draws.every((draw) => draw !== undefined)) return undefined;
      return { kind: 'urn', counts, draws: draws.flat(), ask: 'set' };
    },
  },
];

const things =
  /^(?:balls?|marbles?|counters?|chips?|sweets?|cand(?:y|ies)|socks?|beads?|tokens?|pens?|cards?|discs?|ones|drawn|draw|are|is|be|being|of|them|the|will|colou?rs?)$/;

/** "3 red balls, 2 blue balls and 4 green ones" */
function contentsOf(slots: Slots): readonly UrnLetter[] | undefined {
  const counts = splitList(slots.tokens('contents')).map((group) => {
    const words = group.map((token) => token.text).filter((word) => !things.test(word));
    const count = countOf(words.slice(0, -1));
    const letter = words.at(-1);
    return count === undefined || letter === undefined || !/^[a-z]+$/.test(letter) ? undefined : { letter, count };
  });
  return counts.length > 0 && counts.every((count) => count !== undefined) ? counts : undefined;
}

function drawnOf(words: readonly string[]): number | undefined {
  const text = words.join(' ');
  return text === 'a' || text === 'an' || text === 'a single' ? 1 : wholeNumber(words);
}

/** Whether what is drawn is put back; undefined for words that say something else. */
function putsBack(how: string, drawn: number): boolean | undefined {
  if (/without replac|without (?:being |putting )|not (?:replaced|put back)|at once|together|simultaneous/.test(how))
    return false;
  if (/with replac|put back|putting (?:it|them) back|replaced/.test(how)) return true;
  return drawn === 1 ||
    /^(?:(?:out|at|random|randomly|from|it|the|one|after|other|another|in|a|row|succession|bag|urn|box|jar|,) ?)*$/.test(
      how,
    )
    ? false
    : undefined;
}

/** "exactly one is red", "at least two are blue", "none is red", "they have the same colour", "the second is red", "red first and then blue". */
function urnEventOf(
  words: readonly string[],
  counts: readonly UrnLetter[],
  drawn: number | undefined,
): UrnEvent | undefined {
  if (drawn === undefined) return undefined;
  const kept = words.filter((word) => !things.test(word) && !/^(?:a|an|it|they|both|have|has|is|color)$/.test(word));
  const text = kept.join(' ');
  if (/^(?:all )?(?:same|identical)$/.test(text)) return { type: 'same' };
  if (/^(?:all )?(?:different|two different|not same|differ|differ in)$/.test(text)) return { type: 'different' };
  const names = new Set(counts.map(({ letter }) => letter));
  const letter = kept.at(-1) ?? '';
  const head = kept.slice(0, -1);
  const single = names.has(letter) ? countEvent(head, letter, drawn, words.includes('both')) : undefined;
  if (single !== undefined) return single;
  const groups = text.split(/ ?(?:,| and then | then | and | followed by )+ ?/).map((group) => group.split(' '));
  const places = groups.map((group, index) => placeOfGroup(group, names, index + 1));
  const isPlaces =
    places.every((place) => place !== undefined) && /then|followed|first|second|third|fourth|last/.test(text);
  return isPlaces ? { type: 'places', places } : undefined;
}

function countEvent(head: readonly string[], letter: string, drawn: number, isBoth: boolean): UrnEvent | undefined {
  const [first, ...others] = head;
  const exactly = (count: number): UrnEvent => ({ type: 'count', letter, least: count, most: count });
  if (isBoth && head.length === 0) return drawn === 2 ? exactly(2) : undefined;
  if (head.length === 0) return drawn === 1 ? exactly(1) : undefined;
  if (/^(?:no|none|neither|not|not any|zero)$/.test(head.join(' '))) return exactly(0);
  if (/^(?:all|every|each|all (?:two|three|four|five|six))$/.test(head.join(' '))) return exactly(drawn);
  if (first === 'exactly' || first === 'precisely' || first === 'only' || first === 'just') {
    const count = drawnOf(others);
    return count === undefined ? undefined : exactly(count);
  }
  if (first !== 'at' && first !== 'more' && first !== 'fewer') return undefined;
  const count = drawnOf(others.slice(1));
  if (count === undefined) return undefined;
  switch (`${first} ${others[0] ?? ''}`) {
    case 'at least':
      return { type: 'count', letter, least: count, most: drawn };
    case 'at most':
      return { type: 'count', letter, least: 0, most: count };
    case 'more than':
      return { type: 'count', letter, least: count + 1, most: drawn };
    case 'fewer than':
      return { type: 'count', letter, least: 0, most: count - 1 };
    default:
      return undefined;
  }
}

/** "second red", "red first", "red": the last one in its turn. */
function placeOfGroup(
  group: readonly string[],
  names: ReadonlySet<string>,
  turn: number,
): { readonly place: number; readonly letter: string } | undefined {
  const letter = group.find((word) => names.has(word));
  const others = group.filter((word) => word !== letter);
  const place = others.length === 0 ? turn : ordinalNumber(others);
  return letter === undefined || place === undefined ? undefined : { place, letter };
}

/** "both are red", "all three are red", "one red and two blue", "the first is red and the second is blue". */
function eventOf(
  slots: Slots,
  counts: readonly UrnLetter[],
  drawn: number | undefined,
): { draws: readonly string[]; ask: 'sequence' | 'set' } | undefined {
  const names = new Set(counts.map(({ letter }) => letter));
  if (slots.words('event').includes('or')) return undefined;
  const groups = splitList(slots.tokens('event')).map((group) =>
    group.map(({ text }) => text).filter((word) => !things.test(word)),
  );
  const places = groups.map((words) => (names.has(words.at(-1) ?? '') ? ordinalNumber(words.slice(0, -1)) : undefined));
  if (places.every((place, index) => place === index + 1)) {
    return { draws: groups.map((words) => words.at(-1) ?? ''), ask: 'sequence' };
  }
  const draws = groups.flatMap((words) => {
    const [name, head] = [words.at(-1) ?? '', words.slice(0, -1).join(' ')];
    const all = /^(?:both|all|both drawn|every|each|all (?:two|three|four|five))$/.test(head)
      ? head.startsWith('both')
        ? 2
        : drawn
      : countOf(words.slice(0, -1));
    return names.has(name) && all !== undefined && all <= 100 ? Array<string>(all).fill(name) : [''];
  });
  return draws.includes('') ? undefined : { draws, ask: 'set' };
}

/** "2 f" or "two f's": the letter as often as it is drawn. */
function drawOf(words: readonly string[]): readonly string[] | undefined {
  const letter = /^([a-z])(?:'s|s)?$/.exec(words.at(-1) ?? '')?.[1];
  const count = countOf(words.slice(0, -1).filter((word) => word !== 'of'));
  return letter !== undefined && count !== undefined && count <= 100 ? Array<string>(count).fill(letter) : undefined;
}

/** `{a: 3, b: 1}` or the letters themselves in a row. */
function urnOf(slots: Slots): readonly UrnLetter[] | undefined {
  const text = slots.words('urn').join('');
  const counts = new Map<string, number>();
  if (/^[a-z]+$/.test(text)) {
    for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  } else {
    const pairs = /^\{(.*)\}$/.exec(text)?.[1]?.split(',') ?? [];
    for (const pair of pairs) {
      const found = /^([a-z]):(\d{1,6})$/.exec(pair);
      if (found === null) return undefined;
      counts.set(found[1] ?? '', (counts.get(found[1] ?? '') ?? 0) + Number(found[2]));
    }
  }
  return counts.size === 0 ? undefined : [...counts].map(([letter, count]) => ({ letter, count }));
}
