import type { ReplyTime } from '@foyer/domain/availability';
import { ALWAYS } from '@foyer/domain/office-hours';
import type { Profile } from '@foyer/domain/profile';
import { greetingIn } from './greeting.ts';
import { Hours } from './hours.tsx';
import { nameSize } from './name-size.ts';
import { Photo } from './photo.tsx';
import { Prose } from './prose.tsx';
import { SIZES } from './sizes.ts';
import { useSpoken } from './words.ts';

/** A headline this long in the large size would push the message box below the first screen. */
const LONG_HEADLINE = 80;

interface Props {
  profile: Profile;
  replyTime: ReplyTime | null;
  /** Today in the manager's zone, as `2026-11-21`: a status is shown through its last day. */
  today: string;
}

/** Introduces the person: the first thing on the page. */
export function Hero({ profile, replyTime, today }: Props) {
  const { words, own } = useSpoken();
  const { name, pronouns, headline, intro, location, status, statusUntil, hours, timeZone, portrait, cover } = profile;
  const isLetter = profile.theme.preset === 'letter';
  const isStatusTrue = status && (!statusUntil || today <= statusUntil);
  const reply = profile.showsReplyTime && replyTime && words.replies({ time: replyTime });
  const greeting = greetingIn(profile.language);
  const saysHours = hours === ALWAYS || (hours && hours.length > 0 && timeZone !== undefined);
  return (
    <header class="hero">
      {cover && <Photo picture={cover} class="cover" sizes={SIZES.cover} isFirst />}
      <h1 class={`name name-${nameSize(name)}`} dir="auto">
        {name}
      </h1>
      {portrait && <Photo picture={portrait} class="portrait" sizes={SIZES.portrait} isFirst />}
      {isLetter && (
        <p class="greeting" dir="auto" lang={greeting === null ? own.lang : undefined}>
          {greeting ?? words.greeting}
        </p>
      )}
      {headline && (
        <p class={headline.length > LONG_HEADLINE ? 'headline headline-long' : 'headline'} dir="auto">
          {headline}
        </p>
      )}
      {(intro || location || pronouns || isStatusTrue || reply || saysHours) && (
        <div class="facts">
          {intro && <Prose text={intro} />}
          {(location || pronouns) && (
            <address class="fact">
              {location && <bdi>{location}</bdi>}
              {location && pronouns && ' · '}
              {pronouns && <bdi>{pronouns}</bdi>}
            </address>
          )}
          {isStatusTrue && (
            <p class="status" dir="auto">
              {isLetter && (
                <>
                  <bdi {...own}>{words.postscript}</bdi>{' '}
                </>
              )}
              {status}
            </p>
          )}
          {reply && (
            <p class="fact reply-time" {...own}>
              {reply}
            </p>
          )}
          {saysHours && <Hours hours={hours} timeZone={timeZone} />}
        </div>
      )}
      {isLetter && (
        <p class="signature" dir="auto" aria-hidden="true">
          {name}
        </p>
      )}
    </header>
  );
}
