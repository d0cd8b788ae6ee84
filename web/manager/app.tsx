import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { OWN_PAGE } from '../lib/own-page.ts';
import { stored } from '../lib/stored.ts';
import { Button } from '../ui/button.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { DoorFrame, DoorTitle } from './auth/door-frame.tsx';
import { type Session, session } from './auth/session.ts';
import { leaveSignUp } from './route/sign-up.ts';
import { words } from './words.ts';

export function App() {
  const current = session.value;
  switch (current.phase) {
    case 'starting':
    case 'leaving':
      return <Waiting />;
    case 'unavailable':
      return <Unavailable />;
    case 'signed-out':
      return <AtDoor draw={({ SignInScreen }) => <SignInScreen firebase={current.firebase} />} />;
    case 'unverified':
      return <AtDoor draw={({ VerifyScreen }) => <VerifyScreen user={current.user} />} />;
    case 'unclaimed':
      return <AtDoor draw={({ ClaimScreen }) => <ClaimScreen firebase={current.firebase} user={current.user} />} />;
    case 'ready':
      return <Dashboard key={current.user.uid} ready={current} />;
  }
}

type DoorScreens = typeof import('./claim/door-screens.ts');

const loadDoor = () => import('./claim/door-screens.ts');
/** Firestore and the inbox are half of the bytes, so someone who isn't signed in doesn't load them. */
const loadInbox = () => import('./shell/dashboard.tsx');

/** Loads what this browser needs next, by its last visit, while Auth finds out who is signed in. */
export function loadNext(): void {
  const loading = stored(OWN_PAGE) === null ? loadDoor() : loadInbox();
  loading.catch(() => {});
}

function AtDoor({ draw }: { draw(screens: DoorScreens): VNode }) {
  const loaded = useSignal<DoorScreens | null>(null);
  const hasFailed = useSignal(false);
  useEffect(() => {
    loadDoor().then(
      (screens) => {
        loaded.value = screens;
      },
      () => {
        hasFailed.value = true;
      },
    );
  }, []);
  if (hasFailed.value) return <Unavailable />;
  return loaded.value ? draw(loaded.value) : <Waiting />;
}

type Ready = Extract<Session, { phase: 'ready' }>;

function Dashboard({ ready: { firebase, user } }: { ready: Ready }) {
  const loaded = useSignal<VNode | null>(null);
  const hasFailed = useSignal(false);
  useEffect(() => {
    leaveSignUp();
    loadInbox().then(
      ({ openDashboard }) => {
        loaded.value = openDashboard(firebase, user);
      },
      () => {
        hasFailed.value = true;
      },
    );
  }, []);
  if (hasFailed.value) return <Unavailable />;
  return loaded.value ?? <Waiting />;
}

function Unavailable() {
  useEffect(() => {
    const reload = () => location.reload();
    window.addEventListener('online', reload);
    return () => window.removeEventListener('online', reload);
  }, []);
  return (
    <DoorFrame>
      <DoorTitle title={words.unavailableTitle}>{words.unavailable}</DoorTitle>
      <Button class="self-start" onClick={() => location.reload()}>
        {words.tryAgain}
      </Button>
    </DoorFrame>
  );
}
