import { useEffect, useRef, useState } from 'react'
import { type PlacesOfText, readPlaces, type ScalarPlace } from '../../../../shared/secrets/scalar-place.ts'
import type { PlacePick } from '../../../../shared/ui/yaml/codemirror/marks/place-picks.ts'

interface ChosenScalar {
  scalar: ScalarPlace | null
  pick: (place: PlacePick) => void
}

/** The value selected in a text. It stays selected by its path when the text changes. */
export function useChosenScalar(text: string): ChosenScalar {
  const [scalar, setScalar] = useState<ScalarPlace | null>(null)
  const places = useRef<{ text: string; read: Promise<PlacesOfText> } | null>(null)
  const placesOf = (wanted: string) => {
    if (places.current?.text !== wanted) places.current = { text: wanted, read: readPlaces(wanted) }
    return places.current.read
  }
  const path = scalar?.path
  useEffect(() => {
    let isGone = false
    if (path === undefined || places.current?.text === text) return
    void placesOf(text).then((read) => {
      if (!isGone) setScalar(read.byPath(path))
    })
    return () => {
      isGone = true
    }
  }, [text, path])
  return { scalar, pick: (place) => void placesOf(text).then((read) => setScalar(read.at(place))) }
}
