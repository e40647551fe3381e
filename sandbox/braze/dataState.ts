import { AddressSubscriptions } from './subscriptions/addressSubscriptions';
import { CatalogState } from './catalogs/catalogState';
import { CdiState } from './cdi/cdiState';
import { ContentBlockState } from './contentBlocks/contentBlockState';
import { EmailState } from './email/emailState';
import { EmailTemplateState } from './templates/emailTemplateState';
import { ExportState } from './users/exportState';
import { InvalidPhones } from './sms/invalidPhones';
import { LiveActivityState } from './liveActivities/liveActivityState';
import { PreferenceCenterState } from './preferenceCenters/preferenceCenterState';
import { ScimState } from './scim/scimState';
import { SdkKeyState } from './sdkAuthentication/sdkKeyState';
import { TransactionalState } from './transactional/transactionalState';

/** What the workspace holds beside profiles and campaigns. */
export class DataState {
	readonly email = new EmailState();

	readonly invalidPhones = new InvalidPhones();

	/** The e-mail subscription group; the SMS group is `BrazeState.subscriptions`. */
	readonly newsletter = new AddressSubscriptions('email');

	readonly emailTemplates = new EmailTemplateState();

	readonly contentBlocks = new ContentBlockState();

	readonly catalogs = new CatalogState();

	readonly preferenceCenters = new PreferenceCenterState();

	readonly cdi = new CdiState();

	readonly liveActivities = new LiveActivityState();

	readonly transactional = new TransactionalState();

	readonly sdkKeys = new SdkKeyState();

	readonly scim = new ScimState();

	readonly exports = new ExportState();

	private readonly aged = [
		this.email, this.invalidPhones, this.emailTemplates, this.contentBlocks, this.catalogs, this.preferenceCenters, this.cdi, this.transactional, this.scim,
	];

	reset(): void {
		this.newsletter.clear();
		for (const part of [...this.aged, this.liveActivities, this.sdkKeys, this.exports]) part.reset();
	}

	/** Stored times move back by this many ms. */
	age(ms: number): void {
		for (const part of this.aged) part.age(ms);
	}
}
