// deploy/node deploy/tools/complete-lock.mjs client-web/package-lock.json, after npm install has changed that file.
//
// Where a registry lacks a package's build for another platform (an optional dependency), npm leaves it out of the lock
// file, and `npm ci` then refuses the whole file. This puts such entries in, from their names, and takes out addresses.
import { readFileSync, writeFileSync } from 'node:fs'

const file = process.argv[2]
const lock = JSON.parse(readFileSync(file, 'utf8'))

function entry(name, version, { license, engines, dev }) {
  const [, os, cpu, musl] = name.match(/-(android|darwin|freebsd|linux|win32)-(arm64|x64)(-musl)?$/) ?? []
  if (!os) throw Error(`${name} is not in ${file}, and its name does not tell its platform`)
  const libc = os === 'linux' ? { libc: [musl ? 'musl' : 'glibc'] } : {}
  return { version, cpu: [cpu], dev, ...libc, license, optional: true, os: [os], engines }
}

for (const described of Object.values(lock.packages)) {
  delete described.resolved
  for (const [name, version] of Object.entries(described.optionalDependencies ?? {})) {
    if (/^\d/.test(version)) lock.packages[`node_modules/${name}`] ??= entry(name, version, described)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
