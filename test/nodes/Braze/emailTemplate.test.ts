import type { INodeParameters } from 'n8n-workflow';
import { closedNetwork } from '../../support/network';
import { api, CONTINUE, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const OK = { message: 'success' };
const template = (operation: string, more: INodeParameters = {}): INodeParameters => ({ resource: 'emailTemplate', operation, ...more });
const TEMPLATE = { __rl: true, mode: 'id', value: 'template-1' };
const CREATE = template('create', { templateName: 'Offer', subject: 'For {{${city}}}', body: '<p>Hi</p>' });

it('lists, no more than asked for', async () => {
	api().get('/templates/email/list').query({ limit: 2 }).reply(200, { ...OK, count: 2, templates: [{ email_template_id: 'a' }, { email_template_id: 'b' }] });
	expect((await runBraze(template('getMany', { limit: 2 }))).main[0].map(({ json }) => json.email_template_id)).toEqual(['a', 'b']);
});

it('reads one', async () => {
	api().get('/templates/email/info').query({ email_template_id: 'template-1' }).reply(200, { ...OK, email_template_id: 'template-1', body: '<p>Hi</p>' });
	expect((await runBraze(template('get', { emailTemplate: TEMPLATE }))).main[0][0].json).toEqual({ email_template_id: 'template-1', body: '<p>Hi</p>' });
});

it('makes one', async () => {
	const body = { template_name: 'Offer', subject: 'For {{${city}}}', body: '<p>Hi</p>', plaintext_body: 'Hi', preheader: 'Look', should_inline_css: true, tags: ['a', 'b'] };
	api().post('/templates/email/create', body).reply(201, { ...OK, email_template_id: 'template-1' });
	const { main } = await runBraze({ ...CREATE, more: { plaintextBody: 'Hi', preheader: 'Look', shouldInlineCss: true, tags: 'a, b' } });
	expect(main[0][0].json).toEqual({ template_name: 'Offer', email_template_id: 'template-1' });
});

it('a creation is not repeated after a 500', async () => {
	api().post('/templates/email/create').reply(500);
	expect((await runBraze(CREATE, [{}], CONTINUE)).main[1][0].json.error).toMatchObject({ class: 'unknownOutcome', status: 500 });
});

it('changes only what is given, and an error beside success is no success', async () => {
	api().post('/templates/email/update', { email_template_id: 'template-1', subject: 'New' }).reply(201, OK);
	expect((await runBraze(template('update', { emailTemplate: TEMPLATE, changes: { subject: 'New' } }))).main[0][0].json).toEqual({ email_template_id: 'template-1' });
	api().post('/templates/email/update').reply(201, { ...OK, errors: ['tag does not exist'] });
	const { main } = await runBraze(template('update', { emailTemplate: TEMPLATE, changes: { tags: 'x' } }), [{}], CONTINUE);
	expect(main[1][0].json.error).toMatchObject({ class: 'unknownOutcome', message: expect.stringContaining('tag does not exist') });
});

it.each([['Subject', { ...CREATE, subject: '={{ "" }}' }], ['Update Fields', template('update', { emailTemplate: TEMPLATE, changes: {} })]])('is refused by the name of what is wrong: %s', async (displayName, parameters) => {
	expect((await runBraze(parameters, [{}], CONTINUE)).main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(new RegExp(`^${displayName}: `)) });
});
