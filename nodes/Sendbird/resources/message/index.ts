import type { Resource } from '../../../shared/operation';
import { deleteMessage } from './delete.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { search } from './search.operation';
import { sendAdmin } from './sendAdmin.operation';
import { sendFile } from './sendFile.operation';
import { sendText } from './sendText.operation';
import { update } from './update.operation';

export const message: Resource = { name: 'Message', operations: { delete: deleteMessage, get, getMany, search, sendAdmin, sendFile, sendText, update } };
