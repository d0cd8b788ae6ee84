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

/** The field for an address, with its state. */
export function SlugField({ label, slug, verdict, onType }: Props) {
  return (
    <Field
      label={label}
      name="slug"
      prefix={`${location.host}/`}
      autocomplete="off"
      isVerbatim
      // An address that is too long shows an error instead of being truncated.
      maxLength={SLUG_MAX + 10}
      value={slug}
      isWrong={verdict.kind === 'refused'}
      hint={<SlugNote verdict={verdict} onTake={onType} />}
      onInput={(event) => onType(event.currentTarget.value)}
    />
  );
}
