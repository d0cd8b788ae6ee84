import type { ResumeCode } from '@foyer/domain/resume-code';
import type { Kept } from './keeper.ts';

/** The codes that this browser keeps: two while it is not known whether the new one has taken the old one's place. */
export function keptCodes({ code, newCode }: Kept): ResumeCode[] {
  return [code, newCode].filter((kept) => kept !== undefined);
}
