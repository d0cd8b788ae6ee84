import { EMAIL_MAX, NAME_MAX } from '@foyer/domain/limits';
import { normaliseLine } from '@foyer/domain/text';
import { withNodes } from '@foyer/words/with-nodes';
import { Component, createRef, type TargetedEvent } from 'preact';
import { speakCards } from '../speak.ts';
import type { Talk } from '../talk/talk.ts';
import { thread } from '../words.ts';
import { closeCard } from './close-card.ts';
import { focusFirst } from './focus-first.ts';

interface Props {
  talk: Talk;
  /** The manager's name. */
  name: string;
  slug: string;
  /** Whether the person opened it from the menu. Otherwise it appears once on its own, and doesn't take the focus. */
  isChosen: boolean;
}

export class NameCard extends Component<Props, { fault: string | null; isSaving: boolean; isOpen: boolean }> {
  override state = { fault: null, isSaving: false, isOpen: this.props.isChosen };
  #form = createRef<HTMLFormElement>();

  override componentDidMount() {
    if (this.props.isChosen) focusFirst(this.#form.current);
  }

  #submit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { talk, slug, isChosen } = this.props;
    const given = new FormData(event.currentTarget);
    const [name = '', email] = ['name', 'email'].map((part) => normaliseLine(String(given.get(part) ?? '')));
    if (!isChosen && !name && !email) return this.#close();
    if (this.state.isSaving) return;
    this.setState({ isSaving: true, fault: null });
    const fault = await Promise.all([import('../acts/change-visitor.ts'), import('../acts/control-api.ts'), speakCards()]).then(
      ([{ changeVisitor }, { controlApi }]) => changeVisitor(talk, controlApi(slug), { name, ...(email && { email }) }),
      () => thread.cardLate,
    );
    this.setState({ isSaving: false, fault });
    if (fault === null) this.#close();
  };

  #close = () => {
    const { talk, isChosen } = this.props;
    if (isChosen) return closeCard(talk);
    talk.set({ asksName: '' });
    // The focus was in a form, so the person continues in the composer.
    document.querySelector<HTMLElement>('.composer textarea')?.focus({ preventScroll: true });
  };

  /** A card that appears on its own is one line until focused, so the message above stays in view. */
  #open = ({ target }: FocusEvent) => {
    // A button must not move while it is being pressed.
    if (this.state.isOpen || !(target instanceof HTMLInputElement)) return;
    this.setState({ isOpen: true }, () => this.#form.current?.scrollIntoView({ block: 'nearest' }));
  };

  #left = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') this.#close();
  };

  render({ talk, name, isChosen }: Props) {
    const { fault, isSaving, isOpen } = this.state;
    const { conversation } = talk.state;
    return (
      <form
        class={`name-card ${isChosen ? 'card' : ''} ${isOpen ? '' : 'brief'}`}
        aria-labelledby="name-title"
        ref={this.#form}
        onSubmit={this.#submit}
        onKeyDown={this.#left}
        onFocusIn={this.#open}
      >
        <p id="name-title">
          <strong>{withNodes(thread.askName, { name: <bdi>{name}</bdi> })}</strong>
        </p>
        <label>
          <span>{thread.yourName}</span>
          <input
            class="code-field"
            name="name"
            defaultValue={conversation?.name}
            placeholder={isOpen ? '' : thread.yourName}
            maxLength={NAME_MAX}
            autocomplete="name"
            dir="auto"
          />
        </label>
        {isOpen && (
          <label>
            <span>{thread.emailOptional}</span>
            <input
              class="code-field"
              name="email"
              type="email"
              defaultValue={conversation?.email}
              maxLength={EMAIL_MAX}
              autocomplete="email"
            />
          </label>
        )}
        <p class="fault" role="alert">
          {fault}
        </p>
        <p class="card-acts">
          <button type="submit" class="act" aria-disabled={isSaving}>
            {isSaving ? thread.saving : thread.save}
          </button>
          <button type="button" class="quiet" onClick={this.#close}>
            {isChosen ? thread.cancel : thread.skip}
          </button>
        </p>
      </form>
    );
  }
}
