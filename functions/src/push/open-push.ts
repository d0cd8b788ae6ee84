import { readPushConfig } from '../config.ts';
import { openInternet, openLoopback } from '../outside/internet.ts';
import type { PushSender } from './push-sender.ts';
import { createPushSender } from './send-push.ts';

/** `null` if the site has no key for pushes. */
export function openPush(): PushSender | null {
  const config = readPushConfig();
  return config.key && createPushSender(config.key, config, openInternet(), openLoopback());
}
