import type { Device } from '@foyer/domain/device';
import { isFromManager, VISITOR } from '@foyer/domain/participant';
import type { ReachDocument } from '@foyer/domain/reach';
import { type Settings, settingsOf } from '@foyer/domain/settings';
import type { Timestamp } from '@google-cloud/firestore';
import { AgingCache } from '../aging-cache.ts';
import type { StoredConversation, StoredManager } from '../db.ts';
import { perInstance } from '../per-instance.ts';
import type { MessageCreated } from './event.ts';
import type { Post } from './post.ts';

/** How a manager can be told of a message. */
export interface ManagerReach {
  settings: Settings;
  devices: ReadonlyMap<string, Device<Timestamp>>;
  /** When a dashboard was last in front of them, in ms since 1970. */
  frontAtMs: number | null;
}

/** For how long an instance remembers that a manager wants no notifications: most managers then cost almost no reads. */
const QUIET_MS = 30_000;
/** And that one does: their conversations are read together with their settings, which saves a round trip. */
const REACHABLE_MS = 10 * 60_000;
const managers = perInstance((post: Post) => ({
  quiet: new AgingCache<true>(post, { max: 10_000, ttlMs: QUIET_MS }),
  reachable: new AgingCache<true>(post, { max: 10_000, ttlMs: REACHABLE_MS }),
}));

/** The stored state that subscribers of one event need. Each document is read at most once, and only if someone asks. */
export class Facts {
  readonly #post: Post;
  readonly #event: MessageCreated;
  #reach: Promise<ManagerReach | null> | undefined;
  #conversation: Promise<StoredConversation | null> | undefined;
  #manager: Promise<StoredManager | null> | undefined;
  #visitorReach: Promise<ReachDocument<Timestamp> | null> | undefined;
  #visitorSeenAt: Promise<number | null> | undefined;

  constructor(post: Post, event: MessageCreated) {
    this.#post = post;
    this.#event = event;
  }

  /** Two reads. `null` if the manager has no device and wants no mail. */
  managerReach(): Promise<ManagerReach | null> {
    this.#reach ??= this.#readReach();
    return this.#reach;
  }

  /** One read. `null` if it was deleted. */
  conversation(): Promise<StoredConversation | null> {
    const { managerId, conversationId } = this.#event;
    this.#conversation ??= this.#tables().then(async (table) => (await table.conversation(managerId, conversationId).get()).data() ?? null);
    return this.#conversation;
  }

  /** One read. */
  manager(): Promise<StoredManager | null> {
    this.#manager ??= this.#tables().then(async (table) => (await table.manager(this.#event.managerId).get()).data() ?? null);
    return this.#manager;
  }

  /** One read. `null` if the visitor asked for nothing. */
  visitorReach(): Promise<ReachDocument<Timestamp> | null> {
    const { managerId, conversationId } = this.#event;
    this.#visitorReach ??= this.#tables().then(async (table) => (await table.reach(managerId, conversationId).get()).data() ?? null);
    return this.#visitorReach;
  }

  /** One read. When the visitor's thread was last open, in ms since 1970. */
  visitorSeenAtMs(): Promise<number | null> {
    const { managerId, conversationId } = this.#event;
    this.#visitorSeenAt ??= this.#tables().then(
      async (table) => (await table.presence(managerId, conversationId, VISITOR).get()).data()?.seenAt?.toMillis() ?? null,
    );
    return this.#visitorSeenAt;
  }

  async #readReach(): Promise<ManagerReach | null> {
    const { managerId, message } = this.#event;
    if (isFromManager(message)) return null;
    const { quiet, reachable } = managers(this.#post);
    if (quiet.get(managerId)) return null;
    const [settings, devices] = await (reachable.get(managerId) ? this.#readAll() : this.#readChoices());
    const reach: ManagerReach = {
      settings: settingsOf(settings),
      devices: new Map(Object.entries(devices?.devices ?? {})),
      frontAtMs: devices?.frontAt?.toMillis() ?? null,
    };
    const isReachable = reach.devices.size > 0 || reach.settings.mailAfter !== 'never';
    (isReachable ? reachable : quiet).set(managerId, true);
    return isReachable ? reach : null;
  }

  async #readChoices() {
    const table = await this.#tables();
    return table.together(table.settings(this.#event.managerId), table.devices(this.#event.managerId));
  }

  /** A subscriber that needs the conversation awaits it, and gets its error. */
  async #readAll() {
    const { managerId, conversationId } = this.#event;
    const read = this.#tables().then((table) =>
      table.together(table.settings(managerId), table.devices(managerId), table.conversation(managerId, conversationId)),
    );
    this.#conversation = read.then(([, , conversation]) => conversation ?? null);
    this.#conversation.catch(() => {});
    return read;
  }

  #tables() {
    return this.#post.tables();
  }
}
