import type { Resources } from '../../shared/operation';
import { template } from './template';
import { text } from './text';

export const resources: Resources = { template, text };
