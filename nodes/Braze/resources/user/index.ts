import type { Resource } from '../../../shared/operation';
import { createAlias } from './createAlias.operation';
import { deleteUser } from './delete.operation';
import { exportByIds } from './exportByIds.operation';
import { exportBySegment } from './exportBySegment.operation';
import { exportControlGroup } from './exportControlGroup.operation';
import { identify } from './identify.operation';
import { merge } from './merge.operation';
import { removeExternalId } from './removeExternalId.operation';
import { renameExternalId } from './renameExternalId.operation';
import { track } from './track.operation';
import { trackAttributes } from './trackAttributes.operation';
import { trackEvents } from './trackEvents.operation';
import { trackPurchases } from './trackPurchases.operation';
import { trackSync } from './trackSync.operation';
import { updateAlias } from './updateAlias.operation';

export const user: Resource = {
	name: 'User',
	operations: {
		track,
		trackAttributes,
		trackEvents,
		trackPurchases,
		trackSync,
		identify,
		createAlias,
		updateAlias,
		merge,
		delete: deleteUser,
		renameExternalId,
		removeExternalId,
		exportByIds,
		exportBySegment,
		exportControlGroup,
	},
};
