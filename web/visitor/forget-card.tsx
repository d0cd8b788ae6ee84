import { formatResumeCode } from '@foyer/domain/resume-code';
import { Component } from 'preact';
import { closeCard } from './close-card.ts';
import { CopyButton, ShownCode } from './copy-code.tsx';
import { focusFirst } from './focus-first.ts';
import { forget, markCodeSeen } from './returning.ts';
import type { Talk } from './talk.ts';

interface Props {
  talk: Talk;
  name: string;
}

/** Asks before this browser forgets, above all when nobody has kept the code. */
export class ForgetCard extends Component<Props, { fault: string | null }> {
  override state = { fault: null };

  #forget = async () => {
    this.setState({ fault: await forget(this.props.talk) });
  };

  render({ talk, name }: Props) {
    const { code, isCodeCopied } = talk.keeper.read();
    return (
      <section class="card" aria-label="Forget on this device" ref={focusFirst}>
        <p>
          <strong>Forget this conversation on this device?</strong>{' '}
          {code && !isCodeCopied ? (
            <>You have not copied its code yet, and without the code nobody can open it again.</>
          ) : (
            <>
              It stays with <bdi>{name}</bdi>, and your code opens it again.
            </>
          )}
        </p>
        {code && !isCodeCopied && <ShownCode code={code} />}
        {this.state.fault && (
          <p class="fault" role="alert">
            {this.state.fault}
          </p>
        )}
        <p class="card-acts">
          {code && !isCodeCopied && (
            <CopyButton text={formatResumeCode(code)} copied={() => markCodeSeen(talk, true)}>
              Copy code
            </CopyButton>
          )}
          <button type="button" class="act danger" onClick={this.#forget}>
            Forget
          </button>
          <button type="button" class="quiet" onClick={() => closeCard(talk)}>
            Keep it
          </button>
        </p>
      </section>
    );
  }
}
