import { Component } from 'preact';
import { replaceCode } from '../acts/replace-code.ts';
import { Ask, Leave } from '../cards/ask.tsx';
import type { CardProps } from '../cards/card-props.ts';
import { focusFirst } from '../cards/focus-first.ts';
import { keptCodes } from '../talk/kept-codes.ts';
import { CodeCard } from './code-card.tsx';
import { KeptCodes } from './kept-codes.tsx';

/** Asks, makes a new code, and shows it. What was begun before, and whose answer was lost, it goes on with by itself. */
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
    // Who has closed the card meanwhile has yet to see the code.
    if (fault === null && talk.state.phase === 'open' && talk.state.card === null) talk.set({ card: 'code' });
  };

  render({ talk, name, slug }: CardProps) {
    const { isAsking, isMade, fault } = this.state;
    const kept = talk.keeper.read();
    if (isMade && kept.code) {
      return (
        <CodeCard talk={talk} name={name} slug={slug} code={kept.code}>
          <strong>Your new code.</strong> The old one and its links open nothing any more, so keep this one somewhere.
        </CodeCard>
      );
    }
    const isUnsure = kept.newCode !== undefined && !isAsking;
    return (
      <Ask
        talk={talk}
        title={isUnsure ? 'Your new code is not settled yet.' : isAsking ? 'Your new code is being made.' : 'Make a new code?'}
        what={
          isUnsure
            ? 'No answer came, so for now one of these two opens your conversation.'
            : 'Your old code and its links stop working; devices that are signed in stay so.'
        }
        more={isUnsure && <KeptCodes codes={keptCodes(kept)} />}
        fault={fault}
      >
        <button type="button" class="act" aria-disabled={isAsking} onClick={this.#make}>
          {isAsking ? 'Making it…' : fault ? 'Try again' : 'Make a new code'}
        </button>
        <Leave talk={talk}>{isUnsure ? 'Later' : 'Not now'}</Leave>
      </Ask>
    );
  }
}
