import type { Operation, Resources } from '../../nodes/shared/operation';

export interface VendorOperations {
	/** As the vendor writes it. */
	name: string;
	resources: Resources;
	/** What the key or token must be allowed for a call, in the vendor's own words; absent where the vendor knows no such thing. */
	permission?: { heading: string; of: (method: string, path: string) => string | undefined };
}

const RETRIES = {
	safe: 'safe: again on 429, 5xx and a lost connection',
	withKey: 'with a key: the vendor drops repeats',
	onlyIfNothingHappened: 'only where nothing happened; else the outcome is unknown',
} as const;

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;

const lines = (cells: string[]): string => cells.map((cell) => cell || '–').join('<br>');

function cellsOf({ about, traits }: Operation, permission: VendorOperations['permission']): string[] {
	const calls = about.calls ?? [];
	const needed = permission && [...new Set(calls.map((call) => permission.of(call.split(' ')[0], call.split(' ')[1]) ?? ''))];
	const together = traits.batchSize === undefined ? '1' : String(traits.batchSize);
	const more = [traits.pages ? 'pages' : '', traits.polls ? 'waits for a job' : ''].filter(Boolean).join(', ');
	return [
		`[${about.name}](${about.documentation})`,
		lines(calls.map((call) => `\`${call}\``)),
		...(needed ? [lines(needed)] : []),
		together,
		more || '–',
		about.retry,
		about.dangerous ?? '–',
	];
}

/** One vendor's operations as Markdown. */
export function operationsTable({ name, resources, permission }: VendorOperations): string {
	const heads = ['Operation', 'Calls', ...(permission ? [permission.heading] : []), 'Items a call', 'Lists and jobs', 'Repeats', 'Careful'];
	const count = Object.values(resources).reduce((sum, { operations }) => sum + Object.keys(operations).length, 0);
	const tables = Object.values(resources)
		.sort((a, b) => a.name.localeCompare(b.name))
		.map((resource) => [`### ${resource.name}`, '', row(heads), row(heads.map(() => '---')), ...Object.values(resource.operations).map((operation) => row(cellsOf(operation, permission)))].join('\n'));
	return [`## ${name}: ${count} operations`, ...tables].join('\n\n');
}

/** The whole page. */
export const operationsPage = (vendors: VendorOperations[]): string =>
	[
		'# Operations',
		'Made from the declarations in nodes/ by `npm run operations`; a test holds it true. The Message Template node, which calls no vendor of its own, is not here.',
		['How often a call goes out ("Repeats"):', ...Object.entries(RETRIES).map(([name, meaning]) => `- \`${name}\`: ${meaning}`)].join('\n'),
		'"Careful": an operation that deletes or broadcasts refuses to run as an AI tool unless its switch allows it.',
		...vendors.map(operationsTable),
	].join('\n\n') + '\n';
