/**
 * Programs by the names that they give themselves, previews of links among them. Apps that show pages to people (Instagram, LinkedIn,
 * Telegram) are not, nor is a telephone called Cubot.
 */
const NAMES =
  /(?<!cu)bot\b|(?<!cu)bot[-_/;)]|crawl|spider|slurp|archiv|scrap|fetch|monitor|preview|prerender|validator|headless|phantom|lighthouse|pagespeed|gtmetrix|pingdom|uptime|facebookexternalhit|embedly|google-(?:inspection|read)|googleother|imgproxy|wordpress|puppeteer|playwright|selenium|cypress/i;

/** Every browser of the last twenty years begins so; programs that speak HTTP by themselves mostly do not. */
const BROWSER = /^(?:Mozilla|Opera)\/\d/;

/** Whether a `User-Agent` is no person's browser, as far as it says. One that lies is counted. */
export function isBot(userAgent: string): boolean {
  return !BROWSER.test(userAgent) || NAMES.test(userAgent);
}
