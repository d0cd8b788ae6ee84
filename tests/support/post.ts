import type { Post } from '@foyer/functions/events/post';
import { ORIGIN, openTestCloud, type TestCloud } from './cloud.ts';

/** What subscribers depend on, without push and mail. */
export type TestPost = Post & TestCloud;

export function openTestPost(overrides: Partial<Post> = {}): TestPost {
  return openTestCloud({ origin: ORIGIN, push: async () => null, mail: async () => null, ...overrides } as Partial<TestCloud>) as TestPost;
}
