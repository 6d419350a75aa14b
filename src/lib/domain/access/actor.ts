/**
 * Who is acting: nobody (no session), a guest (a person without a name), a registered person, or a newcomer: someone who
 * signed in with a password that another person made, and may do nothing before choosing one of their own.
 */
export type Actor =
	| { kind: 'nobody' }
	| { kind: 'guest'; personId: string }
	| { kind: 'registered'; personId: string; userName: string; displayName: string }
	| { kind: 'newcomer'; personId: string; userName: string; displayName: string };
