import type { Door } from './door';
import { FailureError, type Failure } from './failure';
import type { Vendor } from './vendor';

/** The door of a node whose credential is optional and was not chosen: what needs no vendor works, what needs one says so. */
export function closedDoor(vendor: Pick<Vendor, 'name' | 'parallel'>, reach: Required<Pick<Door, 'plain' | 'optionalCredential'>>): Door {
	const failure: Failure = {
		class: 'unauthorized',
		vendor: vendor.name,
		message: `This needs ${vendor.name}, and no credential is chosen`,
		fix: `Choose a ${vendor.name} credential in this node.`,
	};
	return {
		parallel: vendor.parallel,
		vendorName: vendor.name,
		account: {},
		...reach,
		attempt: async () => ({ ok: false, failure }),
		send: async () => await Promise.reject(new FailureError(failure)),
	};
}
