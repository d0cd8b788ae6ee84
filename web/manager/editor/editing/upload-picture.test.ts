import { PICTURE_BYTES_MAX } from '@foyer/domain/picture-files';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fileFault, uploadPicture } from './upload-picture.ts';

afterEach(() => vi.unstubAllGlobals());

/** A request with two progress events, then a response. */
class FakeRequest extends EventTarget {
  static answer = { status: 200, responseText: '{}' };
  upload: { onprogress?: (event: object) => void } = {};
  onload: () => void = () => {};
  status = 0;
  responseText = '';
  open = vi.fn();
  setRequestHeader = vi.fn();
  send() {
    for (const loaded of [5, 10]) this.upload.onprogress?.({ loaded, total: 10, lengthComputable: true });
    if (FakeRequest.answer.status === 0) return this.dispatchEvent(new Event('error'));
    Object.assign(this, FakeRequest.answer);
    return this.onload();
  }
}

function answering(status: number, responseText: string) {
  FakeRequest.answer = { status, responseText };
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
}

const file = new File(['x'], 'a.png', { type: 'image/png' });

describe('a file', () => {
  test.each([
    [{ type: 'text/plain', size: 10 }, 'This file isn’t an image.'],
    [{ type: '', size: 10 }, 'This file isn’t an image.'],
    [{ type: 'image/png', size: PICTURE_BYTES_MAX + 1 }, 'This image is 10.1 MB. The limit is 10 MB.'],
    [{ type: 'image/png', size: 0 }, 'This file is empty.'],
    [{ type: 'image/png', size: PICTURE_BYTES_MAX }, null],
  ])('%o: %s', (one, fault) => expect(fileFault({ name: 'a', ...one })).toBe(fault));

  test.each([
    ['image/heic', 'IMG_1.HEIC'],
    ['image/heif', 'a'],
    ['image/heic-sequence', 'a'],
    ['', 'IMG_1.heic'],
  ])('from an iPhone (%s, %s) is refused with a solution', (type, name) => {
    expect(fileFault({ type, name, size: 10 })).toContain('Most Compatible');
  });

  test('that is not a picture is never sent', async () => {
    const proof = vi.fn();
    expect(await uploadPicture(proof, new File(['x'], 'a.txt', { type: 'text/plain' }))).toEqual({
      sentence: 'This file isn’t an image.',
    });
    expect(proof).not.toHaveBeenCalled();
  });

  test('reports progress while it is sent', async () => {
    const picture = { src: '/pictures/a/b', width: 1, height: 1, alt: '' };
    answering(200, JSON.stringify(picture));
    const parts: number[] = [];
    expect(
      await uploadPicture(
        async () => ({}),
        file,
        (part) => parts.push(part),
      ),
    ).toEqual({ picture });
    expect(parts).toEqual([0.5, 1]);
  });

  test.each([
    [413, JSON.stringify({ code: 'body-too-large', title: 'The request is too large.', status: 413 }), 'The request is too large.'],
    [502, '<html>', 'Something went wrong on our side. Nothing you wrote is lost. Try again.'],
    [0, '', 'You’re not connected right now. Check your connection and try again.'],
  ])('that is refused (%d) gets a reason', async (status, text, sentence) => {
    answering(status, text);
    expect(await uploadPicture(async () => ({}), file)).toEqual({ sentence });
  });
});
