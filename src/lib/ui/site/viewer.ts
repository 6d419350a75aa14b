/** Who looks at the page, as every page gets it. */
export type Viewer = {
	kind: 'nobody' | 'guest' | 'registered' | 'newcomer';
	displayName?: string | null;
	theme: string;
	/** Notices that were not opened yet. */
	newNotices?: number;
	/** Work that needs grading; null for who neither teaches nor assists anywhere. */
	toGrade?: number | null;
};
