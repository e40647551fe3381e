/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the file that is to be pasted */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCampaignMessage } from '../../nodes/Braze/intake/campaignMessage';
import { renderMessage } from '../../nodes/shared/liquid';
import { root } from './packageJson';
import { workflows } from './workflows';

const body = readFileSync(join(root, 'workflows/braze-messenger/braze/campaign-to-messenger.webhook.liquid'), 'utf8').trimEnd();

/** What the given profile would post, as workflow 2 takes it in. */
async function posted(user: Record<string, unknown>) {
	const { text } = await renderMessage(body, { dialect: 'braze', context: { ...user, campaign: { dispatch_id: 'd1', api_id: 'c1' }, canvas: {} } });
	return readCampaignMessage(text, new Date(0));
}

it('the body that workflow 2 gives for copying is the one in its folder', () => {
	const trigger = workflows.find(({ file }) => file.endsWith('braze-webhook-to-messenger.json'))?.nodes.find(({ type }) => type.endsWith('.brazeTrigger'));
	expect(trigger?.parameters).toMatchObject({ expects: 'campaign', campaignBodyToPaste: body });
});

it('is read with its words, the name of the event and where it comes from', async () => {
	expect(await posted({ user_id: 'cust-42', first_name: 'Ada' })).toMatchObject({
		ok: true,
		event: { deliveryId: 'd1:cust-42', campaign: { id: 'c1' }, properties: { text: 'Hello Ada, your order is on its way.', outcome_event: 'messenger_message' } },
	});
});

it('stays JSON whatever stands in the profile, and without a name', async () => {
	expect(await posted({ user_id: 'cust-"42"\\', first_name: 'Ada "\\\n Lovelace' })).toMatchObject({ ok: true, event: { properties: { text: 'Hello Ada "\\\n Lovelace, your order is on its way.' } } });
	expect(await posted({ braze_id: 'b1' })).toMatchObject({ ok: true, event: { properties: { text: 'Hello there, your order is on its way.' } } });
});
