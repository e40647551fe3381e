import './lib/command/checkNode.mjs';
import { readFileSync } from 'node:fs';
import { Failure, runMain } from './lib/command/failure.mjs';
import { readOptions } from './lib/command/options.mjs';
import { webhookBody } from './lib/scenes/sendbirdBody.mjs';

const USAGE = 'node scripts/sendbirdBodies.mjs --template FILE.json [--event NAME] [--to n8n|sendbird]';

function readTemplate(file) {
	if (file === undefined) throw new Failure('No template is named', `${USAGE}; FILE.json holds a template as Sendbird's API shows it: { "key": …, "variable_schema": [{ "key": … }] }`);
	try {
		const template = JSON.parse(readFileSync(file, 'utf8'));
		return template.template ?? template;
	} catch (error) {
		throw new Failure(`${file} cannot be read: ${error.message}`, "It must hold a template as Sendbird's API shows it.");
	}
}

/** Prints the body to paste into a Braze webhook, made from the template's variables. */
await runMain(async () => {
	const { template: file, event, to = 'n8n' } = readOptions({ template: { type: 'string' }, event: { type: 'string' }, to: { type: 'string' } }, USAGE);
	if (!['n8n', 'sendbird'].includes(to)) throw new Failure(`--to ${to} is nobody to post to`, USAGE);
	const template = readTemplate(file);
	if (!template.key && !template.template_key) throw new Failure(`${file} holds no template: it has no "key"`, "Save one template as Sendbird's API shows it.");
	console.log(webhookBody(template, { eventName: event, to }));
	return 0;
});
