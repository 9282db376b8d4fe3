import { type FileInfo, ParleyError, refused } from "@parley/client";
import type { Session } from "../session/session.ts";

/** What an upload is told of. */
interface UploadOptions {
  readonly onProgress: (sent: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a file; rejects with a `ParleyError`, or as the signal says. An old token is renewed once. */
export async function upload(session: Session, file: File, options: UploadOptions): Promise<FileInfo> {
  const { status, text } = await withToken(session, (token) => post(token, file, options));
  const answer = parsed(text);
  if (status === 201) return (answer as { readonly file: FileInfo }).file;
  throw refused(status, answer);
}

/** What is kept of a file: all of it, or the small picture of an image. */
export type Part = "original" | "thumbnail";

/** The bytes of a file. */
export async function load(session: Session, file: string, part: Part): Promise<Blob> {
  const path = `/v1/files/${file}${part === "thumbnail" ? "/thumbnail" : ""}`;
  const response = await withToken(session, (token) => get(path, token));
  if (!response.ok) throw new Error(`A file was answered with ${response.status}`);
  return response.blob();
}

/** Asks with the token that there is, and once more with a new one if that is too old. */
async function withToken<T extends { readonly status: number }>(
  session: Session,
  ask: (token: string) => Promise<T>,
): Promise<T> {
  const { accessToken } = await session.access();
  const first = await ask(accessToken);
  return first.status === 401 ? ask((await session.access(accessToken)).accessToken) : first;
}

function get(path: string, token: string): Promise<Response> {
  return fetch(path, { headers: { Authorization: `Bearer ${token}` } });
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** By XMLHttpRequest: fetch does not tell how far an upload has come. */
function post(token: string, file: File, { onProgress, signal }: UploadOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/v1/files?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(ParleyError.unavailable("The server cannot be reached. Try again."));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

/** A proxy may answer in the server's place, with something else than JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
