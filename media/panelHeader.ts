import type { PanelSnapshot } from '../src/core/protocol/panel.ts';
import { element, icon, setAttribute, setChildren, setText } from './dom.ts';
import type { PanelContext } from './panelContext.ts';
import { isAllowed } from './panelContext.ts';
import { problemText } from './problemText.ts';
import { unwatchScrollers, watchScrollers } from './scrollers.ts';
import { t } from './strings.ts';

/** Where the problem stands, what works on it, the problem itself, and the ways that were begun. */
export class PanelHeader {
  readonly element: HTMLElement;
  readonly problem = element('div', { class: 'problem prose scroller', tabindex: -1, dir: 'auto' });
  readonly #title = element('h1', { class: 'visuallyHidden' });
  readonly #place: HTMLButtonElement;
  readonly #placeName = element('span');
  readonly #solver = element('span', { class: 'solver' });
  readonly #ways = element('div', { class: 'ways', role: 'radiogroup' });
  readonly #context: PanelContext;
  #drawnProblem = '';
  #drawnWays = '';

  constructor(context: PanelContext) {
    this.#context = context;
    this.#place = element(
      'button',
      { class: 'place', type: 'button', onClick: () => context.act('openProblem') },
      icon('file'),
      this.#placeName,
    );
    this.element = element(
      'header',
      { class: 'head' },
      this.#title,
      element('div', { class: 'headRow' }, this.#place, this.#solver),
      this.problem,
      this.#ways,
    );
    this.#ways.addEventListener('keydown', (event) => this.#moveAmongWays(event));
  }

  update(snapshot: PanelSnapshot): void {
    setText(this.#title, snapshot.title);
    this.#place.hidden = snapshot.place === undefined;
    setText(this.#placeName, snapshot.place ?? '');
    setAttribute(this.#place, 'title', t('openProblem'));
    setAttribute(this.#place, 'aria-disabled', isAllowed(snapshot, 'openProblem') ? undefined : 'true');
    setText(this.#solver, snapshot.solverLabel);
    const problem = `${snapshot.problemFormat ?? ''} ${snapshot.problem}`;
    if (problem !== this.#drawnProblem) {
      this.#drawnProblem = problem;
      unwatchScrollers(this.element);
      this.problem.replaceChildren(problemText(snapshot.problem, snapshot.problemFormat));
      watchScrollers(this.element);
    }
    this.#drawWays(snapshot);
  }

  #drawWays(snapshot: PanelSnapshot): void {
    const serialized = JSON.stringify(snapshot.branches);
    if (serialized === this.#drawnWays) return;
    this.#drawnWays = serialized;
    const hadFocus = this.#ways.contains(document.activeElement);
    this.#ways.hidden = snapshot.branches.length < 2;
    setAttribute(this.#ways, 'aria-label', t('ways'));
    const ways = snapshot.branches.map((branch) =>
      element(
        'button',
        {
          class: 'way',
          type: 'button',
          role: 'radio',
          'aria-checked': String(branch.isCurrent),
          tabindex: branch.isCurrent ? 0 : -1,
          onClick: () => {
            if (!branch.isCurrent) this.#context.post({ type: 'switchBranch', branch: branch.id });
          },
        },
        branch.label,
      ),
    );
    setChildren(this.#ways, ways);
    if (hadFocus) ways.find((way) => way.tabIndex === 0)?.focus();
  }

  #moveAmongWays(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const { branches } = this.#context.snapshot();
    const at = branches.findIndex((branch) => branch.isCurrent);
    const to = branches[(at + step + branches.length) % branches.length];
    if (to !== undefined) this.#context.post({ type: 'switchBranch', branch: to.id });
    event.preventDefault();
    event.stopPropagation();
  }
}
