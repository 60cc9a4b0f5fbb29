import type { UrnLetter } from '../task.ts';
import { countOf } from './sayComparing.ts';
import type { Entry } from './entry.ts';
import { splitList, type Slots } from './slots.ts';

const prob = '(prob|probability|the prob|the probability|chance|the chance)';
const drawing =
  '{count} (letters|letter|balls|ball) [(are|is)] [randomly] (picked|drawn|taken|chosen|selected) [at random] without replacement from {urn}';
const sequence = '[of] [(picking|drawing|getting)] [the] sequence {draws}';
const set = '[of] (picking|drawing|getting|choosing|selecting) {draws}';

/** Letters drawn without replacement. */
export const probabilityEntries: readonly Entry[] = [
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
