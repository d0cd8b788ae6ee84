import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { keepEmoji, keepTone, readChoices } from './choices.ts';
import { type Emoji, findEmoji, TONES, type Tone, toned } from './emoji.ts';
import { EmojiGrid, type Section } from './emoji-grid.tsx';
import { loadEmoji } from './load-emoji.ts';
import { neighbour } from './neighbour.ts';
import { words } from './words.ts';

interface Props {
  /** Contains the picker and the button that opens it: a press elsewhere closes it. */
  owner: { current: HTMLElement | null };
  onChoose(character: string): void;
  /** `isLeft`: the focus already went elsewhere. */
  onClose(isLeft: boolean): void;
}

const GROUP_NAMES = [
  words.smileys,
  words.people,
  words.nature,
  words.food,
  words.travel,
  words.activities,
  words.objects,
  words.symbols,
  words.flags,
];
const TONE_NAMES = [words.toneDefault, words.toneLight, words.toneMediumLight, words.toneMedium, words.toneMediumDark, words.toneDark];

/** With touch, the keyboard would cover the emoji. */
const hasKeyboard = matchMedia('(pointer: fine)').matches;

/** All emoji with a search. The focus stays in the search field, and the arrow keys move through the grid. */
export function EmojiPicker({ owner, onChoose, onClose }: Props) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const groups = useSignal<readonly (readonly Emoji[])[] | 'loading' | 'failed'>('loading');
  const query = useSignal('');
  /** The key of the active emoji. */
  const active = useSignal<string | null>(null);
  const { recent, tone: kept } = readChoices();
  const tone = useSignal<Tone>(kept);
  const sections = useComputed(() => (typeof groups.value === 'string' ? [] : sectionsOf(groups.value, query.value, recent)));
  const load = () => {
    groups.value = 'loading';
    loadEmoji().then(
      (loaded) => {
        groups.value = loaded;
      },
      () => {
        groups.value = 'failed';
      },
    );
  };
  useEffect(load, []);
  useLayoutEffect(() => (hasKeyboard ? field : frame).current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const leave = (event: Event) => {
      if (event.target instanceof Node && !owner.current?.contains(event.target)) onClose(true);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, []);

  const choose = (emoji: Emoji) => {
    keepEmoji(emoji.character);
    onChoose(toned(emoji, tone.value));
  };
  const press = (event: KeyboardEvent) => {
    const { key, isComposing, target } = event;
    if (isComposing) return;
    if (key === 'Escape') onClose(false);
    else if (target !== field.current && target !== frame.current) return;
    else if (key === 'Enter') {
      const all = sections.value.flatMap(({ key: section, emojis }) =>
        emojis.map((emoji) => ({ at: `${section}-${emoji.character}`, emoji })),
      );
      const chosen = all.find(({ at }) => at === active.value) ?? (query.value === '' ? undefined : all[0]);
      if (chosen) choose(chosen.emoji);
    } else {
      const next = neighbour(frame.current, key, active.value, query.value === '');
      if (next === null) return;
      active.value = next;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const isFailed = groups.value === 'failed';
  const isEmpty = typeof groups.value !== 'string' && sections.value.length === 0;
  return (
    <div
      ref={frame}
      role="dialog"
      aria-label={words.emoji}
      tabIndex={-1}
      onKeyDown={press}
      class="enter absolute end-0 bottom-full z-20 mb-1 flex h-[min(24rem,50dvh)] w-full flex-col overflow-clip rounded-xl bg-raised shadow-raised outline-none two:w-88"
    >
      <div class="flex gap-2 border-b border-line p-2">
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={words.search}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={id}
          aria-activedescendant={active.value === null ? undefined : `${id}-${active.value}`}
          placeholder={words.search}
          maxLength={60}
          autocomplete="off"
          spellcheck={false}
          value={query.value}
          onInput={({ currentTarget: { value } }) => {
            query.value = value;
            active.value = null;
          }}
          class="h-9 min-w-0 grow rounded-lg border border-edge bg-raised px-3 text-sm placeholder:text-soft pointer-coarse:h-11"
        />
        <select
          aria-label={words.tone}
          title={words.tone}
          value={tone.value}
          onChange={({ currentTarget: { value } }) => {
            tone.value = TONES.find((known) => known === value) ?? '';
            keepTone(tone.value);
          }}
          class="h-9 shrink-0 rounded-lg border border-edge bg-raised px-1.5 text-sm pointer-coarse:h-11"
        >
          {TONES.map((one, index) => (
            <option key={one} value={one} aria-label={TONE_NAMES[index]}>
              {`✋${one}`}
            </option>
          ))}
        </select>
      </div>
      <p role="status" class={isFailed || isEmpty || groups.value === 'loading' ? 'px-4 py-3 text-sm text-soft' : 'sr-only'}>
        {groups.value === 'loading'
          ? words.loading
          : isFailed
            ? words.failed
            : isEmpty
              ? words.none
              : query.value && words.found({ count: sections.value[0]?.emojis.length ?? 0 })}
      </p>
      {isFailed && (
        <button type="button" onClick={load} class="mx-3 min-h-9 self-start rounded-lg px-2 text-sm font-medium text-accent hover:bg-hover">
          {words.again}
        </button>
      )}
      <EmojiGrid id={id} sections={sections.value} active={active.value} tone={tone.value} onChoose={choose} />
    </div>
  );
}

/** What was chosen last, then the groups; or what a query finds. Groups without emoji are left out. */
function sectionsOf(groups: readonly (readonly Emoji[])[], query: string, recent: readonly string[]): Section[] {
  const all: Section[] =
    query.trim() !== ''
      ? [{ key: 'found', name: words.emoji, emojis: findEmoji(groups, query) }]
      : [
          {
            key: 'recent',
            name: words.recent,
            emojis: recent.flatMap((character) => groups.flat().find((emoji) => emoji.character === character) ?? []),
          },
          ...groups.map((emojis, index) => ({ key: `${index}`, name: GROUP_NAMES[index] ?? '', emojis })),
        ];
  return all.filter(({ emojis }) => emojis.length > 0);
}
