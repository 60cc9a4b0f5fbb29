import type { Badge } from '../src/core/protocol/panel.ts';
import { element, icon } from './dom.ts';
import { markdown } from './markdown.ts';
import { attachTooltip } from './tooltip.ts';

const icons: Readonly<Record<Badge['kind'], string>> = {
  proved: 'verified-filled',
  valid: 'verified',
  invalid: 'error',
  unknown: 'question',
};

/** How a step was checked: an icon and a few words, and all of it on hover, focus or click. */
export function drawBadge(badge: Badge): HTMLElement {
  const words = element('span', { class: 'badgeLabel' }, badge.label);
  if (badge.detail.trim() === '')
    return element('span', { class: `badge ${badge.kind}` }, icon(icons[badge.kind]), words);
  const drawn = element('button', { class: `badge ${badge.kind}`, type: 'button' }, icon(icons[badge.kind]), words);
  attachTooltip(drawn, () => markdown(badge.detail));
  return drawn;
}
