import { Receiver, Zendesk, type UserJson } from './helpers';
import { notify, triggerAt } from './triggerHelpers';

describe('placeholders in a trigger\'s body', () => {
	let zendesk: Zendesk;
	let receiver: Receiver;
	let ada: UserJson;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => {
		await zendesk.reset();
		receiver = await new Receiver().start();
		ada = await zendesk.createUser({ name: 'Ada Lovelace', email: 'ada@example.com', phone: '+12025550142', external_id: 'cust-1', user_fields: { braze_external_id: 'a "quoted" id' } });
	});
	afterEach(async () => await receiver.close());

	/** What arrives when an agent answers with this text. */
	const rendered = async (body: string, text = 'Hello\n\nsecond "part"', format = 'json') => {
		const { id: hook } = await zendesk.subscribe(receiver.url, ['conditional_ticket_events'], { request_format: format });
		await triggerAt(zendesk, [{ field: 'comment_is_public', operator: 'is', value: 'true' }, { field: 'current_via_id', operator: 'is_not', value: '5' }], notify(hook, body));
		const { id } = await zendesk.createTicket({ subject: 'A "subject"', requester_id: ada.id, external_id: 'sms:cust-1:1', tags: ['one', 'two'], priority: 'high', comment: { body: 'First line', author_id: ada.id } });
		await zendesk.control('POST', `/agent/${id}/replies`, { text });
		return { id, text: (await receiver.count(1))[0].text };
	};

	test('the block of a comment: dashes, name and date, the text; escaped inside JSON', async () => {
		const { text } = await rendered('{"m": "{{ticket.latest_public_comment_html}}"}');
		const { m } = JSON.parse(text) as { m: string };
		const lines = m.split('\n');
		expect(lines.slice(0, 4)).toEqual(['-'.repeat(46), '', expect.stringMatching(/^Nora Lindqvist, \w+ \d+, \d{4}/), '']);
		expect(lines.slice(4).join('\n')).toBe('Hello\n\nsecond "part"');
		// What the document's cut at single line breaks yields: the header, not the message.
		expect(lines[2]).toContain('Nora Lindqvist');
	});

	test('values of the ticket, its people, and of the update', async () => {
		const body = '{"a": ["{{ticket.id}}","{{ticket.title}}","{{ticket.status}}","{{ticket.priority}}","{{ticket.external_id}}","{{ticket.tags}}","{{ticket.via}}","{{ticket.requester.first_name}}","{{ticket.requester.last_name}}","{{ticket.requester.phone}}","{{ticket.requester.external_id}}","{{current_user.role}}","{{ticket.verbatim_description}}","{{ticket.latest_public_comment.value}}","{{ticket.nothing}}"]}';
		const { id, text } = await rendered(body);
		expect((JSON.parse(text) as { a: string[] }).a).toEqual([
			String(id), 'A "subject"', 'Open', 'High', 'sms:cust-1:1', 'one two', 'Web service', 'Ada', 'Lovelace', '+12025550142', 'cust-1', 'Agent', 'First line', 'Hello\n\nsecond "part"', '',
		]);
	});

	test.each([
		['{"id": "{{ticket.requester.custom_fields.braze_external_id}}"}'],
		['{"list": "{% for comment in ticket.comments %}{{comment.value}}{% endfor %}"}'],
	])('the trap: %s breaks the JSON of a careful text', async (body) => {
		const { text } = await rendered(body);
		expect(() => JSON.parse(text) as unknown).toThrow();
		expect(zendesk.events.map(({ summary }) => summary)).toContainEqual('trigger "t": its body is no JSON');
	});

	test('escaping all mends it, escaping none breaks the rest', async () => {
		await zendesk.control('POST', '/zendesk/settings', { jsonEscaping: 'all' });
		const { text } = await rendered('{"id": "{{ticket.requester.custom_fields.braze_external_id}}"}');
		expect(JSON.parse(text)).toEqual({ id: 'a "quoted" id' });
		await zendesk.reset();
		await zendesk.control('POST', '/zendesk/settings', { jsonEscaping: 'none' });
		ada = await zendesk.createUser({ name: 'Ada' });
		receiver.taken.length = 0;
		expect((await rendered('{"m": "{{ticket.latest_public_comment.value}}"}')).text).toBe('{"m": "Hello\n\nsecond "part""}');
	});

	test('Liquid: if, assign, filters', async () => {
		const body = '{% assign n = ticket.comments | size %}{% if n > 1 %}{"n": {{n}}, "u": "{{ticket.requester.name | upcase}}", "c": "x"}{% endif %}';
		expect(JSON.parse((await rendered(body)).text)).toEqual({ n: 2, u: 'ADA LOVELACE', c: 'x' });
	});

	test('a list of comments prints as Ruby shows objects', async () => {
		const plain = (await rendered('{{ticket.comments}}', 'Hi', 'xml')).text;
		expect(plain).toMatch(/^#<Comment id: \d+, value: "Hi", is_public: true/);
	});

	test('Liquid that cannot be read goes out as it was typed', async () => {
		expect((await rendered('{"a": "{% if %}"}')).text).toBe('{"a": "{% if %}"}');
	});
});
