import { useEffect, useRef } from 'react'
import { useRevalidator } from 'react-router'
import { useDeletedHere } from '../../shared/deletions/profile-deletions.ts'

/** Reloads the list when a profile in it has been deleted from this console. */
export function useRowsDeletedHere(): void {
  const deleted = useDeletedHere()
  const known = useRef(deleted)
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (known.current === deleted) return
    known.current = deleted
    void revalidate()
  }, [deleted, revalidate])
}
