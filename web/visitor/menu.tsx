import { Component, createRef } from 'preact';
import type { Talk } from './talk.ts';

interface Props {
  talk: Talk;
}

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

  #choose = (card: 'code' | 'forget') => {
    this.setState({ isOpen: false });
    this.props.talk.set({ card });
  };

  render({ talk }: Props) {
    const { isOpen } = this.state;
    return (
      <div class="menu" ref={this.#menu}>
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
            {talk.keeper.read().code && (
              <button type="button" onClick={() => this.#choose('code')}>
                Show my code
              </button>
            )}
            <button type="button" onClick={() => this.#choose('forget')}>
              Forget on this device
            </button>
          </div>
        )}
      </div>
    );
  }
}
