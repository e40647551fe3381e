import { z } from 'zod';
import { byId, type Driver } from '../../../../support/drives';
import type { BrazeDrives } from '../braze';

const EVERY = { returnAll: true };
const FOOTER = { contentBlock: byId('content-block-sms-footer') };

export const contentBlock: BrazeDrives = {
	create: async (node) => {
		const { content_block_id: made } = await node.one('contentBlock.create', { name: 'Menu', content: 'Pizza', more: { tags: 'marketing', state: 'draft' } });
		expect(await node.one('contentBlock.get', { contentBlock: byId(made) })).toMatchObject({ name: 'Menu', content: 'Pizza' });
	},
	get: async (node) => {
		expect(await node.one('contentBlock.get', { contentBlock: byId('content-block-opt-out'), includeInclusionData: true })).toMatchObject({ name: 'Opt_Out', content: 'Reply STOP to opt out.' });
	},
	getMany: async (node) => {
		expect(await node.all('contentBlock.getMany', EVERY)).toHaveLength(2);
		expect(await node.one('contentBlock.getMany', { ...EVERY, more: { modifiedAfter: '2024-05-01T00:00:00Z' } })).toMatchObject({ name: 'Sms_Footer' });
	},
	update: async (node) => {
		await node.one('contentBlock.update', { ...FOOTER, changes: { content: 'Bye', description: 'The end' } });
		expect(await node.one('contentBlock.get', FOOTER)).toMatchObject({ content: 'Bye', description: 'The end' });
	},
};

const OFFER = { emailTemplate: byId('email-template-offer') };

export const emailTemplate: BrazeDrives = {
	create: async (node) => {
		const { email_template_id: made } = await node.one('emailTemplate.create', { templateName: 'Sale', subject: 'Sale!', body: '<p>Sale</p>', more: { preheader: 'Now', tags: 'promotional' } });
		expect(await node.one('emailTemplate.get', { emailTemplate: byId(made) })).toMatchObject({ template_name: 'Sale', subject: 'Sale!', preheader: 'Now' });
		expect(await node.failure('emailTemplate.create', { templateName: 'Sale 2', subject: 's', body: 'b', more: { tags: 'unheard-of' } })).toMatchObject({ class: 'invalidInput' });
	},
	get: async (node) => {
		expect(await node.one('emailTemplate.get', OFFER)).toMatchObject({ template_name: 'Local offer', subject: 'An offer near you' });
	},
	getMany: async (node) => {
		expect((await node.all('emailTemplate.getMany', EVERY)).map(({ template_name: name }) => name).sort()).toEqual(['Local offer', 'Welcome']);
	},
	update: async (node) => {
		await node.one('emailTemplate.update', { ...OFFER, changes: { subject: 'Nearer' } });
		expect(await node.one('emailTemplate.get', OFFER)).toMatchObject({ subject: 'Nearer', template_name: 'Local offer' });
	},
};

const PAGES = { pageHtml: '<p>{{subscribed_state.${email_global}}}</p>', confirmationHtml: '<p>Done</p>' };

const newCenter = async (node: Driver) =>
	byId(z.object({ preference_center_api_id: z.string() }).parse(await node.one('preferenceCenter.create', { name: 'Main', ...PAGES, more: { title: 'Yours' } })).preference_center_api_id);

export const preferenceCenter: BrazeDrives = {
	create: async (node) => {
		expect(await node.one('preferenceCenter.get', { preferenceCenter: await newCenter(node) })).toMatchObject({ name: 'Main', preference_center_title: 'Yours', state: 'active' });
	},
	generateUrl: async (node) => {
		const { preference_center_url: url } = await node.one('preferenceCenter.generateUrl', { preferenceCenter: await newCenter(node), userId: 'cust-42' });
		expect(url).toMatch(/^http.*65f0c0de0000000000000042$/);
	},
	get: async (node) => {
		expect(await node.one('preferenceCenter.get', { preferenceCenter: await newCenter(node) })).toMatchObject({ preference_center_page_html: PAGES.pageHtml });
		expect(await node.failure('preferenceCenter.get', { preferenceCenter: byId('none') })).toMatchObject({ class: 'notFound' });
	},
	getMany: async (node) => {
		await newCenter(node);
		expect((await node.all('preferenceCenter.getMany', EVERY)).map(({ name }) => name)).toContain('Main');
	},
	update: async (node) => {
		const center = { preferenceCenter: await newCenter(node) };
		await node.one('preferenceCenter.update', { ...center, ...PAGES, confirmationHtml: '<p>Thanks</p>', more: { state: 'draft' } });
		expect(await node.one('preferenceCenter.get', center)).toMatchObject({ confirmation_page_html: '<p>Thanks</p>', state: 'draft' });
	},
};
