import type { Endpoint } from '@foyer/domain/endpoint';

export interface Group {
  name: string;
  description: string;
}

/** By the noun after `/api/`, in display order. */
export const GROUPS: Readonly<Record<string, Group>> = {
  conversations: { name: 'Conversations', description: 'A visitor’s conversation with a manager, its messages and its resume code.' },
  sessions: { name: 'Sessions', description: 'Which conversations a browser has open. The cookie `__session` stores them.' },
  search: { name: 'Search', description: 'A manager’s search in all conversations.' },
  managers: { name: 'Managers', description: 'A manager’s page, profile and account.' },
  'push-key': { name: 'Notifications', description: 'What a browser needs to get notifications.' },
  slugs: { name: 'Addresses', description: 'Which addresses of pages are free.' },
  pictures: { name: 'Pictures', description: 'Pictures for a manager’s page.' },
  views: { name: 'Views', description: 'How often pages are viewed.' },
  'sign-ups': { name: 'Sign-ups', description: 'What happens before someone creates an account.' },
  forms: { name: 'Forms', description: 'Conversations without JavaScript. A request is an HTML form, and the answer is a page.' },
};

/** Throws if the endpoint's noun has no group. */
export function groupOf({ path }: Endpoint): Group {
  const group = GROUPS[path.split('/')[2] ?? ''];
  if (!group) throw new Error(`${path} needs a group: add its noun to GROUPS.`);
  return group;
}
