import { NodeOperationError, type ILoadOptionsFunctions, type INodeListSearchResult } from 'n8n-workflow';
import { pickList } from '../shared/operation';
import { openDoor } from '../shared/transport/door';
import { FailureError } from '../shared/transport/failure';
import { z } from '../shared/schema';
import { sendbirdChat, sendbirdNotifications } from './api';
import { nextToken } from './paging';
import { readPage } from './templates/readTemplates';
import { keyOf } from './templates/templateShape';

const channels = z.object({ channels: z.array(z.object({ channel_url: z.string(), name: z.string().default('') })) });

export const searchGroupChannels = pickList(sendbirdChat, {
	call: (token, filter) => ({
		method: 'GET',
		path: '/v3/group_channels',
		query: { limit: 100, show_empty: true, order: 'latest_last_message', name_contains: filter || undefined, token: token || undefined },
	}),
	rows: ({ body }) => channels.parse(body).channels.map(({ channel_url: value, name }) => ({ name: name || value, value })),
	next: nextToken,
	vendorFilters: true,
});

const TYPE_IT = 'The key can be typed all the same: switch the field to "By ID".';

/** Templates that can be sent, by name. */
export async function searchTemplates(this: ILoadOptionsFunctions, filter = '', token?: string): Promise<INodeListSearchResult> {
	const door = await openDoor(this, sendbirdNotifications);
	const page = await readPage(door, token).catch((error: unknown) => {
		if (error instanceof FailureError) throw new NodeOperationError(this.getNode(), error.failure.message, { description: `${error.failure.fix} ${TYPE_IT}` });
		throw new NodeOperationError(this.getNode(), 'Sendbird\'s list of templates could not be read', { description: `Check Templates Path in the credential. ${TYPE_IT}` });
	});
	const wanted = filter.toLowerCase();
	const results = page.templates
		.filter(({ is_archived: isArchived }) => isArchived !== true)
		.map((template) => ({ name: template.name ?? keyOf(template), value: keyOf(template) }))
		.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted));
	return { results, paginationToken: page.next };
}
