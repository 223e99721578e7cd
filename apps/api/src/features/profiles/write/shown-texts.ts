import { maskDescribed, type ProfileDocument } from '@waybill/profile-format'

/** A label whose value is this is a bare tag. */
const BARE_TAG = 'spectro__tag'

/**
 * What a list finds a profile by, as everybody is shown it: a filter over the true texts would tell a masked one letter by letter. `tags`
 * are labels as `key` or `key:value`, in lower case.
 */
export function shownTextsOf(described: Pick<ProfileDocument, 'description' | 'labels'>) {
  const { description, labels } = maskDescribed(described)
  const shownTags = [...labels].map(([key, value]) => (value === BARE_TAG ? key : `${key}:${value}`))
  return { shownDescription: description, shownTags, tags: shownTags.map((tag) => tag.toLowerCase()) }
}
