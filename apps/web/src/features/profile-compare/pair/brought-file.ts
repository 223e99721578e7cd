/** A file to compare with. It exists only in the page, so its address no longer works after a reload. */
export interface BroughtFile {
  fileName: string
  content: Blob
}

/** Used in the address in place of a uid. */
export const FILE = 'file'

let brought: BroughtFile | null = null

export function bringFile(file: BroughtFile): void {
  brought = file
}

export const broughtFile = (): BroughtFile | null => brought
