import type { ExampleConversation } from './conversation.ts';

export const ADA_CONVERSATIONS: readonly ExampleConversation[] = [
  {
    visitor: { name: 'Hannah Okafor', email: 'hannah@tidewater.example.com', locale: 'en-GB' },
    section: 'Book design',
    unread: 2,
    messages: [
      {
        from: 'visitor',
        hoursAgo: 75,
        text: 'Dear Ada, I run a very small press in Bristol (two of us, and a borrowed van). In spring we are publishing a book of weather diaries kept by a ferry captain between 1958 and 1989. About 260 pages, with nine of his own drawings.\n\nWould you consider designing it? I have “Letters to a Lighthouse” on my desk and keep measuring it with a ruler.',
      },
      {
        from: 'manager',
        hoursAgo: 71.5,
        text: 'Put the ruler down, it is 11.5 on 15.\n\nYes, I would consider it, gladly. Three things I need before I say more: may I see the diaries themselves and not a transcript, who owns the drawings, and is spring a wish or a contract?',
      },
      {
        from: 'visitor',
        hoursAgo: 70.9,
        text: 'Yes; his daughter, who is lovely and has agreed in writing; and a wish that I have told the printer about, which makes it nearly a contract. April.',
      },
      {
        from: 'manager',
        hoursAgo: 52,
        text: 'April is possible if I have everything by the tenth of next month. I would come to Bristol for two days to see the originals: I need to know how hard he pressed.',
      },
      {
        from: 'visitor',
        hoursAgo: 1.4,
        text: 'He pressed very hard on bad days. You can read the storms from the back of the page.',
      },
      {
        from: 'visitor',
        hoursAgo: 1.3,
        text: 'Come whenever you like in the week of the 20th. We have a sofa, and the van. Shall I ask his daughter to join us on the second day?',
      },
    ],
  },
  {
    visitor: { name: 'Jürgen Brandt', email: 'j.brandt@buchbinderei.example.com', locale: 'de-DE' },
    section: null,
    unread: 1,
    messages: [
      {
        from: 'visitor',
        hoursAgo: 6.2,
        text: 'Guten Tag, Frau Moreau, ich bin Buchbinder in Leipzig und habe Ihren „Salt Atlas“ neu gebunden, weil ihn jemand zu oft in der Küche benutzt hat (ein Kompliment, finde ich). Dabei ist mir aufgefallen, dass die Laufrichtung im letzten Bogen nicht stimmt. Wussten Sie das? Es stört nicht, aber es hat mich nicht schlafen lassen.',
      },
    ],
  },
  {
    visitor: { name: '', locale: 'en-US' },
    section: null,
    unread: 1,
    messages: [
      {
        from: 'visitor',
        hoursAgo: 19,
        text: 'I would rather not give a name. I read “Nine Rooms” in the hospital while my father slept, and the chapter about the hallway was the only thing that week that was the right size. You need not answer. I just did not want it to go unsaid.',
      },
    ],
  },
  {
    visitor: { name: '小川 美咲', email: 'misaki.ogawa@example.org', locale: 'ja-JP' },
    section: 'Essays and forewords',
    unread: 0,
    messages: [
      {
        from: 'visitor',
        hoursAgo: 47,
        text: 'Hello, I am an editor at a quarterly in Kyoto. We would like to translate “In Favour of Margins” for our winter issue on empty space (余白). May I ask who holds the rights, and whether you would allow us to set it vertically?',
      },
      {
        from: 'manager',
        hoursAgo: 44,
        text: 'I hold them, and nothing would please me more than to see it stand upright. Please keep the one very long paragraph in one piece; everything else I leave to your translator. Would they like to write to me here as well?',
      },
      {
        from: 'visitor',
        hoursAgo: 43,
        text: 'ありがとうございます。The paragraph will stay whole. I have given this page to Mr. Arai, who will translate it. He says that he has eleven questions and that ten of them are about one word.',
      },
      { from: 'manager', hoursAgo: 42.5, text: 'Tell him I chose that word because I could not find the right one either.' },
    ],
  },
  {
    visitor: { name: 'Léonie Castel', locale: 'fr-FR' },
    section: 'A second reading',
    unread: 0,
    messages: [
      {
        from: 'visitor',
        hoursAgo: 98,
        text: 'Bonjour Ada,\n\nI hope English is all right: the manuscript is in English, so I am trying to stay inside it. You offer a second reading, and I believe I need one, though three friends tell me that I need a first reading by somebody who is not a friend.\n\nIt is a novel of about 81,000 words. It follows a woman who inherits a piano shop in Nantes and cannot play. For the first third she tries to sell it, in the second she learns to tune, and in the last the shop floods (this is not a secret, it is on page one). What I cannot judge any more is the middle. I have rewritten it four times. In the second version there was a brother; in the third he became a neighbour; now he is only a coat that somebody left behind, and I am no longer sure whether I removed a character or the reason for the book.\n\nThings that I would like to know, in order:\n\n1. Does the middle hold, or does it only wait for the flood?\n2. Is the coat too clever?\n3. The tuning is exact. I apprenticed for a year to be allowed to write it. Is that year visible in a good way, or does it stand in the room and talk about itself?\n4. Do you want to go on reading after page 40? If not, please tell me where you stopped. I promise that I shall not argue. I will walk around the block and then thank you.\n\nI can send it as a file or, if you prefer, as the stack of paper it has become. There is no deadline except that I am tired. I have read that you take one quiet week; any week will do.\n\nWith thanks, and with apologies for the length. I am told that it is a symptom.\n\nLéonie',
      },
      {
        from: 'manager',
        hoursAgo: 91,
        text: 'Dear Léonie, paper, please: I read slower on it, and you will want somebody slow for the middle. The second week of next month is free and yours. As to question two, I already miss the brother, so perhaps the coat is working.',
      },
      { from: 'visitor', hoursAgo: 90.5, text: 'It is in the post. 2.4 kilos. I walked around the block beforehand, to be safe.' },
    ],
  },
  {
    visitor: { name: 'Marc', email: 'marc@planier.example.org', locale: 'fr-FR' },
    section: null,
    status: 'archived',
    unread: 0,
    messages: [
      {
        from: 'visitor',
        hoursAgo: 140,
        text: 'The lighthouse book arrived at the archive today, all forty copies dry. Thank you, from all of us. The keeper’s granddaughter cried at the colophon, in a good way.',
      },
      {
        from: 'manager',
        hoursAgo: 138,
        text: 'Then everything is as it should be. Give her my love, and keep one copy away from the coffee.',
      },
    ],
  },
  {
    visitor: { name: 'r.', locale: 'en' },
    section: null,
    tray: 'requests',
    unread: 1,
    messages: [
      {
        from: 'visitor',
        hoursAgo: 3.1,
        text: 'is this the right place? a friend at the library in Leith said you might know who set the type for the 1974 tide tables. i only have a photo of one page and the number 8 in it is the most beautiful 8 i have ever seen',
      },
    ],
  },
  {
    visitor: { name: 'Growth Partners', email: 'hello@growth-partners.example.com', locale: 'en-US' },
    section: null,
    tray: 'spam',
    unread: 1,
    messages: [
      {
        from: 'visitor',
        hoursAgo: 26,
        text: 'Dear Website Owner, we noticed that your website is not on page one. We can bring you 10,000 targeted visitors a day for $99. Reply YES for a free audit worth $1,500.',
      },
    ],
  },
];
