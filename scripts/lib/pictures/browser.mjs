import { existsSync } from 'node:fs';
import { Failure } from '../command/failure.mjs';
import { runCommand } from '../command/runCommand.mjs';
import { step } from '../command/say.mjs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** @returns {string | undefined} its path; undefined where there is none */
export const findChromium = () => [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path));

async function needChromium() {
	if (findChromium()) return findChromium();
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		await step('Installing Chromium (apt-get)', () => runCommand('sh', ['-c', 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-color-emoji']));
		if (findChromium()) return findChromium();
	}
	throw new Failure('No Chromium was found', 'Install it (Debian: sudo apt-get install chromium) or name one: CHROMIUM=/path/to/it');
}

/** The system's Chromium through playwright-core, headless; it calls nobody by itself. */
export async function openBrowser() {
	const executablePath = await needChromium();
	const { chromium } = await import('playwright-core');
	return chromium.launch({
		executablePath,
		headless: true,
		args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--force-color-profile=srgb'],
	});
}
