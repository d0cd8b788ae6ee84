import { SEARCH_MAX } from '@foyer/domain/limits';
import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { tellMissing } from '../../lib/until-loaded.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { OneMoment } from '../../ui/waiting.tsx';
import { route } from '../route/history.ts';
import { routeHref, type ScreenName } from '../route/route.ts';
import { words } from '../words.ts';
import { focusHeading } from '../workspace/focus-heading.ts';
import { takeEarly, typeEarly } from '../workspace/open-search.ts';
import { SCREEN_LOOKS } from './screen-looks.ts';

/** Each is loaded when it is first opened. */
const LOAD: Readonly<Record<ScreenName, () => Promise<ComponentType>>> = {
  search: async () => (await import('../search/search-screen.tsx')).SearchScreen,
  page: async () => (await import('../editor/editor-screen.tsx')).EditorScreen,
  share: async () => (await import('../share/share-screen.tsx')).ShareScreen,
  numbers: async () => (await import('../numbers/numbers-screen.tsx')).NumbersScreen,
  contacts: async () => (await import('../contacts/contacts-screen.tsx')).ContactsScreen,
  settings: async () => (await import('../settings/settings-screen.tsx')).SettingsScreen,
  send: async () => (await import('../send/send-screen.tsx')).SendScreen,
  me: async () => (await import('../account/me-screen.tsx')).MeScreen,
};

/** The screens in the rail. `me` is not one: the account menu at its top has the same. */
const IN_RAIL = ['page', 'share', 'numbers', 'contacts', 'settings'] as const satisfies readonly ScreenName[];

export function ScreenLinks() {
  return (
    <ul class="flex flex-col gap-0.5">
      {IN_RAIL.map((name) => (
        <li key={name}>
          <a
            href={routeHref({ screen: name })}
            aria-current={route.value.screen === name ? 'page' : undefined}
            class="flex h-8 items-center gap-2.5 rounded-lg px-2 text-sm font-medium text-soft hover:bg-hover hover:text-ink aria-[current]:bg-hover aria-[current]:text-ink pointer-coarse:h-11"
          >
            <Icon name={SCREEN_LOOKS[name].icon} />
            {SCREEN_LOOKS[name].name}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A screen, in place of the panes. */
export function Screen({ name }: { name: ScreenName }) {
  const loaded = useSignal<{ Content: ComponentType } | null>(null);
  const hasFailed = useSignal(false);
  const load = () => {
    hasFailed.value = false;
    LOAD[name]().then(
      (Content) => {
        loaded.value = { Content };
      },
      () => {
        hasFailed.value = true;
        tellMissing();
      },
    );
  };
  useEffect(load, [name]);
  if (loaded.value) return <Content of={loaded.value.Content} />;
  if (!hasFailed.value && name === 'search') return <EarlyField />;
  if (!hasFailed.value) {
    return (
      <div class="m-auto">
        <OneMoment />
      </div>
    );
  }
  return (
    <div class="m-auto flex flex-col items-center gap-3 p-8 text-sm">
      <p role="alert" class="text-center text-pretty">
        {words.screenFailed}
      </p>
      <Button onClick={load}>{words.tryAgain}</Button>
    </div>
  );
}

/** The search's field, before its file is loaded: people type as soon as they have pressed the key. */
function EarlyField() {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    takeEarly();
    field.current?.focus();
  }, []);
  return (
    <div class="mx-auto w-full max-w-184 px-4 pt-3 two:px-6 two:pt-5">
      <input
        ref={field}
        type="search"
        aria-label={words.search}
        autocomplete="off"
        autocapitalize="none"
        maxLength={SEARCH_MAX}
        onInput={({ currentTarget }) => typeEarly(currentTarget.value)}
        class="h-12 w-full rounded-xl border border-edge/70 bg-raised ps-12 text-md outline-none"
      />
    </div>
  );
}

function Content({ of: Screen }: { of: ComponentType }) {
  useEffect(focusHeading, []);
  return <Screen />;
}
