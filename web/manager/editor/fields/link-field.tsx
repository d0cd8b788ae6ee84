import { WORDS_MAX } from '@foyer/domain/profile-parts';
import { linkFault } from '@foyer/domain/safe-link';
import { completeLink } from '@foyer/domain/typed-link';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { TextField } from './text-field.tsx';

interface Props {
  path: string;
  label: string;
  value: string | undefined;
  /** What is typed, and the link that was meant once the field is left. */
  onType(value: string): void;
  hint?: ComponentChildren;
}

/** A link, typed as people do. It is completed when the field is left, and what is still wrong with it is said there and then. */
export function LinkField({ value = '', onType, ...look }: Props) {
  const isTyping = useSignal(false);
  return (
    <TextField
      {...look}
      value={value}
      max={WORDS_MAX.link}
      isAddress
      placeholder="instagram.com/name"
      fault={isTyping.value || value === '' ? null : linkFault(completeLink(value))}
      onType={(typed) => {
        isTyping.value = true;
        onType(typed);
      }}
      onLeave={() => {
        if (!isTyping.value) return;
        isTyping.value = false;
        onType(completeLink(value));
      }}
    />
  );
}
