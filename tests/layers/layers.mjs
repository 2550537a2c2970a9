// Reads server/layers.txt and every #include of server/ and protocol/, and says which ones the table forbids.
import { readFileSync } from 'node:fs'

// Headers of the C library and of POSIX that any layer may use: they bring no other layer's business with them.
const plain = /^((assert|ctype|errno|fcntl|inttypes|limits|math|poll|signal|stddef|stdint|stdio|stdlib|string|time|unistd)\.h|[a-z_]+)$/

/** The table as a map: layer -> { folder, uses: Set of all layers it reaches, itself too; outside: prefixes }. */
export function parse_table(text) {
  const table = new Map()
  for (const line of text.split('\n').filter((row) => /^[a-z]/.test(row))) {
    const [layer, folder, uses, outside] = line.trim().split(/ {2,}/)
    if (!outside) throw Error(`server/layers.txt, four columns wanted: ${line}`)
    const reach = new Set([layer])
    for (const use of words(uses)) {
      if (!table.has(use)) throw Error(`server/layers.txt, ${layer} uses ${use}, which no line above describes`)
      for (const lower of table.get(use).uses) reach.add(lower)
    }
    table.set(layer, { folder, uses: reach, outside: words(outside) })
  }
  // The command line itself stands on top of everything.
  table.set('main', { folder: 'server', uses: new Set([...table.keys(), 'main']), outside: [] })
  return table
}

const words = (column) => (column === '-' ? [] : column.split(' '))

/** The layer that a file of ours belongs to: the one with the longest matching folder. */
export function layer_of(table, path) {
  let best
  for (const [layer, { folder }] of table)
    if (path.startsWith(`${folder}/`) && !(best && table.get(best).folder.length > folder.length)) best = layer
  return best === 'main' && path.split('/').length > 2 ? undefined : best
}

/** What the table forbids in one file, a sentence each; `exists` tells whether the tree has a path. */
export function offences(table, path, text, exists) {
  const found = []
  const layer = layer_of(table, path)
  if (!layer) return [`${path}: its folder is no layer of server/layers.txt`]
  const { uses, outside } = table.get(layer)
  text.split('\n').forEach((line, index) => {
    const at = `${path}:${index + 1}`
    const [, open, name] = line.match(/^\s*#\s*include\s*([<"])([^>"]+)[>"]/) ?? []
    if (!open) {
      if (/^\s*#\s*include\b/.test(line)) found.push(`${at}: an include that is made up by a macro`)
    } else if (open === '<') {
      const allowed = plain.test(name) || outside.some((prefix) => name.startsWith(prefix) && !/^\w/.test(name.slice(prefix.length)))
      if (!allowed) found.push(`${at}: layer ${layer} may not include <${name}>`)
    } else if (/^(server|protocol)\//.test(name)) {
      const other = layer_of(table, name)
      if (!other) found.push(`${at}: "${name}" is in no layer`)
      else if (!uses.has(other)) found.push(`${at}: layer ${layer} may not use ${other} ("${name}")`)
      else if (!exists(name)) found.push(`${at}: there is no "${name}"`)
    } else {
      found.push(`${at}: "${name}" does not begin at the repository's root (server/ or protocol/)`)
    }
  })
  return found
}

export const read_table = (root) => parse_table(readFileSync(new URL('server/layers.txt', root), 'utf8'))
