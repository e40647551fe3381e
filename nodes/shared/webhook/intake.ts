import type { IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** One clean item an event, the same for all vendors' triggers. */
export interface Intake extends IDataObject {
	event: string;
	/** The vendor's ids of the customer. */
	customer: IDataObject;
	text: string;
	/** ISO time. */
	occurredAt: string;
	/** The vendor's id of this delivery; the same for its repeats. */
	deliveryId: string;
	/** The vendor's id of what happened; never a hash of the text ("ok" twice is two messages). */
	dedupeKey: string;
	raw: IDataObject | string;
}

/** What an event that could not be read becomes, on the trigger's second output. */
export interface FailedIntake extends IDataObject {
	event: 'unreadable';
	error: { class: 'invalidInput'; vendor: string; message: string; fix: string };
	deliveryId: string;
	raw: string;
}

const asItems = (json: IDataObject[]): INodeExecutionData[] => json.map((entry) => ({ json: entry }));

/** Starts the workflow with the events on the trigger's first output. */
export const started = (events: Intake[]): IWebhookResponseData => ({ workflowData: [asItems(events), []] });

/** Starts the workflow with what could be read of a delivery of many, and with what could not on the second output; the sender hears that all was taken. */
export const startedWithBoth = (events: Intake[], failures: FailedIntake[]): IWebhookResponseData => ({ workflowData: [asItems(events), asItems(failures)] });

/** Starts the workflow on the second output and tells the sender at once, with a status at which it does not try again. */
export function startedWithFailure(context: IWebhookFunctions, failure: FailedIntake): IWebhookResponseData {
	context.getResponseObject().status(400).json({ error: failure.error.message });
	return { noWebhookResponse: true, workflowData: [[], asItems([failure])] };
}

/** Nothing happens, and the sender learns no more than that. */
export function refused(context: IWebhookFunctions, why: string): IWebhookResponseData {
	context.logger.warn(`${context.getNode().name}: a delivery was refused: ${why}`);
	context.getResponseObject().status(401).end();
	return { noWebhookResponse: true };
}

/** Taken and dropped: a repeat, or not ours. */
export const dropped: IWebhookResponseData = { webhookResponse: { dropped: true } };
