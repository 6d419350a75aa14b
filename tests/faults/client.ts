/** A browser without a page: keeps cookies, sends forms and JSON as this site's own pages do. */
import { request as overHttp, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import { unflatten } from './page-data.ts';

export type Reply = { status: number; headers: IncomingHttpHeaders; text: string; setCookies: string[] };
type Headers = Record<string, string>;

export class Client {
	readonly cookies = new Map<string, string>();
	/** Every reply, for a test that looks at all of them. */
	onReply: (path: string, reply: Reply) => void = () => undefined;
	#origin: string;
	#certificate: string | undefined;

	/** @param certificate the server's own, where it serves https with a self-signed one */
	constructor(origin: string, certificate?: string) {
		this.#origin = origin;
		this.#certificate = certificate;
	}

	/** The server may have another port after a restart; the cookies stay. */
	moveTo(origin: string): void {
		this.#origin = origin;
	}

	get(path: string, headers: Headers = {}): Promise<Reply> {
		return this.send('GET', path, headers);
	}

	post(path: string, form: Record<string, string>, headers: Headers = {}): Promise<Reply> {
		const type = { 'content-type': 'application/x-www-form-urlencoded', origin: this.#origin };
		return this.send('POST', path, { ...type, ...headers }, new URLSearchParams(form).toString());
	}

	/** The form as a page with JavaScript sends it: the answer is JSON. */
	enhancedPost(path: string, form: Record<string, string>): Promise<Reply> {
		return this.post(path, form, { accept: 'application/json', 'x-sveltekit-action': 'true' });
	}

	put(path: string, body: unknown, headers: Headers = {}): Promise<Reply> {
		const type = { 'content-type': 'application/json', origin: this.#origin };
		return this.send('PUT', path, { ...type, ...headers }, typeof body === 'string' ? body : JSON.stringify(body));
	}

	/** What the page's own script would be given: the data of the layout and the page, merged. */
	async data(path: string): Promise<Record<string, unknown>> {
		const reply = await this.get(`${path}/__data.json`);
		if (reply.status !== 200)
			throw new Error(`${path} gave no data: ${String(reply.status)} ${reply.text.slice(0, 300)}`);
		return unflatten(reply.text);
	}

	/** @param saysLength false sends the body in pieces, without a content-length */
	send(method: string, path: string, headers: Headers, body?: string, { saysLength = true } = {}): Promise<Reply> {
		const url = new URL(path, this.#origin);
		const length = saysLength && body !== undefined ? { 'content-length': String(Buffer.byteLength(body)) } : {};
		const options: RequestOptions = { method, headers: { ...this.#withCookies(headers), ...length }, agent: false };
		return new Promise((answered, reject) => {
			const begin = url.protocol === 'https:' ? overHttps : overHttp;
			const request = begin(
				url,
				{ ...options, ...(this.#certificate ? { ca: this.#certificate } : {}) },
				(response) => {
					const parts: Buffer[] = [];
					response.on('data', (part: Buffer) => parts.push(part));
					response.on('error', reject);
					response.on('end', () => {
						const setCookies = response.headers['set-cookie'] ?? [];
						setCookies.forEach((line) => this.#keep(line));
						const text = Buffer.concat(parts).toString();
						const reply = { status: response.statusCode ?? 0, headers: response.headers, text, setCookies };
						this.onReply(`${method} ${path}`, reply);
						answered(reply);
					});
				},
			);
			request.on('error', reject);
			request.end(body);
		});
	}

	#withCookies(headers: Headers): Headers {
		const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		return { accept: 'text/html', ...(cookie ? { cookie } : {}), ...headers };
	}

	#keep(line: string): void {
		const [pair = '', ...attributes] = line.split(';');
		const [name = '', ...value] = pair.split('=');
		const isGone = attributes.some((attribute) => /^\s*(max-age=0|expires=Thu, 01 Jan 1970)/iu.test(attribute));
		if (isGone) this.cookies.delete(name);
		else this.cookies.set(name, value.join('='));
	}
}

/** What the person reads: the page without its tags and scripts, with plain quotation marks. */
export function wordsOf(html: string): string {
	return html
		.replaceAll(/<(script|style)[\s\S]*?<\/\1>/gu, ' ')
		.replaceAll(/<[^>]*>/gu, ' ')
		.replaceAll('&amp;', '&')
		.replaceAll('&quot;', '"')
		.replaceAll(/\s+/gu, ' ')
		.trim();
}
