/**
 * Loaded before a command by `node --import`: a disk that takes `DISK_BYTES` bytes and then is full, in the middle of a file as
 * real disks are. What goes to the terminal is not counted.
 */
import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let left = Number(process.env.DISK_BYTES);
const { writeFileSync, writeSync } = fs;

// Node writes buffers through `fs.writeSync`, and strings by a way of its own.
fs.writeFileSync = (file, data, options) => writeFileSync(file, Buffer.from(data), options);
fs.writeSync = (handle, bytes, offset = 0, length = bytes.length - offset, position = null) => {
  if (handle <= 2) return writeSync(handle, bytes, offset, length, position);
  const taken = Math.min(length, left);
  left -= taken;
  if (taken > 0 || length === 0) return writeSync(handle, bytes, offset, taken, position);
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
};
syncBuiltinESMExports();
