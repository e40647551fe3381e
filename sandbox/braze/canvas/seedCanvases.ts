import { DAY_MS } from '../figures/days';
import type { Canvas } from './canvas';

const FROM = 'Acme Pizza <hello@acme.example>';

/** One that can be triggered (with a control group), one paused, one archived, and one that the dashboard lets people into every 30 days. */
export function seedCanvases(now = Date.now()): Canvas[] {
	const common = { audience: null, entries: [], createdAt: now - 60 * DAY_MS, lastEditedAt: now - 20 * DAY_MS } as const;
	const emailStep = (id: string, name: string, subject: string, body: string) => ({
		id: `${id}-step`,
		name,
		messageId: `${id}-message`,
		channel: 'email' as const,
		email: { from: FROM, subject, body },
	});
	return [
		{
			...common,
			entries: [],
			id: 'canvas-welcome',
			name: 'Welcome to a franchise',
			description: 'Somebody signed up in a restaurant.',
			status: 'active',
			tags: ['franchise'],
			entry: { type: 'api_triggered' },
			variants: [
				{
					id: 'canvas-welcome-variant-1',
					name: 'Variant 1',
					share: 80,
					steps: [
						emailStep(
							'canvas-welcome',
							'Welcome e-mail',
							"Welcome{{context.${restaurant} | prepend: ' to '}}",
							'<p>Hello {{${first_name} | default: \'there\'}}, <a href="https://acme.example/menu">our menu</a>. <a href="{{${set_user_to_unsubscribed_url}}}">Unsubscribe</a></p>',
						),
					],
				},
				{ id: 'canvas-welcome-control', name: 'Control', share: 20, steps: [] },
			],
		},
		{
			...common,
			entries: [],
			id: 'canvas-win-back',
			name: 'Win back',
			description: 'Nothing ordered for three months.',
			status: 'stopped',
			entry: { type: 'api_triggered' },
			variants: [{ id: 'canvas-win-back-variant-1', name: 'Variant 1', share: 100, steps: [emailStep('canvas-win-back', 'We miss you', 'We miss you', '<p>Come back</p>')] }],
		},
		{
			...common,
			entries: [],
			id: 'canvas-opening',
			name: 'Opening week',
			description: 'Over.',
			status: 'archived',
			entry: { type: 'api_triggered' },
			variants: [{ id: 'canvas-opening-variant-1', name: 'Variant 1', share: 100, steps: [] }],
		},
		{
			...common,
			entries: [],
			id: 'canvas-monthly-news',
			name: 'Monthly news',
			description: 'The brand’s own newsletter.',
			status: 'active',
			tags: ['brand'],
			audience: { custom_attribute: { custom_attribute_name: 'franchise', comparison: 'exists' } },
			entry: { type: 'scheduled', everyDays: 30, nextAt: (Math.floor(now / DAY_MS) + 30) * DAY_MS + 9 * 3_600_000 },
			variants: [
				{ id: 'canvas-monthly-news-variant-1', name: 'Variant 1', share: 100, steps: [emailStep('canvas-monthly-news', 'News', 'News of the month', '<p>News</p>')] },
			],
		},
	];
}
