import { BlockList, isIP } from 'node:net';

/**
 * Addresses from which Firebase Hosting's CDN calls a function: Fastly's list (api.fastly.com/public-ip-list), and the link-local hop that
 * Google's own front end may add. Google Cloud's ranges are left out on purpose: anyone can rent an address there.
 */
const HOSTING = [
  ...['23.235.32.0/20', '43.249.72.0/22', '103.244.50.0/24', '103.245.222.0/23', '103.245.224.0/24', '104.156.80.0/20'],
  ...['140.248.64.0/18', '140.248.128.0/17', '146.75.0.0/17', '151.101.0.0/16', '157.52.64.0/18', '167.82.0.0/17', '167.82.128.0/20'],
  ...['167.82.160.0/20', '167.82.224.0/20', '172.111.64.0/18', '185.31.16.0/22', '199.27.72.0/21', '199.232.0.0/16'],
  ...['2a04:4e40::/32', '2a04:4e42::/32', '169.254.0.0/16'],
];

const HOSTING_WORD = 'hosting';

/** Parses `TRUSTED_PROXIES`: comma-separated ranges like `192.0.2.0/24`, single addresses, or `hosting`. Returns `undefined` if invalid. */
export function parseTrustedProxies(setting: string): BlockList | undefined {
  const ranges = setting
    .split(',')
    .map((part) => part.trim())
    .flatMap((part) => (part === HOSTING_WORD ? HOSTING : [part]));
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', digits, ...more] = range.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    const bits = digits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(/^\d{1,3}$/.exec(digits)?.[0] ?? Number.NaN);
    if (isIP(address) === 0 || more.length > 0 || !(bits >= 0 && bits <= (family === 'ipv4' ? 32 : 128))) return undefined;
    list.addSubnet(address, bits, family);
  }
  return list;
}

export function isTrustedProxy(list: BlockList, address: string): boolean {
  const plain = plainAddress(address);
  return isIP(plain) !== 0 && list.check(plain, isIP(plain) === 4 ? 'ipv4' : 'ipv6');
}

export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}
