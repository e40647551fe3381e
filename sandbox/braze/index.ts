import type { PretendedVendor } from '../core/vendor';
import type { World } from '../core/world';
import { campaignsRead } from './campaignsRead';
import { campaignsTrigger } from './campaignsTrigger';
import { contentBlocks } from './contentBlocks';
import { control } from './control';
import { rateHeadersOnEveryAnswer } from './endpoint';
import { answerErrors, faultAnswer } from './errors';
import { seedCustomers } from './seed';
import { readSetup } from './setupFile';
import { BrazeState } from './state';
import { subscriptions } from './subscriptions';
import { usersExport } from './usersExport';
import { usersTrack } from './usersTrack';

/** Braze, pretended: one workspace, its REST API, its SMS and its webhook campaigns. */
export function brazeVendor(world: World): PretendedVendor {
	const state = new BrazeState(world);
	world.onReset(() => {
		state.reset(readSetup());
		seedCustomers(state);
	});
	world.onAge((ms) => state.age(ms));
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
		},
		control: (app) => control(app, state),
	};
}
