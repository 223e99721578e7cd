/** Of the heading of a conflict: what leads to it focuses that. */
export const conflictId = (key: string) => `conflict ${key}`.replaceAll(' ', '-')

/** Of what somebody else saved meanwhile, which stands above all conflicts. */
export const MEANWHILE_ID = 'saved-meanwhile'
