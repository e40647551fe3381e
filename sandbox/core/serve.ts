import Fastify from 'fastify';
import { registerControl } from '../control/routes';
import type { ReadyLine } from '../control/types';
import { registerPage } from '../page';
import { mountVendor, type PretendedVendor } from './vendor';
import { World, type WorldOptions } from './world';

export interface Sandbox {
	app: ReturnType<typeof Fastify>;
	world: World;
	ready: ReadyLine;
	close(): Promise<void>;
}

export interface ServeOptions {
	/** 0 takes a free port. */
	port?: number;
	/** Shortens the vendors' waits between their own retries (a logged exemption): with 0.01 Braze's half hour of retries is 18 s. */
	waitFactor?: number;
}

/** These vendors on one port of 127.0.0.1, each under its prefix. Tests mount one vendor alone. */
export async function serve(
	makers: Array<(world: World) => PretendedVendor>,
	{ port = 0, waitFactor = 0.01 }: ServeOptions = {},
): Promise<Sandbox> {
	const options: WorldOptions = { baseUrl: '', waitFactor };
	const world = new World(options);
	const vendors = makers.map((make) => make(world));
	const app = Fastify({
		bodyLimit: 10 * 1024 * 1024,
		forceCloseConnections: true,
		// Vendors' ids are longer than the framework's 100 characters (Braze: 250).
		routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
		rewriteUrl: ({ url = '/' }) => {
			const vendor = vendors.find(({ prefix }) => url.startsWith(`${prefix}/`));
			return vendor?.canonicalUrl?.(url) ?? url;
		},
	});
	for (const vendor of vendors) mountVendor(app, world, vendor);
	registerControl(app, world);
	registerPage(app, world);
	options.baseUrl = await app.listen({ host: '127.0.0.1', port });
	return {
		app,
		world,
		ready: {
			page: `${options.baseUrl}/`,
			control: `${options.baseUrl}/_sandbox`,
			vendors: Object.fromEntries(vendors.map(({ name, prefix }) => [name, `${options.baseUrl}${prefix}`])),
		},
		async close() {
			world.timers.clear();
			await app.close();
		},
	};
}
