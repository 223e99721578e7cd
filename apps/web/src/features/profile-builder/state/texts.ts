/** Everything in a profile that can be changed, as texts by key; a missing text has no key. */
export type Texts = Readonly<Record<string, string>>

/** A profile being edited: as stored, and as displayed. */
export interface Changing {
  base: Texts
  texts: Texts
}
