import { createHmac } from 'crypto';
import { distrust } from '../../../nodes/Zendesk/signature';
import { hmacSha256Base64 } from '../../../nodes/shared/webhook/verify';

const KNOWN_TO_EVERYBODY = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';
const SECRET = 'our-own-signing-secret';
const TIMESTAMP = '2021-03-25T05:09:27Z';
const AT = Date.parse(TIMESTAMP);
const BODY = Buffer.from('{"ticket_id":"35436","note":"café \\"q\\"\\nline2"}', 'utf8');

const sign = (body: Buffer, secret = SECRET, timestamp = TIMESTAMP): string => createHmac('sha256', secret).update(timestamp).update(body).digest('base64');

it('our way of signing gives the known answer', () => {
	expect(hmacSha256Base64(KNOWN_TO_EVERYBODY, TIMESTAMP, BODY)).toBe('z+uE1nTUlSpiFeRUQNsyScMOBm2A5nYCOVKaN4nna6w=');
});

it('a right signature within the time window is believed', () => {
	for (const now of [AT, AT + 300_000, AT - 300_000]) {
		expect(distrust({ signature: sign(BODY), timestamp: TIMESTAMP, body: BODY }, SECRET, 300, now)).toBeUndefined();
	}
});

it('an empty body is signed by its timestamp alone', () => {
	const body = Buffer.alloc(0);
	expect(distrust({ signature: sign(body), timestamp: TIMESTAMP, body }, SECRET, 300, AT)).toBeUndefined();
});

describe('not believed', () => {
	const refuse = (more: object, secret: string | undefined = SECRET, now = AT): string | undefined =>
		distrust({ signature: sign(BODY), timestamp: TIMESTAMP, body: BODY, ...more }, secret, 300, now);

	it('unsigned, or without a time', () => {
		expect(refuse({ signature: undefined })).toContain('not signed');
		expect(refuse({ signature: '' })).toContain('not signed');
		expect(refuse({ timestamp: undefined })).toContain('not signed');
	});

	it('with another secret, a shorter or a longer signature', () => {
		expect(refuse({ signature: sign(BODY, 'another-secret') })).toContain('does not fit');
		expect(refuse({ signature: sign(BODY).slice(0, -2) })).toContain('does not fit');
		expect(refuse({ signature: `${sign(BODY)}A` })).toContain('does not fit');
	});

	it('a body that says the same in other bytes', () => {
		const parsed: unknown = JSON.parse(BODY.toString('utf8'));
		expect(refuse({ body: Buffer.from(JSON.stringify(parsed, null, 1)) })).toContain('does not fit');
		expect(refuse({ body: Buffer.from(BODY.toString('utf8').replace('é', '\\u00e9')) })).toContain('does not fit');
	});

	it('another time than the one that was signed', () => {
		expect(refuse({ timestamp: '2021-03-25T05:09:28Z' })).toContain('does not fit');
	});

	it('outside the time window', () => {
		expect(refuse({}, SECRET, AT + 301_000)).toContain('time window');
		expect(refuse({}, SECRET, AT - 301_000)).toContain('time window');
	});

	it('signed with the secret that everybody knows, even if it were stored', () => {
		expect(refuse({ signature: sign(BODY, KNOWN_TO_EVERYBODY) }, KNOWN_TO_EVERYBODY)).toContain('no signing secret');
	});

	it.each([undefined, ''])('no secret stored (%p)', (secret) => {
		expect(distrust({ signature: sign(BODY, secret ?? ''), timestamp: TIMESTAMP, body: BODY }, secret, 300, AT)).toContain('no signing secret');
	});
});
