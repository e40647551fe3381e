import type { IDataObject, INode, INodeType, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

export interface Delivery {
	nodeType: INodeType;
	parameters: Record<string, unknown>;
	credentials?: IDataObject;
	headers: Record<string, string>;
	body: string;
	/** Of the node's webhooks, the one that was called. */
	webhookName?: string;
	query?: IDataObject;
	/** The node's static data. */
	staticData?: IDataObject;
	workflowId?: string;
	/** What else of n8n's context this trigger may use in `webhook()`, for the one that has a reason to. */
	offers?: Record<string, unknown>;
}

export interface Delivered {
	/** What the node answered itself, if it did. */
	status: number | undefined;
	answer: unknown;
	contentType: string | undefined;
	returned: IWebhookResponseData;
	/** The JSON of the items on each of the node's outputs. */
	outputs: IDataObject[][];
	warnings: string[];
}

/** Delivers a request to a trigger's `webhook()`; a call to anything that n8n offers and these triggers must not use throws. */
export async function deliver({ nodeType, parameters, credentials = {}, headers, body, staticData = {}, workflowId = 'wf1', webhookName = 'default', query = {}, offers = {} }: Delivery): Promise<Delivered> {
	let status: number | undefined;
	let answer: unknown;
	let contentType: string | undefined;
	const warnings: string[] = [];
	const response = {
		status(code: number) {
			status = code;
			return response;
		},
		json(value: unknown) {
			answer = value;
			return response;
		},
		type(value: string) {
			contentType = value;
			return response;
		},
		send(value: unknown) {
			answer = value;
			return response;
		},
		end() {
			return response;
		},
	};
	const node: INode = { id: `node-of-${workflowId}`, name: nodeType.description.displayName, type: nodeType.description.name, typeVersion: 1, position: [0, 0], parameters: {} };
	const offered: Record<string, unknown> = {
		getCredentials: async () => credentials,
		getNodeParameter: (name: string, fallback?: unknown) => parameters[name] ?? fallback,
		getWebhookName: () => webhookName,
		getQueryData: () => query,
		getHeaderData: () => headers,
		getRequestObject: () => ({ rawBody: Buffer.from(body, 'utf8') }),
		getResponseObject: () => response,
		getNode: () => node,
		getWorkflow: () => ({ id: workflowId, name: 'Test', active: true }),
		getWorkflowStaticData: () => staticData,
		logger: { warn: (text: string) => warnings.push(text) },
		...offers,
	};
	const context = new Proxy(offered, {
		get(target, name) {
			if (typeof name === 'string' && name in target) return target[name];
			throw new Error(`webhook() used ${String(name)}`);
		},
	});
	if (nodeType.webhook === undefined) throw new Error('This node has no webhook()');
	const returned = await nodeType.webhook.call(context as unknown as IWebhookFunctions);
	return { status, answer, contentType, returned, outputs: (returned.workflowData ?? []).map((items) => items.map(({ json }) => json)), warnings };
}
