import type { Play } from '../../pageTypes';

export interface Form {
	title: string;
	link: string;
	hint: string;
}

/** The forms of n8n by integration, in the order they came. Their hint begins with the integration and a middle dot. */
export function formsOf(plays: readonly Play[], console: Play['console']): ReadonlyMap<string, Form[]> {
	const found = new Map<string, Form[]>();
	for (const { title, hint = '', link, cell, calls, console: of } of plays) {
		if (of !== console || link === undefined || calls !== undefined) continue;
		const [integration, ...rest] = hint.split(' · ');
		found.set(integration, [...(found.get(integration) ?? []), { title, link: cell === undefined ? link : `/_sandbox/page/plays/${encodeURIComponent(title)}`, hint: rest.join(' · ') }]);
	}
	return found;
}
