/** Replaces a secret in every file and on every screen; never a value itself. */
export const MASK = '********'

/** The mask as a scalar that is valid at any place of a YAML text. */
export const QUOTED_MASK = '"********"'

/** Matches masks in a text; longer runs of asterisks are not masks. */
export const MASK_RUN = /(?<!\*)\*{8}(?!\*)/g
