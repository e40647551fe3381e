import { Zendesk } from './helpers';

describe('several accounts', () => {
	let zendesk: Zendesk;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => await zendesk.reset());

	const outlet = () => `${zendesk.base}/subdomain/sandbox-outlet`;
	const tokenAt = async (base: string, id: string, secret: string) =>
		await fetch(`${base}/oauth/tokens`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ grant_type: 'client_credentials', client_id: id, client_secret: secret, scope: 'read write' }),
		});
	const at = async (base: string, token: string, path: string, init: RequestInit = {}) =>
		await fetch(`${base}/api/v2${path}`, { ...init, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } });

	test('each has its own clients, tokens and tickets', async () => {
		expect((await tokenAt(outlet(), 'sandbox_client', 'sandbox-client-secret')).status).toBe(401);
		const { access_token: token } = (await (await tokenAt(outlet(), 'outlet_client', 'outlet-client-secret')).json()) as { access_token: string };
		await zendesk.createTicket({});
		const made = await at(outlet(), token, '/tickets', { method: 'POST', body: JSON.stringify({ ticket: { subject: 'there', comment: { body: 'x' } } }) });
		const { ticket } = (await made.json()) as { ticket: { url: string } };
		expect(ticket.url).toBe(`${outlet()}/api/v2/tickets/1001.json`);
		const listed = (await (await at(outlet(), token, '/tickets')).json()) as { tickets: Array<{ subject: string | null }> };
		expect(listed.tickets).toMatchObject([{ subject: 'there' }]);
		expect((await zendesk.control<{ tickets: object[] }>('GET', '/zendesk/tickets')).body.tickets).toHaveLength(1);
		expect([(await at(zendesk.base, token, '/tickets')).status, (await at(outlet(), zendesk.token, '/tickets')).status]).toEqual([401, 401]);
	});

	test('a subdomain that nobody has says so, at the API and at the token endpoint', async () => {
		const wrong = `${zendesk.base}/subdomain/typo`;
		for (const answer of [await at(wrong, zendesk.token, '/users/me.json'), await tokenAt(wrong, 'sandbox_client', 'sandbox-client-secret')]) {
			expect(answer.status).toBe(404);
			expect(await answer.json()).toMatchObject({ error: { title: 'No help desk at typo.zendesk.com' } });
		}
	});
});
