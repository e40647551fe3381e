import type { PretendedVendor } from '../core/vendor';
import type { World } from '../core/world';
import { campaignsRead } from './campaigns/campaignsRead';
import { campaignsTrigger } from './campaigns/campaignsTrigger';
import { contentBlocks } from './contentBlocks/contentBlocks';
import { control } from './controls/control';
import { dataControl } from './controls/dataControl';
import { dataRoutes } from './dataRoutes';
import { rateHeadersOnEveryAnswer } from './endpoint';
import { answerErrors, faultAnswer } from './errors';
import { messagingRoutes } from './messages/messagingRoutes';
import { runDue } from './schedules/clock';
import { seedCustomers } from './seed';
import { seedFranchises } from './seedFranchises';
import { rememberSizes } from './segments/segment';
import { readSetup } from './controls/setupFile';
import { BrazeState } from './state';
import { subscriptions } from './subscriptions/subscriptions';
import { usersExport } from './users/usersExport';
import { usersTrack } from './users/usersTrack';

/** Braze, pretended: one workspace, its REST API, its SMS and its webhook campaigns. */
export function brazeVendor(world: World): PretendedVendor {
	const state = new BrazeState(world);
	world.onReset(() => {
		state.reset(readSetup());
		seedCustomers(state);
		seedFranchises(state);
		runDue(state);
	});
	world.onAge((ms) => {
		rememberSizes(state);
		state.age(ms);
		runDue(state);
	});
	return {
		name: 'braze',
		prefix: '/braze',
		faultAnswer,
		routes: (app) => {
			answerErrors(app);
			rateHeadersOnEveryAnswer(app, state);
			usersTrack(app, state);
			usersExport(app, state);
			campaignsTrigger(app, state);
			campaignsRead(app, state);
			contentBlocks(app, state);
			subscriptions(app, state);
			dataRoutes(app, state);
			messagingRoutes(app, state);
		},
		control: (app) => {
			control(app, state);
			dataControl(app, state);
		},
	};
}
