// A picture that can't be printed: what it is, and what to do about it.

/** Says why a picture is refused. */
export class RefusedPicture extends Error {
  override name = 'RefusedPicture'
  /** What to do: one sentence, in the imperative. */
  readonly fix: string

  constructor(reason: string, fix: string) {
    super(reason)
    this.fix = fix
  }
}
