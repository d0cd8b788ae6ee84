import type { Profile } from '@foyer/domain/profile';
import { nameSize } from './name-size.ts';
import { Portrait } from './portrait.tsx';
import { Prose } from './prose.tsx';

/** From here on a headline in the large size would push the message box out of the first screen. */
const LONG_HEADLINE = 80;

/** Who this is: the first thing on the page. */
export function Hero({ profile }: { profile: Profile }) {
  const { name, headline, intro, location, status, portrait } = profile;
  return (
    <header class="hero">
      <h1 class={`name name-${nameSize(name)}`} dir="auto">
        {name}
      </h1>
      {portrait && <Portrait picture={portrait} />}
      {headline && (
        <p class={headline.length > LONG_HEADLINE ? 'headline headline-long' : 'headline'} dir="auto">
          {headline}
        </p>
      )}
      {(intro || location || status) && (
        <div class="facts">
          {intro && <Prose text={intro} />}
          {location && (
            <address class="fact">
              <bdi>{location}</bdi>
            </address>
          )}
          {status && (
            <p class="status" dir="auto">
              {status}
            </p>
          )}
        </div>
      )}
    </header>
  );
}
