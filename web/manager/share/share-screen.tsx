import { useLayoutEffect } from 'preact/hooks';
import { useWorkspace } from '../workspace/context.ts';
import { noteHere } from '../workspace/local-notes.ts';
import { Address } from './address.tsx';
import { Embeds } from './embeds.tsx';
import { MoveForm } from './move-form.tsx';
import { OtherPages } from './other-pages.tsx';
import { QrFiles } from './qr-files.tsx';
import { words } from './words.ts';

export function ShareScreen() {
  const page = useWorkspace().page.value;
  const slug = page?.slug;
  useLayoutEffect(() => {
    if (slug !== undefined) noteHere('shared', slug);
  }, [slug]);
  if (!page) return null;
  return (
    <div class="mx-auto w-full max-w-2xl px-5 py-8 three:py-12">
      <h1 class="text-2xl font-semibold tracking-[-0.02em]">{words.title}</h1>
      <Address page={page} />
      <MoveForm key={page.slug} page={page} />
      <QrFiles page={page} />
      <OtherPages page={page} />
      <Embeds page={page} />
    </div>
  );
}
