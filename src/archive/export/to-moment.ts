// The moment of an issue, to the second: what its record says, else the first
// of its day.

/** Write the moment of an issue: `2026-06-02T00:00:00Z`. */
export function toMoment(date: string, epoch: number | undefined): string {
  if (epoch !== undefined) {
    return `${new Date(epoch * 1000).toISOString().slice(0, 19)}Z`
  }
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(date)
  return `${isDate ? date : '1970-01-01'}T00:00:00Z`
}
