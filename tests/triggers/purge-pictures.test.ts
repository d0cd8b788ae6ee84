import { newProfile } from '@foyer/domain/new-profile';
import { PICTURE_UNUSED_MS, type Picture } from '@foyer/domain/picture';
import type { Profile } from '@foyer/domain/profile';
import { isRefusedPrecondition } from '@foyer/functions/db';
import { usePictures } from '@foyer/functions/pictures/use-pictures';
import { purge } from '@foyer/functions/purge';
import { Timestamp } from '@google-cloud/firestore';
import { describe, expect, test } from 'vitest';
import { breakAfter } from '../support/break-after.ts';
import { openTestCloud, type TestCloud } from '../support/cloud.ts';
import { somePicture } from '../support/picture-bytes.ts';
import { somePicturePerson } from '../support/picture-person.ts';

const HOUR_MS = 3600_000;

/** A manager with a picture that no page shows yet, and its stored data. */
async function someGallery(cloud = openTestCloud()) {
  const ada = await somePicturePerson(cloud);
  const file = await somePicture(100, 100).jpeg().toBuffer();
  const { picture } = await ada.upload(file);
  const { managerId } = ada;
  const table = await cloud.tables();
  const hash = picture.src.slice(-32);
  const bucket = await cloud.bucket();
  const left = async () => ({
    document: (await table.picture(managerId, hash).get()).exists,
    files: (await bucket.getFiles({ prefix: picture.src.slice(1) }))[0].length,
    mark: (await table.stray(managerId, hash).get()).exists,
  });
  const publish = async (change: { before: string[]; after: string[] }) => {
    const batch = table.batch();
    usePictures(batch, table, managerId, change, cloud.now());
    await batch.commit();
  };
  return { cloud, ada, file, picture, managerId, hash, table, left, publish, stored: table.picture(managerId, hash) };
}

const ALL = { document: true, files: 2, mark: false };
const NOTHING = { document: false, files: 0, mark: false };
const withPortrait = (portrait: Picture): Profile => ({ ...newProfile('Ada Moreau'), portrait });

/** Makes the bucket fail after this many deletions, as if the process had been killed. */
async function breakDeletions(cloud: TestCloud, deletions: number): Promise<{ mend(): void }> {
  const bucket = await cloud.bucket();
  const getFiles = bucket.getFiles.bind(bucket);
  let left = deletions;
  const getMortalFiles = async (query: { prefix: string }) => {
    const [files] = await getFiles(query);
    for (const file of files) {
      const remove = file.delete.bind(file);
      const orDie = (options: object) => (left-- > 0 ? remove(options) : Promise.reject(new Error('the process was ended here')));
      Object.assign(file, { delete: orDie });
    }
    return [files];
  };
  Object.assign(bucket, { getFiles: getMortalFiles });
  return { mend: () => void Object.assign(bucket, { getFiles }) };
}

describe('a picture that no page shows', () => {
  test('is deleted after a week, document and files, and not an hour before', async () => {
    const { cloud, left } = await someGallery();
    cloud.advance(PICTURE_UNUSED_MS - HOUR_MS);
    await purge(cloud);
    expect(await left()).toEqual(ALL);
    cloud.advance(2 * HOUR_MS);
    await Promise.all([purge(cloud), purge(cloud)]);
    expect(await left()).toEqual(NOTHING);
    await purge(cloud);
    expect(await left()).toEqual(NOTHING);
  });

  test('can be uploaded again afterwards, and then shown', async () => {
    const { cloud, ada, file, picture, left, publish } = await someGallery();
    cloud.advance(8 * 24 * HOUR_MS);
    await purge(cloud);
    expect(await left()).toEqual(NOTHING);
    expect((await ada.upload(file)).picture).toEqual(picture);
    await publish({ before: [], after: [picture.src] });
    expect(await left()).toEqual(ALL);
  });

  test('stays for another week when it is uploaded again', async () => {
    const { cloud, ada, file, left } = await someGallery();
    cloud.advance(PICTURE_UNUSED_MS - HOUR_MS);
    expect((await ada.upload(file)).status).toBe(200);
    cloud.advance(PICTURE_UNUSED_MS - HOUR_MS);
    await purge(cloud);
    expect(await left()).toEqual(ALL);
    cloud.advance(2 * HOUR_MS);
    await purge(cloud);
    expect(await left()).toEqual(NOTHING);
  });

  test('stays as long as a draft uses it, and a week longer', async () => {
    const { cloud, picture, managerId, table, left } = await someGallery();
    const draft = table.draft(managerId);
    await draft.set({ profile: withPortrait(picture), revision: 1, updatedAt: Timestamp.now() });
    for (let week = 0; week < 3; week++) {
      cloud.advance(PICTURE_UNUSED_MS + HOUR_MS);
      await purge(cloud);
      expect(await left()).toEqual(ALL);
    }
    await draft.delete();
    await purge(cloud);
    expect(await left()).toEqual(ALL);
    cloud.advance(PICTURE_UNUSED_MS + HOUR_MS);
    await purge(cloud);
    expect(await left()).toEqual(NOTHING);
  });

  test('stays if the page shows it after all, hidden or not, and counts as shown from then on', async () => {
    const { cloud, picture, managerId, table, left, stored } = await someGallery();
    const sections: Profile['sections'] = [{ kind: 'gallery', isHidden: true, items: [{ id: 'one', image: picture }] }];
    await table.manager(managerId).update({ profile: { ...newProfile('Ada Moreau'), sections } });
    cloud.advance(PICTURE_UNUSED_MS + HOUR_MS);
    await purge(cloud);
    expect(await left()).toEqual(ALL);
    expect((await stored.get()).data()?.unusedSince).toBeNull();
  });
});

describe('a published page', () => {
  test('keeps the pictures that it shows, and for a week those that it no longer shows', async () => {
    const { cloud, picture, left, publish, stored } = await someGallery();
    await publish({ before: ['/examples/harbour.svg'], after: [picture.src, picture.src, '/examples/shell.svg'] });
    expect((await stored.get()).data()?.unusedSince).toBeNull();
    cloud.advance(100 * 24 * HOUR_MS);
    await purge(cloud);
    expect(await left()).toEqual(ALL);
    const { updateTime } = await stored.get();
    await publish({ before: [picture.src], after: [picture.src] });
    expect((await stored.get()).updateTime).toEqual(updateTime);
    await publish({ before: [picture.src], after: [] });
    expect((await stored.get()).data()?.unusedSince?.toMillis()).toBeCloseTo(cloud.now(), -4);
    cloud.advance(PICTURE_UNUSED_MS + HOUR_MS);
    await purge(cloud);
    expect(await left()).toEqual(NOTHING);
  });

  test('is refused as a whole with a picture deleted in between', async () => {
    const { cloud, picture, managerId, table, publish } = await someGallery();
    const { picture: other } = await (await somePicturePerson(cloud)).upload(await somePicture(90, 90).png().toBuffer());
    cloud.advance(PICTURE_UNUSED_MS + HOUR_MS);
    await purge(cloud);
    const refused = await publish({ before: [], after: [picture.src] }).catch((error: unknown) => error);
    expect(isRefusedPrecondition(refused)).toBe(true);
    expect((await table.picture(managerId, picture.src.slice(-32)).get()).exists).toBe(false);
    expect(other.src).not.toContain(managerId);
  });

  test("cannot use another manager's picture", async () => {
    const { publish } = await someGallery();
    const { picture: other } = await someGallery();
    const refusal = { code: 'invalid-request', details: { errors: [expect.objectContaining({ path: 'pictures' })] } };
    await expect(publish({ before: [], after: [other.src] })).rejects.toMatchObject(refusal);
    await expect(publish({ before: [other.src], after: [other.src] })).rejects.toMatchObject(refusal);
  });

  test('during the purge either keeps the picture or gets an error that it is gone', async () => {
    for (let round = 0; round < 12; round++) {
      const { cloud, picture, left, publish } = await someGallery();
      cloud.advance(PICTURE_UNUSED_MS + HOUR_MS);
      const purging = purge(cloud);
      await new Promise((resolve) => setTimeout(resolve, round * 3));
      const isPublished = await publish({ before: [], after: [picture.src] }).then(
        () => true,
        (error: unknown) => !isRefusedPrecondition(error),
      );
      await purging;
      expect(await left()).toEqual(isPublished ? ALL : NOTHING);
    }
  });
});

describe('an interrupted deletion', () => {
  test.each([0, 1, 2])('after %i of its files is finished by a later purge, and the picture waits until then', async (deletions) => {
    const { cloud, ada, file, left, picture } = await someGallery();
    cloud.advance(PICTURE_UNUSED_MS + HOUR_MS);
    const bucket = await breakDeletions(cloud, deletions);
    if (deletions < 2) await expect(purge(cloud)).rejects.toThrow('the process was ended here');
    else {
      const store = breakAfter(await cloud.firestore(), 1);
      await expect(purge(cloud)).rejects.toThrow('the process was ended here');
      store.mend();
    }
    bucket.mend();
    expect(await left()).toEqual({ document: false, files: 2 - deletions, mark: true });
    expect((await ada.upload(file)).code).toBe('busy');
    cloud.advance(2 * HOUR_MS);
    await Promise.all([purge(cloud), purge(cloud)]);
    expect(await left()).toEqual(NOTHING);
    expect((await ada.upload(file)).picture).toEqual(picture);
    expect(await left()).toEqual(ALL);
  });
});

describe('an interrupted upload', () => {
  test('leaves files that the purge finds after an hour', async () => {
    const { cloud, ada, left, managerId, hash, stored, table } = await someGallery();
    await stored.delete();
    await table.stray(managerId, hash).set({ managerId, hash, since: Timestamp.fromMillis(cloud.now()), isLeaving: false });
    await purge(cloud);
    expect(await left()).toEqual({ document: false, files: 2, mark: true });
    cloud.advance(2 * HOUR_MS);
    await purge(cloud);
    expect(await left()).toEqual(NOTHING);
    expect(ada.managerId).toBe(managerId);
  });

  test('after another had stored the same picture takes nothing from it', async () => {
    const { cloud, left, managerId, hash, table } = await someGallery();
    await table.stray(managerId, hash).set({ managerId, hash, since: Timestamp.fromMillis(cloud.now()), isLeaving: false });
    cloud.advance(2 * HOUR_MS);
    await purge(cloud);
    expect(await left()).toEqual(ALL);
  });
});
