import fc from 'fast-check';
import { path } from '../../../nodes/shared/transport/call';

it('encodes the parts of a path, so that an id never reaches another endpoint', () => {
	fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (id) => {
		const built = path`/tickets/${id}/comments`;
		expect(built.split('/')).toHaveLength(4);
		expect(built).not.toMatch(/[?#]/);
		expect(decodeURIComponent(built.split('/')[2])).toBe(id);
	}));
});
