import { useSignal } from '@preact/signals';
import type { User } from 'firebase/auth';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { DoorFrame, DoorTitle } from '../auth/door-frame.tsx';
import { FormFault, TextButton } from '../auth/form-parts.tsx';
import { proofOf } from '../auth/proof.ts';
import type { Claimed } from '../claim/claim.ts';
import { PresetCards } from '../editor/panels/preset-cards.tsx';
import { PreviewAside } from '../editor/preview/preview-aside.tsx';
import type { Firebase } from '../firebase/firebase.ts';
import { PortraitStep } from './portrait-step.tsx';
import { createWelcome } from './welcome.ts';

interface Props {
  firebase: Firebase;
  user: User;
  claimed: Claimed;
  onDone(): void;
}

/** After the name and the address: a face and a look, then the inbox. */
export function WelcomeScreen({ firebase, user, claimed, onDone }: Props) {
  const proof = useMemo(() => proofOf(user, firebase.appToken), [firebase, user]);
  const welcome = useMemo(() => createWelcome(claimed, proof), [claimed]);
  const step = useSignal<'portrait' | 'look'>('portrait');
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const heading = frame.current?.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }, [step.value]);
  const finish = async () => {
    if (await welcome.publish()) onDone();
  };
  return (
    <div ref={frame}>
      <DoorFrame
        aside={<PreviewAside profile={welcome.profile} slug={claimed.slug} managerId={user.uid} />}
        footer={
          <>
            Your page is open at <span class="break-words">{`${location.host}/${claimed.slug}`}</span>.{' '}
            {step.value === 'portrait' && <TextButton onClick={onDone}>Skip to my inbox</TextButton>}
          </>
        }
      >
        {step.value === 'portrait' ? (
          <>
            <DoorTitle title="Show your face, if you like">People write more easily to somebody they can see.</DoorTitle>
            <PortraitStep proof={proof} portrait={welcome.portrait} />
            <Button
              kind="primary"
              class="mt-8 h-10 w-full text-base"
              onClick={() => {
                step.value = 'look';
              }}
            >
              {welcome.portrait.value ? 'Continue' : 'Continue without'}
            </Button>
          </>
        ) : (
          <>
            <DoorTitle title="Give it a character">Nothing is for ever: you can change it on your page’s own screen.</DoorTitle>
            <FormFault fault={welcome.fault.value} />
            <PresetCards
              theme={welcome.theme.value}
              onChoose={(chosen) => {
                welcome.theme.value = { ...welcome.theme.value, ...chosen };
              }}
            />
            <Button
              kind="primary"
              class="mt-8 h-10 w-full text-base"
              aria-busy={welcome.isBusy.value}
              disabled={welcome.isBusy.value}
              onClick={finish}
            >
              Open my inbox
            </Button>
            {welcome.fault.value !== null && (
              <p class="mt-4 text-sm text-soft">
                <TextButton onClick={onDone}>Go on without</TextButton>
              </p>
            )}
          </>
        )}
      </DoorFrame>
    </div>
  );
}
