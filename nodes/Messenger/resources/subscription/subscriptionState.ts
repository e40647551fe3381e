import type { IDataObject } from 'n8n-workflow';
import type { Door } from '../../../shared/transport/door';
import { lacking, readAppLayer, readPageLayer, type AppLayer } from '../../subscription/layers';
import type { Wanted } from './wantedFields';

export interface State {
	app: AppLayer | undefined;
	/** The fields of our app on this Page; undefined where it is not subscribed. */
	page: string[] | undefined;
}

export const readState = async (door: Door): Promise<State> => ({ app: await readAppLayer(door), page: await readPageLayer(door) });

/** The app calls, and calls the address that was named. */
export const leadsHere = ({ app }: State, { callbackUrl }: Wanted): boolean => app !== undefined && (callbackUrl === undefined || app.callback === callbackUrl);

export function tell(state: State, wanted: Wanted): IDataObject {
	const missingOnApp = lacking(wanted.webhookFields, state.app?.fields ?? []);
	const missingOnPage = lacking(wanted.webhookFields, state.page ?? []);
	return {
		healthy: leadsHere(state, wanted) && state.app?.active === true && missingOnApp.length === 0 && state.page !== undefined && missingOnPage.length === 0,
		app: { subscribed: state.app !== undefined, active: state.app?.active ?? false, callbackUrl: state.app?.callback ?? '', isOurCallback: leadsHere(state, wanted), missingFields: missingOnApp },
		page: { subscribed: state.page !== undefined, fields: state.page ?? [], missingFields: missingOnPage },
	};
}
