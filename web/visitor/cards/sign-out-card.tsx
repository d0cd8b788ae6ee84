import { Component } from 'preact';
import { signOutOthers } from '../acts/sign-out-others.ts';
import { Ask, Leave } from './ask.tsx';
import type { CardProps } from './card-props.ts';

/** Asks before every other browser is signed out. */
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
      <Ask
        talk={talk}
        title="Sign out other devices?"
        what="This conversation closes at once on every phone and computer but this one; your code still opens it."
      >
        <button type="button" class="act" aria-disabled={isAsking} onClick={this.#signOut}>
          {isAsking ? 'Signing out…' : 'Sign them out'}
        </button>
        <Leave talk={talk}>Not now</Leave>
      </Ask>
    );
  }
}
