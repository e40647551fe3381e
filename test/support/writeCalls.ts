/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a command of its own, not a node */
import { vendors } from './vendors';

/** What each operation says that it may call: `[{ vendor, operation, call }]`. */
const calls = vendors.flatMap(({ name, resources }) =>
	Object.values(resources).flatMap((resource) =>
		Object.values(resource.operations).flatMap(({ about }) => (about.calls ?? []).map((call) => ({ vendor: name, operation: `${resource.name}: ${about.name}`, call }))),
	),
);

process.stdout.write(JSON.stringify(calls));
