import type { ResumeCode } from '@foyer/domain/resume-code';
import type { Kept } from './keeper.ts';

/** The codes that this browser keeps: two while it is unknown whether the new one has replaced the old one. */
export function keptCodes({ code, newCode }: Kept): ResumeCode[] {
  return [code, newCode].filter((kept) => kept !== undefined);
}
