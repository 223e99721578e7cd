/**
 * Where dialogs are added: they hide what is beside them from screen readers, which is the page here, but not the
 * messages over it.
 */
export const overPage = () => document.getElementById('root') ?? document.body
