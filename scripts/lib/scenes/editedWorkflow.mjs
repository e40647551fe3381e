/**
 * A user changes a field of a shipped workflow and publishes it; afterwards it is as it was.
 * @param {ReturnType<typeof import('./stage.mjs').makeStage>} stage
 * @param {string} id
 * @param {(nodes: Array<{ name: string, parameters: object }>) => void} change
 * @param {() => Promise<void>} meanwhile
 */
export async function withEditedWorkflow({ rest }, id, change, meanwhile) {
	const save = async (nodes) => {
		const { versionId, connections, settings, name } = await rest.workflow(id);
		await rest.call('PATCH', `/workflows/${id}`, { name, nodes, connections, settings, versionId });
		await rest.activate(id);
	};
	const { nodes } = await rest.workflow(id);
	const edited = structuredClone(nodes);
	change(edited);
	await save(edited);
	try {
		await meanwhile();
	} finally {
		await save(nodes);
	}
}
