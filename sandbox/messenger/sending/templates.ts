import { z } from 'zod';
import type { Rule } from '../../control/types';
import { buttonInput, checkButtons } from './buttons';
import { badParam } from '../graph/errors';
import { idText, parse } from '../graph/params';
import { RULES } from '../rules';
import type { Page } from '../types';

type Payload = Record<string, unknown>;
type Check = (payload: Payload, page: Page) => Rule;

const length = (text: string): number => [...text].length;

const buttonTemplate = z.object({ text: z.string().min(1), buttons: z.array(buttonInput) });

const genericTemplate = z.object({
	elements: z.array(z.object({ title: z.string().min(1), subtitle: z.string().optional(), buttons: z.array(buttonInput).optional() }).passthrough()),
});

const mediaTemplate = z.object({
	elements: z.array(
		z.object({ media_type: z.enum(['image', 'video']), attachment_id: idText.optional(), url: z.string().optional(), buttons: z.array(buttonInput).optional() }).passthrough(),
	),
});

const receipt = z.object({
	recipient_name: z.string().min(1),
	order_number: z.string().min(1),
	currency: z.string().length(3),
	payment_method: z.string().min(1),
	elements: z.array(z.object({ title: z.string(), price: z.coerce.number() }).passthrough()).optional(),
	summary: z.object({ total_cost: z.coerce.number() }).passthrough(),
});

const between = (count: number, least: number, most: number, what: string, rule: Rule): void => {
	if (count < least || count > most) throw badParam(`${what}: from ${least} to ${most}, not ${count}`, rule);
};

const lenient: Check = () => RULES.templateLenient;

const CHECKS: Record<string, Check> = {
	button(payload) {
		const { text, buttons } = parse(buttonTemplate, payload);
		if (length(text) > 640) throw badParam('Length of param text must be less than or equal to 640', RULES.templateLimits);
		between(buttons.length, 1, 3, 'buttons', RULES.templateLimits);
		checkButtons(buttons);
		return RULES.templateLimits;
	},
	generic(payload) {
		const { elements } = parse(genericTemplate, payload);
		between(elements.length, 1, 10, 'elements', RULES.templateLimits);
		for (const { title, subtitle = '', buttons = [] } of elements) {
			if (length(title) > 80 || length(subtitle) > 80) throw badParam('Length of title and subtitle must be less than or equal to 80', RULES.templateLimits);
			between(buttons.length, 0, 3, 'buttons', RULES.templateLimits);
			checkButtons(buttons);
		}
		return RULES.templateLimits;
	},
	media(payload, page) {
		const { elements } = parse(mediaTemplate, payload);
		between(elements.length, 1, 1, 'elements', RULES.mediaTemplate);
		const [{ attachment_id: id, url = '', buttons = [] }] = elements;
		checkButtons(buttons);
		if (id === undefined && !/^https:\/\/([a-z-]+\.)*facebook\.com\//.test(url)) throw badParam('A media element needs an attachment_id or a Facebook url', RULES.mediaTemplate);
		if (id !== undefined && !page.attachments.has(id)) throw badParam('The attachment of the media element is not of this Page', RULES.attachmentUnknown);
		return RULES.mediaTemplate;
	},
	image_grid(payload) {
		const { elements } = parse(z.object({ elements: z.array(z.unknown()) }), payload);
		between(elements.length, 2, 6, 'images', RULES.imageGrid);
		return RULES.imageGrid;
	},
	receipt(payload, page) {
		const { order_number: number } = parse(receipt, payload);
		if (page.orderNumbers.has(number)) throw badParam('Param order_number must be unique', RULES.receiptOrder);
		page.orderNumbers.add(number);
		return RULES.receiptOrder;
	},
	coupon: lenient,
	product: lenient,
	customer_feedback: lenient,
	notification_messages: lenient,
	one_time_notif_req: lenient,
	airline_boardingpass: lenient,
	airline_checkin: lenient,
	airline_itinerary: lenient,
	airline_update: lenient,
};

/** Checks a structured message; `utility_messages` has its own file. Call it last: a receipt takes its order number. */
export function checkTemplate(payload: Payload, page: Page): Rule {
	const type = String(payload.template_type ?? '');
	if (type === 'list' || type === 'open_graph') throw badParam(`The template ${type} is no longer supported`, RULES.deadTemplates);
	const check = CHECKS[type];
	if (check === undefined) throw badParam('Param template_type must be one of the supported templates', RULES.templateUnknown);
	return check(payload, page);
}
