import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { dayName } from '../../../lib/time.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { now } from '../../connection/clock.ts';
import { say } from '../../notice/notice.ts';
import { followDevices, type ListedDevice } from '../../notifications/devices.ts';
import { removeDevice } from '../../notifications/remove-device.ts';
import { here, wasRemoved } from '../../notifications/this-device.ts';
import { words } from '../../notifications/words.ts';
import { problemSentence } from '../../problem-words.ts';
import { useWorkspace } from '../../workspace/context.ts';
import { Group } from '../kit/section.tsx';
import { ThisDevice } from './this-device.tsx';

/** The browsers that get notifications, below the other notification settings: this one with what it can do, then the others. */
export function Devices() {
  const { store } = useWorkspace();
  const devices = useSignal<readonly ListedDevice[]>([]);
  useEffect(() => {
    let seen: string | null = null;
    return followDevices(store, (listed) => {
      devices.value = listed;
      const { deviceId } = here.peek();
      const isListed = listed.some(({ id }) => id === deviceId);
      // Removed on another device, or by its push service. One that was just added may not be in the list yet.
      if (!isListed && deviceId !== null && deviceId === seen) wasRemoved().catch(() => {});
      seen = isListed ? deviceId : null;
    });
  }, [store, devices]);
  const { deviceId } = here.value;
  const others = devices.value.filter(({ id }) => id !== deviceId);
  return (
    <section aria-labelledby="devices" class="mt-6">
      <h3 id="devices" class="px-1 text-base font-semibold">
        {words.title}
      </h3>
      <p class="mt-0.5 max-w-[60ch] px-1 text-sm text-pretty text-soft">{words.help}</p>
      <Group>
        <ThisDevice device={devices.value.find(({ id }) => id === deviceId) ?? null} />
        {others.length > 0 && (
          <ul class="divide-y divide-line">
            {others.map((device) => (
              <OtherDevice key={device.id} device={device} />
            ))}
          </ul>
        )}
      </Group>
    </section>
  );
}

function OtherDevice({ device: { id, name, usedAtMs, createdAtMs } }: { device: ListedDevice }) {
  const { proof } = useWorkspace();
  const isBusy = useSignal(false);
  const remove = async () => {
    isBusy.value = true;
    await removeDevice(proof, id).then(
      () => say(words.removed({ name })),
      (problem: unknown) => say(problemSentence(problem)),
    );
    isBusy.value = false;
  };
  return (
    <li class="flex items-center gap-3 px-4 py-3 two:px-5">
      <Icon name="bell" class="size-4 shrink-0 text-soft" />
      <div class="min-w-0 grow">
        <p dir="auto" class="truncate text-base font-medium">
          {name}
        </p>
        <p class="text-sm text-soft">{lastUse(usedAtMs, createdAtMs)}</p>
      </div>
      <Button kind="quiet" disabled={isBusy.value} aria-label={words.removeNamed({ name })} onClick={remove}>
        {words.remove}
      </Button>
    </li>
  );
}

/** When a device last got a notification, or was added if it has got none. */
export function lastUse(usedAtMs: number, createdAtMs: number): string {
  const day = dayName(usedAtMs, now.value);
  return usedAtMs > createdAtMs ? words.lastUsed({ day }) : words.added({ day });
}
