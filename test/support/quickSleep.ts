const actual = jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow');

/** How long `sleep` was asked for, ms, in order. */
export const waits: number[] = [];

/** n8n-workflow with a `sleep` that passes at once: `jest.mock('n8n-workflow', () => jest.requireActual('…/support/quickSleep').quick)`. */
export const quick: typeof actual = {
	...actual,
	sleep: async (ms: number): Promise<void> => {
		waits.push(ms);
	},
};

beforeEach(() => {
	waits.length = 0;
});
