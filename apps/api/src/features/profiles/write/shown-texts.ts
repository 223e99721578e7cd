import { BARE_TAG, maskDescribed, type ProfileDocument } from '@waybill/profile-format'

type Described = Pick<ProfileDocument, 'description' | 'labels'>

/** Description and labels, with what lists find them by, as their columns keep them. */
export const describedColumns = (described: Described) => ({
  description: described.description,
  labels: JSON.stringify(Object.fromEntries(described.labels)),
  ...shownTextsOf(described),
})

/**
 * What a list finds a profile by, as everybody is shown it: a filter over the true texts would tell a masked one letter by letter. `tags`
 * are labels as `key` or `key:value`, in lower case.
 */
export function shownTextsOf(described: Described) {
  const { description, labels } = maskDescribed(described)
  const shownTags = [...labels].map(([key, value]) => (value === BARE_TAG ? key : `${key}:${value}`))
  return { shownDescription: description, shownTags, tags: shownTags.map((tag) => tag.toLowerCase()) }
}
