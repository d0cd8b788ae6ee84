import type { OfficeHours } from '@foyer/domain/availability';
import { ALWAYS, inOrder } from '@foyer/domain/office-hours';
import { withNodes } from '@foyer/words/with-nodes';
import { dayHoursOf, sayHours } from './day-hours.ts';
import { hoursSpeech, TIME, writtenSpeech } from './hours-speech.ts';
import { type Spoken, useSpoken } from './words.ts';
import { zoneName, zoneNameIn } from './zone-name.ts';

/** The manager's hours in their time zone. For visitors in another one, the island puts their own times in the brackets. */
export function Hours({ hours, timeZone }: { hours: OfficeHours; timeZone: string | undefined }) {
  const spoken = useSpoken();
  const { words, own } = spoken;
  if (hours === ALWAYS) {
    return (
      <p class="fact hours" {...own}>
        {words.alwaysAvailable}
      </p>
    );
  }
  const speech = hoursSpeech(spoken);
  const sorted = inOrder(hours);
  return (
    <p
      class="fact hours"
      {...own}
      data-zone={timeZone}
      data-hours={sorted.map(({ day, from, to }) => `${day} ${from} ${to}`).join(',')}
      data-words={writtenSpeech(words.hoursHere({ hours: TIME }), speech, sorted)}
    >
      {withNodes(words.hoursThere, {
        hours: <>{sayHours(dayHoursOf(sorted, speech), speech)}</>,
        zone: <bdi>{zoneTime(timeZone, spoken)}</bdi>,
      })}
    </p>
  );
}

/** "Buenos Aires time", or "UTC−5". Place names are in Latin letters, so in other scripts uses the zone's own name in that language. */
function zoneTime(timeZone = 'UTC', { locale, words }: Spoken): string {
  const { name, isPlace } = zoneName(timeZone);
  if (!isPlace) return name;
  const isLatin = new Intl.Locale(locale).maximize().script === 'Latn';
  return (isLatin ? null : zoneNameIn(timeZone, locale)) ?? words.placeTime({ place: name });
}
