import { inZone } from '../render/zonedTime';
import { charge, isNil, textOf, type FilterGroup } from './filter';
import { parseTime } from './parseTime';
import { strftime } from './strftime';

export const dateFilters: FilterGroup = {
	/** `| date: '%Y-%m-%d'`. What is no date stays as it is; nil stays nil. */
	date(value, format) {
		const pattern = isNil(format) ? '' : textOf(this, format);
		const time = pattern === '' ? undefined : parseTime(value, this.state.now);
		if (!time) return value;
		charge(this, pattern.length * 10);
		return strftime(time, pattern);
	},
	/** `| time_zone: 'America/Chicago'`: the same moment in an IANA zone, for `date` to format. */
	time_zone(value, zone) {
		const { state } = this;
		const time = parseTime(value, state.now);
		if (!time || isNil(zone)) return value;
		const moved = inZone(time.epoch, textOf(this, zone));
		if (!moved) state.warn(`time zone "${textOf(this, zone)}" is not known; the time stays in UTC`);
		return moved ?? time;
	},
};
