import { PREVIEW_MAX } from '../limits.ts';
import { previewOf } from '../preview.ts';
import type { Content } from './kind.ts';
import { plainTextOf, UNKNOWN_KIND_TEXT } from './kinds.ts';

/** A message as one line for the inbox; never empty, never throws. */
export function messagePreview(kind: string, content: Content): string {
  return previewOf(plainTextOf(kind, content), PREVIEW_MAX) || UNKNOWN_KIND_TEXT;
}
