/** What stands in place of a secret in every file and screen; never a value itself. */
export const MASK = '********'

/** The mask as a scalar that is valid at any place of a YAML text. */
export const QUOTED_MASK = '"********"'

/** Masks in a text; longer rows of asterisks are just asterisks. */
export const MASK_RUN = /(?<!\*)\*{8}(?!\*)/g
