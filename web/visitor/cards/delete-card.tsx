import { withNodes } from '@foyer/words/with-nodes';
import { Component } from 'preact';
import { deleteConversation } from '../acts/delete-conversation.ts';
import { cards } from '../words.ts';
import { Ask, Leave } from './ask.tsx';
import type { CardProps } from './card-props.ts';

/** Asks twice. The second time the cancel button is where the first press was, so a double press deletes nothing. */
export class DeleteCard extends Component<CardProps, { isAskedTwice: boolean; isDeleting: boolean; fault: string | null }> {
  override state = { isAskedTwice: false, isDeleting: false, fault: null };

  #delete = async () => {
    if (this.state.isDeleting) return;
    this.setState({ isDeleting: true, fault: null });
    this.setState({ fault: await deleteConversation(this.props.talk, this.props.api), isDeleting: false });
    if (this.props.talk.state.phase === 'box') document.querySelector<HTMLElement>('.composer textarea')?.focus();
  };

  render({ talk, name }: CardProps) {
    const { isAskedTwice, isDeleting, fault } = this.state;
    if (!isAskedTwice) {
      return (
        <Ask key="once" talk={talk} title={cards.deleteTitle} what={withNodes(cards.deleteWhat, { name: <bdi>{name}</bdi> })}>
          <button type="button" class="act danger" onClick={() => this.setState({ isAskedTwice: true })}>
            {cards.delete}
          </button>
          <Leave talk={talk}>{cards.keep}</Leave>
        </Ask>
      );
    }
    return (
      <Ask key="twice" talk={talk} title={cards.deleteTwiceTitle} what={cards.deleteTwiceWhat} fault={fault}>
        <Leave talk={talk}>{cards.keep}</Leave>
        <button type="button" class="act danger" aria-disabled={isDeleting} onClick={this.#delete}>
          {isDeleting ? cards.deleting : cards.deleteForGood}
        </button>
      </Ask>
    );
  }
}
