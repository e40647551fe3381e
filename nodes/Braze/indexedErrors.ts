import { isObject } from '../shared/text/isObject';
import { objectBody, type Answer } from '../shared/transport/call';

const INDEX_IN_TEXT = /\bindex\W{0,3}(\d+)|\[(\d+)\]/i;

/** Braze promises arrays that name the index and shows none: taken are `[0, "why"]`, `["why", 0]`, a text with its index, and objects. */
function readOne(error: unknown): unknown {
	if (isObject(error)) return error;
	const parts = Array.isArray(error) ? error.flat(2) : [error];
	const texts = parts.filter((part) => typeof part === 'string');
	const text = texts.join(' ') || JSON.stringify(error);
	const found = INDEX_IN_TEXT.exec(text);
	const number = parts.find((part) => typeof part === 'number') ?? found?.[1] ?? found?.[2];
	return number === undefined ? text : { type: text, index: Number(number) };
}

/** The same answer with its errors of another name under `errors`, in the form that the outcomes of other batches are made of. */
export function withErrorsOf(answer: Answer, name: string): Answer {
	const { errors, [name]: own } = objectBody(answer);
	const all = [errors ?? [], own ?? []].flatMap((list) => (Array.isArray(list) ? list : [list])).map(readOne);
	return typeof answer.body === 'object' ? { ...answer, body: { ...objectBody(answer), errors: all } } : answer;
}
