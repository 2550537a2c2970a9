// node tidy.mjs BUILD JOBS: runs clang-tidy-14 over each source of ours in BUILD/compile_commands.json. What passed once is
// remembered by its preprocessed text, the checks and the command, so that a second run looks only at what changed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const [build, jobs] = [process.argv[2], Number(process.argv[3] ?? 2)]
const remembered = join(build, 'tidy')
mkdirSync(remembered, { recursive: true })

const checks = ['.clang-tidy', 'tests/.clang-tidy'].map((file) => readFileSync(join(root, file), 'utf8')).join()
const units = JSON.parse(readFileSync(join(build, 'compile_commands.json'), 'utf8'))
  .filter(({ file }) => /^(server|protocol|tests)\/.*\.cpp$/.test(relative(root, file)))
if (units.length === 0) throw Error(`no source of ours in ${build}/compile_commands.json`)

function run(command, args, options, take) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const errors = []
    child.stdout.on('data', take)
    child.stderr.on('data', (chunk) => errors.push(chunk))
    child.on('close', (code) => resolve({ code, errors: Buffer.concat(errors).toString() }))
  })
}

async function look({ file, directory, command }) {
  const hash = createHash('sha256').update(checks).update(command.replaceAll(root, '').replaceAll(directory, ''))
  const preprocess = command.replace(/^\S*ccache\s+/, '').replace(/\s-o\s+\S+/, '').replace(/\s-c\s/, ' -E -P ')
  await run('sh', ['-c', preprocess], { cwd: directory }, (chunk) => hash.update(chunk))
  const mark = join(remembered, hash.digest('hex'))
  if (existsSync(mark)) return true
  const said = []
  const { code, errors } = await run('clang-tidy-14', ['--quiet', '-p', build, file], {}, (chunk) => said.push(chunk))
  if (code === 0) {
    writeFileSync(mark, '')
    return true
  }
  console.log(`FAILED: ${relative(root, file)}\n${Buffer.concat(said)}${/error/i.test(errors) ? errors : ''}`)
  return false
}

let [bad, done] = [0, 0]
const waiting = [...units]
await Promise.all(Array.from({ length: jobs }, async () => {
  for (let unit = waiting.shift(); unit; unit = waiting.shift()) {
    if (!(await look(unit))) bad += 1
    done += 1
    if (done % 20 === 0) console.log(`${done} of ${units.length}`)
  }
}))
console.log(`${units.length} sources, ${bad} with findings`)
process.exitCode = bad > 0 ? 1 : 0
