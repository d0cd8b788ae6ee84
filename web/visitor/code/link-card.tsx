import type { ResumeCode } from '@foyer/domain/resume-code';
import { codeAlone, parseResumeCode } from '@foyer/domain/typed-code';
import { withNodes } from '@foyer/words/with-nodes';
import { Component } from 'preact';
import { dayName } from '../../lib/time.ts';
import { resume } from '../acts/resume.ts';
import type { CardProps } from '../cards/card-props.ts';
import { closeCard } from '../cards/close-card.ts';
import { focusFirst } from '../cards/focus-first.ts';
import { keptCodes } from '../talk/kept-codes.ts';
import { reopen } from '../talk/returning.ts';
import type { Draft } from '../talk/talk.ts';
import { cards } from '../words.ts';
import { CopyButton } from './copy-code.tsx';
import { EnterCode } from './enter-code.tsx';
import { KeptCodes, writtenCodes } from './kept-codes.tsx';

interface Props extends CardProps {
  /** The text in place of the code in a link, or the typed text. */
  link: string;
  /** The message that was typed, if there is no link. */
  draft: Draft | undefined;
}

interface State {
  fault: string | null;
  isAsking: boolean;
  /** When the conversation that is open in this browser started, if known. */
  since: number | null;
}

/**
 * Asks whether to open the conversation of a link, or of a code typed as a message. Opening the link changes nothing by itself: the sender
 * may have sent their own conversation, and this browser may have another one.
 */
export class LinkCard extends Component<Props, State> {
  override state: State = { fault: null, isAsking: false, since: this.props.talk.state.conversation?.createdAt ?? null };

  override componentDidMount() {
    const { api, keeper } = this.props.talk;
    if (this.state.since !== null || !keeper.read().conversationId) return;
    api.open().then(
      ({ conversation }) => {
        if (conversation.id === keeper.read().conversationId) this.setState({ since: conversation.createdAt });
      },
      () => undefined,
    );
  }

  #open = async (code: ResumeCode) => {
    if (this.state.isAsking) return;
    this.setState({ fault: null, isAsking: true });
    const fault = await resume(this.props.talk, code);
    if (fault === null) leaveFragment();
    else this.setState({ fault, isAsking: false });
  };

  #stay = () => {
    const { talk, draft } = this.props;
    leaveFragment();
    closeCard(talk);
    if (draft) talk.giveBack(draft.text);
    if (talk.state.phase !== 'open') reopen(talk);
  };

  render(props: Props) {
    const { talk, name, link, draft } = props;
    const parsed = parseResumeCode(link);
    if (!parsed.ok || (draft && codeAlone(link) === null)) return <EnterCode {...props} typed={link} cancel={this.#stay} />;
    const { fault, isAsking, since } = this.state;
    const kept = talk.keeper.read();
    const codes = keptCodes(kept);
    const hasOther = (kept.conversationId !== undefined || codes.length > 0) && !codes.includes(parsed.code);
    return (
      <section class="card link-card" aria-label={cards.linkLabel} ref={focusFirst}>
        <p>
          <strong>{withNodes(cards.linkTitle, { name: <bdi>{name}</bdi> })}</strong>{' '}
          {hasOther ? (
            <>
              {cards.otherOpen}{' '}
              {since !== null && withNodes(cards.otherSince, { name: <bdi>{name}</bdi>, day: dayName(since, Date.now()) })}{' '}
              {cards.otherCodes({ count: codes.length })}
            </>
          ) : (
            cards.linkKeeps
          )}
        </p>
        {hasOther && <KeptCodes codes={codes} />}
        {fault && (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
        <p class="card-acts">
          <button type="button" class="act" aria-disabled={isAsking} onClick={() => this.#open(parsed.code)}>
            {isAsking ? cards.opening : cards.continueWith}
          </button>
          {hasOther && codes.length > 0 && <CopyButton text={writtenCodes(codes)}>{cards.copyThatCode}</CopyButton>}
          <button type="button" class="quiet" onClick={this.#stay}>
            {hasOther ? cards.stay : cards.notNow}
          </button>
        </p>
      </section>
    );
  }
}

/** Removes the code from the address once it isn't needed: it would be visible, and shared with the page. */
function leaveFragment(): void {
  history.replaceState(null, '', location.pathname + location.search);
}
