import { useSignalEffect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { OneMoment } from '../../ui/waiting.tsx';
import { route } from '../route/history.ts';
import { useWorkspace } from '../workspace/context.ts';
import { AccountSection } from './account/account-section.tsx';
import { CannedRepliesSection } from './canned-replies/canned-replies-section.tsx';
import { PageAndData } from './data/page-and-data.tsx';
import { LooksSection } from './looks-section.tsx';
import { NotificationsSection } from './notifications-section.tsx';
import { PresenceSection } from './presence-section.tsx';
import { SECTIONS } from './sections.ts';
import { words } from './words.ts';

/** Without an answer for this long, the defaults are shown: a change stores only what it changes. */
const PATIENCE_MS = 3000;

export function SettingsScreen() {
  const { areSettingsLoaded } = useWorkspace();
  const [isPatient, setPatient] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="mx-auto w-full max-w-2xl px-4 py-8 two:px-5 three:py-12 four:grid four:max-w-[61rem] four:grid-cols-[13rem_minmax(0,42rem)] four:gap-x-10">
      <header class="px-1 four:col-start-2">
        <h1 class="text-2xl font-semibold tracking-[-0.02em]">{words.title}</h1>
        <p class="mt-1 text-base text-pretty text-soft">{words.about}</p>
      </header>
      <SectionList />
      <div class="mt-10 min-w-0 four:col-start-2">{areSettingsLoaded.value || !isPatient ? <Sections /> : <OneMoment />}</div>
    </div>
  );
}

function Sections() {
  useSignalEffect(() => {
    // The same screen again may name another part.
    void route.value;
    // After the screen's own heading got the focus.
    requestAnimationFrame(() => goTo(location.hash.slice(1)));
  });
  return (
    <>
      <NotificationsSection />
      <PresenceSection />
      <CannedRepliesSection />
      <LooksSection />
      <AccountSection />
      <PageAndData />
    </>
  );
}

function goTo(id: string): void {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'start' });
  part?.focus({ preventScroll: true });
}

/** At the side, where there is room. */
function SectionList() {
  return (
    <nav aria-label={words.sections} class="hidden four:row-span-2 four:row-start-1 four:block">
      <ul class="sticky top-12 flex flex-col gap-0.5 pt-1">
        {SECTIONS.map(([id, name]) => (
          <li key={id}>
            <a
              href={`/app/settings#${id}`}
              onClick={() => goTo(id)}
              class="flex min-h-8 items-center rounded-lg px-3 text-sm text-soft hover:bg-hover hover:text-ink pointer-coarse:min-h-11"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
