import { RelativeTime } from './relative-time.tsx'

/** When something last happened, or that it never did. */
export function LastTime({ at }: { at: string | null | undefined }) {
  return at ? <RelativeTime at={at} /> : <span className="wb-subtle">never</span>
}
