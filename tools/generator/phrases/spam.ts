/** What the spam tray gets. `{number}` is filled in. */
export const SPAM: readonly string[] = [
  'Dear webmaster, we can bring {number}00 new customers to your website every week. Reply YES for our price list: https://seo.example.com/{number}',
  'Congratulations! You were chosen for a reward of {number},000 USD. Send your bank details to claim it today.',
  'Hello, I want to publish a guest post with one dofollow link on your site. What is your price? We have a budget of {number}0 dollars.',
  'CHEAP WATCHES !!! best quality, {number}% off, worldwide shipping https://watches.example.net/?ref={number}',
  'I noticed {number} errors on your website that cost you visitors. Shall I send you a free report?',
  'Invest in crypto now: {number}% a month guaranteed. Our experts are waiting for you on Telegram.',
  'Hi, is this address still active? I have a business proposal of {number} million for you.',
];
