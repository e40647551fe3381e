import { createHash, createHmac } from 'crypto';
import { textOf, type FilterGroup, type LiquidFilter } from './filter';

function hash(algorithm: string): LiquidFilter {
	return function (value) {
		return createHash(algorithm).update(textOf(this, value), 'utf8').digest('hex');
	};
}

function hmac(algorithm: string, encoding: 'hex' | 'base64'): LiquidFilter {
	return function (value, key) {
		return createHmac(algorithm, textOf(this, key)).update(textOf(this, value), 'utf8').digest(encoding);
	};
}

const base64: LiquidFilter = function (value) {
	return Buffer.from(textOf(this, value), 'utf8').toString('base64');
};

/** `hmac_sha1`, `hmac_sha256` and `hmac_sha512` without a suffix give hex [unsure for sha1 and sha512]. */
export const cryptoFilters: FilterGroup = {
	md5: hash('md5'),
	sha1: hash('sha1'),
	sha2: hash('sha256'),
	base64,
	base64_encode: base64,
	hmac_sha1: hmac('sha1', 'hex'),
	hmac_sha1_hex: hmac('sha1', 'hex'),
	hmac_sha1_base64: hmac('sha1', 'base64'),
	hmac_sha256: hmac('sha256', 'hex'),
	hmac_sha256_hex: hmac('sha256', 'hex'),
	hmac_sha256_base64: hmac('sha256', 'base64'),
	hmac_sha512: hmac('sha512', 'hex'),
};
