/** Whether a dialog covers the page, whose shortcuts then do nothing. */
export const isDialogOpen = (): boolean => document.querySelector('[role=dialog]') !== null
