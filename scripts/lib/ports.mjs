import { createServer } from 'node:net';
import { Failure } from './failure.mjs';

const listenOnce = (port) =>
	new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const taken = server.address().port;
			server.close(() => resolve(taken));
		});
	});

/** A port of 127.0.0.1 that is free now. */
export const freePort = () => listenOnce(0);

/**
 * @param {number} port
 * @param {string} what who wants it
 * @param {string} option how another one is chosen
 */
export async function needPort(port, what, option) {
	try {
		return await listenOnce(port);
	} catch (error) {
		if (error.code === 'EADDRINUSE') throw new Failure(`Port ${port}, meant for ${what}, is taken`, `Stop what listens there, or choose another: ${option} ${port + 1}`);
		if (error.code === 'EACCES') throw new Failure(`Port ${port}, meant for ${what}, may not be opened by you`, `Choose one above 1024: ${option} ${port + 4000}`);
		throw error;
	}
}
