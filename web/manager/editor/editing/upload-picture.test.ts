import { PICTURE_BYTES_MAX } from '@foyer/domain/picture-files';
import { describe, expect, test, vi } from 'vitest';
import { fileFault, uploadPicture } from './upload-picture.ts';

describe('a file', () => {
  test.each([
    [{ type: 'text/plain', size: 10 }, 'This file is not a picture.'],
    [{ type: '', size: 10 }, 'This file is not a picture.'],
    [{ type: 'image/png', size: PICTURE_BYTES_MAX + 1 }, 'This picture has 10.0 MB; up to 10 MB can be taken.'],
    [{ type: 'image/png', size: 0 }, 'This file is empty.'],
    [{ type: 'image/png', size: PICTURE_BYTES_MAX }, null],
  ])('%o: %s', (file, fault) => expect(fileFault(file)).toBe(fault));

  test('that is no picture is never sent', async () => {
    const proof = vi.fn();
    expect(await uploadPicture(proof, new File(['x'], 'a.txt', { type: 'text/plain' }))).toEqual({
      sentence: 'This file is not a picture.',
    });
    expect(proof).not.toHaveBeenCalled();
  });

  test('that the server refuses says why', async () => {
    const refusal = { code: 'body-too-large', title: 'The request is too large.', status: 413 };
    vi.stubGlobal('fetch', async () => Response.json(refusal, { status: 413 }));
    const file = new File(['x'], 'a.png', { type: 'image/png' });
    expect(await uploadPicture(async () => ({}), file)).toEqual({ sentence: 'The request is too large.' });
    vi.unstubAllGlobals();
  });
});
