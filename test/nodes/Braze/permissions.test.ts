import { classify } from '../../../nodes/Braze/errorEnvelope';
import { permissionFor } from '../../../nodes/Braze/permissions';
import { resources } from '../../../nodes/Braze/resources';
import type { Call } from '../../../nodes/shared/transport/call';

const refused = (status: number, body: unknown, method: Call['method'] = 'POST', path = '/sends/id/create') => classify({ status, headers: {}, body }, { method, path });

describe('what the key lacks is told apart', () => {
	it.each(['Access Denied', 'You do not have permission to access this resource'])('a permission, by its name: "%s"', (message) => {
		const failure = refused(403, { message });
		expect(failure).toMatchObject({ class: 'forbidden', status: 403, message: `Braze: ${message}`, fix: expect.stringContaining('"sends.id.create"') });
		expect(failure?.fix).not.toMatch(/allowlist/i);
	});

	it.each([[403, { message: 'Invalid whitelisted IPs' }], [401, { message: 'Invalid whitelisted IPs ' }], [403, { errors: ['Invalid allowlisted IPs'] }]])(
		'an address that is not in its allowlist: %i %j',
		(status, body) => {
			const failure = refused(status, body);
			expect(failure).toMatchObject({ class: 'forbidden', fix: expect.stringMatching(/allowlist .* does not hold the address that n8n calls from/) });
			expect(failure?.fix).not.toContain('sends.id.create');
		},
	);

	it('a plan that does not allow it', () => {
		expect(refused(403, { message: 'Forbidden' })?.fix).toMatch(/account or its plan/);
	});

	it('where Braze says neither, both are named', () => {
		const fix = refused(403, {})?.fix;
		expect(fix).toContain('"sends.id.create"');
		expect(fix).toContain('allowlist');
	});
});

describe('a 404', () => {
	it('of Braze\'s is an ID that it does not know; a page\'s is another host', () => {
		expect(refused(404, { message: 'Segment not found' })?.fix).toMatch(/^Check the ID/);
		expect(refused(404, '<html>nginx</html>')?.fix).toMatch(/^Check the REST host/);
	});
});

describe('a 400', () => {
	it.each([
		['Message Variant Unspecified', /message variation/],
		['Invalid Message Variant', /message variation ID/],
		['Mismatched Message Type', /another channel/],
		['No Recipients', /user for every item/],
		['No message to send', /channel/],
		['Invalid Extra Push Payload', /"ab" and "aps"/],
		['Apple push payload is over 1912 bytes', /1,912/],
		['in_local_time is true but time has passed', /later time/],
		['Cannot parse send_at', /time of the schedule/],
		['Max input length exceeded', /batch size/],
		['Something else', /Braze's message/],
	])('%s', (message, fix) => {
		expect(refused(400, { message })).toMatchObject({ class: 'invalidInput', fix: expect.stringMatching(fix) });
	});

	it('is explained by its errors where the message says nothing', () => {
		expect(refused(400, { errors: [{ message: 'Invalid Campaign ID' }] })).toMatchObject({ message: 'Braze: Invalid Campaign ID', fix: expect.stringContaining('API-triggered') });
	});
});

describe('permissions', () => {
	const operations = Object.entries(resources).flatMap(([resource, { operations: all }]) => Object.entries(all).map(([name, { about }]) => ({ id: `${resource}.${name}`, about })));
	const calls = [...new Set(operations.flatMap(({ about }) => about.calls ?? []))];

	it('every operation says which endpoints it calls', () => {
		expect(operations.filter(({ about }) => (about.calls ?? []).length === 0).map(({ id }) => id)).toEqual([]);
		expect(calls.length).toBeGreaterThan(40);
	});

	// Dashboard users have a key of their own kind.
	it.each(calls.filter((call) => !call.includes('/scim/')))('%s needs a permission that has a name', (call) => {
		const [method, path] = call.split(' ');
		expect(permissionFor(method, path.replace(/\{[^}]+\}/g, 'x'))).toMatch(/^[a-z_.0-9]+$/);
	});

	it('another method or path needs another one', () => {
		expect(permissionFor('GET', '/sends/id/create')).toBeUndefined();
		expect(permissionFor('POST', '/sends/id/create/more')).toBeUndefined();
	});

	it('the ten of distributed marketing are there', () => {
		const ten: Array<[string, string, string]> = [
			['POST', '/users/track', 'users.track'],
			['POST', '/users/export/ids', 'users.export.ids'],
			['POST', '/messages/schedule/create', 'messages.schedule.create'],
			['POST', '/messages/schedule/update', 'messages.schedule.update'],
			['POST', '/messages/schedule/delete', 'messages.schedule.delete'],
			['POST', '/sends/id/create', 'sends.id.create'],
			['GET', '/sends/data_series', 'sends.data_series'],
			['GET', '/segments/list', 'segments.list'],
			['GET', '/segments/data_series', 'segments.data_series'],
			['GET', '/segments/details', 'segments.details'],
		];
		for (const [method, path, permission] of ten) {
			expect(permissionFor(method, path)).toBe(permission);
			expect(calls).toContain(`${method} ${path}`);
		}
	});
});

describe('what reaches beyond the items or deletes', () => {
	it('is marked, and nothing that broadcasts lacks the switch', () => {
		for (const { operations: all } of Object.values(resources)) {
			for (const [name, { about }] of Object.entries(all)) {
				if (/broadcast/i.test(name) && !name.startsWith('get')) expect([name, about.dangerous, 'broadcast' in about.fields]).toEqual([name, 'broadcasts', true]);
				if (/^delete/.test(name)) expect([name, about.dangerous]).toEqual([name, 'deletes']);
			}
		}
	});
});
