/** Who is acting: nobody (no session), a guest (a person without a name) or a registered person. */
export type Actor =
	| { kind: 'nobody' }
	| { kind: 'guest'; personId: string }
	| { kind: 'registered'; personId: string; userName: string; displayName: string };
