import type { ExampleConversation } from './conversation.ts';

export const TOMAS_CONVERSATIONS: readonly ExampleConversation[] = [
  {
    visitor: { name: 'Ingrid Sjöberg', email: 'ingrid.sjoberg@example.com', locale: 'sv-SE' },
    section: 'Repair',
    unread: 1,
    messages: [
      {
        from: 'visitor',
        hoursAgo: 28,
        text: 'Hej Tomas! My mother’s kitchen chair has lost a rung and its confidence. Beech, 1940s, painted at least four times. Is that something you would look at, or is glue the honest answer?',
      },
      {
        from: 'manager',
        hoursAgo: 18,
        text: 'Glue is never the honest answer for a rung. Can you send me how wide the hole is, and whether it is still round?',
      },
      { from: 'visitor', hoursAgo: 2.2, text: '19 mm one way and 21 the other. So no, not round any more.' },
    ],
  },
  {
    visitor: { name: 'Daniel & Ruth', locale: 'en-US' },
    section: 'Four days at the bench',
    unread: 0,
    messages: [
      {
        from: 'visitor',
        hoursAgo: 64,
        text: 'We would love to come in March. Neither of us has ever held a drawknife. Is that a problem?',
      },
      {
        from: 'manager',
        hoursAgo: 59,
        text: 'It is an advantage. You have nothing to unlearn. The first week of March is yours; bring the sweater.',
      },
      { from: 'visitor', hoursAgo: 58.7, text: 'Thank you! Two sweaters, then.' },
    ],
  },
];
