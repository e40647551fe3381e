import {
	ICredentials,
	ICredentialsHelper,
	NodeHelpers,
	type ICredentialDataDecryptedObject,
	type ICredentialsEncrypted,
	type ICredentialType,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeParameters,
	type INodeProperties,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
	type Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { credentials } from './registered';

/** Credential data by type name: what a person typed into the form. */
export type CredentialData = Record<string, ICredentialDataDecryptedObject>;

const TYPES = new Map(credentials.map((type): [string, ICredentialType] => [type.name, type]));

class Stored extends ICredentials {
	constructor(private readonly stored: ICredentialDataDecryptedObject, details: INodeCredentialsDetails, type: string) {
		super(details, type);
	}

	async getData(): Promise<ICredentialDataDecryptedObject> {
		return this.stored;
	}

	getDataToSave(): ICredentialsEncrypted {
		return { id: this.id ?? '', name: this.name, type: this.type, data: '' };
	}

	async setData(): Promise<void> {}

	async updateData(): Promise<void> {}
}

/**
 * Does with our credential classes what n8n's server does: defaults filled in, expressions among the fields resolved (`$self`),
 * the generic `authenticate` evaluated with `$credentials`, fetched OAuth2 tokens kept.
 */
export class CredentialStore extends ICredentialsHelper {
	workflow: Workflow | undefined;

	constructor(private readonly data: CredentialData) {
		super();
	}

	getParentTypes = (name: string): string[] => TYPES.get(name)?.extends ?? [];

	isCredentialUsableByNode = (): boolean => true;

	getCredentialsProperties = (type: string): INodeProperties[] => TYPES.get(type)?.properties ?? [];

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
	): Promise<ICredentialDataDecryptedObject> {
		const typed = this.data[type];
		if (typed === undefined || this.workflow === undefined) throw new Error(`The test gave no credential of type ${type}`);
		const filled = NodeHelpers.getNodeParameters(this.getCredentialsProperties(type), structuredClone(typed) as INodeParameters, true, false, null, null) ?? {};
		const node: INode = { id: 'c', name: 'Credential', type: 'test', typeVersion: 1, position: [0, 0], parameters: filled };
		const resolved = this.workflow.expression.getComplexParameterValue(node, filled, mode, {}, undefined, undefined, filled);
		return { ...structuredClone(typed), ...(resolved as ICredentialDataDecryptedObject) };
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		options: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow: Workflow,
		node: INode,
	): Promise<IHttpRequestOptions> {
		const request = options as IHttpRequestOptions;
		const rule = TYPES.get(typeName)?.authenticate;
		if (rule === undefined) return request;
		if (typeof rule === 'function') return await rule(credentials, request);
		const fill = (values: object = {}): Record<string, string> =>
			Object.fromEntries(
				Object.entries(values).map(([name, template]) => [name, String(workflow.expression.getSimpleParameterValue(node, String(template), 'internal', { $credentials: credentials }))]),
			);
		const { headers, qs, auth } = rule.properties;
		const { username = '', password = '' } = fill(auth);
		return { ...request, headers: { ...request.headers, ...fill(headers) }, qs: { ...request.qs, ...fill(qs) }, ...(auth === undefined ? {} : { auth: { username, password } }) };
	}

	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(details: INodeCredentialsDetails, type: string): Promise<ICredentials> {
		return new Stored(this.data[type], details, type);
	}

	async updateCredentials(_details: INodeCredentialsDetails, type: string, data: ICredentialDataDecryptedObject): Promise<void> {
		this.data[type] = data;
	}

	async updateCredentialsOauthTokenData(_details: INodeCredentialsDetails, type: string, data: ICredentialDataDecryptedObject): Promise<void> {
		this.data[type] = { ...this.data[type], oauthTokenData: data.oauthTokenData };
	}
}
