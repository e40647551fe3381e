import { permissionFor } from '../../nodes/Braze/permissions';
import { resources as braze } from '../../nodes/Braze/resources';
import { resources as cleverTap } from '../../nodes/CleverTap/resources';
import { resources as messenger } from '../../nodes/Messenger/resources';
import { resources as sendbird } from '../../nodes/Sendbird/resources';
import { resources as zendesk } from '../../nodes/Zendesk/resources';
import { scopeFor } from '../../nodes/Zendesk/scopes';
import type { VendorOperations } from './operationsTable';

/** Every vendor's node with its operations. */
export const vendors: VendorOperations[] = [
	{ name: 'Braze', resources: braze, permission: { heading: 'Permission of the key', of: permissionFor } },
	{ name: 'CleverTap', resources: cleverTap },
	{ name: 'Facebook Messenger', resources: messenger },
	{ name: 'Sendbird', resources: sendbird },
	{ name: 'Zendesk Support', resources: zendesk, permission: { heading: 'Scope of the token', of: (method, path) => scopeFor({ method, path }) } },
];
