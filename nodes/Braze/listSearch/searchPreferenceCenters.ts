import { pickList } from '../../shared/operation';
import { z } from '../../shared/schema';
import { objectBody } from '../../shared/transport/call';
import { braze } from '../api';

const rows = z.array(z.object({ name: z.string(), preference_center_api_id: z.string() }));

/** All preference centers at once. */
export const searchPreferenceCenters = pickList(braze, {
	call: () => ({ method: 'GET', path: '/preference_center/v1/list' }),
	rows: (answer) => rows.parse(objectBody(answer).preference_centers ?? []).map(({ name, preference_center_api_id: id }) => ({ name, value: id })),
});
