// Files in their order, some read ahead of what is asked for.

/** Files that are read at once: sixteen shards of a search are some 300 KB. */
const readAheadCount = 16

/** Read a list in its order, several at once. */
export async function* readAhead<Item, Value>(
  items: ReadonlyArray<Item>,
  read: (item: Item) => Promise<Value>
): AsyncGenerator<Value, void> {
  for (let from = 0; from < items.length; from += readAheadCount) {
    yield* await Promise.all(items.slice(from, from + readAheadCount).map(read))
  }
}
