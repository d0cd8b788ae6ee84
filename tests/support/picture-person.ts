import { newProfile } from '@foyer/domain/new-profile';
import { type Picture, type PictureFormat, uploadPictureEndpoint } from '@foyer/domain/picture';
import type { ProblemCode } from '@foyer/domain/problem';
import { createPicturesApp } from '@foyer/functions/create-pictures-app';
import { Timestamp } from '@google-cloud/firestore';
import { someAccount } from './account.ts';
import { ORIGIN, type TestCloud } from './cloud.ts';

export interface UploadAnswer {
  status: number;
  headers: Headers;
  code: ProblemCode | undefined;
  picture: Picture;
}

/** Someone signed in who uploads pictures to one instance. */
export interface PicturePerson {
  managerId: string;
  idToken: string;
  /** An empty header is left out. */
  upload(file: Buffer | ReadableStream<Uint8Array>, headers?: Record<string, string>): Promise<UploadAnswer>;
  /** The file at an address, as anyone gets it. */
  get(address: string): Promise<{ status: number; headers: Headers; bytes: Buffer }>;
  at(cloud: TestCloud): PicturePerson;
}

export async function somePicturePerson(cloud: TestCloud, { hasPage = true } = {}): Promise<PicturePerson> {
  const { uid, idToken } = await someAccount();
  const at = Timestamp.now();
  const page = (await cloud.tables()).manager(uid);
  if (hasPage) await page.set({ slug: `page-${uid.toLowerCase()}`, profile: newProfile('Ada Moreau'), createdAt: at, updatedAt: at });
  return personAt(cloud, uid, idToken);
}

function personAt(cloud: TestCloud, managerId: string, idToken: string): PicturePerson {
  const app = createPicturesApp(cloud);
  return {
    managerId,
    idToken,
    async upload(file, headers = {}) {
      const all = { origin: ORIGIN, 'content-type': 'image/jpeg', authorization: `Bearer ${idToken}`, ...headers };
      const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
      const body = Buffer.isBuffer(file) ? new Uint8Array(file) : file;
      const request = { method: 'POST', headers: sent, body, duplex: 'half' };
      const answer = await app.request(uploadPictureEndpoint.path, request);
      const content = (await answer.json()) as Picture & { code?: ProblemCode };
      return { status: answer.status, headers: answer.headers, code: content.code, picture: content };
    },
    async get(address) {
      const answer = await app.request(address);
      return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
    },
    at: (other) => personAt(other, managerId, idToken),
  };
}

export function fileOf(picture: Picture, format: PictureFormat, width = picture.width): string {
  return `${picture.src}/${width}.${format}`;
}
