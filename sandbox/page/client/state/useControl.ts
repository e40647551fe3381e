/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in a browser, not in a node */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EventLine } from '../../pageTypes';
import { control } from '../net/control';
import { epoch, onLines } from './world';

/** Events come in bursts; a pane reads once after each, ms. */
const PAUSE_MS = 80;

export interface Read<Answer> {
	data: Answer | undefined;
	failed: string | undefined;
	again: () => void;
}

/**
 * What a control route answers, read again whenever an event that `concerns` the pane comes in, or the world is reset.
 * @param path undefined reads nothing
 */
export function useControl<Answer>(path: string | undefined, concerns: (line: EventLine) => boolean): Read<Answer> {
	const [read, setRead] = useState<{ path: string | undefined; data?: Answer; failed?: string }>({ path });
	const heed = useRef(concerns);
	heed.current = concerns;
	const fetchNow = useRef<() => void>(() => undefined);
	const worldEpoch = epoch.value;

	useEffect(() => {
		let over = false;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const load = async (): Promise<void> => {
			timer = undefined;
			if (path === undefined) return;
			try {
				const data = await control<Answer>('GET', path);
				if (!over) setRead({ path, data });
			} catch (error) {
				if (!over) setRead({ path, failed: error instanceof Error ? error.message : String(error) });
			}
		};
		const soon = (): void => {
			timer ??= setTimeout(() => void load(), PAUSE_MS);
		};
		fetchNow.current = () => void load();
		void load();
		const end = onLines((fresh) => {
			if (fresh.some((line) => heed.current(line))) soon();
		});
		return () => {
			over = true;
			clearTimeout(timer);
			end();
		};
	}, [path, worldEpoch]);

	// Another person's data must not stand under a new name while it loads.
	const mine = read.path === path;
	return { data: mine ? read.data : undefined, failed: mine ? read.failed : undefined, again: () => fetchNow.current() };
}
