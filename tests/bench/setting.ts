/** The built servers that a part presses on, with a folder of data of its own each. */
import { join } from 'node:path';
import { startServer, temporaryFolder, type RunningServer } from '../faults/server.ts';
import { summariseProfiles } from './profile.ts';

export type Setting = {
	/** Folder of the built app. */
	built: string;
	/** How long one measurement lasts, in seconds. */
	seconds: number;
	/** How often each thing is measured; the median counts. */
	rounds: number;
	connections: number;
	/** Where --profile was asked for: takes what a server spent its time on, once it has stopped. */
	onProfile: ((title: string, summary: string) => void) | null;
};

export type Pressed = { server: RunningServer; stop(): Promise<void> };

export async function serve(setting: Setting, title: string, built = setting.built, env: Record<string, string> = {}) {
	const dataDir = temporaryFolder('bench');
	const profiles = join(dataDir, 'profiles');
	const nodeOptions = setting.onProfile ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : [];
	const server = await startServer({ dataDir, built, env, nodeOptions });
	return {
		server,
		async stop() {
			await server.stop();
			setting.onProfile?.(title, summariseProfiles(profiles));
		},
	};
}
