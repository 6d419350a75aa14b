/** The text of a file that somebody chose: UTF-8, UTF-16 with its mark, or what older spreadsheets write. */
export async function textOf(file: File): Promise<string> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		// Not UTF-8: the names are shown before anything is done with them.
		return new TextDecoder('windows-1252').decode(bytes);
	}
}
