/** PostgreSQL's text can hold neither NUL nor half of a surrogate pair; a parameter with one fails the statement. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()
