import { api, CONTINUE } from '../Braze/braze';
import { closedNetwork } from '../../support/network';
import { first, RENDER, runTemplate } from './messageTemplate';

closedNetwork();

const FOOTER = { ...RENDER, template: 'Hi. {{content_blocks.${Footer}}}' };
const FETCH = { more: { fetchContentBlocks: true } };

const block = (name: string) => ({ content_block_id: `id-of-${name}`, name, liquid_tag: `{{content_blocks.\${${name}}}}` });
const list = (names: string[], query: Record<string, number> = { limit: 1000 }) =>
	api().get('/content_blocks/list').query(query).reply(200, { message: 'success', count: names.length, content_blocks: names.map(block) });
const info = (name: string, content: string) =>
	api().get('/content_blocks/info').query({ content_block_id: `id-of-${name}` }).reply(200, { message: 'success', ...block(name), content });

it('given blocks are rendered with the context of the message, one inside the other', async () => {
	const contentBlocks = JSON.stringify({ Footer: '{{${first_name}}}: {{content_blocks.${Stop}}}', Stop: 'STOP ends it' });
	expect(first(await runTemplate({ ...FOOTER, more: { contentBlocks } }, [{ first_name: 'Ada' }])).text).toBe('Hi. Ada: STOP ends it');
});

it('a block that is not given renders empty, with a warning; Braze is not asked', async () => {
	expect(first(await runTemplate(FOOTER))).toMatchObject({ text: 'Hi. ', warnings: [expect.stringContaining('"Footer" was not found')] });
});

it('a broken block fails with its name, line and column', async () => {
	const { main } = await runTemplate({ ...FOOTER, more: { contentBlocks: '{"Footer": "one\\n{% if %}"}' } }, [{}], CONTINUE);
	expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringContaining('content block "Footer", line 2, column 1') });
});

describe('fetched from Braze', () => {
	it('by name, one inside the other; the list is read once, and without an offset, which Braze would refuse', async () => {
		list(['Other', 'Footer', 'Stop']);
		info('Footer', '{{${first_name}}}: {{content_blocks.${Stop}}}');
		info('Stop', 'STOP ends it');
		expect(first(await runTemplate({ ...FOOTER, ...FETCH }, [{ first_name: 'Ada' }])).text).toBe('Hi. Ada: STOP ends it');
	});

	it('once for all items of a run', async () => {
		list(['Footer']);
		info('Footer', 'Bye {{${first_name}}}');
		const { main } = await runTemplate({ ...FOOTER, ...FETCH }, [{ first_name: 'Ada' }, { first_name: 'Grace' }, { first_name: 'Jörg' }]);
		expect(main[0].map(({ json }) => json.text)).toEqual(['Hi. Bye Ada', 'Hi. Bye Grace', 'Hi. Bye Jörg']);
	});

	it('anew in the next run', async () => {
		for (const content of ['old', 'new']) {
			list(['Footer']);
			info('Footer', content);
			expect(first(await runTemplate({ ...FOOTER, ...FETCH })).text).toBe(`Hi. ${content}`);
		}
	});

	it('from a later page of the list', async () => {
		list(Array.from({ length: 1000 }, (_, index) => `Block_${index}`));
		list(['Footer'], { limit: 1000, offset: 1000 });
		info('Footer', 'found');
		expect(first(await runTemplate({ ...FOOTER, ...FETCH })).text).toBe('Hi. found');
	});

	it('a list that gives the same page again comes to an end', async () => {
		const names = Array.from({ length: 1000 }, (_, index) => `Block_${index}`);
		list(names);
		list(names, { limit: 1000, offset: 1000 });
		expect(first(await runTemplate({ ...FOOTER, ...FETCH }))).toMatchObject({ text: 'Hi. ', warnings: [expect.stringContaining('not found')] });
	});

	it('those that are given are not asked for', async () => {
		const more = { fetchContentBlocks: true, contentBlocks: '{"Footer": "given"}' };
		expect(first(await runTemplate({ ...FOOTER, more })).text).toBe('Hi. given');
	});

	it('a missing permission is told as Braze\'s, by its name, on every item', async () => {
		api().get('/content_blocks/list').query(true).reply(403, { message: 'Access Denied' });
		const { main } = await runTemplate({ ...FOOTER, ...FETCH }, [{}, {}], CONTINUE);
		expect(main[1].map(({ json }) => json.error)).toEqual(Array(2).fill(expect.objectContaining({ class: 'forbidden', vendor: 'Braze', status: 403, fix: expect.stringContaining('"content_blocks.list"') })));
	});

	it('so is that of the other call', async () => {
		list(['Footer']);
		api().get('/content_blocks/info').query(true).reply(403, { message: 'Access Denied' });
		const { main } = await runTemplate({ ...FOOTER, ...FETCH }, [{}], CONTINUE);
		expect(main[1][0].json.error).toMatchObject({ class: 'forbidden', fix: expect.stringContaining('"content_blocks.info"') });
	});

	it('an answer that is not Braze\'s is no missing block', async () => {
		api().get('/content_blocks/list').query(true).reply(200, '<html>Welcome</html>', { 'Content-Type': 'text/html' });
		const { main } = await runTemplate({ ...FOOTER, ...FETCH }, [{}], CONTINUE);
		expect(main[1][0].json.error).toMatchObject({ class: 'unavailable', vendor: 'Braze' });
	});
});
