import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { arrived, dismissArrived, holdArrived, resumeArrived } from '../arrivals/arrival.ts';
import { displayName, tame } from '../conversations/visitor-name.ts';
import { routeHref } from '../route/route.ts';
import { words } from '../words.ts';

/** A message that has just arrived. It opens its conversation, or the inbox if there are several. */
export function ArrivalBar({ class: look }: { class: string }) {
  const [newest, ...others] = arrived.value;
  if (!newest) return null;
  const name = displayName(newest).text;
  const isOne = others.length === 0;
  return (
    <div
      data-arrival
      class={classes('enter flex min-h-12 shrink-0 items-center gap-1 border-line bg-raised py-1 pe-1.5 text-sm three:ps-2', look)}
      onPointerEnter={holdArrived}
      onPointerLeave={resumeArrived}
      onFocusCapture={holdArrived}
      onBlurCapture={resumeArrived}
    >
      <a
        href={routeHref(isOne ? { conversationId: newest.id } : {})}
        onClick={dismissArrived}
        class="group flex min-h-10 min-w-0 grow items-center gap-2.5 rounded-lg px-3 focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
      >
        <span class="size-2 shrink-0 rounded-full bg-accent forced-colors:bg-[Highlight]" aria-hidden="true" />
        {isOne ? (
          <span class="flex min-w-0 grow items-baseline gap-1.5">
            <bdi class="max-w-[45%] shrink-0 truncate font-semibold">{name}</bdi>
            <bdi class="min-w-0 truncate text-soft">{newest.lastMessage.preview}</bdi>
          </span>
        ) : (
          <span class="min-w-0 grow truncate">{words.arrivedInMany({ count: arrived.value.length })}</span>
        )}
        <span class="shrink-0 font-semibold text-accent group-hover:underline">{words.open}</span>
      </a>
      <IconButton icon="close" label={words.dismiss} onClick={dismissArrived} />
    </div>
  );
}

/** The same for screen readers: once, wherever the bar is. */
export function ArrivalAnnouncement() {
  const [newest, ...others] = arrived.value;
  return (
    <p role="status" class="sr-only">
      {newest && (
        <span key={newest.lastMessage.id}>
          {others.length === 0
            ? words.arrived({ name: tame(displayName(newest).text), preview: newest.lastMessage.preview })
            : words.arrivedInMany({ count: arrived.value.length })}
        </span>
      )}
    </p>
  );
}
