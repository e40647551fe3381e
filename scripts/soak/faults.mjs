/**
 * What goes wrong while the soak runs, as shares of all calls and deliveries. The whole share is spread evenly over the ways a vendor can fail.
 * @param {import('../lib/world/controlClient.mjs').ControlClient} control
 * @param {number} share 0 to 1
 */
export async function switchOnFaults(control, share) {
	if (share === 0) return;
	const ways = [{ status: 429, retryAfter: 1 }, { status: 503, retryAfter: 1 }, { status: 500 }, { reset: 'before' }, { reset: 'after' }];
	for (const vendor of ['braze', 'zendesk']) {
		// The faults are asked one after the other, so each next one sees only the calls that the ones before let through.
		for (const [index, way] of ways.entries()) {
			const each = share / ways.length;
			await control.fault({ vendor, route: '*', share: each / (1 - index * each), ...way });
		}
		await control.fault({ vendor, route: 'deliveries', share, repeat: 3, repeatEveryMs: 1500 });
	}
}
