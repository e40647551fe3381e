import type { Resources } from '../../shared/operation';
import { campaign } from './campaign';
import { deviceToken } from './deviceToken';
import { event } from './event';
import { externalTrigger } from './externalTrigger';
import { message } from './message';
import { profile } from './profile';
import { report } from './report';

/** A noun of CleverTap a folder. The form lists them in the order of the alphabet. */
export const resources: Resources = { campaign, deviceToken, event, externalTrigger, message, profile, report };
