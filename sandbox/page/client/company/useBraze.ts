/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in a browser, not in a node */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EventLine } from '../../pageTypes';
import { epoch, onLines } from '../state/world';

/** A campaign makes many events at once: the first is heeded soon, those after it together. ms */
const SOON_MS = 300;
const REST_MS = 2000;
/** ms until a read that failed is tried again. */
const AGAIN_MS = 5000;

/** What happens at Braze may move a figure. What the page itself reads moves none. */
const moves = ({ vendor, kind, method, ownRead }: EventLine): boolean =>
	ownRead !== true && ((vendor === 'braze' && !(kind === 'request' && method === 'GET')) || vendor === 'sandbox');

interface Read<Answer> {
	key: string;
	data?: Answer;
	failed?: string;
}

/**
 * What Braze answers, read again by itself after whatever happens at Braze. Where a read fails the last answer stands, and `failed` says why.
 * @param key what is read; undefined reads nothing
 */
export function useBraze<Answer>(key: string | undefined, read: () => Promise<Answer>): Omit<Read<Answer>, 'key'> {
	const [answer, setAnswer] = useState<Read<Answer>>();
	const newest = useRef(read);
	newest.current = read;
	const worldEpoch = epoch.value;

	useEffect(() => {
		if (key === undefined) return undefined;
		let over = false;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let begun = 0;
		const soon = (ms: number): void => {
			timer ??= setTimeout(() => void load(), Math.max(ms, begun + REST_MS - Date.now()));
		};
		const load = async (): Promise<void> => {
			clearTimeout(timer);
			timer = undefined;
			begun = Date.now();
			const mine = begun;
			const outdated = (): boolean => over || mine !== begun;
			try {
				const data = await newest.current();
				if (!outdated()) setAnswer({ key, data });
			} catch (error) {
				if (outdated()) return;
				const failed = error instanceof Error ? error.message : String(error);
				setAnswer((before) => ({ key, failed, data: before?.key === key ? before.data : undefined }));
				soon(AGAIN_MS);
			}
		};
		void load();
		const end = onLines((fresh) => {
			if (fresh.some(moves)) soon(SOON_MS);
		});
		return () => {
			over = true;
			clearTimeout(timer);
			end();
		};
	}, [key, worldEpoch]);

	return answer !== undefined && answer.key === key ? { data: answer.data, failed: answer.failed } : {};
}
