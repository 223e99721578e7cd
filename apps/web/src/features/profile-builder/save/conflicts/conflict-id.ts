/** The id of a conflict's heading, which links to the conflict focus. */
export const conflictId = (key: string) => `conflict ${key}`.replaceAll(' ', '-')

/** The id of the heading above all conflicts, about what somebody else saved meanwhile. */
export const MEANWHILE_ID = 'saved-meanwhile'
