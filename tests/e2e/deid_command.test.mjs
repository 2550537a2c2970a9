// `covision deid` as the shipped binary runs it: options, exit codes, and a long pipe that stays small.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { release } from '../support/server.mjs'

const run = (args, input = '') => spawnSync(release, ['deid', ...args], { input, encoding: 'utf8' })

test('each policy answers in its own way, and the exit code tells whether something must go', () => {
  const text = 'In March she moved to Leeds.\n'
  assert.equal(run([], text).status, 0)
  assert.match(run([], text).stdout, /1:23 {2}LOCATION {2}review {2}"Leeds"/)
  assert.equal(run(['--policy', 'strict'], text).status, 1)
  assert.match(run(['--policy', 'strict-us'], text).stdout, /DATE {2}must replace/)
  const replaced = run(['--replace', '--policy', 'strict-us'], text)
  assert.equal(replaced.status, 0)
  assert.doesNotMatch(replaced.stdout, /March|Leeds/)
  assert.equal(run(['--policy', 'strict-us'], replaced.stdout).status, 0)
})

test('what it cannot do it says in a sentence', () => {
  for (const [args, words] of [
    [['--policy', 'lax'], /lax/],
    [['--jsonl', '--replace'], /--replace/],
    [['no-such-file.txt'], /^covision deid: no-such-file\.txt cannot be read\.\n$/],
  ]) {
    const { status, stdout, stderr } = run(args)
    assert.equal(status, 2, args)
    assert.match(stderr, words)
    assert.equal(stdout, '')
  }
  const { status, stdout, stderr } = run(['--jsonl'], '{"text":"calm"}\n{"text":\n')
  assert.equal(status, 2)
  assert.equal(stdout.split('\n').length, 3)
  assert.equal(stderr, 'covision deid: line 2 of the input is no JSON object with a text.\n')
})

test('a pipe of twenty thousand notes needs no more memory than one of few', async () => {
  const child = spawn(release, ['deid', '--jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const notes = 20_000
  const line = `${JSON.stringify({ text: 'I saw her sister Anna on 14 March 2026 in Leeds, calm. '.repeat(50) })}\n`
  let answered = 0
  const all = new Promise((resolve) => {
    child.stdout.on('data', (data) => {
      for (const byte of data) answered += byte === 10 ? 1 : 0
      if (answered === notes) resolve()
    })
  })
  const ended = once(child, 'close')
  for (let i = 0; i < notes; ++i) if (!child.stdin.write(line)) await once(child.stdin, 'drain')
  await all
  const [, peak] = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))
  child.stdin.end()
  assert.equal((await ended)[0], 0)
  assert.ok(Number(peak) < 100_000, `${peak} KiB for ${((notes * line.length) / 1e6).toFixed(0)} MB`)
})
