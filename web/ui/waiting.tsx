import { Delayed } from './delayed.tsx';
import { words } from './words.ts';

export function OneMoment() {
  return (
    <Delayed>
      <p role="status" class="pulse text-sm text-soft">
        {words.loading}
      </p>
    </Delayed>
  );
}

export function Waiting() {
  return (
    <div class="grid h-dvh place-items-center">
      <OneMoment />
    </div>
  );
}
