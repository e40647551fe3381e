import type { INode } from 'n8n-workflow';
import { stopError } from '../../../nodes/shared/operation/outcome';
import { FAILURE_CLASSES } from '../../../nodes/shared/transport/failure';

const node: INode = { id: '1', name: 'Node', type: 'test', typeVersion: 1, position: [0, 0], parameters: {} };

/** n8n's errors replace a message that holds a code they know by general advice ("You can retry the request immediately"). */
it.each(['ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'ENOTFOUND', 'ECONNABORTED', 'EPIPE', 'EAI_AGAIN', 'ENETUNREACH', '429', '500', '504'])(
	'the message stays ours where it holds %s',
	(code) => {
		const message = `Vendor did not answer (${code}): whether it acted is not known`;
		const error = stopError(node, { class: 'unknownOutcome', vendor: 'Vendor', code, message, fix: 'Look first.' }, 3, '');
		expect(error.message).toBe(`${message} [unknownOutcome]`);
		expect(error.description).toBe('Look first.');
		expect(error.context).toMatchObject({ itemIndex: 3, failure: { class: 'unknownOutcome', code } });
	},
);

it.each(FAILURE_CLASSES)('%s stands in the message', (failureClass) => {
	expect(stopError(node, { class: failureClass, vendor: 'V', message: 'It failed', fix: 'Do this.' }, 0, '').message).toBe(`It failed [${failureClass}]`);
});
