import * as vscode from 'vscode';
import type { Outcome } from '../../core/lazy/outcome.ts';
import { newId } from '../../system/systemClock.ts';
import { backWords, nextWords, otherWords, readRequest, whyWords } from '../words/tutorWords.ts';
import type { OpenSession } from './sessionDesk.ts';

/** Reads along in a session and answers. It advances nothing but by `press`, the same press as everywhere. */
export class Tutor {
  readonly #press: (session: OpenSession) => Promise<Outcome>;
  #replies = 0;

  constructor(press: (session: OpenSession) => Promise<Outcome>) {
    this.#press = press;
  }

  get isReplying(): boolean {
    return this.#replies > 0;
  }

  /** Both sides of the exchange go into the session, each with the step that was current when it was said. */
  async say(session: OpenSession, message: string): Promise<void> {
    const text = message.trim();
    if (text === '') return;
    this.#replies += 1;
    try {
      await this.#record(session, 'learner', text);
      await this.#record(session, 'tutor', await this.#reply(session, text));
    } finally {
      this.#replies -= 1;
    }
  }

  async #reply(session: OpenSession, text: string): Promise<string> {
    const { lazy } = session;
    switch (readRequest(text)) {
      case 'next':
        return nextWords(await this.#press(session), vscode.l10n.t);
      case 'back':
        await lazy.back();
        return backWords(lazy.state, vscode.l10n.t);
      case 'why':
        return whyWords(lazy.state, vscode.l10n.t);
      case 'other':
        return otherWords(lazy.state, vscode.l10n.t);
    }
  }

  async #record({ lazy }: OpenSession, author: 'learner' | 'tutor', text: string): Promise<void> {
    const { branch, index } = lazy.state.session;
    await lazy.record({ type: 'messageSaid', id: newId(), author, text, branch, index });
  }
}
