import type { FileInfo } from "@parley/client";

/** The greatest measures of a picture in the timeline, in px. */
const greatestHeight = 320;
const greatestWidth = 420;

/** What lies between two files, below a picture, and how high a row is that is no picture, in px. */
const gap = 8;
const captionHeight = 36;
const rowHeight = 62;

/** Whether a file is shown as a picture: its measures must be known, so that nothing moves when it is there. */
export function isPicture({ type, width, height }: FileInfo): boolean {
  return type.startsWith("image/") && width !== undefined && height !== undefined;
}

/** As large as it is, within bounds. */
export function shownSize({ width = 1, height = 1 }: FileInfo): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, greatestWidth / width, greatestHeight / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** What the files of a message take in height, in px. */
export function heightOf(files: readonly FileInfo[]): number {
  return files.reduce((sum, file) => sum + gap + (isPicture(file) ? shownSize(file).height + captionHeight : rowHeight), 0);
}
