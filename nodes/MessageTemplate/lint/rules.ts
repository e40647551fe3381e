import type { DialectName, Found } from '../../shared/liquid';

/** Braze's standard attributes, as in its list of personalization tags. */
const STANDARD = new Set([
	'city', 'country', 'date_of_birth', 'email_address', 'first_name', 'gender', 'language', 'last_name', 'last_used_app_date', 'most_recent_app_version',
	'most_recent_locale', 'most_recent_location', 'phone_number', 'time_zone', 'user_id', 'braze_id', 'random_bucket_number', 'set_user_to_unsubscribed_url',
	'set_user_to_subscribed_url', 'set_user_to_opted_in_url', 'unsubscribe_url',
]);

const NAMESPACES = new Set([
	'subscribed_state', 'most_recently_used_device', 'targeted_device', 'product_recommendation', 'app', 'campaign', 'canvas', 'card', 'event_properties',
	'custom_attribute', 'api_trigger_properties', 'canvas_entry_properties', 'context', 'sms', 'whats_app', 'content_blocks',
]);

/** Attributes that a profile may lack; ids of the send and the user are always there. */
const MAY_LACK = /^(?:\$\{(?:first_name|last_name|city|country|gender|language|email_address|phone_number|time_zone|date_of_birth)\}|(?:custom_attribute|api_trigger_properties|canvas_entry_properties|context|event_properties)\.\$\{)/;

/** What is wrong with a `${}` reference that Braze does not know; it would render as nothing. */
export function unknownVariable(source: string, dialect: DialectName): string | undefined {
	if (dialect !== 'braze') return undefined;
	const reference = /^(?:([A-Za-z_]\w*)\.)?\$\{([^}]*)\}/.exec(source.trim());
	if (reference === null) return undefined;
	const [, namespace, name] = reference;
	if (namespace === undefined) return STANDARD.has(name.trim()) ? undefined : `\${${name}} is no standard attribute of Braze; for one of your own write custom_attribute.\${${name}}`;
	return NAMESPACES.has(namespace) ? undefined : `"${namespace}" is no namespace of Braze`;
}

/** Names that a template may read without making them: what loops and tags bring along, and Liquid's own words. */
const GIVEN = ['forloop', 'tablerowloop', 'connected', 'items', 'true', 'false', 'nil', 'null', 'blank', 'empty', 'now'];

/** After {% or, within a liquid tag, at the beginning of a line. */
const MAKERS = [/(?:\{%-?|^)\s*(?:assign|capture|increment|decrement)\s+([\w-]+)/gm, /(?:\{%-?|^)\s*(?:for|tablerow)\s+([\w-]+)\s+in\b/gm, /:save\s+([\w-]+)/g];

/** The plain names that a template makes itself. */
export const namesMade = (template: string): Set<string> => new Set([...GIVEN, ...MAKERS.flatMap((maker) => [...template.matchAll(maker)].map(([, name]) => name))]);

/** A plain name that nothing in the template makes; Braze gives values in ${} only. */
export function unknownName(source: string, made: Set<string>, dialect: DialectName): string | undefined {
	const [name] = /^[A-Za-z_][\w-]*(?![\w-]*\.?\$\{)/.exec(source.trim()) ?? [];
	if (dialect !== 'braze' || name === undefined || source.includes('${') || made.has(name) || NAMESPACES.has(name)) return undefined;
	return `Nothing in this template makes "${name}", so it stays empty; attributes are written \${${name}} or custom_attribute.\${${name}}`;
}

export const mayBeEmpty = ({ source, filters }: Found & { filters: string[] }, dialect: DialectName): boolean =>
	dialect === 'braze' && MAY_LACK.test(source.trim()) && !filters.includes('default');

/** Values inside a tag are conditions, loops and assignments, where nothing is shown. */
export function isShown(template: string, { begin }: Found): boolean {
	const before = template.slice(0, begin);
	return before.lastIndexOf('{%') <= before.lastIndexOf('%}');
}

/** Tags before the body, such as an assign, put nothing into it. */
const LEADING_TAGS = /^(?:\s|\{%[\s\S]*?%\})+/;

/** An object or a list; a text such as "[Acme] Hello" is none. */
const JSON_BODY = /^(?:\{(?!\{)|\[\s*["{[\d-])/;

/** Whether the output stands inside a quoted text of a JSON body: the template begins as an object or a list, and a quote is open where the value begins. */
export function isInJsonText(template: string, { begin }: Found): boolean {
	if (!JSON_BODY.test(template.replace(LEADING_TAGS, ''))) return false;
	const before = template.slice(0, begin).replace(/\{\{[\s\S]*?\}\}+|\{%[\s\S]*?%\}/g, '');
	let open = false;
	for (let at = 0; at < before.length; at++) {
		if (before[at] === '\\') at++;
		else if (before[at] === '"') open = !open;
	}
	return open;
}
