// Our Liquid beside raw liquidjs (standard templates) and beside brazejs 1.7.1 (Braze templates).
// Same process; in each round the order of the contestants turns; figures are medians of the rounds.
//   npm run bench -- liquid
import { createRequire } from 'node:module';
import { register } from 'tsx/cjs/api';

register();
const require = createRequire(import.meta.url);
const { renderMessage } = require('../nodes/shared/liquid/index.ts');
const { Liquid } = require('liquidjs');
const { default: BrazeLiquid } = require('brazejs');

const ROUNDS = 25;
/** Milliseconds one contestant gets in a round. */
const SLICE = 12;

const items = Array.from({ length: 20 }, (_, n) => ({ name: `Item ${n}`, price: n, tags: ['a', 'b'] }));
const standardContext = { name: 'Ann', count: 5, text: 'The quick brown fox jumps over the lazy dog & more', items, plan: 'gold' };
const standard = {
	greeting: 'Hello {{ name }}, you have {{ count }} new messages.',
	filters: '{{ name | upcase | append: "!" }} {{ missing | default: "x" | capitalize }} {{ items | size }} {{ count | times: 2 | plus: 1 }} {{ text | truncate: 20 | escape }}',
	loop: '{% for i in items %}<li>{{ forloop.index }}: {{ i.name | escape }} - {{ i.price }}{% if i.price > 10 %} (dear){% else %} (cheap){% endif %}</li>\n{% endfor %}',
	logic: '{% assign x = count | plus: 3 %}{% if x > 5 and name == "Ann" %}A{% elsif x < 2 %}B{% else %}C{% endif %}{% case plan %}{% when "free" %}f{% when "gold" %}g{% endcase %}{% capture q %}{{ name }}-{{ x }}{% endcapture %}{{ q }}',
	letter: `Dear {{ name }},\n${'We write to you because your plan {{ plan }} has {{ count }} items left. {% if count > 3 %}That is plenty.{% endif %}\n'.repeat(20)}Yours`,
};

const brazeContext = () => ({
	first_name: 'Ann', last_name: 'Lee', user_id: 'cust-42', time_zone: 'Europe/Paris',
	custom_attribute: { zendesk_ticket: '35436', plan: 'gold', balance: 120, brands: ['Nike', 'Puma', 'Asics'] },
	api_trigger_properties: { msg_body: '-----\n\nAgent, today\n\nHello there' },
	sms: { inbound_message_body: 'I need "help" now' }, campaign: { dispatch_id: 'd-1' },
});
const braze = {
	greeting: "Hi {{${first_name} | default: 'there'}}, your plan is {{custom_attribute.${plan}}}.",
	reply: '{% assign body = {{api_trigger_properties.${msg_body}}} %}{% assign msg = body | split: "\n" %}New message: {{msg[4]}}',
	webhook: '{"ticket":{"comment":{"body":"{{sms.${inbound_message_body} | json_escape}}"},"requester":{"name":"{{${first_name}}} {{${last_name}}}","id":"{{${user_id}}}"},"dispatch":"{{campaign.${dispatch_id}}}"}}',
	conditions: "{% if {{custom_attribute.${balance}}} > 100 %}rich{% elsif {{custom_attribute.${plan}}} == 'gold' %}gold{% else %}none{% endif %} {% assign v = {{custom_attribute.${balance}}} | plus: 50 %}{{v}}",
	brands: '{% assign brands = {{custom_attribute.${brands}}} %}{% for b in brands %}{{b | upcase}}, {% endfor %}and {{${first_name}}}',
	letter: `Dear {{\${first_name}}},\n${'Your plan {{custom_attribute.${plan}}} has {{custom_attribute.${balance}}} left. {% if {{custom_attribute.${balance}}} > 3 %}That is plenty.{% endif %}\n'.repeat(20)}Yours`,
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Median microseconds of one run for each contestant. */
async function race(contestants) {
	const names = Object.keys(contestants);
	const times = Object.fromEntries(names.map((name) => [name, []]));
	const runs = {};
	for (const name of names) {
		// Warm up, and learn how many runs fill a slice.
		const begin = performance.now();
		let count = 0;
		while (performance.now() - begin < SLICE * 4) await contestants[name](count++);
		runs[name] = Math.max(1, Math.round(count / 4));
	}
	for (let round = 0; round < ROUNDS; round++) {
		for (const name of round % 2 === 0 ? names : [...names].reverse()) {
			const begin = performance.now();
			for (let run = 0; run < runs[name]; run++) await contestants[name](run + round * 1e6);
			times[name].push(((performance.now() - begin) * 1000) / runs[name]);
		}
	}
	return Object.fromEntries(names.map((name) => [name, median(times[name])]));
}

function row(cells) {
	console.log(cells.map((cell, at) => (at === 0 ? String(cell).padEnd(14) : String(cell).padStart(16))).join(''));
}

const us = (number) => `${number.toFixed(1)} us`;
const times = (number) => `${number.toFixed(2)}x`;

async function compare(title, templates, contestantsFor, rival) {
	console.log(`\n${title}`);
	const ratios = [];
	for (const [name, template] of Object.entries(templates)) {
		const result = await race(await contestantsFor(template));
		const rivals = Object.keys(result).filter((each) => each !== 'ours');
		if (ratios.length === 0) row(['', ...rivals, 'ours', ...rivals.map((each) => `ours/${each}`)]);
		row([name, ...rivals.map((each) => us(result[each])), us(result.ours), ...rivals.map((each) => times(result[each] / result.ours))]);
		ratios.push(result[rival] / result.ours);
	}
	const worst = Math.min(...ratios);
	console.log(`ours against ${rival}: worst ${times(worst)}, median ${times(median(ratios))}`);
	return { worst: Number(worst.toFixed(2)), median: Number(median(ratios).toFixed(2)) };
}

function mustMatch(name, ours, theirs) {
	if (ours !== theirs) throw new Error(`${name}: outputs differ\n${JSON.stringify(ours)}\n${JSON.stringify(theirs)}`);
}

/** A template nobody has parsed yet: the same text with a number behind it. */
const fresh = (template, run) => `${template}\n${run}`;

const raw = new Liquid({ ownPropertyOnly: true });
const ourStandard = (template) => renderMessage(template, { dialect: 'braze', context: standardContext });
const standardOnce = await compare('Standard templates, parsed once', standard, async (template) => {
	const parsed = raw.parse(template);
	mustMatch('standard', (await ourStandard(template)).text, raw.renderSync(parsed, standardContext));
	return {
		renderSync: () => raw.renderSync(parsed, standardContext),
		render: () => raw.render(parsed, standardContext),
		ours: () => ourStandard(template),
	};
}, 'renderSync');
const standardBoth = await compare('Standard templates, parsed and rendered each time', standard, async (template) => ({
	parseAndRender: (run) => raw.parseAndRenderSync(fresh(template, run), standardContext),
	ours: (run) => ourStandard(fresh(template, run)),
}), 'parseAndRender');

const peer = new BrazeLiquid();
const context = brazeContext();
const ourBraze = (template) => renderMessage(template, { dialect: 'braze', context });
const brazeOnce = await compare('Braze templates, parsed once', braze, async (template) => {
	const parsed = peer.parse(template);
	mustMatch('braze', (await ourBraze(template)).text, await peer.render(parsed, brazeContext()));
	return { brazejs: () => peer.render(parsed, context), ours: () => ourBraze(template) };
}, 'brazejs');
const brazeBoth = await compare('Braze templates, parsed and rendered each time', braze, async (template) => ({
	brazejs: (run) => peer.parseAndRender(fresh(template, run), context),
	ours: (run) => ourBraze(fresh(template, run)),
}), 'brazejs');

console.log(`\n${JSON.stringify({ node: process.version, standardOnce, standardBoth, brazeOnce, brazeBoth })}`);
