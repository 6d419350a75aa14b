import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default defineConfig(
	globalIgnores([
		'node_modules/',
		'build*/',
		'.svelte-kit*/',
		'.cache/',
		'data/',
		'test-results/',
		'drizzle/',
		'**/*.svx',
	]),
	js.configs.recommended,
	ts.configs.strictTypeChecked,
	svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
		},
		rules: {
			// The compiler knows every name; the rule does not know types.
			'no-undef': 'off',
			'no-console': ['error', { allow: ['error', 'warn'] }],
			eqeqeq: 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			// `${count} of ${total}` is safe; what could print "[object Object]" stays forbidden.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// `onclick={() => save()}` reads better than a body of braces.
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			// `throw redirect(...)` and `throw error(...)` are the framework's own way.
			'@typescript-eslint/only-throw-error': 'off',
			// An async repository over a synchronous driver: the promise is the contract (architecture, rule 9).
			'@typescript-eslint/require-await': 'off',
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			// Underline is served from the root of its address, so a plain path is right.
			'svelte/no-navigation-without-resolve': 'off',
		},
	},
	{
		files: ['src/cli/**', 'tests/bench/**', 'tests/look/**'],
		rules: { 'no-console': 'off' },
	},
	{
		// Plain JavaScript: svelte-check reads its types from the comments; the type-aware rules only see `any`.
		files: ['**/*.js'],
		extends: [ts.configs.disableTypeChecked],
	},
);
