import type { Call } from '../shared/transport/call';

/** What a token must hold for each edge, in the words of Meta's App Dashboard. */
const PERMISSIONS: Readonly<Record<string, string>> = {
	messages: 'pages_messaging',
	message_attachments: 'pages_messaging',
	messenger_profile: 'pages_messaging',
	personas: 'pages_messaging',
	pass_thread_control: 'pages_messaging',
	take_thread_control: 'pages_messaging (or the Page has no default application, without which nobody may take)',
	request_thread_control: 'pages_messaging',
	subscribed_apps: 'pages_manage_metadata',
};

/** Meta often names it itself. */
const NAMED = /\b(?:pages?_[a-z_]+|business_management)\b/;

const asksForTag = ({ body }: Call, tag: string): boolean => typeof body === 'object' && 'tag' in body && body.tag === tag;
const isUtility = ({ body }: Call): boolean => typeof body === 'object' && 'messaging_type' in body && body.messaging_type === 'UTILITY';

/** The permission (or reviewed feature) that a refused call lacks, as far as it can be told. */
export function permissionFor(call: Call, message: string): string | undefined {
	const [named] = NAMED.exec(message) ?? [];
	if (named !== undefined) return `the permission ${named}`;
	if (asksForTag(call, 'HUMAN_AGENT')) return 'the reviewed feature "Human Agent"';
	// The references say the first, the login dialog takes only the second.
	if (isUtility(call)) return 'the permission page_utility_messaging (pages_utility_messaging in the login dialog)';
	const known = PERMISSIONS[call.path.split('/').at(-1) ?? ''];
	return known === undefined ? undefined : `the permission ${known}`;
}
