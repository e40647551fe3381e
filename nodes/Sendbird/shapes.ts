import type { IDataObject } from 'n8n-workflow';
import { z } from '../shared/schema';
import type { Answer } from '../shared/transport/call';

const row = z.object({}, { invalid_type_error: 'it is no JSON object' }).passthrough();

/** What Sendbird answered about one thing, as it is. */
export const objectOf = ({ body }: Answer): IDataObject => row.parse(body) as IDataObject;

/** The rows of a list, by the name Sendbird gives it. */
export const rowsOf =
	(name: string) =>
	({ body }: Answer): IDataObject[] =>
		z.object({ [name]: z.array(row) }).parse(body)[name] as IDataObject[];
