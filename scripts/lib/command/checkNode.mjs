// Imported first by every command, so that an old Node gets this line and not a stack from deeper down.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 6)) {
	process.stderr.write(
		`✗ Node ${process.versions.node} is too old: 20.6 or newer is needed.\n  → Install a newer one (https://nodejs.org or: nvm install 24) and run the same command again.\n`,
	);
	process.exit(1);
}
