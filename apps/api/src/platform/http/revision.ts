import type { IncomingHttpHeaders } from 'node:http'

/** Of the ETag that something was read with, as If-Match sends it back; `*` asks for nothing but that it is there. */
export const revisionIn = ({ 'if-match': tag }: IncomingHttpHeaders): string | undefined => revisionOf(tag)

/** The same of an ETag that stands elsewhere. */
export const revisionOf = (tag: string | undefined): string | undefined =>
  tag === undefined || tag === '*' ? undefined : tag.replaceAll('"', '')
