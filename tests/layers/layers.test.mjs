import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { layer_of, offences, parse_table, read_table } from './layers.mjs'

const root = new URL('../../', import.meta.url)
const table = read_table(root)
const exists = (path) => existsSync(new URL(path, root))

test('every include of server/ and protocol/ is one that server/layers.txt allows', () => {
  const files = globSync('{server,protocol}/**/*.{cpp,hpp}', { cwd: root })
  assert.ok(files.length > 0)
  const found = files.flatMap((file) => offences(table, file, readFileSync(new URL(file, root), 'utf8'), exists))
  assert.deepEqual(found, [])
})

test('a planted include is found', () => {
  const planted = [
    ['server/base/time.hpp', '#include "server/storage/database.hpp"', /base may not use storage/],
    ['server/storage/database.hpp', '#include "server/vault/vault.hpp"', /storage may not use vault/],
    ['server/features/groups/rules.hpp', '#include "server/features/rota/rules.hpp"', /groups may not use rota/],
    ['server/rpc/dispatch.cpp', '#include "server/features/groups/table.hpp"', /rpc may not use groups/],
    ['protocol/json.hpp', '#include "server/call/context.hpp"', /protocol may not use call/],
    ['server/features/groups/methods.cpp', '#  include <sqlite3.h>', /may not include <sqlite3.h>/],
    ['server/rpc/dispatch.cpp', '#include <boost/beast/core.hpp>', /may not include <boost\/beast/],
    ['server/rpc/dispatch.cpp', '#include <boost/asio.hpp>', /may not include <boost\/asio/],
    ['server/storage/sqlite.cpp', '#include <nlohmann/json.hpp>', /may not include <nlohmann/],
    ['server/net/listener.cpp', '#include <sodium.h>', /may not include <sodium/],
    ['server/vault/vault.cpp', '#include <openssl/evp.h>', /may not include <openssl/],
    ['server/call/context.cpp', '#include <curl/curl.h>', /may not include <curl/],
    ['server/call/context.cpp', '#include <libical/ical.h>', /may not include <libical/],
    ['server/call/context.cpp', '#include <date/tz.h>', /may not include <date/],
    ['server/call/context.cpp', '#include <re2/re2.h>', /may not include <re2/],
    ['server/call/context.cpp', '#include "context.hpp"', /does not begin at the repository's root/],
    ['server/call/context.cpp', '#include WHICHEVER', /made up by a macro/],
    ['server/nowhere/a.cpp', '', /is no layer/],
  ]
  for (const [path, line, expected] of planted) {
    const found = offences(table, path, `#include <string>\n${line}\n`, () => true)
    assert.equal(found.length, 1, `${path} with ${line}`)
    assert.match(found[0], expected)
  }
})

test('what the table allows passes', () => {
  const allowed = [
    ['server/storage/sqlite.cpp', '#include <sqlite3.h>'],
    ['server/net/listener.cpp', '#include <boost/beast/core.hpp>'],
    ['server/features/rota/rules.cpp', '#include "server/features/groups/rules.hpp"'],
    ['server/features/home/methods.cpp', '#include "server/base/time.hpp"'],
    ['server/app/serve.cpp', '#include "server/net/listener.hpp"'],
    ['server/main.cpp', '#include "server/app/serve.hpp"'],
    ['server/base/random.cpp', '#include <fcntl.h>'],
  ]
  for (const [path, line] of allowed) assert.deepEqual(offences(table, path, line, () => true), [], `${path} with ${line}`)
})

test('an include of a file that is not there is found', () => {
  assert.match(offences(table, 'server/app/serve.cpp', '#include "server/base/none.hpp"', exists)[0], /there is no/)
})

test('a prefix ends at a word', () => {
  const small = parse_table('one   server/one   -   date\n')
  assert.deepEqual(offences(small, 'server/one/a.cpp', '#include <date/date.h>', () => true), [])
  assert.equal(offences(small, 'server/one/a.cpp', '#include <datetime/x.h>', () => true).length, 1)
})

test('a table that names a layer before its line is refused', () => {
  assert.throws(() => parse_table('one   server/one   two   -\ntwo   server/two   -   -\n'), /which no line above describes/)
})

test('a file belongs to the deepest folder', () => {
  assert.equal(layer_of(table, 'server/features/rota/rules.cpp'), 'rota')
  assert.equal(layer_of(table, 'server/main.cpp'), 'main')
  assert.equal(layer_of(table, 'server/features/rules.cpp'), undefined)
})
