import { readFileSync } from 'node:fs';
import { Failure } from '../command/failure.mjs';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The names inside `{}` are each author's own; a trailing `.json` is the same path to Zendesk. */
const normal = (path) => path.replace(/\.json$/, '').replace(/\{[^}]+\}/g, '{}').replace(/\/$/, '');

const isFilled = (segment) => segment === '{}';

/** The more of a path stands there literally, the nearer it is: `/users/search` is no `/users/{}`. */
const literals = (path) => path.split('/').filter((segment) => !isFilled(segment)).length;

function covers(template, path) {
	const [wanted, sent] = [template.split('/'), path.split('/')];
	return wanted.length === sent.length && wanted.every((segment, index) => isFilled(segment) || segment === sent[index]);
}

/** A vendor's OpenAPI file, asked by method and path. */
export async function readDescription(file) {
	let text;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		throw new Failure(`${file} cannot be read (${error.code})`, 'Give the path of the OpenAPI file that you have downloaded from the vendor.');
	}
	const { parse } = await import('yaml');
	const document = parse(text);
	const operations = new Map(
		Object.entries(document.paths).flatMap(([path, item]) => METHODS.filter((method) => item[method]).map((method) => [`${method.toUpperCase()} ${normal(path)}`, { path, ...item[method] }])),
	);
	const resolve = (ref) => ref.slice(2).split('/').reduce((at, key) => at[key.replaceAll('~1', '/').replaceAll('~0', '~')], document);
	return {
		title: `${document.info.title} ${document.info.version}`,
		resolve,
		has: (call) => operations.has(normal(call)),
		/** The operation that a request really calls. */
		find(method, path) {
			const asked = normal(path.split('?')[0]);
			const found = [...operations.keys()].filter((key) => key.startsWith(`${method} `) && covers(key.slice(method.length + 1), asked));
			return operations.get(found.sort((one, other) => literals(other) - literals(one))[0]);
		},
		/** Undefined where the file does not say what the body is. */
		bodySchema({ requestBody }) {
			const body = requestBody?.$ref ? resolve(requestBody.$ref) : requestBody;
			return body?.content?.['application/json']?.schema;
		},
	};
}
