/** Who has not typed for this long has paused: what was typed is looked at. */
export const TYPING_PAUSE_MS = 250
