import { PREVIEW_MAX } from '../limits.ts';
import { previewOf } from '../text.ts';
import type { MessageKind } from './kind.ts';

/** What people write. At most `TEXT_MAX` units, normalised by domain/text.ts. */
export const text: MessageKind = {
  plainText: ({ text }) => (typeof text === 'string' ? text : null),
  preview: ({ text }) => (typeof text === 'string' ? previewOf(text, PREVIEW_MAX) : null),
};
