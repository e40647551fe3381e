import nock from 'nock';

/** No test reaches the real network; every call that is expected is made, and no other. */
export function closedNetwork(): void {
	const unexpected: string[] = [];
	const note = (request: { method?: string; path?: string }): void => {
		unexpected.push(`${request.method ?? ''} ${request.path ?? ''}`);
	};
	beforeAll(() => {
		nock.disableNetConnect();
		nock.emitter.on('no match', note);
	});
	afterEach(() => {
		const calls = { missing: nock.pendingMocks(), unexpected: [...unexpected] };
		nock.cleanAll();
		unexpected.length = 0;
		expect(calls).toEqual({ missing: [], unexpected: [] });
	});
	afterAll(() => {
		nock.emitter.removeListener('no match', note);
		nock.restore();
	});
}

/** A connection that breaks after the request has gone out. */
export const RESET = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

/** A connection that was never made. */
export const REFUSED = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), { code: 'ECONNREFUSED' });
