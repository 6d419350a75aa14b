/** Every import under src, as it is written and as it resolves. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

export type Import = {
	file: string;
	/** As written. */
	specifier: string;
	/** A path from the project's root, or the name of a package. */
	target: string;
	isOurs: boolean;
	/** Gone from what is built; `import { type X }` is not. */
	isTypeOnly: boolean;
};

export const sources = globSync('src/**/*.{ts,js,svelte}')
	.map((path) => path.split(sep).join('/'))
	.filter((path) => !path.includes('.spec.'))
	.sort();
export const imports = sources.flatMap(importsOf);
export const ourImports = imports.filter(({ isOurs }) => isOurs);

export function parse(path: string) {
	const text = readFileSync(path, 'utf8');
	const code = path.endsWith('.svelte')
		? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script).join('\n')
		: text;
	return ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

function importsOf(file: string): Import[] {
	const found: { specifier: string; isTypeOnly: boolean }[] = [];
	const visit = (node: ts.Node): void => {
		const named =
			ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
				? node.moduleSpecifier
				: ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
					? node.argument.literal
					: ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
						? node.arguments[0]
						: undefined;
		if (named && ts.isStringLiteralLike(named)) found.push({ specifier: named.text, isTypeOnly: isOnlyType(node) });
		ts.forEachChild(node, visit);
	};
	visit(parse(file));
	return found
		.filter(({ specifier }) => !/^\.\/\$types(\.js)?$/.test(specifier))
		.map((one) => ({ file, ...one, ...resolve(file, one.specifier) }));
}

function isOnlyType(node: ts.Node) {
	if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
	if (ts.isExportDeclaration(node)) return node.isTypeOnly;
	return ts.isImportTypeNode(node);
}

function resolve(file: string, specifier: string) {
	const path = specifier.replace(/\?.*$/, '');
	if (path.startsWith('$lib/'))
		return { isOurs: true, target: withEnding(join('src/lib', path.slice('$lib/'.length))) };
	if (path.startsWith('.')) {
		const target = withEnding(relative('.', join(dirname(file), path)));
		return { isOurs: target.startsWith('src/'), target };
	}
	const [scope = '', name] = path.split('/');
	return { isOurs: false, target: scope.startsWith('@') && name ? `${scope}/${name}` : scope };
}

function withEnding(path: string) {
	const plain = path.split(sep).join('/');
	return [plain, `${plain}.ts`, `${plain}.js`].find((candidate) => existsSync(candidate)) ?? plain;
}
