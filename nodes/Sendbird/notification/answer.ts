import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../shared/text/isObject';
import type { Answer } from '../../shared/transport/call';

/** What Sendbird said about a whole call: its plain values, since lists of thousands of users belong on none of their items. */
export function summaryOf({ body }: Answer): IDataObject {
	if (!isObject(body)) return {};
	return Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value !== 'object')) as IDataObject;
}
