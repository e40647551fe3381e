import { readThrown } from '../../../nodes/shared/transport/networkError';

const wrapped = (cause: object): Error => Object.assign(new Error('The service was not able to process your request'), { cause });

describe('what an error thrown by n8n means', () => {
	it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])('%s: no connection was made', (code) => {
		expect(readThrown(wrapped({ code, message: 'x' }))).toMatchObject({ end: { kind: 'never left' }, code });
	});

	it.each(['ECONNRESET', 'ETIMEDOUT', 'ECONNABORTED', 'EPIPE'])('%s: the request may have gone out', (code) => {
		expect(readThrown(wrapped({ code, message: 'x' }))).toMatchObject({ end: { kind: 'lost' }, code });
	});

	it('no code at all: the request may have gone out', () => {
		expect(readThrown(new Error('strange')).end).toEqual({ kind: 'lost' });
		expect(readThrown('a text').end).toEqual({ kind: 'lost' });
	});

	it('a status deep in the causes, with the body of the answer', () => {
		const error = wrapped(wrapped({ code: 'ERR_BAD_REQUEST', response: { status: 401, data: { error: 'invalid_token' } } }));
		expect(readThrown(error)).toMatchObject({ end: { kind: 'answered', status: 401 }, body: { error: 'invalid_token' } });
	});

	it('a status that n8n wrote as text', () => {
		expect(readThrown({ httpCode: '401', message: 'Authorization failed', context: { data: 'no' } })).toMatchObject({ end: { kind: 'answered', status: 401 }, body: 'no' });
	});

	it('no token to be had: the call was not made', () => {
		const error = wrapped({ message: 'Failed to acquire OAuth2 access token: HTTP status 401', cause: { message: 'HTTP status 401', status: 401 } });
		expect(readThrown(error)).toMatchObject({ end: { kind: 'never left' }, signInFailed: true });
	});

	it('an unreachable token server is a lost connection, not a wrong key', () => {
		const error = wrapped({ message: 'Failed to acquire OAuth2 access token: connect', cause: { message: 'connect', code: 'ECONNREFUSED' } });
		expect(readThrown(error)).toMatchObject({ end: { kind: 'never left' }, signInFailed: false });
	});

	it('the user stopped the execution', () => {
		expect(readThrown(wrapped({ code: 'ERR_CANCELED', message: 'canceled' })).final).toBe(true);
	});

	it('ends on causes that point at themselves', () => {
		const error: { message: string; cause?: unknown } = { message: 'round' };
		error.cause = error;
		expect(readThrown(error).end).toEqual({ kind: 'lost' });
	});
});
