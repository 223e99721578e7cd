const FIELDS = 'input:not([type=checkbox], [type=radio]), textarea, [contenteditable="true"]'

/** Whether an event happens where text is typed. An editor's text is in a shadow root, which hides it from `target`. */
export const isTypedIn = (event: Event): boolean =>
  event.composedPath().some((target) => target instanceof Element && target.matches(FIELDS))
