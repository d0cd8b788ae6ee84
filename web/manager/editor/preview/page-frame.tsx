import type { Profile } from '@foyer/domain/profile';
import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type KnownFacts, openPageView, type PageView } from './page-view.tsx';

const NOTHING_KNOWN: KnownFacts = { replyTime: null, verified: [] };

interface Props {
  profile: ReadonlySignal<Profile>;
  facts?: KnownFacts;
  slug: string;
  managerId: string;
  /** The screen that is shown, in CSS pixels. */
  width: number;
  height: number;
  /** How much smaller than life. */
  scale: number;
  onKey?(event: KeyboardEvent): void;
  /** What to do with a press on what shows a field. */
  onField?(path: string): void;
  /** The section to look at. */
  part?: ReadonlySignal<string | null>;
}

/** The true page, live, in a frame as wide as the screen it is shown for. */
export function PageFrame({
  profile,
  facts = NOTHING_KNOWN,
  slug,
  managerId,
  width,
  height,
  scale,
  part,
  onKey = () => {},
  onField,
}: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const view = useSignal<PageView | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const open = () => {
      if (element.contentDocument) view.value = openPageView(element.contentDocument, { facts, slug, managerId, onKey, onField });
    };
    element.addEventListener('load', open, { once: true });
    element.srcdoc = blankDocument();
    return () => {
      element.removeEventListener('load', open);
      view.peek()?.close();
    };
  }, []);
  useSignalEffect(() => {
    const shown = profile.value;
    const into = view.value;
    if (!into) return;
    // Once for each picture of the screen, however fast somebody types.
    const next = requestAnimationFrame(() => into.show(shown));
    return () => cancelAnimationFrame(next);
  });
  useSignalEffect(() => {
    if (part) view.value?.scrollTo(part.value);
  });
  return (
    <iframe
      ref={frame}
      title="Preview of your page"
      width={width}
      height={height}
      class="block max-w-none origin-top-left border-0 bg-paper"
      style={{ transform: `scale(${scale})` }}
    />
  );
}

/** With its doctype: an empty frame would be laid out as pages of the nineties were. */
const BLANK = '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><body></body>';

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string };
}

let blank: string | undefined;

/** The one text that is ever made into a document here, and it is constant: Trusted Types want that said. */
function blankDocument(): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  blank ??= trustedTypes?.createPolicy('foyer-preview', { createHTML: () => BLANK }).createHTML('') ?? BLANK;
  return blank;
}
