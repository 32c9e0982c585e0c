// What may never be asked for waits until it is.

/** Find a value when it is first asked for, and keep it. */
export function once<Value>(find: () => Value): () => Value {
  let found: {value: Value} | undefined
  return () => {
    found ??= {value: find()}
    return found.value
  }
}
