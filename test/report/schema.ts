// As much of JSON Schema as our schema uses: enough to refuse a report that does not follow it.

type Schema = Record<string, unknown>;

const TYPES: Record<string, (value: unknown) => boolean> = {
  object: v => typeof v === 'object' && v !== null && !Array.isArray(v),
  array: Array.isArray,
  string: v => typeof v === 'string',
  number: v => typeof v === 'number',
  integer: Number.isInteger,
  boolean: v => typeof v === 'boolean',
  null: v => v === null,
};

/** Where a value does not follow the schema, and why. Properties that the schema does not know are told too. */
export const conform = (value: unknown, schema: Schema, root: Schema = schema, path = ''): string[] => {
  const { $ref, anyOf } = schema;
  if (typeof $ref === 'string') {
    const name = $ref.replace('#/$defs/', '');
    return conform(value, (root.$defs as Record<string, Schema>)[name]!, root, path);
  }
  if (Array.isArray(anyOf))
    return anyOf.some(s => conform(value, s, root, path).length === 0)
      ? []
      : [`${path}: fits no alternative`];
  if ('const' in schema && schema.const !== value) return [`${path}: not ${schema.const}`];
  if (Array.isArray(schema.enum) && !schema.enum.includes(value))
    return [`${path}: not one of ${schema.enum.join(', ')}`];
  const types = [schema.type ?? []].flat() as string[];
  if (types.length && !types.some(t => TYPES[t]!(value))) return [`${path}: not a ${types.join(' or ')}`];
  if (typeof schema.minimum === 'number' && (value as number) < schema.minimum)
    return [`${path}: below ${schema.minimum}`];
  if (Array.isArray(value))
    return value.flatMap((item, i) =>
      schema.items ? conform(item, schema.items as Schema, root, `${path}/${i}`) : [],
    );
  if (!TYPES.object!(value)) return [];
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  const others = schema.additionalProperties as Schema | undefined;
  const missing = ((schema.required ?? []) as string[]).filter(name => !Object.hasOwn(value as object, name));
  return [
    ...missing.map(name => `${path}: no ${name}`),
    ...Object.entries(value as object).flatMap(([name, item]) => {
      const of = Object.hasOwn(properties, name) ? properties[name] : others;
      return of ? conform(item, of, root, `${path}/${name}`) : [`${path}: ${name} is not in the schema`];
    }),
  ];
};
