import { useEffect, useState } from "preact/hooks";
import type { Session } from "../session/session.ts";
import { useStore } from "../store.ts";
import { load, type Part } from "./transfer.ts";

/** So many pictures stay loaded; the one that was shown longest ago goes first. */
const mostKept = 200;

const kept = new Map<string, Promise<string>>();

/** The address of a file's bytes in this page, loaded once; undefined until they are there, or if they are not. */
export function useBlobUrl(file: string, part: Part): string | undefined {
  const { session } = useStore();
  const [url, setUrl] = useState<string | undefined>(undefined);
  useEffect(() => {
    let isShown = true;
    blobUrl(session, file, part).then(
      (found) => isShown && setUrl(found),
      () => {},
    );
    return () => {
      isShown = false;
    };
  }, [session, file, part]);
  return url;
}

/** The same, for what is not drawn. */
export function blobUrl(session: Session, file: string, part: Part): Promise<string> {
  const key = `${file} ${part}`;
  const found = kept.get(key) ?? fresh(session, file, part, key);
  kept.delete(key);
  kept.set(key, found);
  for (const [oldest, url] of kept) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
    void url.then((address) => URL.revokeObjectURL(address), () => {});
  }
  return found;
}

async function fresh(session: Session, file: string, part: Part, key: string): Promise<string> {
  try {
    return URL.createObjectURL(await load(session, file, part));
  } catch (problem) {
    kept.delete(key);
    throw problem;
  }
}

/** Saves what is at an address of this page. */
export function download(url: string, name: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
}
