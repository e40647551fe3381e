import { api, CONTINUE } from '../Braze/braze';
import { closedNetwork } from '../../support/network';
import { first, runTemplate } from './messageTemplate';

closedNetwork();

const PREVIEW = { resource: 'template', operation: 'preview', userId: '={{ $json.id }}' };
const FIELDS = ['external_id', 'braze_id', 'first_name', 'last_name', 'email', 'phone', 'country', 'home_city', 'language', 'gender', 'dob', 'time_zone', 'random_bucket', 'custom_attributes'];

const profile = {
	external_id: 'u1', braze_id: 'b1', first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com', phone: '+12025550142', country: 'GB', home_city: 'London',
	language: 'en', gender: 'F', dob: '1815-12-10', time_zone: 'Europe/London', random_bucket: 4321, custom_attributes: { plan: 'gold', 'favourite color': 'green' },
};

const exported = (user: object, who: object = { external_ids: ['u1'] }) =>
	api().post('/users/export/ids', { ...who, fields_to_export: FIELDS }).reply(201, { message: 'success', users: [user] });

it('renders with the profile, under the names that templates use', async () => {
	exported(profile);
	const template =
		'{{${user_id}}} {{${braze_id}}} {{${first_name}}} {{${last_name}}} {{${email_address}}} {{${phone_number}}} {{${country}}} {{${city}}} {{${language}}} {{${gender}}} {{${date_of_birth}}} {{${time_zone}}} {{${random_bucket_number}}} {{custom_attribute.${plan}}} {{custom_attribute.${favourite color}}}';
	const json = first(await runTemplate({ ...PREVIEW, template }, [{ id: 'u1' }]));
	expect(json.text).toBe('u1 b1 Ada Lovelace ada@example.com +12025550142 GB London en F 1815-12-10 Europe/London 4321 gold green');
	expect(json).toMatchObject({ userId: 'u1', aborted: false, sms: { encoding: 'GSM-7', segments: 1 } });
});

it('the names of the export are no names of a template', async () => {
	exported(profile);
	expect(first(await runTemplate({ ...PREVIEW, template: '[{{${email}}}{{${external_id}}}{{${dob}}}{{${home_city}}}{{${phone}}}{{${random_bucket}}}]' }, [{ id: 'u1' }])).text).toBe('[]');
});

it('says what to look at before it is sent: nobody else may have this name', async () => {
	exported(profile);
	const json = first(await runTemplate({ ...PREVIEW, template: 'Hi\n{{${first_name}}}' }, [{ id: 'u1' }]));
	expect(json).toMatchObject({ text: 'Hi\nAda', findings: [{ rule: 'missingDefault', source: '${first_name}', line: 2, column: 3 }] });
});

it('further context stands beside the profile', async () => {
	exported({ external_id: 'u1' });
	const context = '={{ { api_trigger_properties: { order: $json.order } } }}';
	const template = "{{${first_name} | default: 'Friend'}}: {{api_trigger_properties.${order}}}";
	expect(first(await runTemplate({ ...PREVIEW, template, context }, [{ id: 'u1', order: 17 }])).text).toBe('Friend: 17');
});

it('finds the user by Braze ID or alias as well', async () => {
	exported(profile, { braze_id: 'b1' });
	expect(first(await runTemplate({ ...PREVIEW, identifyBy: 'braze_id', template: '{{${user_id}}}' }, [{ id: 'b1' }])).text).toBe('u1');
	exported(profile, { user_aliases: [{ alias_name: 'psid', alias_label: 'messenger' }] });
	expect(first(await runTemplate({ ...PREVIEW, identifyBy: 'user_alias', aliasLabel: 'messenger', template: '{{${user_id}}}' }, [{ id: 'psid' }])).text).toBe('u1');
});

it('a user whom Braze does not know fails on its own item', async () => {
	exported(profile);
	api().post('/users/export/ids', { external_ids: ['u2'], fields_to_export: FIELDS }).reply(201, { message: 'success', users: [] });
	const { main } = await runTemplate({ ...PREVIEW, template: '{{${first_name}}}' }, [{ id: 'u1' }, { id: 'u2' }], CONTINUE);
	expect([main[0].length, main[1].length]).toEqual([1, 1]);
	expect(main[1][0].json.error).toMatchObject({ class: 'recipientGone', vendor: 'Braze' });
});

it('a template that does not parse is told with its place', async () => {
	exported(profile);
	const { main } = await runTemplate({ ...PREVIEW, template: 'a\n{% endif %}' }, [{ id: 'u1' }], CONTINUE);
	expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringContaining('line 2, column 1') });
});
