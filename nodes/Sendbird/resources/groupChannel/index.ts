import type { Resource } from '../../../shared/operation';
import { create } from './create.operation';
import { deleteChannel } from './delete.operation';
import { freeze } from './freeze.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { getMembers } from './getMembers.operation';
import { invite } from './invite.operation';
import { leave } from './leave.operation';
import { update } from './update.operation';

export const groupChannel: Resource = { name: 'Group Channel', operations: { create, delete: deleteChannel, freeze, get, getMany, getMembers, invite, leave, update } };
