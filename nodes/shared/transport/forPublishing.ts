import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { FailureError } from './failure';

/** While a workflow is published or taken back n8n shows the message alone, so it holds the fix too. */
export async function forPublishing<T>(context: IHookFunctions, work: Promise<T>): Promise<T> {
	return await work.catch((error: unknown) => {
		if (!(error instanceof FailureError)) return Promise.reject(error);
		const { message, fix } = error.failure;
		const shown = new NodeOperationError(context.getNode(), message, { description: fix });
		shown.message = `${message}. ${fix}`;
		return Promise.reject(shown);
	});
}
