import { readFileSync, readdirSync } from 'node:fs';

/** Resident memory of a process and its children, MB; undefined where the system does not tell (/proc). */
function residentMb(pid) {
	const read = (id) => {
		const status = readFileSync(`/proc/${id}/status`, 'utf8');
		return { parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]), kb: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) };
	};
	try {
		const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((id) => {
			try {
				return [{ id: Number(id), ...read(id) }];
			} catch {
				return [];
			}
		});
		return all.filter(({ id, parent }) => id === pid || parent === pid).reduce((sum, { kb }) => sum + kb, 0) / 1024;
	} catch {
		return undefined;
	}
}

/** Watches n8n's memory, across its restarts. */
export function watchMemory(n8n) {
	let peak = 0;
	const timer = setInterval(() => {
		const now = n8n.pid === undefined ? undefined : residentMb(n8n.pid);
		if (now > peak) peak = now;
	}, 2000);
	return {
		peakMb: () => Math.round(peak),
		stop: () => clearInterval(timer),
	};
}
