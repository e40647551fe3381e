import type { Resource } from '../../../shared/operation';
import { deleteProperties } from './delete.operation';
import { get } from './get.operation';
import { setGetStarted } from './setGetStarted.operation';
import { setGreeting } from './setGreeting.operation';
import { setIceBreakers } from './setIceBreakers.operation';
import { setPersistentMenu } from './setPersistentMenu.operation';

export const profile: Resource = { name: 'Profile', operations: { delete: deleteProperties, get, setGetStarted, setGreeting, setIceBreakers, setPersistentMenu } };
