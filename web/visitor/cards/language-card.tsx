import { directionOfLanguage, type Tag } from '@foyer/domain/language';
import { languageName } from '@foyer/domain/language-name';
import { Component } from 'preact';
import { language } from '../../lib/language.ts';
import { LANGUAGE_KEY } from '../../lib/language-key.ts';
import { cards, thread } from '../words.ts';
import { Ask, Leave } from './ask.tsx';
import type { CardProps } from './card-props.ts';
import { PICKABLE } from './pickable.ts';

/** Offers the languages by their own names. Reloads the page in the chosen one; drafts are kept. */
export class LanguageCard extends Component<CardProps, { fault: string | null }> {
  override state = { fault: null };

  #choose(tag: Tag) {
    try {
      localStorage.setItem(LANGUAGE_KEY, tag);
      location.reload();
    } catch {
      this.setState({ fault: cards.languageNotKept });
    }
  }

  render({ talk }: CardProps) {
    return (
      <Ask talk={talk} title={cards.languageTitle} what={cards.languageWhat} fault={this.state.fault}>
        {PICKABLE.map((tag) => (
          <button
            key={tag}
            type="button"
            class="quiet"
            lang={tag}
            dir={directionOfLanguage(tag)}
            aria-current={tag === language}
            onClick={() => this.#choose(tag)}
          >
            {languageName(tag)}
          </button>
        ))}
        <Leave talk={talk}>{thread.cancel}</Leave>
      </Ask>
    );
  }
}
