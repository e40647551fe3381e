/* eslint-disable @n8n/community-nodes/no-restricted-imports -- looks at the files of the pictures */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root } from './packageJson';
import { workflows, type WorkflowFile, type WorkflowNode } from './workflows';

const FOLDER = 'docs/pictures';
const MOST_BYTES = 400_000;
const MOST_BYTES_TOGETHER = 6_000_000;
const HOW = 'npm run pictures takes them anew';

const slashes = (path: string): string => path.replace(/\\/g, '/');
const filesOf = (folder: string): string[] => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${slashes(file)}`);

const pictures = filesOf(FOLDER).filter((file) => file.endsWith('.png'));
const texts = ['README.md', ...filesOf('docs'), ...filesOf('workflows')].filter((file) => file.endsWith('.md'));

/** Paths from the root of all pictures that a text shows, but those of other sites. */
function shownBy(file: string): string[] {
	const text = readFileSync(join(root, file), 'utf8');
	return [...text.matchAll(/!\[[^\]]*\]\(([^)\s]+)\)|<(?:img|source)\b[^>]*?\b(?:src|srcset)="([^"]+)"/g)]
		.map(([, markdown, html]) => markdown ?? html)
		.filter((address) => !/^https?:/.test(address))
		.map((address) => slashes(normalize(join(dirname(file), address))));
}

const pictureOf = ({ file }: WorkflowFile): string => `${FOLDER}/${file.replace(/\.json$/, '.png')}`;

it.each(workflows)('$file has its picture, and its README shows it', (workflow) => {
	const picture = pictureOf(workflow);
	expect([picture, existsSync(join(root, picture)) ? 'exists' : `is missing: ${HOW}`]).toEqual([picture, 'exists']);
	expect(shownBy(`workflows/${dirname(workflow.file)}/README.md`)).toContain(picture);
});

it.each(texts)('%s shows no picture that does not exist', (file) => {
	expect(shownBy(file).filter((picture) => !existsSync(join(root, picture)))).toEqual([]);
});

it('shows every picture somewhere', () => {
	const shown = new Set(texts.flatMap(shownBy));
	expect(pictures.length).toBeGreaterThan(workflows.length);
	expect(pictures.filter((picture) => !shown.has(picture))).toEqual([]);
});

it('keeps the pictures small enough to load', () => {
	const sizes = pictures.map((picture) => ({ picture, bytes: statSync(join(root, picture)).size }));
	expect(sizes.filter(({ bytes }) => bytes > MOST_BYTES)).toEqual([]);
	expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(MOST_BYTES_TOGETHER);
});

interface Box {
	what: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** px on n8n's canvas: a node, how far its name stands out on both sides, the name's distance and line. */
const NODE = 96;
const NAME = { beside: 32, below: 20, line: 20, letters: 20 };

/** What a node or a note takes up: a name of more than about twenty letters has two lines. */
function boxOf({ name, type, position: [left, top], parameters: { width, height } }: WorkflowNode): Box {
	if (type.endsWith('.stickyNote')) return { what: `the note "${name}"`, left, top, right: left + Number(width ?? 240), bottom: top + Number(height ?? 160) };
	const lines = name.length > NAME.letters ? 2 : 1;
	return { what: `"${name}"`, left: left - NAME.beside, top, right: left + NODE + NAME.beside, bottom: top + NODE + NAME.below + lines * NAME.line };
}

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

it.each(workflows)('$file has nothing on its canvas that hides something else', ({ nodes }) => {
	const boxes = nodes.map(boxOf);
	const hidden = boxes.flatMap((one, index) => boxes.slice(index + 1).filter((other) => meet(one, other)).map((other) => `${one.what} and ${other.what}`));
	expect(hidden).toEqual([]);
});
