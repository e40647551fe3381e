import type { FastifyInstance } from 'fastify';
import { catalogFields } from './catalogs/catalogFields';
import { catalogItem } from './catalogs/catalogItem';
import { catalogItems } from './catalogs/catalogItems';
import { catalogs } from './catalogs/catalogs';
import { catalogSelections } from './catalogs/catalogSelections';
import { cdiIntegrations } from './cdi/cdiIntegrations';
import { emailLists } from './email/emailLists';
import { emailRemovals } from './email/emailRemovals';
import { emailStatus } from './email/emailStatus';
import { liveActivities } from './liveActivities/liveActivities';
import { preferenceCenters } from './preferenceCenters/preferenceCenters';
import { scimUsers } from './scim/scimUsers';
import { sdkAuthentication } from './sdkAuthentication/sdkAuthentication';
import { smsInvalidPhones } from './sms/smsInvalidPhones';
import type { BrazeState } from './state';
import { emailTemplates } from './templates/emailTemplates';
import { transactionalSend } from './transactional/transactionalSend';
import { externalIds } from './users/externalIds';
import { userAliases } from './users/userAliases';
import { usersDelete } from './users/usersDelete';
import { usersExportFile } from './users/usersExportFile';
import { usersIdentify } from './users/usersIdentify';
import { usersMerge } from './users/usersMerge';
import { usersTrackBulk } from './users/usersTrackBulk';
import { usersTrackSync } from './users/usersTrackSync';

const ROUTES: ReadonlyArray<(app: FastifyInstance, state: BrazeState) => void> = [
	usersTrackSync, usersTrackBulk, usersIdentify, userAliases, usersMerge, usersDelete, externalIds, usersExportFile,
	emailLists, emailStatus, emailRemovals, smsInvalidPhones, emailTemplates,
	catalogs, catalogFields, catalogSelections, catalogItems, catalogItem,
	preferenceCenters, cdiIntegrations, liveActivities, transactionalSend, sdkAuthentication, scimUsers,
];

/** Users, lists, templates, catalogs and what else is data rather than messages. */
export function dataRoutes(app: FastifyInstance, state: BrazeState): void {
	for (const register of ROUTES) register(app, state);
}
