import { WORDS_MAX } from '@foyer/domain/profile-parts';
import { linkFault } from '@foyer/domain/safe-link';
import { completeLink } from '@foyer/domain/typed-link';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { faultSentence } from '../../problem-words.ts';
import { words } from '../words.ts';
import { TextField } from './text-field.tsx';

interface Props {
  path: string;
  label: string;
  value: string | undefined;
  /** Called with the typed text, and with the completed link once the field loses focus. */
  onType(value: string): void;
  hint?: ComponentChildren;
}

function faultIn(typed: string): string | null {
  const fault = linkFault(completeLink(typed));
  return fault && faultSentence(fault);
}

/** A link, typed as people do. When the field loses focus, it is completed, and a remaining fault is shown. */
export function LinkField({ value = '', onType, ...look }: Props) {
  const isTyping = useSignal(false);
  return (
    <TextField
      {...look}
      value={value}
      max={WORDS_MAX.link}
      isAddress
      placeholder={words.linkExample}
      fault={isTyping.value || value === '' ? null : faultIn(value)}
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
