import { RULES } from '../../../sandbox/sendbirdNotifications/rules';
import { ADA, BRAZE, CLEVERTAP, JOERG, MASTER, NOTIFICATIONS, RETIRED, startSendbird, type Sendbird } from '../sendbird/harness';

let sendbird: Sendbird;
beforeAll(async () => {
	sendbird = await startSendbird();
});
beforeEach(async () => await sendbird.reset());
afterAll(async () => await sendbird.close());

const shipped = (targets: string[], more: object = {}) => ({
	template: { key: 'order-shipped', variables: Object.fromEntries(targets.map((id) => [id, { first_name: id, order: `A-${id}` }])) },
	targets,
	mode: targets.length === 1 ? 'realtime' : 'batch',
	...more,
});
const send = async (body: object, path = '/v1/notifications') => await sendbird.notify('POST', path, body);

describe('tokens of the notifications host', () => {
	it('only its own opens it', async () => {
		expect((await sendbird.notify('POST', '/v1/notifications', shipped([ADA]), NOTIFICATIONS)).status).toBe(200);
	});

	it.each([MASTER, BRAZE, CLEVERTAP])('%s has no permission: 403100 with HTTP 400', async (token) => {
		expect(await sendbird.notify('POST', '/v1/notifications', shipped([ADA]), token)).toMatchObject({ status: 400, body: { error: true, code: 403100 } });
		expect(sendbird.lastRule()).toEqual(RULES.tokenForeign);
	});

	it('an unknown one is 400401', async () => {
		expect((await sendbird.notify('POST', '/v1/notifications', shipped([ADA]), 'wrong')).body.code).toBe(400401);
	});
});

describe('realtime', () => {
	it('is in the app at once, variables filled in', async () => {
		expect(await send(shipped([ADA], { push_template: { title: 'Parcel', body: 'Soon' } }))).toMatchObject({ status: 200, body: { mode: 'realtime', target_count: 1 } });
		expect(await sendbird.inbox(ADA)).toMatchObject([{ templateKey: 'order-shipped', text: `Hi ${ADA}, your order A-${ADA} is on its way.`, push: { title: 'Parcel', body: 'Soon' }, via: 'api', readAt: null }]);
		expect(await sendbird.inbox(JOERG)).toEqual([]);
	});

	it.each(['/v1/notifications/messages', '/v2/notifications', '/v2/notifications/messages'])('is the same at %s', async (path) => {
		expect((await send(shipped([ADA]), path)).status).toBe(200);
		expect(sendbird.lastRule()).toEqual(RULES.path);
		expect(await sendbird.inbox(ADA)).toHaveLength(1);
	});

	it.each([
		['two targets', shipped([ADA, JOERG], { mode: 'realtime' }), 400111],
		['no target', { template: { key: 'welcome' }, mode: 'realtime' }, 400105],
		['an empty list', { template: { key: 'welcome' }, mode: 'realtime', targets: [] }, 400111],
		['no template', { mode: 'realtime', targets: [ADA] }, 400105],
		['an unknown template', { template: { key: 'nope' }, mode: 'realtime', targets: [ADA] }, 400201],
		['a stranger', { template: { key: 'welcome' }, mode: 'realtime', targets: ['nobody'] }, 400301],
		['somebody deactivated', { template: { key: 'welcome' }, mode: 'realtime', targets: [RETIRED] }, 400300],
		['an unknown mode', { template: { key: 'welcome' }, mode: 'later', targets: [ADA] }, 400111],
		['push without a title', shipped([ADA], { push_template: { body: 'Soon' } }), 400105],
		['a file', { template: { key: 'welcome' }, mode: 'realtime', targets_filename: 'x' }, 400201],
		['targets and a file', { template: { key: 'welcome' }, mode: 'batch', targets: [ADA], targets_filename: 'x' }, 400920],
	])('%s is refused, and nothing is sent', async (_, body, code) => {
		expect(await send(body)).toMatchObject({ status: 400, body: { error: true, code } });
		expect(await sendbird.inbox(ADA)).toEqual([]);
	});

	it('a missing variable is shown empty and told, or refused by the settings', async () => {
		await send({ template: { key: 'order-shipped', variables: { [ADA]: { first_name: 'Ada' } } }, targets: [ADA], mode: 'realtime' });
		expect((await sendbird.note('lack variables')).rule).toEqual(RULES.variableMissing);
		expect((await sendbird.inbox(ADA))[0].text).toBe('Hi Ada, your order  is on its way.');
		await sendbird.sendbird('POST', '/settings', { missingVariables: 'refuse' });
		expect((await send({ template: { key: 'order-shipped' }, targets: [ADA], mode: 'realtime' })).body).toMatchObject({ code: 400105, message: expect.stringContaining(`template.variables.${ADA}.first_name`) });
	});

	it('variables nobody asked for are ignored and told', async () => {
		await send({ template: { key: 'welcome', variables: { [ADA]: { color: 'red' }, [JOERG]: {} } }, targets: [ADA], mode: 'realtime' });
		await sendbird.note('has no variable color');
		expect((await sendbird.note('are no targets')).rule).toEqual(RULES.variableStranger);
	});

	it('counts against the plan, a batch does not', async () => {
		await sendbird.sendbird('POST', '/limits', { otherPerSecond: 1 });
		await send(shipped([ADA]));
		const refused = await send(shipped([ADA]));
		expect(refused.status).toBe(429);
		expect(refused.headers.get('x-ratelimit-retryafter')).toBe('1');
		expect([await send(shipped([ADA, JOERG])), await send(shipped([ADA, JOERG]))].map(({ status }) => status)).toEqual([200, 200]);
	});
});

describe('batch', () => {
	it('is queued, then in every app', async () => {
		await send(shipped([ADA, JOERG]));
		await sendbird.event(({ kind, customer }) => kind === 'sent' && customer === JOERG);
		expect((await sendbird.inbox(JOERG))[0].text).toContain(`A-${JOERG}`);
		expect(await sendbird.inbox(ADA)).toHaveLength(1);
	});

	it('leaves strangers out and says so, or is refused by the settings', async () => {
		expect((await send(shipped([ADA, 'nobody', RETIRED]))).status).toBe(200);
		expect((await sendbird.note('2 target(s) of order-shipped are no active users and are left out: nobody, sb-retired')).rule).toEqual(RULES.targetSkipped);
		expect(await sendbird.inbox(ADA)).toHaveLength(1);
		await sendbird.sendbird('POST', '/settings', { unknownTargets: 'refuse' });
		expect((await send(shipped([ADA, 'nobody']))).body.code).toBe(400301);
	});

	it('takes 10,000 targets in one call and refuses 10,001', async () => {
		await sendbird.sendbird('POST', '/users', { prefix: 'many-', count: 10_001 });
		const ids = Array.from({ length: 10_001 }, (_, index) => `many-${index + 1}`);
		expect(await send(shipped(ids))).toMatchObject({ status: 400, body: { code: 400111 } });
		expect(sendbird.lastRule()).toEqual(RULES.tooMany);
		expect((await send(shipped(ids.slice(0, 10_000)))).body).toMatchObject({ target_count: 10_000 });
		await sendbird.event(({ kind, summary }) => kind === 'sent' && summary.includes('10000 users'));
		expect((await sendbird.inbox('many-9999'))[0].text).toContain('A-many-9999');
		expect(await sendbird.inbox('many-10001')).toEqual([]);
	});

	it('sends once to who is named twice', async () => {
		await send(shipped([ADA, ADA, JOERG]));
		expect((await sendbird.note('named more than once')).rule).toEqual(RULES.targetTwice);
		await sendbird.event(({ kind, customer }) => kind === 'sent' && customer === JOERG);
		expect(await sendbird.inbox(ADA)).toHaveLength(1);
	});
});

describe('the queue', () => {
	let slow: Sendbird;
	beforeAll(async () => {
		// Waits as they are: only ageing moves this world.
		slow = await startSendbird({ waitFactor: 1 });
	});
	afterAll(async () => await slow.close());

	it('holds a batch until its time has come', async () => {
		await slow.notify('POST', '/v1/notifications', shipped([ADA, JOERG]));
		expect(await slow.inbox(ADA)).toEqual([]);
		await slow.age(4);
		expect(await slow.inbox(ADA)).toHaveLength(1);
	});
});

describe('the older modes', () => {
	it('single sends at once, with 207 where some fail', async () => {
		expect((await send(shipped([ADA, JOERG], { mode: 'single' }))).body).toMatchObject({ mode: 'single' });
		expect(await sendbird.inbox(JOERG)).toHaveLength(1);
		expect(await send(shipped([ADA, 'nobody'], { mode: 'single' }))).toMatchObject({ status: 207, body: { code: 207100, message: expect.stringContaining('nobody') } });
		expect(await sendbird.inbox(ADA)).toHaveLength(2);
		expect((await send(shipped(['nobody', 'noone'], { mode: 'single' }))).body.code).toBe(400301);
		expect((await send(shipped(Array.from({ length: 11 }, (_, index) => `u${index}`), { mode: 'single' }))).body.code).toBe(400111);
	});

	it('without a mode the number of targets decides', async () => {
		expect((await send(shipped([ADA], { mode: undefined }))).body).toMatchObject({ mode: 'single' });
		expect(sendbird.lastRule()).toEqual(RULES.modeMissing);
		expect((await send(shipped(Array.from({ length: 11 }, (_, index) => `u${index}`), { mode: undefined }))).body).toMatchObject({ mode: 'multi' });
	});
});

describe('the app inbox', () => {
	it('is read once, and told who has something unread', async () => {
		await send(shipped([ADA]));
		await send(shipped([ADA]));
		const unread = async () => (await sendbird.sendbird<{ unread: number }>('GET', `/users/${ADA}`)).body.unread;
		expect(await unread()).toBe(2);
		const [first, second] = await sendbird.inbox(ADA);
		expect((await sendbird.reads(ADA, 'latest')).body.read).toEqual([second.id]);
		expect((await sendbird.reads(ADA, first.id)).body.read).toEqual([first.id]);
		expect((await sendbird.reads(ADA)).body.read).toEqual([]);
		expect(await unread()).toBe(0);
		expect((await sendbird.inbox(ADA)).every(({ readAt }) => readAt !== null)).toBe(true);
		expect((await sendbird.reads(ADA, 'strange')).status).toBe(404);
		expect((await sendbird.reads('nobody')).status).toBe(404);
		// Sent through the API: nobody is called back.
		expect(await sendbird.callbacks()).toEqual([]);
	});

	it('ages with the world', async () => {
		await send(shipped([ADA]));
		const [{ at }] = await sendbird.inbox(ADA);
		await sendbird.age(7200);
		expect(Date.parse((await sendbird.inbox(ADA))[0].at)).toBe(Date.parse(at) - 7_200_000);
	});
});

describe('templates', () => {
	interface Templates {
		templates: Array<{ key: string; variable_schema: Array<{ key: string; type: string }>; channels: object[] }>;
		next: string;
	}

	it.each(['/v1/templates', '/v2/templates'])('are read at %s with their variables and without their text', async (path) => {
		const { templates } = (await sendbird.notify<Templates>('GET', path)).body;
		expect(templates.map(({ key }) => key)).toEqual(['order-shipped', 'spring-sale', 'welcome']);
		expect(templates[1].variable_schema.map(({ key, type }) => [key, type])).toEqual([['discount', 'STRING'], ['ends_at', 'STRING'], ['link', 'ACTION']]);
		expect(JSON.stringify(templates)).not.toContain('on its way');
		expect(sendbird.lastRule()).toEqual(RULES.templatePath);
		const first = (await sendbird.notify<Templates>('GET', `${path}?limit=2`)).body;
		expect((await sendbird.notify<Templates>('GET', `${path}?limit=2&token=${first.next}`)).body).toMatchObject({ templates: [{ key: 'welcome' }], next: '' });
	});

	it('are made in the Dashboard, and archived ones are not sent', async () => {
		await sendbird.sendbird('POST', '/templates', { key: 'new', name: 'New', content: 'Dear {name}', variables: [{ key: 'name' }] });
		expect((await sendbird.notify('GET', '/v1/templates/new')).body).toMatchObject({ template_key: 'new', is_archived: false, version: 1, variable_schema: [{ key: 'name' }] });
		await sendbird.sendbird('POST', '/templates', { key: 'new', name: 'New', content: 'Dear {name}', variables: [{ key: 'name' }], archived: true });
		expect((await sendbird.notify('GET', '/v1/templates/new')).body).toMatchObject({ is_archived: true, version: 2 });
		expect((await send({ template: { key: 'new' }, targets: [ADA], mode: 'realtime' })).body.code).toBe(400201);
		expect((await sendbird.notify('GET', '/v1/templates/none')).body.code).toBe(400201);
	});
});
