import { SLUG_MAX } from '@foyer/domain/limits';
import { Field } from '../../ui/field.tsx';
import type { Verdict } from './slug-check.ts';
import { SlugNote } from './slug-note.tsx';

interface Props {
  label: string;
  slug: string;
  verdict: Verdict;
  onType(typed: string): void;
}

/** Where an address is typed, with what is known of it. */
export function SlugField({ label, slug, verdict, onType }: Props) {
  return (
    <Field
      label={label}
      name="slug"
      prefix={`${location.host}/`}
      autocomplete="off"
      isVerbatim
      // Somebody who types too much is told so, and loses nothing.
      maxLength={SLUG_MAX + 10}
      value={slug}
      isWrong={verdict.kind === 'refused'}
      hint={<SlugNote verdict={verdict} onTake={onType} />}
      onInput={(event) => onType(event.currentTarget.value)}
    />
  );
}
