import { EMAIL_MAX, NAME_MAX } from '@foyer/domain/limits';
import { normaliseLine } from '@foyer/domain/text';
import { Component, createRef, type TargetedEvent } from 'preact';
import { changeVisitor } from '../acts/change-visitor.ts';
import { type ControlApi, controlApi } from '../acts/control-api.ts';
import type { Talk } from '../talk/talk.ts';
import { closeCard } from './close-card.ts';
import { focusFirst } from './focus-first.ts';

interface Props {
  talk: Talk;
  /** The manager's. */
  name: string;
  slug: string;
  /** Whether the person has chosen it from the menu. If not, it asks by itself, once, and takes no focus. */
  isChosen: boolean;
}

/** What the manager is to call this visitor. */
export class NameCard extends Component<Props, { fault: string | null; isSaving: boolean; isOpen: boolean }> {
  override state = { fault: null, isSaving: false, isOpen: this.props.isChosen };
  #form = createRef<HTMLFormElement>();
  #api: ControlApi = controlApi(this.props.slug);

  override componentDidMount() {
    if (this.props.isChosen) focusFirst(this.#form.current);
  }

  #submit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { talk, isChosen } = this.props;
    const given = new FormData(event.currentTarget);
    const [name = '', email] = ['name', 'email'].map((part) => normaliseLine(String(given.get(part) ?? '')));
    if (!isChosen && !name && !email) return this.#close();
    if (this.state.isSaving) return;
    this.setState({ isSaving: true, fault: null });
    const fault = await changeVisitor(talk, this.#api, { name, ...(email && { email }) });
    this.setState({ isSaving: false, fault });
    if (fault === null) this.#close();
  };

  #close = () => {
    const { talk, isChosen } = this.props;
    if (isChosen) return closeCard(talk);
    talk.set({ asksName: '' });
    // It was in a form: who answered it goes on writing.
    document.querySelector<HTMLElement>('.composer textarea')?.focus({ preventScroll: true });
  };

  /** What asks by itself is one line until the visitor turns to it, so that the message above stays in sight. */
  #open = ({ target }: FocusEvent) => {
    // A button that is being pressed stays where it is.
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
          <strong>
            What should <bdi>{name}</bdi> call you?
          </strong>
        </p>
        <label>
          <span>Your name</span>
          <input
            class="code-field"
            name="name"
            defaultValue={conversation?.name}
            placeholder={isOpen ? '' : 'Your name'}
            maxLength={NAME_MAX}
            autocomplete="name"
            dir="auto"
          />
        </label>
        {isOpen && (
          <label>
            <span>Email, if you like</span>
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
            {isSaving ? 'Saving…' : 'Save'}
          </button>
          <button type="button" class="quiet" onClick={this.#close}>
            {isChosen ? 'Cancel' : 'Skip'}
          </button>
        </p>
      </form>
    );
  }
}
