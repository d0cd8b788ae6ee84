import { EMAIL_MAX } from '@foyer/domain/limits';
import type { MailAlerts } from '@foyer/domain/mail';
import { normaliseLine } from '@foyer/domain/text';
import { withNodes } from '@foyer/words/with-nodes';
import { Component, type TargetedEvent } from 'preact';
import type { AlertsApi } from '../acts/alerts-api.ts';
import { askForMail } from '../acts/tell-by-mail.ts';
import { cards } from '../words.ts';
import type { CardProps } from './card-props.ts';
import { closeCard } from './close-card.ts';
import { focusFirst } from './focus-first.ts';

interface Props extends Omit<CardProps, 'api'> {
  api: AlertsApi;
  asked(mail: MailAlerts): void;
  back(): void;
}

/** Asks for an address. Only a link to confirm it is sent before its owner has agreed. */
export class MailForm extends Component<Props, { fault: string | null; isSending: boolean }> {
  override state = { fault: null, isSending: false };

  #submit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { talk, api, asked } = this.props;
    const field = event.currentTarget.elements.namedItem('email') as HTMLInputElement;
    const address = normaliseLine(field.value);
    if (!address) return field.focus();
    if (this.state.isSending) return;
    this.setState({ isSending: true, fault: null });
    const outcome = await askForMail(talk, api, address);
    if ('mail' in outcome) return asked(outcome.mail);
    this.setState({ isSending: false, fault: outcome.fault });
    field.focus();
  };

  #left = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') closeCard(this.props.talk);
  };

  render({ talk, name, back }: Props, { fault, isSending }: { fault: string | null; isSending: boolean }) {
    return (
      // The server checks the address, and says in the visitor's words what is wrong.
      <form
        class="name-card card"
        noValidate
        aria-labelledby="card-title"
        aria-describedby="card-what"
        ref={focusFirst}
        onSubmit={this.#submit}
        onKeyDown={this.#left}
      >
        <p>
          <strong id="card-title">{cards.mailTitle}</strong>{' '}
          <span id="card-what">{withNodes(cards.mailWhat, { name: <bdi>{name}</bdi> })}</span>
        </p>
        <label>
          <span>{cards.yourAddress}</span>
          <input
            class="code-field"
            name="email"
            type="email"
            dir="ltr"
            defaultValue={talk.state.conversation?.email}
            maxLength={EMAIL_MAX}
            autocomplete="email"
            aria-invalid={fault !== null}
          />
        </label>
        <p class="fault" role="alert">
          {fault}
        </p>
        <p class="card-acts">
          <button type="submit" class="act" aria-disabled={isSending}>
            {isSending ? cards.sendingMail : cards.sendLink}
          </button>
          <button type="button" class="quiet" onClick={back}>
            {cards.back}
          </button>
        </p>
      </form>
    );
  }
}
