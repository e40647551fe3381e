import { batchOperation, callOperation, field, success } from '../../../nodes/shared/operation';
import { objectBody } from '../../../nodes/shared/transport/call';

const about = { name: 'Act', action: 'Act on a thing', description: 'For tests', documentation: 'https://vendor.test/docs' };

const fields = { id: field.requiredId({ displayName: 'Thing ID' }) };

/** One call an item: `POST /things {id}`. */
export const oneByOne = callOperation({
	...about,
	fields,
	retry: 'onlyIfNothingHappened',
	request: ({ id }) => ({ method: 'POST', path: '/things', body: { id } }),
	outcome: (answer, { id }) => ({ id, said: String(objectBody(answer).said ?? '') }),
});

/** Two items a call: `POST /things {ids}`. */
export const twoByTwo = batchOperation({
	...about,
	fields,
	retry: 'onlyIfNothingHappened',
	batch: { size: 2 },
	request: (inputs) => ({ method: 'POST', path: '/things', body: { ids: inputs.map(({ id }) => id) } }),
	outcomes: (_, inputs) => inputs.map(({ id }) => success({ id })),
});

export const ID_FROM_ITEM = { id: '={{ $json.id }}', connection: { longestWait: 0 } };
