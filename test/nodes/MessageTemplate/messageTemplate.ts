import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { MessageTemplate } from '../../../nodes/MessageTemplate/MessageTemplate.node';
import { runNode, type Ran } from '../../support/engine';
import { credentials } from '../Braze/braze';

export async function runTemplate(parameters: INodeParameters, items: IDataObject[] = [{}], settings = {}): Promise<Ran> {
	return await runNode({ nodeType: new MessageTemplate(), parameters, items, credentials: credentials(), settings });
}

/** The node as somebody has it who chose no credential. */
export async function runWithoutCredential(parameters: INodeParameters, settings = {}): Promise<Ran> {
	const nodeType = new MessageTemplate();
	nodeType.description.credentials = [];
	return await runNode({ nodeType, parameters, credentials: {}, settings });
}

/** What the first item became; the test fails where the run did. */
export function first({ main, error }: Ran): IDataObject {
	if (error) throw error;
	return main[0][0].json;
}

export const RENDER = { resource: 'template', operation: 'render' };
