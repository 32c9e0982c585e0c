// Packed files of the site, unpacked in the browser.

/** Fetch a file and unpack it. */
export async function fetchPacked(url: string | URL): Promise<Uint8Array> {
  const response = await fetch(url)
  if (!response.ok || !response.body) {
    throw new Error(`${response.status} ${String(url)}`)
  }
  const stream = response.body.pipeThrough(
    new DecompressionStream('deflate-raw')
  )
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** Fetch a packed value. */
export async function fetchPackedJson<Value>(
  url: string | URL
): Promise<Value> {
  const value: Value = JSON.parse(
    new TextDecoder().decode(await fetchPacked(url))
  )
  return value
}
