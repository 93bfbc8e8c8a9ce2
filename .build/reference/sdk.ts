import { resolve } from 'node:path';
import { type Checker, type Declaration, type Named, type Node, type Type, ts } from './compiler.ts';
import { Shapes } from './shapes.ts';

/** Something that can be imported from the SDK, as its own comment describes it. */
export interface Export {
  readonly name: string;
  readonly kind: 'function' | 'value' | 'type';
  readonly description: string;
  /** What comes after an `@`: `throws`, and what of. */
  readonly tags: readonly (readonly [name: string, text: string])[];
  /** Its declaration, without what it does inside. */
  readonly text: string;
}

const OPTIONS = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  types: [],
};

/** Reads everything that a module gives, by name. */
export function readExports(file: string): readonly Export[] {
  const path = resolve(file);
  const program = ts.createProgram([path], OPTIONS);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${file} gives nothing.`);
  const given = checker.getExportsOfModule(module).flatMap((symbol): Given[] => {
    const isNamed = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    const target = isNamed ? checker.getAliasedSymbol(symbol) : symbol;
    const node = target.declarations?.[0];
    // Of what is not named, the SDK gives types alone (`export type *`).
    const isValue = node && (ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node));
    return node && (isNamed || !isValue) ? [{ name: symbol.name, symbol: target, node }] : [];
  });
  const shapes = new Shapes(checker, namesOf(given, checker));
  return given.map((one) => describe(one, checker, shapes)).sort((one, other) => (one.name < other.name ? -1 : 1));
}

interface Given {
  readonly name: string;
  readonly symbol: Named;
  readonly node: Declaration;
}

const namesOf = (given: readonly Given[], checker: Checker): ReadonlyMap<Type, string> =>
  new Map(
    given
      .filter(({ node }) => ts.isTypeAliasDeclaration(node) && !node.typeParameters)
      .map(({ name, symbol }) => [checker.getDeclaredTypeOfSymbol(symbol), name] as const)
      // `type Id = string` is no other type than `string`.
      .filter(([type]) => type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Union)),
  );

function describe({ name, symbol, node }: Given, checker: Checker, shapes: Shapes): Export {
  const schema = schemaOf(node, checker);
  const [documented] = [symbol, schema].filter((one) => one && one.getDocumentationComment(checker).length > 0);
  return {
    name,
    kind: ts.isFunctionDeclaration(node) ? 'function' : ts.isVariableDeclaration(node) ? 'value' : 'type',
    description: ts.displayPartsToString(documented?.getDocumentationComment(checker)),
    tags: (documented?.getJsDocTags(checker) ?? []).map((tag) => [tag.name, ts.displayPartsToString(tag.text)]),
    text: isWorkedOut(node)
      ? `type ${name} = ${shapes.write(checker.getDeclaredTypeOfSymbol(symbol))}`
      : textOf(node, checker),
  };
}

/** A type that says where it comes from instead of what it is. */
const isWorkedOut = (node: Declaration): boolean =>
  ts.isTypeAliasDeclaration(node) && !node.typeParameters && /\btypeof (?!globalThis)/.test(node.type.getText());

/** The schema of `type Cart = z.infer<typeof cartSchema>`: it is what has the comment. */
function schemaOf(node: Declaration, checker: Checker): Named | undefined {
  if (!ts.isTypeAliasDeclaration(node) || !ts.isTypeReferenceNode(node.type)) return undefined;
  const [of] = node.type.typeArguments ?? [];
  if (!node.type.typeName.getText().startsWith('z.') || !of || !ts.isTypeQueryNode(of)) return undefined;
  const symbol = checker.getSymbolAtLocation(of.exprName);
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** A declaration as it is written, from its name on; of a function what it takes and gives. */
function textOf(node: Declaration, checker: Checker): string {
  if (ts.isVariableDeclaration(node)) return `const ${node.name.getText()}: ${typeAt(node, checker)}`;
  if (!ts.isFunctionDeclaration(node)) return node.getText().replace(/^export /, '');
  const given = node.parameters.map((one) => {
    const name = ts.isIdentifier(one.name) ? one.name.text : 'options';
    return `${name}${one.questionToken || one.initializer ? '?' : ''}: ${one.type?.getText() ?? typeAt(one, checker)}`;
  });
  return `function ${node.name?.text ?? ''}(${given.join(', ')}): ${node.type?.getText() ?? 'unknown'}`;
}

const typeAt = (node: Node, checker: Checker): string =>
  checker.typeToString(checker.getTypeAtLocation(node), undefined, ts.TypeFormatFlags.NoTruncation);
