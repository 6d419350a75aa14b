declare module 'autocannon' {
	export type Result = {
		/** Seconds. */
		duration: number;
		requests: { total: number };
		/** Milliseconds. */
		latency: { p50: number; p99: number };
		non2xx: number;
		errors: number;
		timeouts: number;
	};
	export type Options = {
		url: string;
		connections: number;
		/** Seconds. */
		duration?: number;
		/** Requests, instead of seconds. */
		amount?: number;
		headers?: Record<string, string>;
	};
	export default function autocannon(options: Options): Promise<Result>;
}
