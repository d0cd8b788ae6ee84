import { freshWaits, usualReply, WAITS_MIN } from '@foyer/domain/reply-time';
import { now } from '../connection/clock.ts';
import { routeHref } from '../route/route.ts';
import type { Surroundings } from './numbers.ts';
import { REPLY_WORDS } from './words.ts';

/** How soon the manager usually replies, and what the page says of it. */
export function ReplyHabit({ around: { profile, said, waits } }: { around: Surroundings }) {
  const fresh = freshWaits(waits, now.value);
  const usual = usualReply(fresh, now.value);
  return (
    <section class="min-w-0">
      <h2 class="text-base font-semibold">How soon you reply</h2>
      {usual && (
        <p class="mt-1 text-md text-pretty">
          Usually {REPLY_WORDS[usual.usually]}.{' '}
          <span class="text-soft">Three of four of your last {fresh.length} replies came that soon, nights and weekends counted.</span>
        </p>
      )}
      {!usual && (
        <p class="mt-1 text-sm text-pretty text-soft">
          {fresh.length < WAITS_MIN
            ? `This is known from ${WAITS_MIN} replies on. In the last 60 days there ${fresh.length === 1 ? 'was one' : `were ${fresh.length === 0 ? 'none' : fresh.length}`}.`
            : 'Many of your replies take longer than five days, so there is no promise that would hold.'}
        </p>
      )}
      <p class="mt-2 text-sm text-pretty text-soft">
        {!profile.showsReplyTime && (
          <>
            Your page says nothing of it: it is switched off in{' '}
            <a href={routeHref({ screen: 'page' })} class="underline decoration-line underline-offset-3 hover:decoration-ink">
              My page
            </a>
            .
          </>
        )}
        {profile.showsReplyTime && (said ? `Your page says: “Usually replies ${REPLY_WORDS[said]}”.` : 'Your page says nothing of it yet.')}
      </p>
    </section>
  );
}
