import type { UrnLetter } from '../task.ts';
import { countOf } from './sayComparing.ts';
import { ordinalNumber, wholeNumber } from './numberWords.ts';
import type { Entry } from './entry.ts';
import { splitList, type Slots } from './slots.ts';

const prob = '(prob|probability|the prob|the probability|chance|the chance)';
const drawing =
  '{count} (letters|letter|balls|ball) [(are|is)] [randomly] (picked|drawn|taken|chosen|selected) [at random] without replacement from {urn}';
const sequence = '[of] [(picking|drawing|getting)] [the] sequence {draws}';
const set = '[of] (picking|drawing|getting|choosing|selecting) {draws}';

const bag = '(a|an|the) (bag|urn|box|jar|drawer|basket|hat) (contains|has|holds|with) {contents} \\.';
const taking =
  '[(if|when)] {count} (balls|marbles|counters|chips|sweets|socks|beads|of them|tokens) [are] (drawn|picked|taken|chosen|selected|pulled) [out] [at random] [one after the other] without replacement (\\.|,)';

/** Letters drawn without replacement. */
export const probabilityEntries: readonly Entry[] = [
  {
    say: [
      `${bag} ${taking} <ask> ${prob} that [the] {event}`,
      `${bag} ${taking} <ask> ${prob} of (drawing|picking|getting|choosing|selecting|taking) {event}`,
      `${bag} <ask> ${prob} of (drawing|picking|getting|choosing|selecting|taking) {event} without replacement`,
    ],
    read: (slots) => {
      const counts = contentsOf(slots);
      const drawn = slots.has('count') ? wholeNumber(slots.words('count')) : undefined;
      const event = counts && eventOf(slots, counts, drawn);
      if (counts === undefined || event === undefined) return undefined;
      return drawn === undefined || event.draws.length === drawn ? { kind: 'urn', counts, ...event } : undefined;
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
  /^(?:balls?|marbles?|counters?|chips?|sweets?|socks?|beads?|tokens?|ones|are|is|be|being|of|them|the|will|colou?r)$/;

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

/** "both are red", "all three are red", "one red and two blue", "the first is red and the second is blue". */
function eventOf(
  slots: Slots,
  counts: readonly UrnLetter[],
  drawn: number | undefined,
): { draws: readonly string[]; ask: 'sequence' | 'set' } | undefined {
  const names = new Set(counts.map(({ letter }) => letter));
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
