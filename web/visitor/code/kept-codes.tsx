import type { ResumeCode } from '@foyer/domain/resume-code';
import { formatResumeCode } from '@foyer/domain/written-code';
import { ShownCode } from './copy-code.tsx';

export function KeptCodes({ codes }: { codes: readonly ResumeCode[] }) {
  return (
    <>
      {codes.map((code) => (
        <ShownCode key={code} code={code} />
      ))}
    </>
  );
}

export function writtenCodes(codes: readonly ResumeCode[]): string {
  return codes.map(formatResumeCode).join('\n');
}
