import { CONTINUE } from '../Braze/braze';
import { closedNetwork } from '../../support/network';
import { first, RENDER, runWithoutCredential } from './messageTemplate';

closedNetwork();

const CHOOSE = { class: 'unauthorized', vendor: 'Braze', message: expect.stringContaining('no credential is chosen'), fix: expect.stringContaining('Choose a Braze credential') };

it('what needs no vendor works', async () => {
	expect(first(await runWithoutCredential({ ...RENDER, template: '{{ 1 | plus: 2 }}' })).text).toBe('3');
	expect(first(await runWithoutCredential({ resource: 'template', operation: 'lint', template: '{{ 1 | plus: 2 }}' })).clean).toBe(true);
	expect(first(await runWithoutCredential({ resource: 'text', operation: 'split', text: 'Hello' })).parts).toEqual(['Hello']);
});

it('a preview says what to choose', async () => {
	const { main } = await runWithoutCredential({ resource: 'template', operation: 'preview', userId: 'u1', template: 'x' }, CONTINUE);
	expect(main[1][0].json.error).toMatchObject(CHOOSE);
});

it('so do content blocks that are to be fetched; given ones are rendered', async () => {
	const { main } = await runWithoutCredential({ ...RENDER, template: '{{content_blocks.${A}}}', more: { fetchContentBlocks: true } }, CONTINUE);
	expect(main[1][0].json.error).toMatchObject(CHOOSE);
	expect(first(await runWithoutCredential({ ...RENDER, template: '{{content_blocks.${A}}}', more: { fetchContentBlocks: true, contentBlocks: '{"A": "given"}' } })).text).toBe('given');
});
