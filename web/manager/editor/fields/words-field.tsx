import { WORDS_MAX } from '@foyer/domain/profile-parts';
import type { ComponentChildren } from 'preact';
import { withField } from '../core/sections.ts';
import { useEditing } from '../editing/editor-context.ts';
import { TextField } from './text-field.tsx';

/** Texts that a page has once. */
type Name = 'name' | 'pronouns' | 'headline' | 'intro' | 'location' | 'status';

interface Props {
  name: Name;
  label: string;
  lines?: number;
  hint?: ComponentChildren;
  placeholder?: string;
}

export function WordsField({ name, ...look }: Props) {
  const { editor } = useEditing();
  return (
    <TextField
      {...look}
      path={name}
      max={WORDS_MAX[name]}
      value={editor.draft.value[name]}
      onType={(value) => editor.edit(name, (draft) => withField(draft, name, value, name === 'name'), true)}
    />
  );
}
