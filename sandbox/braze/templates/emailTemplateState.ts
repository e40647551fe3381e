export interface EmailTemplate {
	id: string;
	name: string;
	subject: string;
	body: string;
	plaintextBody: string;
	preheader: string;
	tags: string[];
	/** Absent: the workspace's setting holds. */
	shouldInlineCss?: boolean;
	/** ms since 1970 */
	createdAt: number;
	updatedAt: number;
}

const DAY = 24 * 3_600_000;

/** E-mail templates of Templates & Media. */
export class EmailTemplateState {
	templates: EmailTemplate[] = [];

	reset(): void {
		const seeded = (id: string, name: string, subject: string, body: string, days: number): EmailTemplate => ({
			id,
			name,
			subject,
			body,
			plaintextBody: '',
			preheader: '',
			tags: [],
			createdAt: Date.now() - days * DAY,
			updatedAt: Date.now() - days * DAY,
		});
		this.templates = [
			seeded('email-template-welcome', 'Welcome', 'Welcome to Acme', "<p>Hello {{${first_name} | default: 'there'}}</p>", 30),
			seeded('email-template-offer', 'Local offer', 'An offer near you', '<p>{{api_trigger_properties.${offer}}}</p>', 10),
		];
	}

	age(ms: number): void {
		for (const template of this.templates) {
			template.createdAt -= ms;
			template.updatedAt -= ms;
		}
	}
}
