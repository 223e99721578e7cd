/** Of the heading of a conflict: what leads to it focuses that. */
export const conflictId = (key: string) => `conflict ${key}`.replaceAll(' ', '-')
