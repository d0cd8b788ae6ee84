import { Component } from 'preact';
import { deleteConversation } from '../acts/delete-conversation.ts';
import { Ask, Leave } from './ask.tsx';
import type { CardProps } from './card-props.ts';

/** Asks twice. The second time the way out stands where the first press was, so that a double press deletes nothing. */
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
        <Ask
          key="once"
          talk={talk}
          title="Delete this conversation?"
          what={
            <>
              It will be gone for you and for <bdi>{name}</bdi>, and nothing can bring it back.
            </>
          }
        >
          <button type="button" class="act danger" onClick={() => this.setState({ isAskedTwice: true })}>
            Delete
          </button>
          <Leave talk={talk}>Keep it</Leave>
        </Ask>
      );
    }
    return (
      <Ask key="twice" talk={talk} title="Delete it for good?" what="Every message goes at once, on both sides." fault={fault}>
        <Leave talk={talk}>Keep it</Leave>
        <button type="button" class="act danger" aria-disabled={isDeleting} onClick={this.#delete}>
          {isDeleting ? 'Deleting…' : 'Delete for good'}
        </button>
      </Ask>
    );
  }
}
