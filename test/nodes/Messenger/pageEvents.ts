import { PAGE, PSID } from './messenger';

export const NOW = 1_790_000_000_000;

export const event = (content: object, at = 0): object => ({ sender: { id: PSID }, recipient: { id: PAGE }, timestamp: NOW + at, ...content });

export const message = (more: object = {}, at = 0): object => event({ message: { mid: 'm_1', text: 'Hello', ...more } }, at);

/** What the Page sent: sender and recipient change places. */
export const echo = (more: object = {}): object => ({ sender: { id: PAGE }, recipient: { id: PSID }, timestamp: NOW, message: { mid: 'm_e', text: 'Hi', is_echo: true, app_id: 263900000000001, ...more } });

export const entry = (content: object): string => JSON.stringify({ object: 'page', entry: [{ id: PAGE, time: NOW + 200, ...content }] });

export const batch = (...messaging: unknown[]): string => entry({ messaging });
