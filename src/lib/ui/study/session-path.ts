/** Where a session is played. A placement says so, because nothing of it is stored before its first answer. */
export const sessionPath = ({ id, kind }: { id: string; kind: 'placement' | 'session' }): string =>
	kind === 'placement' ? `/study/${id}?kind=placement` : `/study/${id}`;
