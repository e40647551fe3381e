import { callOperation, type InputOf, type Problem } from '../../../shared/operation';
import { audienceFields, audienceOf, checkAudience } from '../../audience/audienceFields';
import { minorFailure } from '../../minorErrors';
import { optionalSegmentField } from '../../pickFields';
import { broadcastField, checkBroadcast } from '../../sending/broadcast';
import { checkStart, startBody, startFields } from './activityFields';

const fields = { segment: optionalSegmentField, broadcast: broadcastField('every user in the segment, or who fits the connected audience'), ...startFields, ...audienceFields };

/** Braze takes one of the two. */
function check(input: InputOf<typeof fields>): Problem | undefined {
	const hasAudience = audienceOf(input) !== undefined;
	if (input.segment === undefined && !hasAudience) return { displayName: 'Segment', message: 'is missing; a connected audience may stand in for it' };
	if (input.segment !== undefined && hasAudience) return { displayName: 'Connected Audience', message: 'and a segment exclude each other here' };
	const whom = input.segment === undefined ? 'every user of the workspace who fits the connected audience' : `every user in the segment "${input.segment}"`;
	return checkBroadcast(input.broadcast, whom) ?? checkAudience(input) ?? checkStart(input);
}

export const startBroadcast = callOperation({
	name: 'Start Broadcast',
	action: 'Start a live activity for a segment or an audience',
	description: 'Start an iOS Live Activity for everyone in a segment or a connected audience',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/live_activity/start/',
	calls: ['POST /messages/live_activity/start'],
	dangerous: 'broadcasts',
	fields,
	check,
	retry: 'onlyIfNothingHappened',
	request: (input) => ({ method: 'POST', path: '/messages/live_activity/start', body: { ...startBody(input), segment_id: input.segment, custom_audience: audienceOf(input) } }),
	classify: minorFailure,
	outcome: (_, { activityId, segment }) => ({ activityId, accepted: true, ...(segment === undefined ? {} : { segmentId: segment }) }),
});
