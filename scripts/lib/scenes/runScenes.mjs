import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EventFeed } from './eventFeed.mjs';
import { Failure } from '../command/failure.mjs';
import { root } from '../command/paths.mjs';
import { integrations } from '../world/prepareWorkflows.mjs';
import { duration, say } from '../command/say.mjs';
import { makeStage } from './stage.mjs';
import { printTranscript } from './transcript.mjs';

/** The demo plays these; `npm test` plays the end-to-end tests beside them, in the same shape. */
const SCENES = join(root, 'scripts', 'scenes');
const END_TO_END = join(root, 'test', 'e2e');

/** Scenes lie in a folder for each integration, end-to-end tests in one; what those share has a folder of its own. */
const scenesIn = (folder) =>
	readdirSync(folder, { recursive: folder === SCENES })
		.filter((file) => file.endsWith('.mjs'))
		.map((file) => join(folder, file));

/** Played in the order of a conversation, whatever the files are called; a scene that is not named here comes last. */
const ORDER = ['first-text', 'second-text', 'agent-reply', 'customer-answer', 'internal-note', 'email-ticket', 'solved', 'forged', 'odd-texts', 'real-texts'];

/**
 * @typedef {{ name: string, title: string, integration: string, needsTexts?: boolean, quiet?: boolean, run: (stage: ReturnType<typeof makeStage>) => Promise<string | void> }} Scene
 *   `run` returns a few words for the result line, or throws what is wrong; `quiet`: too many events to print
 * @returns {Promise<Scene[]>}
 */
async function allScenes(folders) {
	const files = folders.flatMap((folder) => scenesIn(folder).sort((one, other) => (basename(one) < basename(other) ? -1 : 1)));
	const scenes = await Promise.all(files.map((file) => import(pathToFileURL(file).href)));
	const place = ({ name }) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
	return scenes.sort((one, other) => place(one) - place(other));
}

/**
 * @param {{ only?: string[], texts?: string[], endToEnd?: boolean }} options `only`: names of scenes or integrations; `endToEnd`: the tests of test/e2e too
 */
export async function chooseScenes({ only = [], texts, endToEnd = false } = {}) {
	const scenes = await allScenes(endToEnd ? [SCENES, END_TO_END] : [SCENES]);
	const known = [...scenes.map(({ name }) => name), ...integrations()];
	for (const name of only) {
		if (!known.includes(name)) throw new Failure(`There is no scene or integration "${name}"`, `Choose one of: ${known.join(', ')}`);
	}
	const chosen = only.length === 0 ? scenes : scenes.filter(({ name, integration }) => only.includes(name) || only.includes(integration));
	const asked = chosen.find(({ name, needsTexts }) => needsTexts && only.includes(name));
	if (asked && !texts) throw new Failure(`The scene ${asked.name} plays words of real people`, 'Give it a file with one {"text": …} a line: --texts FILE');
	return chosen.filter(({ needsTexts }) => !needsTexts || texts);
}

/** One `{"text": …}` a line. */
export function readTexts(file) {
	let content;
	try {
		content = readFileSync(file, 'utf8');
	} catch (error) {
		throw new Failure(`${file} cannot be read (${error.code})`, 'Give --texts a file with one {"text": …} a line.');
	}
	return content.split('\n').flatMap((line, index) => {
		if (line.trim() === '') return [];
		try {
			const { text } = JSON.parse(line);
			if (typeof text === 'string') return [text];
		} catch {
			// Told below, together with a line that is JSON but has no text.
		}
		throw new Failure(`${file}, line ${index + 1} is not {"text": …}`, 'Each line is one JSON object with a text.');
	});
}

async function playOne(scene, stage) {
	const started = Date.now();
	say(`\n▸ ${scene.name}: ${scene.title}`);
	const stopPrinting = scene.quiet ? () => {} : printTranscript(stage.feed);
	try {
		const note = await scene.run(stage);
		await stage.feed.next(200);
		say(`✓ ${scene.name}${note ? `: ${note}` : ''} (${duration(Date.now() - started)})`);
		return { name: scene.name, passed: true };
	} catch (error) {
		const why = error.message;
		say(`✗ ${scene.name}: ${why} (${duration(Date.now() - started)})`);
		for (const line of await stage.rest.failures().catch((broken) => [`n8n does not tell its executions: ${broken.message}`])) say(`    n8n: ${line}`);
		if (!(error instanceof Error) || error.name !== 'Error') say(`    ${error.stack}`);
		return { name: scene.name, passed: false, why };
	} finally {
		stopPrinting();
		await stage.control.endFaults();
	}
}

/** What became of every text of all scenes. Some scenes let a vendor give up on purpose: those are named. */
async function sayTally(control) {
	const { counted, arrived, underWay, told, lost, doubled, open } = await control.call('GET', '/page/tally');
	say(`\n· texts handed to n8n: ${counted}; arrived ${arrived}, told to the agent instead ${told}, under way ${underWay}, lost ${lost}, doubled ${doubled}`);
	for (const { state, channel, customer, ticketId, words } of open) say(`    ${state}: ${channel} ${ticketId === undefined ? 'from' : `(ticket ${ticketId}) to`} ${customer}: ${words.slice(0, 60)}`);
}

/**
 * @param {Awaited<ReturnType<import('../world/openWorld.mjs').openWorld>>} world
 * @param {Scene[]} scenes
 * @param {{ texts?: string[] }} [options]
 */
export async function runScenes(world, scenes, { texts } = {}) {
	const feed = await EventFeed.open(world.control);
	const stage = makeStage(world, feed, { texts });
	const results = [];
	for (const scene of scenes) results.push(await playOne(scene, stage));
	await sayTally(world.control);
	await feed.close();
	return { results, passed: results.filter(({ passed }) => passed).length, failed: results.filter(({ passed }) => !passed).length };
}
