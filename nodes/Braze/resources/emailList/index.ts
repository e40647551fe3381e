import type { Resource } from '../../../shared/operation';
import { blocklist } from './blocklist.operation';
import { getHardBounces } from './getHardBounces.operation';
import { getUnsubscribes } from './getUnsubscribes.operation';
import { removeHardBounces } from './removeHardBounces.operation';
import { removeSpam } from './removeSpam.operation';
import { updateStatus } from './updateStatus.operation';

export const emailList: Resource = { name: 'Email List', operations: { getHardBounces, getUnsubscribes, updateStatus, removeHardBounces, removeSpam, blocklist } };
