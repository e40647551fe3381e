import type { Resource } from '../../../shared/operation';
import { sendEmail } from './sendEmail.operation';
import { sendPush } from './sendPush.operation';
import { sendSms } from './sendSms.operation';
import { sendWebPush } from './sendWebPush.operation';
import { sendWhatsApp } from './sendWhatsApp.operation';

export const message: Resource = { name: 'Message', operations: { sendEmail, sendPush, sendSms, sendWebPush, sendWhatsApp } };
