// Fields of the schemas: a type and one description that editors show, units
// included.

import * as v from 'valibot'

/** Describe a field. */
export function field<T extends v.GenericSchema>(
  schema: T,
  description: string
): v.SchemaWithPipe<
  readonly [T, v.DescriptionAction<v.InferOutput<T>, string>]
> {
  return v.pipe(schema, v.description<v.InferOutput<T>, string>(description))
}
