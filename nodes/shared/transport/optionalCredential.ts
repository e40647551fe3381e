import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { NetworkContext } from './networkContext';

export type OptionalCredential = (name: string) => Promise<ICredentialDataDecryptedObject | undefined>;

/** A further credential of the node, where the user chose one. */
export const optionalCredential =
	(context: NetworkContext): OptionalCredential =>
	async (name) =>
		context.getNode().credentials?.[name] === undefined ? undefined : await context.getCredentials<ICredentialDataDecryptedObject>(name);
