import { type FileInfo, ParleyError, type WireError } from "@parley/client";
import type { Session } from "../session/session.ts";

/** What an upload is told of. */
interface UploadOptions {
  readonly onProgress: (sent: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a file; rejects with a `ParleyError`, or as the signal says. An old token is renewed once. */
export async function upload(session: Session, file: File, options: UploadOptions): Promise<FileInfo> {
  const { accessToken } = await session.access();
  const first = await post(accessToken, file, options);
  if (first.status !== 401) return answered(first);
  const renewed = await session.access(accessToken);
  return answered(await post(renewed.accessToken, file, options));
}

/** What is kept of a file: all of it, or the small picture of an image. */
export type Part = "original" | "thumbnail";

/** The bytes of a file. */
export async function load(session: Session, file: string, part: Part): Promise<Blob> {
  const path = `/v1/files/${file}${part === "thumbnail" ? "/thumbnail" : ""}`;
  const { accessToken } = await session.access();
  const first = await get(path, accessToken);
  const response = first.status === 401 ? await get(path, (await session.access(accessToken)).accessToken) : first;
  if (!response.ok) throw new Error(`A file was answered with ${response.status}`);
  return response.blob();
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

function answered({ status, text }: Answer): FileInfo {
  if (status === 201) return (JSON.parse(text) as { readonly file: FileInfo }).file;
  throw new ParleyError(problem(status, text));
}

function problem(status: number, text: string): WireError {
  try {
    const { code, detail, retry } = JSON.parse(text) as {
      readonly code: WireError["code"];
      readonly detail: string;
      readonly retry: boolean;
    };
    return { code, message: detail, retry };
  } catch {
    return { code: "unavailable", message: `The file was not taken (status ${status}). Try again.`, retry: true };
  }
}
