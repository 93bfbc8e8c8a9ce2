import { type Checker, type Named, type Type, ts } from './compiler.ts';

const ONE_LINE = 60;

/**
 * Writes a type out as a reader needs it: its fields, and of types that have a name that name. Types that follow from a
 * schema have none of their own in the compiler's eyes, so they are known by what they are.
 */
export class Shapes {
  private readonly checker: Checker;
  private readonly names: ReadonlyMap<Type, string>;

  constructor(checker: Checker, names: ReadonlyMap<Type, string>) {
    this.checker = checker;
    this.names = names;
  }

  /** The type whole, at the left margin. */
  write(type: Type): string {
    return this.whole(type, '');
  }

  private part(type: Type, margin: string): string {
    return this.names.get(type) ?? this.whole(type, margin);
  }

  private whole(type: Type, margin: string): string {
    const { checker } = this;
    const plain = checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
    if (type.isUnion() && !(type.flags & ts.TypeFlags.Boolean)) return this.union(type, plain, margin);
    if (checker.isArrayType(type)) return this.array(type, margin);
    const isObject = type.flags & ts.TypeFlags.Object && type.getCallSignatures().length === 0;
    const fields = isObject && !checker.isTupleType(type) ? type.getProperties() : [];
    if (fields.length === 0) return plain;
    return `{\n${fields.map((field) => `${margin}  ${this.field(field, `${margin}  `)}\n`).join('')}${margin}}`;
  }

  private field(field: Named, margin: string): string {
    const type = this.checker.getTypeOfSymbol(field);
    if (!(field.flags & ts.SymbolFlags.Optional)) return `${field.name}: ${this.part(type, margin)};`;
    return `${field.name}?: ${this.part(this.checker.getNonNullableType(type), margin)};`;
  }

  private array(type: Type, margin: string): string {
    const [element] = this.checker.getTypeArguments(type as Parameters<Checker['getTypeArguments']>[0]);
    const each = element ? this.part(element, margin) : 'unknown';
    return /^[^{]* \| /.test(each) ? `(${each})[]` : `${each}[]`;
  }

  private union({ types }: { readonly types: readonly Type[] }, plain: string, margin: string): string {
    if (types.every((one) => !(one.flags & ts.TypeFlags.Object)) && plain.length < ONE_LINE) return plain;
    const each = types.map((one) => this.part(one, `${margin}  `));
    return each.length > 2 ? each.map((one) => `\n${margin}  | ${one}`).join('') : each.join(' | ');
  }
}
