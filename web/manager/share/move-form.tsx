import { useMemo } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { FormFault } from '../auth/form-parts.tsx';
import { SlugField } from '../claim/slug-field.tsx';
import { useWorkspace } from '../workspace/context.ts';
import type { Page } from '../workspace/page.ts';
import { createMove } from './move.ts';
import { Part } from './part.tsx';

/** Another address for the page. */
export function MoveForm({ page: { slug } }: { page: Page }) {
  const { proof } = useWorkspace();
  const move = useMemo(() => createMove(proof, slug), [proof, slug]);
  return (
    <Part
      title="Change your address"
      about={
        <>
          <span dir="ltr">/{slug}</span> keeps leading to your page for 90 days, and nobody else can have it in that time. You can also go
          back to it.
        </>
      }
    >
      <FormFault fault={move.fault.value} />
      <form
        noValidate
        class="max-w-md"
        onSubmit={(event) => {
          event.preventDefault();
          move.move();
        }}
      >
        <SlugField label="New address" slug={move.slug.value} verdict={move.verdict.value} onType={move.type} />
        <Button type="submit" aria-busy={move.isBusy.value} disabled={move.isBusy.value}>
          Move my page
        </Button>
      </form>
    </Part>
  );
}
