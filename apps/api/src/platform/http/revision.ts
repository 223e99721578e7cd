/** Of an ETag that something was read with, as If-Match sends it back; `*` asks for nothing but that it is there. */
export const revisionIn = (tag: string | undefined) =>
  tag === undefined || tag === '*' ? undefined : tag.replaceAll('"', '')
