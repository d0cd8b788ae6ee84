import type { QuietHours } from '@foyer/domain/settings';
import { useId } from 'preact/hooks';
import { zoneName } from '../../public-page/zone-name.ts';
import { Button } from '../../ui/button.tsx';
import { useWorkspace } from '../workspace/context.ts';
import { SavingNote } from './kit/saving-note.tsx';
import { SwitchSetting } from './kit/switch-setting.tsx';
import { useSaving } from './kit/use-saving.ts';
import { endOf, USUAL_HOURS, zoneHere } from './quiet-hours.ts';
import { words } from './words.ts';

export function QuietHoursSetting() {
  const { quietHours } = useWorkspace().settings.value;
  return (
    <SwitchSetting
      label={words.quietHours}
      help={words.quietHoursHelp}
      isOn={quietHours !== null}
      turned={(isOn) => (isOn ? { quietHours: USUAL_HOURS, timeZone: zoneHere() } : { quietHours: null })}
    >
      {quietHours && <Hours hours={quietHours} />}
    </SwitchSetting>
  );
}

/** Both times, and the zone in which they are meant: the one of the browser that last changed them. */
function Hours({ hours }: { hours: QuietHours }) {
  const { settings } = useWorkspace();
  const { timeZone } = settings.value;
  const { saving, save } = useSaving();
  const here = zoneHere();
  const change = (changed: Partial<QuietHours>) =>
    save({ quietHours: { ...(settings.peek().quietHours ?? hours), ...changed }, timeZone: here });
  const zone = zoneName(timeZone).name;
  const sentence = { 'same-day': words.quietZone, 'next-day': words.quietZoneOvernight, 'all-day': words.quietZoneAllDay }[endOf(hours)];
  return (
    <div class="mt-4">
      <div class="flex flex-wrap items-end gap-4">
        <Time label={words.quietFrom} value={hours.from} onChange={(from) => change({ from })} />
        <Time label={words.quietTo} value={hours.to} onChange={(to) => change({ to })} />
        <span class="pb-2">
          <SavingNote saving={saving} />
        </span>
      </div>
      {timeZone === here ? (
        <p class="mt-2 text-sm text-pretty text-soft">{sentence({ zone })}</p>
      ) : (
        <div class="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-soft">
          <p class="text-pretty">{words.otherZone({ zone, here: zoneName(here).name })}</p>
          <Button onClick={() => change({})}>{words.useZone({ zone: zoneName(here).name })}</Button>
        </div>
      )}
    </div>
  );
}

function Time({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  const id = useId();
  return (
    <div>
      <label for={id} class="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        type="time"
        required
        value={value}
        // While a part is being typed, the value is empty.
        onChange={({ currentTarget }) => currentTarget.value !== '' && onChange(currentTarget.value)}
        class="h-9 rounded-lg border border-edge bg-raised px-3 text-base tabular-nums focus-visible:-outline-offset-1 pointer-coarse:h-11"
      />
    </div>
  );
}
