import { createApp } from '@foyer/functions/app';
import type { Cloud } from '@foyer/functions/cloud';
import { ORIGIN, openTestCloud, someManager } from './cloud.ts';
import { Visitor } from './visitor.ts';

export const START = (slug: string) => `/api/forms/conversations?slug=${slug}`;
export const MESSAGE = (slug: string) => `/api/forms/messages?slug=${slug}`;
export const CODE = (slug: string) => `/api/forms/sessions?slug=${slug}`;

export async function atPage(overrides: Partial<Cloud> = {}, address?: string) {
  const cloud = openTestCloud(overrides);
  const manager = await someManager(cloud);
  const browser = () => new Visitor(createApp(cloud).request, ORIGIN, address);
  return { ...manager, cloud, visitor: browser(), browser };
}

export async function conversationsOf(cloud: Cloud, managerId: string) {
  const table = await cloud.tables();
  const found = await table.conversations(managerId).get();
  return Promise.all(
    found.docs.map(async ({ id }) => {
      const messages = await table.messages(managerId, id).orderBy('createdAt').get();
      return {
        id,
        ...(await table.conversation(managerId, id).get()).data(),
        texts: messages.docs.map((message) => message.data().text),
      };
    }),
  );
}
