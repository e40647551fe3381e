import { sendForm } from '../../lib/scenes/forms.mjs';
import { bodyFor, EVENT } from '../../lib/scenes/sendbird.mjs';

export const name = 'sendbird-body';
export const title = "the body to paste is made from the template's variables by a form, the same as by the script";
export const integration = 'braze-sendbird';

const plain = (html) => html.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#x27;|&#39;/g, "'").replace(/&#x60;/g, '`').replace(/&amp;/g, '&');

export async function run(stage) {
	const { html } = await sendForm(stage, 'brazeSendbird0', ['order-shipped', EVENT, 'n8n']);
	stage.expect.contains(plain(html), bodyFor(), 'the page');
}
