import nock from 'nock';
import { MessageTemplate } from '../../../nodes/MessageTemplate/MessageTemplate.node';
import { runNode } from '../../support/engine';
import { closedNetwork } from '../../support/network';
import { CONTINUE } from '../Braze/braze';
import { first, RENDER } from './messageTemplate';

closedNetwork();

const SHOP = { credentialName: 'my_shop', address: 'https://shop.example/api', user: 'ada', password: 'Lovelace: 1815 ü' };

async function render(template: string, shop: typeof SHOP | null = SHOP) {
	const nodeType = new MessageTemplate();
	const known: Record<string, typeof SHOP> = shop === null ? {} : { connectedContentApi: shop };
	nodeType.description.credentials = (nodeType.description.credentials ?? []).filter(({ name }) => name in known);
	return await runNode({ nodeType, parameters: { ...RENDER, template, context: '{}', more: { allowConnectedContent: true } }, credentials: known, settings: CONTINUE });
}

const PLAN = '{% connected_content https://shop.example/plan :basic_auth my_shop :save plan %}[{{plan.name}}]';

it(':basic_auth takes the credential of that name', async () => {
	nock('https://shop.example').get('/plan').basicAuth({ user: SHOP.user, pass: SHOP.password }).reply(200, { name: 'gold' });
	expect(first(await render(PLAN)).text).toBe('[gold]');
});

it('goes to its own host only, whatever the template says', async () => {
	const { main } = await render(PLAN.replace('shop.example', 'thief.example'));
	expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringContaining('not meant for thief.example') });
	expect(JSON.stringify(main)).not.toContain(SHOP.password);
});

it('an unknown name is refused by name', async () => {
	const { main } = await render(PLAN.replace('my_shop', 'my_stop'));
	expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringContaining('"my_stop"') });
});

it('without the credential the name is unknown', async () => {
	const { main } = await render(PLAN, null);
	expect(main[1][0].json.error).toMatchObject({ message: expect.stringContaining('"my_shop"') });
});

it('an address that is none is told before anything is called', async () => {
	const { main } = await render(PLAN, { ...SHOP, address: 'shop' });
	expect(main[1][0].json.error).toMatchObject({ message: expect.stringContaining('https://api.example.com') });
});
