import { Component, createRef } from 'preact';
import type { Card, Talk } from '../talk/talk.ts';

interface Props {
  talk: Talk;
}

const ENTRIES = [
  ['code', 'Show my code'],
  ['new-code', 'Make a new code'],
  ['name', 'Your name and email'],
  ['sign-out', 'Sign out other devices'],
  ['copy', 'Take a copy'],
  ['forget', 'Forget on this device'],
  ['delete', 'Delete this conversation'],
] as const;

/** What can be done with the conversation as a whole. */
export class Menu extends Component<Props, { isOpen: boolean }> {
  override state = { isOpen: false };
  #menu = createRef<HTMLDivElement>();

  override componentDidMount() {
    document.addEventListener('pointerdown', this.#pressed);
    document.addEventListener('keydown', this.#escaped);
  }

  override componentWillUnmount() {
    document.removeEventListener('pointerdown', this.#pressed);
    document.removeEventListener('keydown', this.#escaped);
  }

  #pressed = ({ target }: Event) => {
    if (this.state.isOpen && target instanceof Node && !this.#menu.current?.contains(target)) this.setState({ isOpen: false });
  };

  #escaped = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !this.state.isOpen) return;
    this.setState({ isOpen: false });
    this.#menu.current?.querySelector('button')?.focus();
  };

  /** Whoever walks on with the keyboard leaves it. */
  #left = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !this.#menu.current?.contains(relatedTarget)) this.setState({ isOpen: false });
  };

  #choose(card: Card) {
    this.setState({ isOpen: false });
    // Until the card is there to take it.
    this.#menu.current?.querySelector('button')?.focus();
    this.props.talk.set({ card, ...(card === 'name' && { asksName: '' }) });
  }

  render({ talk }: Props) {
    const { isOpen } = this.state;
    // While it is not known which code is right, neither is shown alone.
    const { code, newCode } = talk.keeper.read();
    return (
      <div class="menu" ref={this.#menu} onFocusOut={this.#left}>
        <button
          type="button"
          class="menu-button"
          aria-label="More about this conversation"
          aria-expanded={isOpen}
          onClick={() => this.setState({ isOpen: !isOpen })}
        >
          <svg viewBox="0 0 20 4" width="20" height="4" aria-hidden="true">
            <path d="M2 2h0M10 2h0M18 2h0" />
          </svg>
        </button>
        {isOpen && (
          <div class="menu-list">
            {ENTRIES.map(
              ([card, label]) =>
                (card !== 'code' || (code && !newCode)) &&
                (card !== 'name' || !talk.state.conversation?.isBlocked) && (
                  <button key={card} type="button" class={card === 'delete' ? 'danger' : ''} onClick={() => this.#choose(card)}>
                    {label}
                  </button>
                ),
            )}
          </div>
        )}
      </div>
    );
  }
}
