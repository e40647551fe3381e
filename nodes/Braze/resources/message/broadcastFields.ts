import type { InputOf, Problem } from '../../../shared/operation';
import { audienceOf } from '../../audience/audienceFields';
import { optionalSegmentField } from '../../pickFields';
import { broadcastField, checkBroadcast } from '../../sending/broadcast';
import { checkMessageSend, messageBroadcastFields, reachOf } from '../../sending/messageSend';

/** A message to people whom the items do not name: a segment, a connected audience, or both. */
export const broadcastFields = {
	segment: optionalSegmentField,
	broadcast: broadcastField('every user in the segment, or who fits the connected audience, or both where both are given'),
	...messageBroadcastFields,
};

type Input = InputOf<typeof broadcastFields>;

export function checkMessageBroadcast(input: Input): Problem | undefined {
	const reach = reachOf(input.segment, audienceOf(input) !== undefined);
	if (reach === undefined) return { displayName: 'Segment', message: 'is missing; a connected audience may stand in for it' };
	return checkBroadcast(input.broadcast, reach) ?? checkMessageSend(input);
}

/** The shared body looks for a segment among the options, where a send to users has it. */
export const asSend = (input: Input) => ({ ...input, more: { ...input.more, segmentId: input.segment } });
