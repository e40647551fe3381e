import { triggeredOnly } from './triggeredOnly';

export const searchTriggeredCanvases = triggeredOnly({ list: '/canvas/list', details: '/canvas/details', rowsIn: 'canvases', idName: 'canvas_id' });
