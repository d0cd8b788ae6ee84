import type { testDeviceEndpoint } from '@foyer/domain/device-schema';
import { useSignal } from '@preact/signals';
import { ApiProblem, call } from '../../../lib/api.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { ListedDevice } from '../../notifications/devices.ts';
import { type HereState, here, turnOff, turnOn, wasRemoved } from '../../notifications/this-device.ts';
import { words } from '../../notifications/words.ts';
import { problemSentence } from '../../problem-words.ts';
import { useWorkspace } from '../../workspace/context.ts';
import { lastUse } from './devices.tsx';

const ABOUT: Readonly<Record<HereState, string | null>> = {
  looking: null,
  off: null,
  on: null,
  unsupported: words.unsupported,
  'needs-install': words.needsInstall,
  blocked: words.blocked,
  lost: words.lost,
};

/** Turns notifications on and off in this browser, and says what is in the way. */
export function ThisDevice({ device }: { device: ListedDevice | null }) {
  const { store, proof } = useWorkspace();
  const { state, deviceId } = here.value;
  const doing = useSignal<'turning' | 'testing' | null>(null);
  const said = useSignal<string | null>(null);

  const attempt = async (what: 'turning' | 'testing', act: () => Promise<string | null>) => {
    doing.value = what;
    said.value = null;
    said.value = await act().catch((cause: unknown) => (cause instanceof ApiProblem ? problemSentence(cause) : words.serviceFailed));
    doing.value = null;
  };
  const on = () =>
    attempt('turning', async () => {
      const outcome = await turnOn(store, proof);
      return outcome === 'dismissed' ? words.dismissed : null;
    });
  const off = () =>
    attempt('turning', async () => {
      await turnOff(proof);
      return null;
    });
  const test = () =>
    attempt('testing', async () => {
      const input = { params: { deviceId: deviceId ?? '' } };
      try {
        await call<typeof testDeviceEndpoint>('POST', '/api/managers/me/devices/{deviceId}/tests', input, await proof());
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.code === 'unknown-device') await wasRemoved();
        throw problem;
      }
      return words.tested;
    });

  const isOn = state === 'on';
  const canTurnOn = state === 'off' || state === 'lost';
  return (
    <div class="px-4 py-4 two:px-5">
      <div class="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <div class="flex min-w-0 items-center gap-3">
          <Icon name="bell" class={isOn ? 'size-4 shrink-0 text-accent' : 'size-4 shrink-0 text-soft'} />
          <div class="min-w-0">
            <p class="text-base font-medium">{words.thisDevice}</p>
            <p class="text-sm text-soft">
              {isOn ? (device ? lastUse(device.usedAtMs, device.createdAtMs) : words.on) : state === 'looking' ? '\u00a0' : words.off}
            </p>
          </div>
        </div>
        {isOn && (
          <div class="flex gap-2">
            <Button kind="quiet" disabled={doing.value !== null} onClick={off}>
              {words.turnOff}
            </Button>
            <Button disabled={doing.value !== null} onClick={test}>
              {doing.value === 'testing' ? words.testing : words.test}
            </Button>
          </div>
        )}
        {canTurnOn && (
          <Button kind="primary" disabled={doing.value !== null} onClick={on}>
            {doing.value === 'turning' ? words.turningOn : words.turnOn}
          </Button>
        )}
      </div>
      <p role="status" class="max-w-[60ch] text-sm text-pretty text-soft not-empty:mt-2">
        {said.value ?? ABOUT[state]}
      </p>
    </div>
  );
}
