import type { ReplyTime } from '@foyer/domain/availability';
import { freshWaits, usualReply, WAITS_MIN } from '@foyer/domain/reply-time';
import { withNodes } from '@foyer/words/with-nodes';
import { now } from '../connection/clock.ts';
import { routeHref } from '../route/route.ts';
import type { Surroundings } from './numbers.ts';
import { words } from './words.ts';

const USUALLY: Readonly<Record<ReplyTime, string>> = {
  hour: words.replyHour,
  hours: words.replyHours,
  day: words.replyDay,
  days: words.replyDays,
};

const SAYS: Readonly<Record<ReplyTime, string>> = {
  hour: words.saysHour,
  hours: words.saysHours,
  day: words.saysDay,
  days: words.saysDays,
};

/** How soon the manager usually replies, and what the page says about it. */
export function ReplyHabit({ around: { profile, said, waits } }: { around: Surroundings }) {
  const fresh = freshWaits(waits, now.value);
  const usual = usualReply(fresh, now.value);
  return (
    <section class="min-w-0">
      <h2 class="text-base font-semibold">{words.replyTitle}</h2>
      {usual && (
        <p class="mt-1 text-md text-pretty">
          {USUALLY[usual.usually]} <span class="text-soft">{words.replyBasis({ count: fresh.length })}</span>
        </p>
      )}
      {!usual && (
        <p class="mt-1 text-sm text-pretty text-soft">
          {fresh.length < WAITS_MIN ? words.replyTooFew({ min: WAITS_MIN, count: fresh.length }) : words.replyTooSlow}
        </p>
      )}
      <p class="mt-2 text-sm text-pretty text-soft">
        {profile.showsReplyTime && (said ? SAYS[said] : words.saysNothing)}
        {!profile.showsReplyTime &&
          withNodes(words.replyHidden, {
            page: (
              <a href={routeHref({ screen: 'page' })} class="underline decoration-line underline-offset-3 hover:decoration-ink">
                {words.myPage}
              </a>
            ),
          })}
      </p>
    </section>
  );
}
