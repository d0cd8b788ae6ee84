import type { Profile } from '@foyer/domain/profile';
import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../words.ts';
import { type KnownFacts, openPageView, type PageView } from './page-view.tsx';

const NOTHING_KNOWN: KnownFacts = { replyTime: null, verified: [] };

interface Props {
  profile: ReadonlySignal<Profile>;
  facts?: KnownFacts;
  slug: string;
  managerId: string;
  /** The size of the shown screen, in CSS pixels. */
  width: number;
  height: number;
  /** The factor by which the screen is scaled down. */
  scale: number;
  onKey?(event: KeyboardEvent): void;
  /** Called when something is pressed that shows a field. */
  onField?(path: string): void;
  /** The section to scroll to. */
  part?: ReadonlySignal<string | null>;
}

/** The page, live, in a frame as wide as the screen it is shown for. */
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
    // One update per frame, however fast someone types.
    const next = requestAnimationFrame(() => into.show(shown));
    return () => cancelAnimationFrame(next);
  });
  useSignalEffect(() => {
    if (part) view.value?.scrollTo(part.value);
  });
  return (
    <iframe
      ref={frame}
      title={words.previewOfPage}
      width={width}
      height={height}
      class="block max-w-none origin-top-left rtl:origin-top-right border-0 bg-paper"
      style={{ transform: `scale(${scale})` }}
    />
  );
}

/** With a doctype: an empty frame would be in quirks mode. With colour schemes: on a dark screen it would be white until the page is drawn. */
const BLANK =
  '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><body></body>';

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string };
}

let blank: string | undefined;

/** The only HTML that is parsed here, and it is constant. Trusted Types require a policy that says so. */
function blankDocument(): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  blank ??= trustedTypes?.createPolicy('foyer-preview', { createHTML: () => BLANK }).createHTML('') ?? BLANK;
  return blank;
}
