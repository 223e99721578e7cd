/** What stands in place of a secret in every file and screen (contract §b); never a value itself. */
export const MASK = '********'

/** The mask as a scalar that is valid at any place of a YAML text. */
export const QUOTED_MASK = '"********"'
