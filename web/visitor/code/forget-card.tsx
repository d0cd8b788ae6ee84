import { Component } from 'preact';
import { forget } from '../acts/forget.ts';
import { markCodeSeen } from '../acts/mark-code-seen.ts';
import { Ask, Leave } from '../cards/ask.tsx';
import type { CardProps } from '../cards/card-props.ts';
import { keptCodes } from '../talk/kept-codes.ts';
import { CopyButton } from './copy-code.tsx';
import { KeptCodes, writtenCodes } from './kept-codes.tsx';

/** Asks before this browser forgets, above all when nobody has kept the code. */
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
        title="Forget this conversation on this device?"
        what={
          uncopied.length > 0 ? (
            'You have not copied its code yet, and without the code nobody can open it again.'
          ) : (
            <>
              It stays with <bdi>{name}</bdi>, and your code opens it again.
            </>
          )
        }
        more={<KeptCodes codes={uncopied} />}
        fault={this.state.fault}
      >
        {uncopied.length > 0 && (
          <CopyButton text={writtenCodes(uncopied)} copied={() => markCodeSeen(talk, true)}>
            Copy code
          </CopyButton>
        )}
        <button type="button" class="act danger" onClick={this.#forget}>
          Forget
        </button>
        <Leave talk={talk}>Keep it</Leave>
      </Ask>
    );
  }
}
