import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { DoorFrame, DoorTitle } from './auth/door-frame.tsx';
import { type Session, session } from './auth/session.ts';
import { SignInScreen } from './auth/sign-in-screen.tsx';
import { VerifyScreen } from './auth/verify-screen.tsx';
import { ClaimScreen } from './claim/claim-screen.tsx';
import { leaveSignUp } from './route/sign-up.ts';

/** One screen for each step on the way to the inbox. */
export function App() {
  const current = session.value;
  switch (current.phase) {
    case 'starting':
    case 'leaving':
      return <Waiting />;
    case 'unavailable':
      return <Unavailable />;
    case 'signed-out':
      return <SignInScreen firebase={current.firebase} />;
    case 'unverified':
      return <VerifyScreen user={current.user} />;
    case 'unclaimed':
      return <ClaimScreen firebase={current.firebase} user={current.user} />;
    case 'ready':
      return <Dashboard key={current.user.uid} ready={current} />;
  }
}

type Ready = Extract<Session, { phase: 'ready' }>;

/** Firestore and the inbox are half of the bytes: they come when there is somebody to read it. */
function Dashboard({ ready: { firebase, user } }: { ready: Ready }) {
  const loaded = useSignal<VNode | null>(null);
  const hasFailed = useSignal(false);
  useEffect(() => {
    leaveSignUp();
    import('./shell/dashboard.tsx').then(
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
      <DoorTitle title="The door sticks">We could not reach the server. Check your connection; nothing is lost.</DoorTitle>
      <Button class="self-start" onClick={() => location.reload()}>
        Try again
      </Button>
    </DoorFrame>
  );
}
