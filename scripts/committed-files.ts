/** Files of a folder as git holds them at a commit: read into memory, nothing is checked out. */
import { spawn } from 'node:child_process';
import type { RawFile } from '../src/library/content.ts';

/** What a git command prints, as bytes. Rejects with what git said when it fails. */
function readGit(args: readonly string[], input = ''): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    // Git may end before it has read everything; what it says then is in its exit code.
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else reject(new Error(`git ${args[0] ?? ''} ended with ${code ?? 'a signal'}: ${Buffer.concat(err).toString().trim()}`));
    });
    child.stdin.end(input);
  });
}

/** `git cat-file --batch` answers `<hash> blob <size>`, the bytes and a line feed for each object that it is asked for. */
function splitBatch(answer: Buffer, count: number): Buffer[] {
  const blobs: Buffer[] = [];
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    const end = answer.indexOf(0x0a, at);
    const size = Number(answer.subarray(at, end).toString().split(' ')[2]);
    blobs.push(answer.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return blobs;
}

/**
 * All files below a folder at a commit, with paths relative to it; hidden files are passed over, as `readRawFiles` does.
 * A folder that was not there is empty. `folder` is relative to the working directory. Rejects when git does.
 */
export async function readCommittedFiles(commit: string, folder: string): Promise<RawFile[]> {
  // NUL-separated, so that no file name is quoted; paths come relative to the working directory.
  const listed = (await readGit(['ls-tree', '-r', '-z', commit, '--', `${folder}/`])).toString().split('\0').filter(Boolean);
  const rows = listed.flatMap((line) => {
    const [meta = '', path = ''] = line.split('\t');
    const [mode, type, hash = ''] = meta.split(' ');
    const relative = path.slice(folder.length + 1);
    // 120000 is a symbolic link, which the reader of the working tree does not follow either.
    return type === 'blob' && mode !== '120000' && !(relative.split('/').at(-1) ?? '').startsWith('.') ? [{ relative, hash }] : [];
  });
  const answer = await readGit(['cat-file', '--batch'], rows.map(({ hash }) => `${hash}\n`).join(''));
  const blobs = splitBatch(answer, rows.length);
  return rows.map(({ relative }, index) => ({ path: relative, bytes: blobs[index] ?? Buffer.alloc(0) }));
}
