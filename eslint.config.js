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
			parserOptions: {
				projectService: { allowDefaultProject: ['drizzle.config.ts', 'playwright.config.ts', 'vitest.config.ts'] },
				extraFileExtensions: ['.svelte'],
			},
		},
		rules: {
			// The compiler knows every name; the rule does not know types.
			'no-undef': 'off',
			'no-console': ['error', { allow: ['error', 'warn'] }],
			// `== null` is the one short way to say null or undefined.
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			// `${count} of ${total}` is safe; what could print "[object Object]" stays forbidden.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-confusing-void-expression': 'off',
			// Kinds and scorers are plain objects without `this`, made to be taken apart.
			'@typescript-eslint/unbound-method': 'off',
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
			// SvelteKit types `data` and `form` of a page by its place, which only svelte-check knows; here they are `any`.
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
			'@typescript-eslint/restrict-plus-operands': 'off',
			'@typescript-eslint/restrict-template-expressions': 'off',
		},
	},
	{
		files: ['src/cli/**', 'tests/bench/**', 'tests/look/**'],
		rules: { 'no-console': 'off' },
	},
	{
		files: ['src/lib/domain/**'],
		// Loops over matrices: the index is in range by construction, and a check in each cell would be noise.
		rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
	},
	{
		files: ['**/*.spec.ts', 'tests/support/**'],
		// A test that finds nothing there fails, which is its purpose.
		rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
	},
	{
		files: ['tests/e2e/**'],
		// Playwright reads the destructured names to know which fixtures a test wants: `{}` is its word for none.
		rules: { 'no-empty-pattern': 'off' },
	},
	{
		// Plain JavaScript: svelte-check reads its types from the comments; the type-aware rules only see `any`.
		files: ['**/*.js'],
		extends: [ts.configs.disableTypeChecked],
	},
);
