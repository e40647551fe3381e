import type { Resource } from '../../../shared/operation';
import { addTags } from './addTags.operation';
import { create } from './create.operation';
import { createMany } from './createMany.operation';
import { deleteTicket } from './delete.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { listAudits } from './listAudits.operation';
import { listComments } from './listComments.operation';
import { merge } from './merge.operation';
import { removeTags } from './removeTags.operation';
import { search } from './search.operation';
import { setTags } from './setTags.operation';
import { update } from './update.operation';
import { updateMany } from './updateMany.operation';

export const ticket: Resource = {
	name: 'Ticket',
	operations: { addTags, create, createMany, delete: deleteTicket, get, getMany, listAudits, listComments, merge, removeTags, search, setTags, update, updateMany },
};
