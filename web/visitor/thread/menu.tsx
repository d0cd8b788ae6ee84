import { Component, createRef } from 'preact';
import { PICKABLE } from '../cards/pickable.ts';
import type { Card, Talk } from '../talk/talk.ts';
import { thread } from '../words.ts';

interface Props {
  talk: Talk;
}

const entries = () =>
  [
    ['code', thread.showCode],
    ['new-code', thread.newCode],
    ['alerts', thread.alerts],
    ['name', thread.nameAndEmail],
    ['language', thread.language],
    ['sign-out', thread.signOutOthers],
    ['copy', thread.downloadCopy],
    ['forget', thread.removeHere],
    ['delete', thread.deleteConversation],
  ] as const;

export class Menu extends Component<Props, { isOpen: boolean }> {
  override state = { isOpen: false };
  #menu = createRef<HTMLDivElement>();

  override componentDidMount() {
    document.addEventListener('pointerdown', this.#pressed);
    document.addEventListener('keydown', this.#escaped);
  }

  /** Opened low on a phone's page, the list would be cut off by the screen. */
  override componentDidUpdate(_: Props, before: { isOpen: boolean }) {
    if (this.state.isOpen && !before.isOpen) this.#menu.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
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

  #left = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !this.#menu.current?.contains(relatedTarget)) this.setState({ isOpen: false });
  };

  #choose(card: Card) {
    this.setState({ isOpen: false });
    // Keeps the focus until the card takes it.
    this.#menu.current?.querySelector('button')?.focus();
    this.props.talk.set({ card, ...(card === 'name' && { asksName: '' }) });
  }

  render({ talk }: Props) {
    const { isOpen } = this.state;
    // While it is unknown which code is valid, neither is shown alone.
    const { code, newCode } = talk.keeper.read();
    return (
      <div class="menu" ref={this.#menu} onFocusOut={this.#left}>
        <button
          type="button"
          class="menu-button"
          aria-label={thread.menu}
          aria-expanded={isOpen}
          onClick={() => this.setState({ isOpen: !isOpen })}
        >
          <svg viewBox="0 0 20 4" width="20" height="4" aria-hidden="true">
            <path d="M2 2h0M10 2h0M18 2h0" />
          </svg>
        </button>
        {isOpen && (
          <div class="menu-list">
            {entries().map(
              ([card, label]) =>
                (card !== 'code' || (code && !newCode)) &&
                (card !== 'language' || PICKABLE.length > 1) &&
                (card !== 'name' || !(talk.state.conversation?.isBlocked || talk.state.conversation?.isOffline)) && (
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
