/** Finds a Chromium for the tests: CHROMIUM_PATH, else an installed one, else the one packed in an npm package. */
import {
	accessSync,
	constants,
	createReadStream,
	createWriteStream,
	existsSync,
	readFileSync,
	statSync,
} from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Without the last four the browser calls home at every start, which a closed network answers slowly. */
const args = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

const usualNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const usualPaths = [
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/snap/bin/chromium',
	...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
		.filter((folder) => folder !== undefined)
		.flatMap((folder) => [
			join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
			join(folder, 'Chromium', 'Application', 'chrome.exe'),
		]),
];

/** @param {string} path */
function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return statSync(path).isFile();
	} catch {
		return false;
	}
}

function installedChromium() {
	const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
	const endings = process.platform === 'win32' ? ['.exe'] : [''];
	const onPath = usualNames.flatMap((name) =>
		folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))),
	);
	return [...onPath, ...usualPaths].find(isExecutable);
}

/**
 * @param {string} packed
 * @param {string} target
 */
async function unpackArchive(packed, target) {
	// The package's own tar reader: a second one would be a dependency more.
	/** @type {{ extract: (folder: string) => NodeJS.WritableStream }} */
	const tar = createRequire(packed)('tar-fs');
	await pipeline(createReadStream(packed), createBrotliDecompress(), tar.extract(target));
}

/** @param {string} cache */
function fontsConfiguration(cache) {
	// The package's own file names a folder that does not exist here; without a font every glyph is an empty box.
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>${join(cache, 'fonts')}</dir>
	<dir>/usr/share/fonts</dir>
	<cachedir>${join(cache, 'font-cache')}</cachedir>
	<alias><family>sans-serif</family><prefer><family>DejaVu Sans</family><family>Open Sans</family></prefer></alias>
	<alias><family>serif</family><prefer><family>DejaVu Serif</family><family>Open Sans</family></prefer></alias>
	<alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family><family>Open Sans</family></prefer></alias>
</fontconfig>
`;
}

async function packedChromium() {
	const home = join(root, 'node_modules', '@sparticuz', 'chromium');
	if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(join(home, 'bin'))) return undefined;

	const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
	const cache = join(root, '.cache', `chromium-${version}`);
	if (!existsSync(cache)) {
		// Two runs may unpack at once: each into a folder of its own, and the rename lets exactly one win, whole.
		await mkdir(dirname(cache), { recursive: true });
		const unpacking = await mkdtemp(`${cache}-unpacking-`);
		try {
			await Promise.all([
				pipeline(
					createReadStream(join(home, 'bin', 'chromium.br')),
					createBrotliDecompress({ chunkSize: 2 ** 21 }),
					createWriteStream(join(unpacking, 'chromium'), { mode: 0o755 }),
				),
				unpackArchive(join(home, 'bin', 'al2023.tar.br'), unpacking),
				unpackArchive(join(home, 'bin', 'fonts.tar.br'), unpacking),
				// Beside the binary, where the browser looks for its software renderer.
				unpackArchive(join(home, 'bin', 'swiftshader.tar.br'), unpacking),
			]);
			await mkdir(join(unpacking, 'fontconfig'));
			await rename(unpacking, cache).catch((/** @type {unknown} */ problem) => {
				if (!existsSync(cache)) throw problem;
			});
		} finally {
			await rm(unpacking, { recursive: true, force: true });
		}
	}

	// The file names its folders in full: a project that was moved needs it anew.
	const fontsFile = join(cache, 'fontconfig', 'fonts.conf');
	if (!existsSync(fontsFile) || readFileSync(fontsFile, 'utf8') !== fontsConfiguration(cache)) {
		await writeFile(fontsFile, fontsConfiguration(cache));
	}

	const libraries = [join(cache, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
	return {
		executablePath: join(cache, 'chromium'),
		env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(cache, 'fontconfig') },
		args,
	};
}

/**
 * @returns {Promise<{ executablePath: string, env: Record<string, string>, args: string[] }>}
 * `env` holds only what the browser needs besides the usual environment.
 */
export async function findChromium() {
	const asked = process.env.CHROMIUM_PATH;
	if (asked) {
		if (!isExecutable(asked)) throw new Error(`CHROMIUM_PATH is ${asked}, but no program is there.`);
		return { executablePath: asked, env: {}, args };
	}

	const installed = installedChromium();
	if (installed) return { executablePath: installed, env: {}, args };

	const packed = await packedChromium();
	if (packed) return packed;

	throw new Error(
		'No Chromium was found. Install Chromium or Chrome, or set CHROMIUM_PATH to the browser program, and try again.',
	);
}

/** What Playwright's `launch` takes. */
export async function launchOptions() {
	const { executablePath, env, args } = await findChromium();
	return { executablePath, args, env: { ...inheritedEnvironment(), ...env } };
}

function inheritedEnvironment() {
	/** @type {Record<string, string>} */
	const environment = {};
	for (const [name, value] of Object.entries(process.env)) {
		if (value !== undefined) environment[name] = value;
	}
	return environment;
}
