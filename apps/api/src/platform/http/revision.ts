import type { IncomingHttpHeaders } from 'node:http'

/**
 * The revision in the ETag that If-Match sends back; undefined for `*`, which only requires that the resource exists.
 */
export const revisionIn = ({ 'if-match': tag }: IncomingHttpHeaders): string | undefined => revisionOf(tag)

/** The same for an ETag from elsewhere. */
export const revisionOf = (tag: string | undefined): string | undefined =>
  tag === undefined || tag === '*' ? undefined : tag.replaceAll('"', '')
