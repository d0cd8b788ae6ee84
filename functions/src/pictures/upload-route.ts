import { PICTURE_BYTES_MAX, uploadPictureEndpoint } from '@foyer/domain/picture';
import type { Hono } from 'hono';
import { Problem } from '../http/problem.ts';
import { discardRest, readBytes } from '../http/read-bytes.ts';
import { route, type SiteEnv } from '../http/route.ts';
import { refuseWhenReadOnly } from '../limits/breaker.ts';
import { PictureWork } from './picture-work.ts';
import { uploadPicture } from './upload-picture.ts';

/** Reads no body before it knows that the sender has a page. */
export function uploadRoute(app: Hono<SiteEnv>): void {
  const pictureWork = new PictureWork();
  route(app, uploadPictureEndpoint, async (_, context, { uid: managerId, signedInAt }) => {
    const { cloud } = context.var;
    cloud.door.admitUpload(managerId, cloud.now());
    await refuseWhenReadOnly(cloud);
    const page = await (await cloud.tables()).manager(managerId).get();
    if (!page.exists) throw new Problem('no-page');
    // Not by Auth: this function's account has no access to it.
    if (signedInAt < (page.data()?.signInsEndedAt?.toMillis() ?? 0)) throw new Problem('signed-out');
    return pictureWork.run(managerId, async () => {
      const file = await readBytes(context.req.raw, PICTURE_BYTES_MAX, 'picture-too-heavy').catch(async (refusal: unknown) => {
        await discardRest(context.req.raw);
        throw refusal;
      });
      return uploadPicture(cloud, pictureWork, managerId, file);
    });
  });
}
