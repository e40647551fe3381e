/** A refusal of the control API, in its own words. */
export class ControlRefusal extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

function reasonIn(text: string, status: number): string {
	try {
		const { error } = JSON.parse(text) as { error?: unknown };
		return typeof error === 'string' ? error : text;
	} catch {
		return text === '' ? `the sandbox answered ${status}` : text;
	}
}

async function call<Answer>(url: string, init: RequestInit): Promise<Answer> {
	const answer = await fetch(url, init).catch(() => {
		throw new ControlRefusal(0, 'The sandbox does not answer. Is it still running?');
	});
	const text = await answer.text();
	if (!answer.ok) throw new ControlRefusal(answer.status, reasonIn(text, answer.status));
	return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

/** One call of the control API. `Answer` is the type that sandbox/control/types.ts names for this path. */
export const control = <Answer = unknown>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Answer> =>
	call<Answer>(`/_sandbox${path}`, {
		method,
		headers: body === undefined ? {} : { 'content-type': 'application/json' },
		body: body === undefined ? undefined : JSON.stringify(body),
	});

/** One call of Braze's own API, as the dashboard's user would see its figures. Marked, so that the list can leave such reads out. */
export const braze = <Answer>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> =>
	call<Answer>(`/braze${path}`, {
		method,
		headers: { authorization: 'Bearer sandbox-braze-key', 'x-sandbox-page': '1', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
