import { makeResumeCode } from '@foyer/domain/resume-code';
import { parseResumeCode } from '@foyer/domain/typed-code';
import { formatResumeCode, resumeLink } from '@foyer/domain/written-code';
import { expect, test } from 'vitest';
import { codeInFragment } from './resume-link.ts';

const code = makeResumeCode(new Uint8Array(19).fill(7));
const link = resumeLink('https://foyer.example', 'ada', code);

test('finds the code of a resume link in its fragment', () => {
  expect(codeInFragment(new URL(link).hash)).toBe(formatResumeCode(code));
});

test.each(['', '#', '#conversation', '#resume', '#resume=', '#work?resume=x'])('finds no code in %j', (fragment) => {
  expect(codeInFragment(fragment)).toBeNull();
});

test('returns a fragment broken by a mail program as it is', () => {
  expect(codeInFragment('#resume=7KX2%20QP4T')).toBe('7KX2 QP4T');
  expect(codeInFragment('#resume=7KX2%E0%A4%A')).toBe('7KX2%E0%A4%A');
});

test('accepts a pasted code or a whole link', () => {
  for (const pasted of [formatResumeCode(code), `My page: ${link} `]) expect(parseResumeCode(pasted)).toEqual({ ok: true, code });
});
