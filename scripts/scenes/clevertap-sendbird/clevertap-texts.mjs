import { SHIPPED_EVENT, shipped } from '../../lib/scenes/clevertap.mjs';
import { sendForm } from '../../lib/scenes/forms.mjs';

export const name = 'clevertap-texts';
export const title = 'the texts of a campaign are made from the template’s variables, as the Chrome extension did: the shipped ones are these';
export const integration = 'clevertap-sendbird';

const texts = async (stage, template, variables = '') => {
	const { html } = await sendForm(stage, 'clevertapSendbird0', [template, SHIPPED_EVENT, variables]);
	const plain = (part) => part.replace(/<[^>]+>/g, '\n').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))).replaceAll('&quot;', '"').replace(/\s+/g, ' ').trim();
	return plain(html);
};

const oneLine = (text) => text.replace(/\s+/g, ' ');

export async function run(stage) {
	const { expect } = stage;
	const page = await texts(stage, 'order-shipped');
	for (const file of ['single.key-values.txt', 'multi.key-values.txt', 'relay.body.json']) expect.contains(page, oneLine(shipped(file)), `the page, for ${file},`);
	const refused = await texts(stage, 'no-such-template');
	expect.contains(refused, 'type its variables', 'the page for a template that cannot be read');
	expect.contains(await texts(stage, 'no-such-template', 'color, size'), 'var_color: {{Event.color}} var_size: {{Event.size}}', 'the page for variables typed by hand');
}
