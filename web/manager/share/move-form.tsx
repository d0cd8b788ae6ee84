import { withNodes } from '@foyer/words/with-nodes';
import { useMemo } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { FormFault } from '../auth/form-parts.tsx';
import { SlugField } from '../claim/slug-field.tsx';
import { useWorkspace } from '../workspace/context.ts';
import type { Page } from '../workspace/page.ts';
import { createMove } from './move.ts';
import { Part } from './part.tsx';
import { words } from './words.ts';

export function MoveForm({ page: { slug } }: { page: Page }) {
  const { proof } = useWorkspace();
  const move = useMemo(() => createMove(proof, slug), [proof, slug]);
  return (
    <Part title={words.moveTitle} about={withNodes(words.moveAbout, { address: <bdi dir="ltr">/{slug}</bdi> })}>
      <FormFault fault={move.fault.value} />
      <form
        noValidate
        class="max-w-md"
        onSubmit={(event) => {
          event.preventDefault();
          move.move();
        }}
      >
        <SlugField label={words.newAddress} slug={move.slug.value} verdict={move.verdict.value} onType={move.type} />
        <Button type="submit" aria-busy={move.isBusy.value} disabled={move.isBusy.value}>
          {words.move}
        </Button>
      </form>
    </Part>
  );
}
