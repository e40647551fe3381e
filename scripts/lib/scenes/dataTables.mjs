/** n8n's Data Tables, read and edited as a person does in the editor. @param {import('../world/n8nRest.mjs').N8nRest} rest */
export function dataTables(rest) {
	const found = new Map();

	async function pathOf(name) {
		if (!found.has(name)) {
			const { data } = await rest.call('GET', `/data-tables-global?take=100&filter=${encodeURIComponent(JSON.stringify({ name }))}`);
			const table = data.find((one) => one.name === name);
			if (table === undefined) return undefined;
			found.set(name, `/projects/${table.projectId ?? table.project.id}/data-tables/${table.id}`);
		}
		return found.get(name);
	}

	const filterOf = (where) => ({ type: 'and', filters: Object.entries(where).map(([columnName, value]) => ({ columnName, condition: 'eq', value })) });

	return {
		/** Whether there is such a table. */
		has: async (name) => (await pathOf(name)) !== undefined,
		/** @returns {Promise<Array<Record<string, any>>>} in the order they were made, the newest 250; none while there is no such table */
		async rows(name, where = {}) {
			const path = await pathOf(name);
			if (path === undefined) return [];
			const filter = encodeURIComponent(JSON.stringify(filterOf(where)));
			const { data } = await rest.call('GET', `${path}/rows?take=250&sortBy=id:desc&filter=${filter}`);
			return data.reverse();
		},
		/** One row, or many at once. */
		insert: async (name, rows) => await rest.call('POST', `${await pathOf(name)}/insert`, { data: [rows].flat(), returnType: 'count' }),
		update: async (name, where, data) => await rest.call('PATCH', `${await pathOf(name)}/rows`, { filter: filterOf(where), data }),
		remove: async (name, where) => await rest.call('DELETE', `${await pathOf(name)}/rows?filter=${encodeURIComponent(JSON.stringify(filterOf(where)))}`),
	};
}
