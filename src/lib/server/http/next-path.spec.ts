import { expect, test } from 'vitest';
import { nextPath } from './next-path.ts';

const after = (next: string) => nextPath(new URL(`http://school.example/sign-in?next=${encodeURIComponent(next)}`));

test.each(['/classrooms', '/join?code=BCDFGH', '/lessons/borrowed-authority'])('goes on to %s', (next) => {
	expect(after(next)).toBe(next);
});

test.each([
	'//evil.example',
	'/.//evil.example',
	'/..//evil.example',
	'/%2e//evil.example',
	'/\\evil.example',
	'/\t/evil.example',
	'https://evil.example',
	'javascript:alert(1)',
	'//[',
	'//',
	'',
])('never leaves this site for %j', (next) => {
	expect(after(next)).toBe('/lessons');
});

test('without a wish it is the lessons', () => {
	expect(nextPath(new URL('http://school.example/sign-in'))).toBe('/lessons');
});
