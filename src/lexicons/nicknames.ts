import { loadTable } from './load-table.js'

/** A short or pet form and the given names that it stands for: Bob → Robert. */
export interface Nickname {
  readonly nickname: string
  readonly names: readonly string[]
}

/** Every nickname, sorted. */
export const nicknames: readonly Nickname[] = loadTable(
  'nicknames',
  '["Nickname", "Name", …]',
  ([nickname, ...names]): Nickname | null => {
    const known = names.filter((name) => typeof name === 'string')
    return typeof nickname === 'string' && known.length > 0 && known.length === names.length
      ? { nickname, names: known }
      : null
  },
)

/** The given names that a nickname stands for, lower-cased, by lower-cased nickname. */
export const namesByNickname: ReadonlyMap<string, readonly string[]> = new Map(
  nicknames.map((entry) => [entry.nickname.toLowerCase(), entry.names.map((name) => name.toLowerCase())]),
)
