import { Component } from 'preact';
import { signOutOthers } from '../acts/sign-out-others.ts';
import { cards } from '../words.ts';
import { Ask, Leave } from './ask.tsx';
import type { CardProps } from './card-props.ts';

export class SignOutCard extends Component<CardProps, { isAsking: boolean }> {
  override state = { isAsking: false };

  #signOut = () => {
    if (this.state.isAsking) return;
    this.setState({ isAsking: true });
    signOutOthers(this.props.talk, this.props.api);
  };

  render({ talk }: CardProps) {
    const { isAsking } = this.state;
    return (
      <Ask talk={talk} title={cards.signOutTitle} what={cards.signOutWhat}>
        <button type="button" class="act" aria-disabled={isAsking} onClick={this.#signOut}>
          {isAsking ? cards.signingOut : cards.signOut}
        </button>
        <Leave talk={talk}>{cards.notNow}</Leave>
      </Ask>
    );
  }
}
