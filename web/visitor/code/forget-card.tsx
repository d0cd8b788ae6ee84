import { withNodes } from '@foyer/words/with-nodes';
import { Component } from 'preact';
import { forget } from '../acts/forget.ts';
import { markCodeSeen } from '../acts/mark-code-seen.ts';
import { Ask, Leave } from '../cards/ask.tsx';
import type { CardProps } from '../cards/card-props.ts';
import { keptCodes } from '../talk/kept-codes.ts';
import { cards, thread } from '../words.ts';
import { CopyButton } from './copy-code.tsx';
import { KeptCodes, writtenCodes } from './kept-codes.tsx';

/** Asks before it removes the conversation from this browser, especially if no one has kept the code. */
export class ForgetCard extends Component<CardProps, { fault: string | null }> {
  override state = { fault: null };

  #forget = async () => {
    this.setState({ fault: await forget(this.props.talk, this.props.api) });
  };

  render({ talk, name }: CardProps) {
    const kept = talk.keeper.read();
    const uncopied = kept.isCodeCopied ? [] : keptCodes(kept);
    return (
      <Ask
        talk={talk}
        title={cards.removeTitle}
        what={uncopied.length > 0 ? cards.removeUncopied : withNodes(cards.removeWhat, { name: <bdi>{name}</bdi> })}
        more={<KeptCodes codes={uncopied} />}
        fault={this.state.fault}
      >
        {uncopied.length > 0 && (
          <CopyButton text={writtenCodes(uncopied)} copied={() => markCodeSeen(talk, true)}>
            {thread.copyCode}
          </CopyButton>
        )}
        <button type="button" class="act danger" onClick={this.#forget}>
          {cards.remove}
        </button>
        <Leave talk={talk}>{cards.keep}</Leave>
      </Ask>
    );
  }
}
