/** Every browser names its platform first, then its engine; programs leave out the one or the other. The engines of thirty years are few. */
const BROWSER = /^(?:Mozilla\/\d[\d.]* \(.*\b(?:AppleWebKit|Gecko|KHTML|Goanna|Servo|Ladybird|Trident|MSIE)\b|Opera\/\d.*\bPresto\b)/;

/** An honest program says where to read about it or whom to write to. Ecosia's `android@102.0.5005` and package names are no address. */
const CONTACT = /https?:|\bwww\.|[\w.+-]@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b|[a-z\d]\.(?:com|org|net|io)(?![\w.])/i;

/** Browsers end these brackets here, and only Internet Explorer and Konqueror ever called themselves compatible. */
const INSERTED = /KHTML, like Gecko(?!\))/i;
const COMPATIBLE = /\bcompatible\s*[;)]/i;
const OLD_BROWSER = /\b(?:MSIE [\d.]+;|Konqueror\b)/;

/** What programs do, and tools that drive a browser. A phone called Cubot is neither, nor is CamScanner's window. */
const NAMES =
  /(?<!cu)bots?(?![a-z])|crawl|spider|slurp|archiv|scrap|fetch|monitor|preview|prerender|validat|inspect|(?<!cam)scan|check(?!out)|agent\b|headless|phantomjs|lighthouse|page ?speed|metrix|ptst\b|pingdom|uptime|synthetic|externalhit|-user\b|proxy\b|google-|-google|embedly|puppeteer|playwright|selenium|webdriver|cypress|jsdom|happydom/i;

/**
 * Whether a `User-Agent` is no person's browser, as far as it says: by the signs that programs share rather than by their names. One that
 * calls itself a browser in every way is counted. Apps that show pages to people (Instagram, LinkedIn, Telegram) are browsers.
 */
export function isBot(userAgent: string): boolean {
  if ([CONTACT, INSERTED, NAMES].some((sign) => sign.test(userAgent))) return true;
  return !BROWSER.test(userAgent) || (COMPATIBLE.test(userAgent) && !OLD_BROWSER.test(userAgent));
}
