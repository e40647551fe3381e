import { triggeredOnly } from './triggeredOnly';

export const searchTriggeredCampaigns = triggeredOnly({ list: '/campaigns/list', details: '/campaigns/details', rowsIn: 'campaigns', idName: 'campaign_id' });
