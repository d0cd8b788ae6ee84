import type { Context } from 'hono';
import { logs } from '../logs.ts';
import { Problem } from './problem.ts';
import type { SiteEnv } from './route.ts';

/** Generates each part when the last one was sent. An error aborts the connection, so no one mistakes a partial body for a whole one. */
export function asStream<E extends SiteEnv>(parts: AsyncIterable<string>, context: Context<E>): ReadableStream<Uint8Array> {
  const { method, routePath } = context.req;
  const encoder = new TextEncoder();
  const iterator = parts[Symbol.asyncIterator]();
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      try {
        const { value, done } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (cause) {
        if (!(cause instanceof Problem)) logs.requestFailed(method, routePath, cause);
        controller.error(brokenOff(cause));
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}

/** Our HTTP layer prints every stream error with its message, which may quote anything, except errors with this code. */
function brokenOff(cause: unknown): Error {
  return Object.assign(new Error('The answer broke off.', { cause }), { code: 'ERR_STREAM_PREMATURE_CLOSE' });
}
