import { formatResumeCode, makeResumeCode, resumeLink } from '@foyer/domain/resume-code';
import { parseResumeCode } from '@foyer/domain/typed-code';
import { expect, test } from 'vitest';
import { codeInFragment } from './resume-link.ts';

const code = makeResumeCode(new Uint8Array(19).fill(7));
const link = resumeLink('https://foyer.example', 'ada', code);

test('the code of a resume link is found in its fragment', () => {
  expect(codeInFragment(new URL(link).hash)).toBe(formatResumeCode(code));
});

test.each(['', '#', '#conversation', '#resume', '#resume=', '#work?resume=x'])('%j holds no code', (fragment) => {
  expect(codeInFragment(fragment)).toBeNull();
});

test('a fragment that a mail program has broken is given back as it is', () => {
  expect(codeInFragment('#resume=7KX2%20QP4T')).toBe('7KX2 QP4T');
  expect(codeInFragment('#resume=7KX2%E0%A4%A')).toBe('7KX2%E0%A4%A');
});

test('a person may paste the code or the whole link', () => {
  for (const pasted of [formatResumeCode(code), `My page: ${link} `]) expect(parseResumeCode(pasted)).toEqual({ ok: true, code });
});
