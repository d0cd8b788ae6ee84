import { formatResumeCode, type ResumeCode } from '@foyer/domain/resume-code';
import type { Kept } from '../talk/keeper.ts';
import { ShownCode } from './copy-code.tsx';

/** The codes that this browser keeps: two while it is not known whether the new one has taken the old one's place. */
export function keptCodes({ code, newCode }: Kept): ResumeCode[] {
  return [code, newCode].filter((kept) => kept !== undefined);
}

export function KeptCodes({ codes }: { codes: readonly ResumeCode[] }) {
  return (
    <>
      {codes.map((code) => (
        <ShownCode key={code} code={code} />
      ))}
    </>
  );
}

/** To be copied, one on each line. */
export function writtenCodes(codes: readonly ResumeCode[]): string {
  return codes.map(formatResumeCode).join('\n');
}
