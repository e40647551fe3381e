import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { attachmentInput, readMedia } from './attachments';
import { badParam } from '../graph/errors';
import { decidedBy, pageEdge } from '../graph/graph';
import { newId } from '../ids';
import { structured } from '../graph/params';
import type { MessengerState } from '../state';

/** `POST /<PAGE_ID>/message_attachments`: by URL or as multipart `filedata`; the id lives 90 days. */
export function messageAttachments(app: FastifyInstance, state: MessengerState): void {
	pageEdge(app, state, {
		method: 'POST',
		path: '/:node/message_attachments',
		permissions: ['pages_messaging'],
		input: z.object({ message: structured(z.object({ attachment: attachmentInput })) }),
		async answer({ input: { message }, page, file, request }) {
			const { type, payload } = message.attachment;
			if (type === 'template') throw badParam('Param message[attachment][type] must be image, audio, video or file');
			const media = await readMedia(page, { type, payload }, file);
			decidedBy(request, media.rule);
			const saved = media.saved ?? { id: newId(), type, url: media.url, createdAt: Date.now() };
			page.attachments.set(saved.id, saved);
			return { attachment_id: saved.id };
		},
	});
}
