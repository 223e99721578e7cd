/** Splits a name into words in lower case without accents: `dbPassword`, `DB_PASS`, `schlüssel-wort`, `a.b`. */
export function splitWords(name: string): string[] {
  return name
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
}
