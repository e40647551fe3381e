import type { ICredentialDataDecryptedObject, INode, INodeParameters } from 'n8n-workflow';
import type { Answer, Call } from './call';
import type { Failure } from './failure';

/** What the one door to the network must know of a vendor. Each vendor's `api.ts` declares one. */
export interface Vendor {
	/** As the vendor writes it, for messages. */
	name: string;
	/** The credential type; a function where the node's form lets the user choose between several. */
	credential: string | ((parameters: INodeParameters) => string);
	/** Whether the node also works without it, for what needs no vendor. */
	credentialIsOptional?: boolean;
	/** Without a trailing slash. */
	baseUrl: (credentials: ICredentialDataDecryptedObject) => string;
	/** Whether the user pointed the credential somewhere else than at the vendor (a sandbox, a proxy). */
	isOverridden: (credentials: ICredentialDataDecryptedObject) => boolean;
	/** What calls must name out of the credential, such as ids: `{page}` in a call's path becomes what stands under `page` here. */
	account?: (credentials: ICredentialDataDecryptedObject) => Readonly<Record<string, string>>;
	/** How the vendor reads a list in a query: `ids[]=a&ids[]=b` (brackets), `ids=a&ids=b` (repeat), `ids=a,b` (comma). Absent: n8n's `ids[0]=a&ids[1]=b`. */
	arrayFormat?: 'brackets' | 'repeat' | 'comma';
	/** The failure an answer stands for, or undefined for success. A 200 can be a failure. */
	classify: (answer: Answer, call: Call) => Failure | undefined;
	/** The status that an answer stands for where the one it came with tells nothing; retries and safety follow it. */
	statusOf?: (answer: Answer) => number;
	/** Says a failure more exactly with the credential at hand: which of two ways to sign in it was, which scope the token lacks. */
	explain?: (failure: Failure, call: Call, credentials: ICredentialDataDecryptedObject) => Failure;
	/** ms the vendor asks us to wait before the next try, from its headers. */
	waitMs: (answer: Answer) => number | undefined;
	/** Statuses at which the vendor surely did nothing, so that any call may be repeated. */
	nothingHappenedAt: readonly number[];
	/** ms we wait for an answer, unless the node says otherwise. */
	patienceMs: number;
	/** Calls in flight at once, in this process, for one node run. */
	parallel: number;
}

/** The credential type that this node uses. What the choice depends on is never an expression, so the node's own parameters tell. */
export const credentialOf = ({ credential }: Pick<Vendor, 'credential'>, { parameters }: Pick<INode, 'parameters'>): string =>
	typeof credential === 'string' ? credential : credential(parameters);
