import { Delayed } from './delayed.tsx';

/** In the place of something that is still loading. */
export function OneMoment() {
  return (
    <Delayed>
      <p role="status" class="pulse text-sm text-soft">
        One moment …
      </p>
    </Delayed>
  );
}

/** In the place of a whole screen that is still loading. */
export function Waiting() {
  return (
    <div class="grid h-dvh place-items-center">
      <OneMoment />
    </div>
  );
}
