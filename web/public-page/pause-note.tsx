import type { Pause } from '@foyer/domain/page-state';
import { firstNameOf } from '@foyer/domain/person-name';
import type { Profile } from '@foyer/domain/profile';
import { pauseSentences } from './pause-sentences.ts';
import { useSpoken } from './words.ts';

/** In place of the message box while new messages are paused: the manager's sentence, in the sheet on which people would write. */
export function PauseNote({ pause, profile }: { pause: Pause; profile: Profile }) {
  const spoken = useSpoken();
  const [sentence, back] = pauseSentences(pause, firstNameOf(profile.name), spoken);
  const isOwn = pause.sentence !== '';
  return (
    <div class="sheet paused">
      <p dir="auto" lang={isOwn && spoken.own.lang ? profile.language : undefined}>
        {sentence}
      </p>
      {back && <p class="when">{back}</p>}
    </div>
  );
}
