import { mailToManager } from './mail-to-manager/mail-to-manager.ts';
import { mailToVisitor } from './mail-to-visitor/mail-to-visitor.ts';
import { pushToManager } from './push-to-manager/push-to-manager.ts';
import { createPushToVisitor } from './push-to-visitor/push-to-visitor.ts';
import type { Subscriber } from './subscriber.ts';

/** Everything that reacts to a message. */
export const SUBSCRIBERS: readonly Subscriber[] = [pushToManager, mailToManager, createPushToVisitor(), mailToVisitor];
