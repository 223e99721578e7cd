import { BARE_TAG, maskDescribed, type ProfileDocument } from '@waybill/profile-format'

type Described = Pick<ProfileDocument, 'description' | 'labels'>

/** The columns for description and labels, and for finding the profile by them. */
export const describedColumns = (described: Described) => ({
  description: described.description,
  labels: JSON.stringify(Object.fromEntries(described.labels)),
  ...shownTextsOf(described),
})

/**
 * What lists search by is what everyone is shown: a filter on the true texts would reveal masked ones letter by letter.
 * `tags` are labels as `key` or `key:value`, in lower case.
 */
export function shownTextsOf(described: Described) {
  const { description, labels } = maskDescribed(described)
  const shownTags = [...labels].map(([key, value]) => (value === BARE_TAG ? key : `${key}:${value}`))
  return { shownDescription: description, shownTags, tags: shownTags.map((tag) => tag.toLowerCase()) }
}
