import type { IDataObject } from 'n8n-workflow';
import type { Answer } from '../../../shared/transport/call';
import { toldWith } from '../../told';

/** A dashboard user, without the name of SCIM's schema. */
export const dashboardUser = (answer: Answer): IDataObject => Object.fromEntries(Object.entries(toldWith(answer, 'id')).filter(([name]) => name !== 'schemas'));
