import { batchOperation, failed, success, type InputOf, type Outcome } from '../../../shared/operation';
import { batchCall, MOST_IN_A_BATCH, partsIn, type Part } from '../../batch';
import { known, PROFILE_DOCS, profileFields, profileRead, unknown } from './profile';

type Input = InputOf<typeof profileFields>;

function outcomeOf({ psid }: Input, part: Part): Outcome {
	if (part.ok) return success(known(psid, part.body));
	const told = unknown(psid, part.failure);
	return told === undefined ? failed(part.failure) : success(told);
}

/** One bad PSID costs no other person's name: each part of the batch has an answer of its own. */
export const getBatch = batchOperation({
	name: 'Get Batch',
	action: 'Get the profiles of many people in batches',
	description: 'Read the names of many people who wrote, 50 in one call. Saves time and connections; for Meta\'s limits each person counts as a call all the same.',
	documentation: PROFILE_DOCS,
	calls: ['POST /', 'GET /{psid}'],
	fields: profileFields,
	retry: 'safe',
	batch: { size: MOST_IN_A_BATCH },
	request: (inputs: Input[]) => batchCall(inputs.map(profileRead)),
	outcomes: (answer, inputs) => partsIn(answer, inputs.map(profileRead)).map((part, index) => outcomeOf(inputs[index], part)),
});
