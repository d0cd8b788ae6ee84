import type { MailAlerts } from '@foyer/domain/mail';
import { withNodes } from '@foyer/words/with-nodes';
import { Component } from 'preact';
import { ApiProblem } from '../../lib/api.ts';
import { type AlertsApi, alertsApi } from '../acts/alerts-api.ts';
import { canPush, needsHomeScreen } from '../acts/browser-push.ts';
import { mailWayBack, remember, stopMail } from '../acts/tell-by-mail.ts';
import { renewPush, startPush, stopPush } from '../acts/tell-by-push.ts';
import { sentenceOf } from '../talk/sentence-of.ts';
import { cards, thread } from '../words.ts';
import { Ask, Leave } from './ask.tsx';
import type { CardProps } from './card-props.ts';
import { MailForm } from './mail-form.tsx';

const NO_MAIL: MailAlerts = { isOffered: false, state: 'off', address: null };

interface State {
  /** What the site offers; `null` until it has answered. `key` is for notifications. */
  offer: { key: string | null; mail: MailAlerts } | null;
  step: 'choose' | 'address' | 'way-back';
  isBusy: boolean;
  fault: string | null;
  /** What just happened. */
  said: 'way-back' | null;
}

/** How to be told of an answer while the page is closed: by this browser, by mail, or both. */
export class AlertsCard extends Component<CardProps, State> {
  override state: State = { offer: null, step: 'choose', isBusy: false, fault: null, said: null };
  readonly #api: AlertsApi = alertsApi(this.props.talk.state.conversation?.id ?? '');

  override async componentDidMount() {
    const { talk } = this.props;
    try {
      const [key, mail] = await Promise.all([unlessUnknown(this.#api.pushKey(), null), unlessUnknown(this.#api.mail(), NO_MAIL)]);
      this.setState({ offer: { key, mail: remember(talk, mail) } });
      if (!key || !talk.keeper.read().pushId) return;
      // The site or the browser may have dropped the subscription since.
      const isAllowed = canPush() && Notification.permission === 'granted';
      this.setState({ fault: await (isAllowed ? renewPush(talk, this.#api, key) : stopPush(talk, this.#api)) });
    } catch (cause) {
      this.setState({ offer: { key: null, mail: NO_MAIL }, fault: sentenceOf(cause) });
    }
  }

  /** Runs an act that returns a sentence on failure. */
  #do = async (act: () => Promise<string | null>): Promise<boolean> => {
    if (this.state.isBusy) return false;
    this.setState({ isBusy: true, fault: null, said: null });
    const fault = await act();
    this.setState({ isBusy: false, fault });
    return fault === null;
  };

  #setMail = (mail: MailAlerts) => {
    const { offer } = this.state;
    if (offer) this.setState({ offer: { ...offer, mail }, step: 'choose', said: null });
  };

  #stopMail = () =>
    this.#do(async () => {
      const outcome = await stopMail(this.props.talk, this.#api);
      if ('fault' in outcome) return outcome.fault;
      this.#setMail(outcome.mail);
      return null;
    });

  #wayBack = async () => {
    if (await this.#do(() => mailWayBack(this.props.talk, this.#api))) this.setState({ step: 'choose', said: 'way-back' });
  };

  #choose = (step: State['step']) => this.setState({ step, fault: null, said: null });

  render(props: CardProps, { offer, step, isBusy, fault, said }: State) {
    const { talk, name } = props;
    const { code, newCode, pushId } = talk.keeper.read();
    const title = withNodes(cards.alertsTitle, { name: <bdi>{name}</bdi> });
    if (!offer) {
      return (
        <Ask talk={talk} title={title} what={cards.alertsWhat}>
          <Leave talk={talk}>{cards.notNow}</Leave>
        </Ask>
      );
    }
    const { key, mail } = offer;
    const address = (
      <bdi dir="ltr" class="address">
        {mail.address}
      </bdi>
    );
    if (step === 'address') return <MailForm {...props} api={this.#api} asked={this.#setMail} back={() => this.#choose('choose')} />;
    if (step === 'way-back')
      return (
        <Ask key="way-back" talk={talk} title={cards.wayBackTitle} what={withNodes(cards.wayBackWhat, { address })} fault={fault}>
          <button type="button" class="act" aria-disabled={isBusy} onClick={this.#wayBack}>
            {isBusy ? cards.sendingMail : cards.sendMail}
          </button>
          <button type="button" class="quiet" onClick={() => this.#choose('choose')}>
            {cards.back}
          </button>
        </Ask>
      );

    const isBlocked = canPush() && Notification.permission === 'denied';
    const isPushed = Boolean(pushId) && !isBlocked;
    const canStart = key !== null && canPush() && !isBlocked && !isPushed;
    const canMail = mail.isOffered && mail.state === 'off';
    const isOn = isPushed || mail.state !== 'off';
    // Once one way is on, the other is only a further one.
    const offered = isOn ? 'quiet' : 'act';
    const sentences = [
      isPushed && withNodes(cards.pushOn, { name: <bdi>{name}</bdi> }),
      mail.state === 'on' && withNodes(cards.mailOn, { name: <bdi>{name}</bdi>, address }),
      mail.state === 'unconfirmed' && withNodes(cards.mailUnconfirmed, { address }),
      key && isBlocked && cards.pushBlocked,
      key && !canPush() && needsHomeScreen() && cards.pushNeedsHome,
      !isOn && !canStart && !canMail && !isBlocked && fault === null && cards.noAlerts,
    ].filter(Boolean);
    return (
      <Ask
        // Its controls change with what is on, and the focus goes to the first of them.
        key={`${isPushed} ${isBlocked} ${mail.state}`}
        talk={talk}
        title={title}
        what={(sentences.length > 0 ? sentences : [cards.alertsWhat]).map((sentence, index) => (index > 0 ? [' ', sentence] : sentence))}
        more={said && <p role="status">{withNodes(cards.wayBackSent, { address })}</p>}
        fault={fault}
      >
        {canStart && (
          <button type="button" class={offered} aria-disabled={isBusy} onClick={() => this.#do(() => startPush(talk, this.#api, key))}>
            {isBusy ? cards.turningOn : cards.onThisDevice}
          </button>
        )}
        {canMail && (
          <button type="button" class={offered} onClick={() => this.#choose('address')}>
            {cards.byMail}
          </button>
        )}
        {mail.state === 'on' && code && !newCode && (
          <button type="button" class="quiet" onClick={() => this.#choose('way-back')}>
            {cards.wayBack}
          </button>
        )}
        {mail.state === 'unconfirmed' && (
          <button type="button" class="quiet" onClick={() => this.#choose('address')}>
            {cards.anotherAddress}
          </button>
        )}
        {isPushed && (
          <button type="button" class="quiet" aria-disabled={isBusy} onClick={() => this.#do(() => stopPush(talk, this.#api))}>
            {cards.stopPush}
          </button>
        )}
        {mail.state !== 'off' && (
          <button type="button" class="quiet" aria-disabled={isBusy} onClick={this.#stopMail}>
            {cards.stopMail}
          </button>
        )}
        <Leave talk={talk}>{canStart || canMail ? (isOn ? thread.done : cards.notNow) : thread.done}</Leave>
      </Ask>
    );
  }
}

/** A server of an earlier version doesn't know these paths. */
function unlessUnknown<T>(answer: Promise<T>, nothing: T): Promise<T> {
  return answer.catch((cause: unknown) => {
    if (cause instanceof ApiProblem && cause.code === 'not-found') return nothing;
    throw cause;
  });
}
