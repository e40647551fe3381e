import { field, type InputOf } from '../../../shared/operation';

export const userIdField = field.requiredId({ displayName: 'User ID', description: 'Of the dashboard user; Search finds it by email address', placeholder: 'dfa245b7-24195aec-887bb3ad-602b3340' });

export const accountFields = {
	givenName: field.requiredText({ displayName: 'Given Name' }),
	familyName: field.requiredText({ displayName: 'Family Name' }),
	department: field.requiredText({ displayName: 'Department', description: 'One of the names in Braze\'s SCIM appendix, for instance finance or marketing' }),
	permissions: field.jsonObject({ displayName: 'Permissions', description: 'As in Braze\'s SCIM appendix, for instance {"companyPermissions": ["manage_company_settings"]}. An update replaces all of them.' }),
};

export const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';

export const accountBody = ({ givenName, familyName, department, permissions }: InputOf<typeof accountFields>): Record<string, unknown> => ({
	schemas: [SCHEMA],
	name: { givenName, familyName },
	department,
	permissions,
});
