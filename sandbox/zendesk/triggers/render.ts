import { Liquid } from 'liquidjs';

/** Zendesk runs Shopify's Liquid; which version, and which tags beyond the classic ones, is not published. */
const liquid = new Liquid({ strictFilters: false, strictVariables: false, ownPropertyOnly: false });

/** The text with its placeholders filled in; undefined where its Liquid cannot be read. */
export function render(text: string, scope: object): string | undefined {
	try {
		return String(liquid.parseAndRenderSync(text, scope));
	} catch {
		return undefined;
	}
}
