/** After this time without typing, the input is checked. */
export const TYPING_PAUSE_MS = 250
