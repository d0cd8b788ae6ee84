import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Delayed } from '../../ui/delayed.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { route } from '../route/history.ts';
import { routeHref, SCREENS, type ScreenName } from '../route/route.ts';
import { focusHeading } from '../workspace/focus-heading.ts';

const LOOKS: Readonly<Record<ScreenName, { name: string; icon: IconName }>> = {
  page: { name: 'My page', icon: 'person' },
  share: { name: 'Share', icon: 'send' },
  numbers: { name: 'Numbers', icon: 'numbers' },
};

/** Each comes when it is first asked for: who only answers messages never loads them. */
const LOAD: Readonly<Record<ScreenName, () => Promise<ComponentType>>> = {
  page: async () => (await import('../editor/editor-screen.tsx')).EditorScreen,
  share: async () => (await import('../share/share-screen.tsx')).ShareScreen,
  numbers: async () => (await import('../numbers/numbers-screen.tsx')).NumbersScreen,
};

/** The ways to what is beside the conversations. */
export function ScreenLinks({ isTall = false, onFollow }: { isTall?: boolean; onFollow?(): void }) {
  return (
    <ul class="flex flex-col gap-0.5">
      {SCREENS.map((name) => (
        <li key={name}>
          <a
            href={routeHref({ screen: name })}
            aria-current={route.value.screen === name ? 'page' : undefined}
            onClick={onFollow}
            class={classes(
              'flex items-center gap-2.5 rounded-lg px-2 text-sm font-medium text-soft hover:bg-hover hover:text-ink aria-[current]:bg-hover aria-[current]:text-ink pointer-coarse:h-11',
              isTall ? 'h-10' : 'h-8',
            )}
          >
            <Icon name={LOOKS[name].icon} />
            {LOOKS[name].name}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** One of them, in the place of the panes. */
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
      },
    );
  };
  useEffect(load, [name]);
  if (loaded.value) return <Content of={loaded.value.Content} />;
  if (!hasFailed.value) {
    return (
      <div class="m-auto">
        <Delayed>
          <p role="status" class="pulse text-sm text-soft">
            One moment …
          </p>
        </Delayed>
      </div>
    );
  }
  return (
    <div class="m-auto flex flex-col items-center gap-3 p-8 text-sm">
      <p role="alert">This could not be loaded. Check your connection; nothing is lost.</p>
      <Button onClick={load}>Try again</Button>
    </div>
  );
}

function Content({ of: Screen }: { of: ComponentType }) {
  useEffect(focusHeading, []);
  return <Screen />;
}
