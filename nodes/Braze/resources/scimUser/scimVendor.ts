import { objectBody, type Answer } from '../../../shared/transport/call';
import type { Failure } from '../../../shared/transport/failure';
import type { Vendor } from '../../../shared/transport/vendor';
import { braze } from '../../api';

type Told = Pick<Failure, 'class' | 'fix'>;

function tell({ status }: Answer): Told {
	switch (status) {
		case 401:
		case 403:
			return { class: 'unauthorized', fix: 'Check SCIM token, service origin and REST host in the Braze SCIM credential; token and origin stand in Settings > Admin Settings > Security > SCIM Provisioning.' };
		case 404:
			return { class: 'notFound', fix: 'Check the ID of the dashboard user; Search finds it by email address.' };
		case 409:
			return { class: 'conflict', fix: 'There is a dashboard user with this address: find it with Search and use Update.' };
		case 429:
			return { class: 'rateLimited', fix: 'Braze takes 5,000 SCIM calls a day for the whole company: wait for the time given.' };
		default:
			if (status >= 500) return { class: 'unavailable', fix: 'Try again later; Braze does not repeat failed calls itself.' };
			if (status < 400) return { class: 'notFound', fix: 'This host points elsewhere: check the REST host in the Braze SCIM credential.' };
			return { class: 'invalidInput', fix: 'Correct the fields of this item after Braze\'s message; departments and permissions have the names of Braze\'s SCIM appendix.' };
	}
}

const textOf = (answer: Answer): string => {
	const { detail, message } = objectBody(answer);
	return [detail, message].find((text) => typeof text === 'string')?.toString() ?? `HTTP ${answer.status}`;
};

/** Dashboard users stand behind a door of their own: a SCIM token with its service origin, and errors in SCIM's form. */
export const scimVendor: Vendor = {
	...braze,
	credential: 'brazeScimApi',
	baseUrl: ({ baseUrl }) => String(baseUrl),
	isOverridden: ({ baseUrl }) => !/^https:\/\/rest\.[\w-]+\.braze\.(com|eu)\/*$/.test(String(baseUrl)),
	classify: (answer) => (answer.status >= 200 && answer.status < 300 ? undefined : { vendor: braze.name, status: answer.status, message: `Braze: ${textOf(answer)}`, ...tell(answer) }),
};
