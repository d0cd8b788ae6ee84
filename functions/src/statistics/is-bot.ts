/** Every browser names its platform, then its engine; programs omit one of them. Thirty years brought few engines. */
const BROWSER = /^(?:Mozilla\/\d[\d.]* \(.*\b(?:AppleWebKit|Gecko|KHTML|Goanna|Servo|Ladybird|Trident|MSIE)\b|Opera\/\d.*\bPresto\b)/;

/** An honest program gives a URL or contact address. Ecosia's `android@102.0.5005` and package names are no addresses. */
const CONTACT = /https?:|\bwww\.|[\w.+-]@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b|[a-z\d]\.(?:com|org|net|io)(?![\w.])/i;

/** Browsers end the brackets here; only Internet Explorer and Konqueror called themselves compatible. */
const INSERTED = /KHTML, like Gecko(?!\))/i;
const COMPATIBLE = /\bcompatible\s*[;)]/i;
const OLD_BROWSER = /\b(?:MSIE [\d.]+;|Konqueror\b)/;

/** Tasks of programs, and tools that drive a browser. A phone called Cubot and CamScanner's window are neither. */
const NAMES =
  /(?<!cu)bots?(?![a-z])|crawl|spider|slurp|archiv|scrap|fetch|monitor|preview|prerender|validat|inspect|(?<!cam)scan|check(?!out)|agent\b|headless|phantomjs|lighthouse|page ?speed|metrix|ptst\b|pingdom|uptime|synthetic|externalhit|-user\b|proxy\b|google-|-google|embedly|puppeteer|playwright|selenium|webdriver|cypress|jsdom|happydom/i;

/**
 * By signs that programs share rather than by name. A full imitation of a browser is counted. Apps that show pages to people (Instagram,
 * LinkedIn, Telegram) are browsers.
 */
export function isBot(userAgent: string): boolean {
  if ([CONTACT, INSERTED, NAMES].some((sign) => sign.test(userAgent))) return true;
  return !BROWSER.test(userAgent) || (COMPATIBLE.test(userAgent) && !OLD_BROWSER.test(userAgent));
}
