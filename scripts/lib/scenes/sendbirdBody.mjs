/** Profile fields of Braze by the names that template variables commonly have. */
const PROFILE_FIELDS = {
	first_name: '${first_name}',
	last_name: '${last_name}',
	email: '${email_address}',
	phone: '${phone_number}',
	city: '${city}',
	country: '${country}',
	gender: '${gender}',
	language: '${language}',
	time_zone: '${time_zone}',
};

const FROM_BRAZE = { dispatch_id: 'campaign.${dispatch_id}', campaign_id: 'campaign.${api_id}', campaign_name: 'campaign.${name}', canvas_id: 'canvas.${api_id}', canvas_name: 'canvas.${name}', user_id: '${user_id}', braze_id: '${braze_id}' };

const SENDBIRD_ID = 'custom_attribute.${sendbird_id}';

/** Without json_escape a quote or a line break in a value would break the JSON. */
const liquid = (what) => `{{${what} | default: '' | json_escape}}`;

const line = (indent, name, what) => `${' '.repeat(indent)}${JSON.stringify(name)}: "${liquid(what)}"`;

/** The names by which a template knows its variables. */
export const variablesOf = ({ variable_schema: schema }) => (schema ?? []).map(({ key, name }) => key ?? name);

const variableLines = (template, indent) => variablesOf(template).map((name) => line(indent, name, PROFILE_FIELDS[name] ?? `custom_attribute.\${${name}}`));

const keyOf = ({ template_key: templateKey, key }) => templateKey ?? key;

function bodyForN8n(template, eventName) {
	return [
		'{',
		...Object.entries(FROM_BRAZE).map(([name, what]) => `${line(2, name, what)},`),
		'  "properties": {',
		`    "sendbird_id": "${liquid(SENDBIRD_ID)}",`,
		`    "template_key": ${JSON.stringify(keyOf(template))},`,
		`    "event_name": ${JSON.stringify(eventName)},`,
		'    "variables": {',
		variableLines(template, 6).join(',\n'),
		'    }',
		'  }',
		'}',
	];
}

/** The nearest documented shape, a notification's, with the event name beside it: which keys the vendor's extension writes is published nowhere. */
function bodyForSendbird(template, eventName) {
	return [
		'{',
		'  "template": {',
		`    "key": ${JSON.stringify(keyOf(template))},`,
		'    "variables": {',
		`      "${liquid(SENDBIRD_ID)}": {`,
		variableLines(template, 8).join(',\n'),
		'      }',
		'    }',
		'  },',
		`  "targets": ["${liquid(SENDBIRD_ID)}"],`,
		`  "event_name": ${JSON.stringify(eventName)},`,
		line(2, 'external_id', '${user_id}'),
		'}',
	];
}

/**
 * The body of a Braze webhook (raw text) with a line for each variable of a Sendbird template.
 * @param {{ key?: string, template_key?: string, variable_schema?: Array<{ key?: string, name?: string }> }} template as Sendbird's API shows it
 * @param {{ eventName?: string, to?: 'n8n' | 'sendbird' }} [options] `to`: who is posted to, the Braze Trigger in n8n or Sendbird's own endpoint
 */
export function webhookBody(template, { eventName = 'Sendbird notification', to = 'n8n' } = {}) {
	if (!keyOf(template)) throw new TypeError('the template has no key');
	const lines = to === 'sendbird' ? bodyForSendbird(template, eventName) : bodyForN8n(template, eventName);
	return lines.filter((one) => one !== '').join('\n');
}
