import type { INodeProperties } from 'n8n-workflow';

/** Stands above the form of node and trigger. Never an expression: which credential n8n shows depends on it. OAuth2 first, as in all saved workflows. */
export const authenticationChoice: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'API Token', value: 'apiToken', description: 'For accounts that still have one: all of them end on 2027-04-30' },
		{ name: 'OAuth2', value: 'oAuth2', description: 'With client credentials, or signed in by a person' },
	],
	default: 'oAuth2',
};
