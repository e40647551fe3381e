import { LiquidFault } from '../errors';

const PORTS = new Set(['', '80', '443']);

/** First address and prefix length of the IPv4 ranges that are not the public internet. */
const PRIVATE_V4: Array<[string, number]> = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['224.0.0.0', 4],
	['240.0.0.0', 4],
];

/** IPv6 beginnings that are not the public internet: unspecified and loopback, mapped IPv4, NAT64, unique local, link local, multicast. */
const PRIVATE_V6 = /^(?:::|0*:|64:ff9b:|f[cd][0-9a-f]{2}:|fe[89a-f][0-9a-f]:|ff[0-9a-f]{2}:)/;

function toNumber(address: string): number {
	return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function isPrivateV4(host: string): boolean {
	if (!/^\d+\.\d+\.\d+\.\d+$/.test(host)) return false;
	return PRIVATE_V4.some(([first, bits]) => Math.floor(toNumber(host) / 2 ** (32 - bits)) === Math.floor(toNumber(first) / 2 ** (32 - bits)));
}

function isPrivate(host: string): boolean {
	const name = host.replace(/\.$/, '');
	if (name === 'localhost' || name.endsWith('.localhost')) return true;
	// The URL parser has already written 0x7f.1, 2130706433 and the like as four numbers.
	return name.startsWith('[') ? PRIVATE_V6.test(name.slice(1, -1)) : isPrivateV4(name);
}

/**
 * The URLs `connected_content` may call: http(s), port 80 or 443, no literal private or loopback address.
 * A name is not resolved here, so a public name that points inside passes: n8n's own protection against
 * requests to internal addresses has to catch that.
 * @param allowedPrivateHosts `host` or `host:port` entries that may be called although they are private
 */
export function checkUrl(text: string, allowedPrivateHosts: string[]): URL {
	const fail = (what: string, fix: string) => {
		throw new LiquidFault(`connected_content may not call ${JSON.stringify(text.slice(0, 200))}: ${what}`, fix);
	};
	if (!URL.canParse(text)) fail('it is no URL', 'Write a whole URL with https://, and escape values with | url_param_escape.');
	const url = new URL(text);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') fail('only http and https are allowed', 'Use an https URL.');
	if (allowedPrivateHosts.includes(url.host) || allowedPrivateHosts.includes(url.hostname)) return url;
	if (!PORTS.has(url.port)) fail('only ports 80 and 443 are allowed', 'Serve it on one of these ports.');
	if (isPrivate(url.hostname)) {
		fail('it is a private or loopback address', 'Use a public host, or list this host as an allowed private host.');
	}
	return url;
}
