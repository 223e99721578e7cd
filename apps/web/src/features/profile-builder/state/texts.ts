/** Everything of a profile that can be changed, as texts by the key of their place; what is not there has no key. */
export type Texts = Readonly<Record<string, string>>

/** What is being changed: as it is stored, and as it stands on the screen. */
export interface Changing {
  base: Texts
  texts: Texts
}
