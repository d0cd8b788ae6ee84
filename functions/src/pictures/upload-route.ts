import { PICTURE_BYTES_MAX, uploadPictureEndpoint } from '@foyer/domain/picture';
import type { Hono } from 'hono';
import { Problem } from '../http/problem.ts';
import { discardRest, readBytes } from '../http/read-bytes.ts';
import { route, type SiteEnv } from '../http/route.ts';
import { refuseWhenReadOnly } from '../limits/breaker.ts';
import { uploadPicture } from './upload-picture.ts';
import { Workbench } from './workbench.ts';

/** Nothing of a body is read before it is known who sends it, and that they have a page. */
export function uploadRoute(app: Hono<SiteEnv>): void {
  const workbench = new Workbench();
  route(app, uploadPictureEndpoint, async (_, context, { uid: managerId }) => {
    const { cloud } = context.var;
    cloud.door.admitUpload(managerId, cloud.now());
    await refuseWhenReadOnly(cloud);
    const page = await (await cloud.tables()).manager(managerId).get();
    if (!page.exists) throw new Problem('no-page');
    return workbench.hold(managerId, async () => {
      const file = await readBytes(context.req.raw, PICTURE_BYTES_MAX, 'picture-too-heavy').catch(async (refusal: unknown) => {
        await discardRest(context.req.raw);
        throw refusal;
      });
      return uploadPicture(cloud, workbench, managerId, file);
    });
  });
}
