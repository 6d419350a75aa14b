/** `npm start`: installs and builds what is not there yet, then serves. Plain JavaScript: it runs before any package is here. */
import { join } from 'node:path';
import process from 'node:process';
import { buildApp } from './bootstrap/build.js';
import { installPackages } from './bootstrap/install.js';
import { whileAlone } from './bootstrap/lock.js';
import { requireFreePort, wantedAddress } from './bootstrap/port.js';
import { become, passSignalsOn } from './bootstrap/run.js';
import { refuseAnOldNode, root } from './bootstrap/runtime.js';
import { explain, say } from './bootstrap/trouble.js';

let isServing = false;
passSignalsOn({ orEndAtOnce: () => !isServing });

try {
	refuseAnOldNode();
	await requireFreePort(wantedAddress());
	const { node, build } = await whileAlone(async () => {
		const node = await installPackages();
		return { node, build: await buildApp(node) };
	});
	say('Starting ...');
	isServing = true;
	process.exitCode = await become({
		command: node,
		args: [join(root, 'src', 'cli', 'serve.js')],
		env: { NODE_ENV: 'production', BUILD_DIR: build },
	});
} catch (problem) {
	explain(problem);
	process.exitCode = 1;
}
