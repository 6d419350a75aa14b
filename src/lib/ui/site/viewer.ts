/** Who looks at the page, as every page gets it. */
export type Viewer = {
	kind: 'nobody' | 'guest' | 'registered' | 'newcomer';
	displayName?: string | null;
	theme: string;
	/** Notices that were not opened yet. */
	newNotices?: number;
};
