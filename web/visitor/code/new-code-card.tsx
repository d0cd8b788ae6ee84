import { Component } from 'preact';
import { replaceCode } from '../acts/replace-code.ts';
import { Ask, Leave } from '../cards/ask.tsx';
import type { CardProps } from '../cards/card-props.ts';
import { focusFirst } from '../cards/focus-first.ts';
import { keptCodes } from '../talk/kept-codes.ts';
import { cards, thread } from '../words.ts';
import { CodeCard } from './code-card.tsx';
import { KeptCodes } from './kept-codes.tsx';

/** Asks, makes a new code, and shows it. If an earlier attempt's answer was lost, continues that attempt without asking. */
export class NewCodeCard extends Component<CardProps, { isAsking: boolean; isMade: boolean; fault: string | null }> {
  override state = { isAsking: false, isMade: false, fault: null };

  override componentDidMount() {
    if (this.props.talk.keeper.read().newCode) this.#make();
  }

  override componentDidUpdate(_props: unknown, before: { isMade: boolean }) {
    if (this.state.isMade && !before.isMade) focusFirst(document.querySelector('.card'));
  }

  #make = async () => {
    if (this.state.isAsking) return;
    const { talk, api } = this.props;
    this.setState({ isAsking: true, fault: null });
    const fault = await replaceCode(talk, api);
    this.setState({ isAsking: false, isMade: fault === null, fault });
    // If the person has closed the card since, they haven't seen the code yet.
    if (fault === null && talk.state.phase === 'open' && talk.state.card === null) talk.set({ card: 'code' });
  };

  render({ talk, name, slug }: CardProps) {
    const { isAsking, isMade, fault } = this.state;
    const kept = talk.keeper.read();
    if (isMade && kept.code) {
      return (
        <CodeCard talk={talk} name={name} slug={slug} code={kept.code}>
          <strong>{cards.saveNewCode}</strong> {cards.saveNewCodeWhy}
        </CodeCard>
      );
    }
    const isUnsure = kept.newCode !== undefined && !isAsking;
    return (
      <Ask
        talk={talk}
        title={isUnsure ? cards.newCodeUnsure : isAsking ? cards.newCodeMaking : cards.newCodeTitle}
        what={isUnsure ? cards.newCodeKeepBoth : cards.newCodeWhat}
        more={isUnsure && <KeptCodes codes={keptCodes(kept)} />}
        fault={fault}
      >
        <button type="button" class="act" aria-disabled={isAsking} onClick={this.#make}>
          {isAsking ? cards.making : fault ? thread.tryAgain : thread.newCode}
        </button>
        <Leave talk={talk}>{isUnsure ? cards.later : cards.notNow}</Leave>
      </Ask>
    );
  }
}
